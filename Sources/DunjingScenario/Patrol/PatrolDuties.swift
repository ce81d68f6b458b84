/// Must-visit points and must-patrol lines, and how units on moving standby go round.
public struct PatrolDuties: Sendable, Equatable {
  /// The must-visit points (必到点).
  public var points: [MustVisitPoint]
  /// The must-patrol lines (必巡线).
  public var lines: [MustPatrolLine]
  /// Patrol speed in kilometers per hour.
  public var speedKilometersPerHour: Double
  /// How routes are chosen.
  public var policy: PatrolPolicyName
  /// Minutes at each place under ``PatrolPolicyName/hotSpots``.
  public var hotSpotMinutes: Double
}

/// The shipped patrol policies.
public enum PatrolPolicyName: String, Sendable, Equatable, CaseIterable {
  /// Through the must-visit points and along the must-patrol lines.
  case pointsAndLines
  /// To places of demand, each as often as its share.
  case hotSpots
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
