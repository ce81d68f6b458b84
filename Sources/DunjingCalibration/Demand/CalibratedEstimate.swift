import DunjingFitting
import DunjingScenario

/// A number of a study that was estimated from data.
public struct CalibratedEstimate: Sendable, Equatable {
  /// The shape of the uncertainty, for draws of the number.
  public enum Law: String, Sendable, Codable {
    /// Its logarithm is normal; the standard error is that of the number.
    case logNormal
    /// Gamma with this mean and standard deviation.
    case gamma
    /// Beta with this mean and standard deviation.
    case beta
    /// Normal.
    case normal
    /// With the others of its group, relative rates: each gamma, then all scaled to their mean.
    case dirichlet
  }

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
  /// The shape of the uncertainty.
  public var law: Law
  /// Numbers of one group are drawn together.
  public var group: String
}
