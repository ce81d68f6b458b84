/// A number of a study that was estimated from data, with its uncertainty.
public struct EstimatedNumber: Sendable, Equatable {
  /// The key path, such as `incidentKinds.dispute.exogenousPerYear`.
  public var key: String
  /// The estimate, in the unit of the key.
  public var value: Double
  /// Its standard error, in the unit of the key; nil where the data do not say, and the number is not drawn.
  public var standardError: Double?
  /// How the number may lie around the estimate.
  public var distribution: EstimateDistribution
  /// Numbers of one group belong together: a profile, or the parameters of one distribution.
  public var group: String

  /// Creates an estimate.
  public init(
    key: String, value: Double, standardError: Double?, distribution: EstimateDistribution, group: String
  ) {
    (self.key, self.value, self.standardError) = (key, value, standardError)
    (self.distribution, self.group) = (distribution, group)
  }

  /// Whether it is drawn where estimates are.
  public var isDrawn: Bool { (standardError ?? 0) > 0 }

  /// Whether the key path is that of a number, and the distribution one with this estimate and standard error.
  public var isUsable: Bool {
    NumberKey(key) != nil && distribution.admits(value: value, standardError: standardError ?? 0)
  }

  /// Whether a key path that is set on top of the study takes the place of the estimate.
  func isReplaced(by key: String) -> Bool {
    self.key == key || self.key.hasPrefix(key + ".") || self.key.hasPrefix(key + "[")
  }
}

/// Which values the numbers of ``Scenario/estimates`` have in a replication.
public enum EstimateUse: String, Sendable, Equatable, CaseIterable {
  /// The values of the study.
  case fixed
  /// Values drawn from the distributions of the estimates, anew for every two replications.
  case drawn
}
