/// A road graph: nodes and edges.
public struct RoadNetwork: Sendable, Equatable {
  /// The nodes, in file order.
  public var nodes: [RoadNode]
  /// The edges, in file order.
  public var edges: [RoadEdge]
}

/// A point where roads meet, or where an incident may happen.
public struct RoadNode: Sendable, Equatable {
  /// The id, unique among nodes.
  public var id: String
  /// Position east in kilometers, or longitude in degrees.
  public var x: Double
  /// Position north in kilometers, or latitude in degrees.
  public var y: Double
  /// The id of the grid the node lies in; the nearest grid unless given.
  public var grid: String?
}

/// A stretch of road between two nodes.
public struct RoadEdge: Sendable, Equatable {
  /// The id of the first node.
  public var from: String
  /// The id of the second node.
  public var to: String
  /// Length in meters; the straight distance unless given.
  public var lengthMeters: Double?
  /// The road class, a key of each mode's speeds; may be empty.
  public var roadClass: String
  /// Whether the edge can be driven from `from` to `to` only.
  public var isOneWay: Bool
  /// The speed of cars on this stretch in kilometers per hour, for modes with a road speed factor; by class unless given.
  public var speedKilometersPerHour: Double?
}

/// How units move.
public struct Travel: Sendable, Equatable {
  /// Modes of travel, in order.
  public var modes: [TravelMode]
  /// The distance used where the scenario has no roads, or does not follow them.
  public var metric: Metric
  /// Whether travel follows the roads, where there are any; if not, they only say where places are.
  public var followsRoads: Bool
  /// Factor on distances of the metric, at least 1.
  public var detourFactor: Double
}

/// A mode of travel, such as `car` or `ebike`.
public struct TravelMode: Sendable, Equatable {
  /// The id, unique among modes.
  public var id: String
  /// Speed in kilometers per hour on roads without a speed of their own.
  public var speedKilometersPerHour: Double
  /// Speeds in kilometers per hour by road class, sorted by class.
  public var classSpeeds: [RoadClassSpeed]
  /// The part of a stretch's own speed at which the mode drives; nil goes by classes alone.
  public var roadSpeedFactor: Double?
  /// Factor on the speed for each hour of the day, 24 values.
  public var hourFactors: [Double]
  /// Factor on the speed for each month, 12 values.
  public var monthFactors: [Double]
}

/// The speed of one mode on one class of roads.
public struct RoadClassSpeed: Sendable, Equatable {
  /// The road class.
  public var roadClass: String
  /// Speed in kilometers per hour.
  public var kilometersPerHour: Double
}

/// A distance in the plane.
public enum Metric: String, Sendable, Equatable, CaseIterable {
  /// Straight line.
  case euclidean
  /// Along two perpendicular axes.
  case manhattan

  /// Returns the distance between two points by their differences.
  @inlinable
  public func distance(_ dx: Double, _ dy: Double) -> Double {
    self == .manhattan ? abs(dx) + abs(dy) : (dx * dx + dy * dy).squareRoot()
  }
}
