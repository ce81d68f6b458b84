import DunjingFitting
import DunjingScenario

/// A number of a study that was estimated from data.
public struct CalibratedEstimate: Sendable, Equatable {
  /// The key path in the study, or a name for what has none.
  public var key: String
  /// The estimate with its interval.
  public var estimate: ParameterEstimate
  /// The number of observations.
  public var count: Int
  /// How it was estimated.
  public var method: LocalizedText
  /// How well the model fits; empty where nothing was tested.
  public var quality: LocalizedText
  /// How the number may lie around the estimate.
  public var distribution: EstimateDistribution
  /// Numbers of one group are drawn together.
  public var group: String
  /// How sure the number is.
  public var mark = SourceMark.derived

  /// Whether it is a part of a profile, such as the rate of an hour.
  public var isOfProfile: Bool { key.hasSuffix("]") }
}
