import DunjingWorld

/// How far a sensitivity looks.
public struct PlanSensitivitySettings: Sendable, Equatable {
  /// Trajectories of the screening; 0 leaves it out, and the indices with it.
  public var trajectories = 6
  /// Rows of the design behind the indices; 0 leaves these out.
  public var rows = 64
  /// Assumptions with indices, at most.
  public var indexed = 6
  /// Points at which regret is looked at.
  public var regretPoints = 48
  /// Levels of a decision among the plans whose regret is looked at.
  public var regretLevels = 26
  /// Assumptions confirmed by simulation at both ends of their ranges.
  public var confirmed = 2
  /// Replications of the found plan and of the baseline at each of these ends.
  public var replications = 8
  /// Levels of a decision in the first grid that looks for the best plan.
  public var levels = 26
  /// The level of intervals.
  public var confidence = 0.95

  /// Creates settings with their usual values.
  public init() {}

  /// Settings that take no more than minutes: a study of many counties is looked at from fewer points, without indices.
  public init(for world: World) {
    guard world.counties.count > 8 else { return }
    (trajectories, rows) = (0, 0)
    (regretPoints, regretLevels, levels) = (12, 11, 16)
    (confirmed, replications) = (1, 2)
  }
}
