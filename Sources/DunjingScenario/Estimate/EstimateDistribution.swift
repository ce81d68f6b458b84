import DunjingNumerics
import DunjingRandom

/// How an estimated number may lie around its estimate.
///
/// All have the estimate for their mean and the standard error for their standard deviation, except the log-normal, whose
/// median is the estimate.
public enum EstimateDistribution: String, Sendable, Equatable, Codable, CaseIterable {
  /// Gamma, for rates and weights.
  case gamma
  /// Beta, for shares.
  case beta
  /// Normal.
  case normal
  /// The logarithm is normal with the relative standard error as its standard deviation, for times, speeds and shapes.
  case logNormal
  /// Gamma, and then scaled so that the numbers of a group keep their mean: for profiles, of which only the shape matters.
  case dirichlet

  /// Whether there is such a distribution with this estimate and standard error.
  public func admits(value: Double, standardError: Double) -> Bool {
    guard value.isFinite, standardError.isFinite, standardError >= 0 else { return false }
    return switch self {
    case .normal: true
    case .beta:
      standardError == 0
        ? (0...1).contains(value)
        : value > 0 && value < 1 && standardError * standardError < value * (1 - value)
    case .gamma, .logNormal, .dirichlet: value > 0 || (value == 0 && standardError == 0)
    }
  }

  /// Draws a number.
  /// - Precondition: the distribution ``admits(value:standardError:)`` them.
  func draw(value: Double, standardError: Double, using stream: inout RandomStream) -> Double {
    precondition(
      admits(value: value, standardError: standardError),
      "there is no \(rawValue) distribution with \(value) and \(standardError)")
    guard standardError > 0 else { return value }
    let relative = standardError / value
    switch self {
    case .normal: return value + standardError * stream.nextNormal()
    case .logNormal: return value * PortableMath.exponential(relative * stream.nextNormal())
    case .gamma, .dirichlet:
      let shape = 1 / (relative * relative)
      return value / shape * stream.nextGamma(shape: shape)
    case .beta:
      let count = value * (1 - value) / (standardError * standardError) - 1
      let yes = stream.nextGamma(shape: value * count)
      let no = stream.nextGamma(shape: (1 - value) * count)
      return yes + no > 0 ? yes / (yes + no) : value
    }
  }
}
