import DunjingNumerics
import DunjingRandom

/// How an estimated number may lie around its estimate.
///
/// The estimate is the mean and the standard error the standard deviation; of the log-normal the estimate is the median, and the
/// relative standard error the standard deviation of the logarithm.
public enum EstimateDistribution: String, Sendable, Equatable, Codable, CaseIterable {
  /// Gamma, for rates and weights.
  case gamma
  /// Beta, for shares.
  case beta
  /// Normal.
  case normal
  /// The logarithm is normal with the relative standard error as its standard deviation, for times, speeds and shapes.
  case logNormal
  /// Shares of a group that keep their sum, of one concentration (Dirichlet): for profiles.
  case dirichlet

  /// The greatest relative standard error; a relative error below ``smallest`` is none.
  private static let (largest, smallest) = (1_000.0, 1e-9)

  /// Whether there is such a distribution with this estimate and standard error.
  public func admits(value: Double, standardError: Double) -> Bool {
    guard value.isFinite, standardError.isFinite, standardError >= 0 else { return false }
    return switch self {
    case .normal: true
    case .beta where standardError == 0: (0...1).contains(value)
    case .beta:
      value > 0 && value < 1 && min(value, 1 - value) * Self.size(value, standardError) > 1e-6
    case .gamma, .logNormal, .dirichlet:
      value > 0 ? standardError <= Self.largest * value : value == 0 && standardError == 0
    }
  }

  /// Draws a number; those of a Dirichlet distribution are drawn together instead.
  /// - Precondition: the distribution ``admits(value:standardError:)`` them.
  func draw(value: Double, standardError: Double, using stream: inout RandomStream) -> Double {
    precondition(
      admits(value: value, standardError: standardError),
      "there is no \(rawValue) distribution with \(value) and \(standardError)")
    guard standardError > Self.smallest * value.magnitude else { return value }
    let relative = standardError / value
    switch self {
    case .normal: return value + standardError * stream.nextNormal()
    case .logNormal: return value * PortableMath.exponential(relative * stream.nextNormal())
    case .gamma, .dirichlet:
      let shape = 1 / (relative * relative)
      return value / shape * stream.nextGamma(shape: shape)
    case .beta:
      let size = Self.size(value, standardError)
      let yes = stream.nextGamma(shape: value * size)
      let no = stream.nextGamma(shape: (1 - value) * size)
      return yes + no > 0 ? yes / (yes + no) : value
    }
  }

  /// The sum of the two parameters of a beta distribution.
  private static func size(_ value: Double, _ standardError: Double) -> Double {
    value * (1 - value) / (standardError * standardError) - 1
  }

  /// Returns the concentration of shares that sum to one with their standard errors, by the sum of their variances; nil where
  /// there is none.
  static func concentration(of shares: [Double], _ errors: [Double]) -> Double? {
    let spread = shares.reduce(0) { $0 + $1 * (1 - $1) }
    let squares = errors.reduce(0) { $0 + $1 * $1 }
    guard squares > 0, spread / squares > 1 else { return nil }
    return min(1e12, max(1e-3, spread / squares - 1))
  }
}
