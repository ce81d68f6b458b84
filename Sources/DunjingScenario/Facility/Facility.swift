/// A place units start from or officers work at.
public struct Facility: Sendable, Equatable {
  /// The id, unique among facilities.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// What it is.
  public var kind: FacilityKind
  /// Position east in kilometers, or longitude in degrees.
  public var x: Double
  /// Position north in kilometers, or latitude in degrees.
  public var y: Double
  /// The id of its road node; the nearest unless given.
  public var node: String?
  /// The id of the grid it serves, for posts bound to one grid.
  public var grid: String?
}

/// What a facility is.
public enum FacilityKind: String, Sendable, Equatable, CaseIterable {
  /// 派出所.
  case station
  /// 街面警务工作站.
  case streetWorkstation
  /// 社区警务室.
  case policeRoom
  /// A fixed post in a core area.
  case corePost
  /// 机关.
  case headquarters
  /// A place where a street shift bought with sunk officers may stand; used in file order.
  case reserveSite
}

/// Must-visit points and must-patrol lines, and how routes go through them.
public struct PatrolDuties: Sendable, Equatable {
  /// The must-visit points (必到点).
  public var points: [MustVisitPoint]
  /// The must-patrol lines (必巡线).
  public var lines: [MustPatrolLine]
  /// Patrol speed in kilometers per hour.
  public var speedKilometersPerHour: Double
}

/// A place that has to be visited again and again (必到点).
public struct MustVisitPoint: Sendable, Equatable {
  /// The id, unique among points.
  public var id: String
  /// Position east in kilometers, or longitude in degrees.
  public var x: Double
  /// Position north in kilometers, or latitude in degrees.
  public var y: Double
  /// The id of its road node; the nearest unless given.
  public var node: String?
  /// Longest time between visits by day (6–22 h), in hours.
  public var intervalHours: Double
  /// Time spent at a visit, in minutes.
  public var dwellMinutes: Double
}

/// A stretch of road that has to be patrolled (必巡线).
public struct MustPatrolLine: Sendable, Equatable {
  /// The id, unique among lines.
  public var id: String
  /// The ids of the road nodes it goes through.
  public var nodes: [String]
  /// Passes required in each shift.
  public var passesPerShift: Double
}
