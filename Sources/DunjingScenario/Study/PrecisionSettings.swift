/// A precision that replications are added for.
///
/// The `replications` of the experiment are the pilot; more follow until every half width is at most a share of
/// what it is measured against, or until the maximum.
public struct PrecisionSettings: Sendable, Equatable, Codable {
  /// The indicators that have to be precise, under every treatment.
  public var indicators: [Indicator]
  /// The largest half width, as a share: 0.02 is ± 2 %.
  public var relative: Double
  /// Which estimates have to be precise.
  public var target: PrecisionTarget
  /// The number of replications that is never exceeded.
  public var maximumReplications: Int

  /// Creates settings; what is left out has the value that a scenario has by default.
  public init(
    indicators: [Indicator] = [.withinTarget, .incidentsOrder], relative: Double = 0.02,
    target: PrecisionTarget = .difference, maximumReplications: Int = 200
  ) {
    self.indicators = indicators
    self.relative = relative
    self.target = target
    self.maximumReplications = maximumReplications
  }

  private enum CodingKeys: String, CodingKey {
    case indicators
    case relative
    case target = "of"
    case maximumReplications
  }
}

/// Which estimates have to be precise.
///
/// A comparison rests on differences, so these are the default: on common random numbers they are often far more
/// precise than the levels. Ask for levels where a level itself is quoted.
public enum PrecisionTarget: String, Sendable, Equatable, CaseIterable, Codable {
  /// The mean under every treatment: its half width, relative to that mean.
  case level
  /// The paired difference of every treatment to the baseline: its simultaneous half width, which the report
  /// prints, relative to the mean under the baseline. With the baseline alone, its level.
  case difference
}
