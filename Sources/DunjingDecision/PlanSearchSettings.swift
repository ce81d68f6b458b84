/// How long a search for the best plan goes on, and what it promises.
public struct PlanSearchSettings: Sendable, Equatable {
  /// Plans to simulate at most, besides those that the scenario names.
  public var evaluations = 30
  /// Plans that are chosen together, before any of them is played.
  public var batch = 3
  /// Replications that judge a plan during the search.
  public var replications = 10
  /// Plans that are compared on fresh replications, at most, besides those that the scenario names.
  public var finalists = 16
  /// Fresh replications of every finalist.
  public var freshReplications = 20
  /// Fresh replications of a plan at most, while the best is not decided.
  public var limit = 60
  /// The probability with which the best finalist is selected, and the level of intervals.
  public var confidence = 0.95
  /// The smallest difference worth finding, as a share of the baseline's objective.
  public var indifference = 0.0025
  /// States after the warm-up that stay in memory.
  public var keptWarmUps = 64

  /// Creates settings with their usual values.
  public init() {}

  /// Settings that can be carried out.
  var isSound: Bool {
    evaluations >= 0 && batch > 0 && replications > 1 && finalists > 0 && freshReplications > 1
      && limit >= freshReplications && confidence > 0.5 && confidence < 1 && indifference > 0
  }
}
