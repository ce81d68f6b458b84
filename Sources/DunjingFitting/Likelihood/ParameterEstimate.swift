import DunjingNumerics

/// An estimated number with its standard error and an interval.
public struct ParameterEstimate: Sendable, Equatable, Codable {
  /// The estimate.
  public let value: Double
  /// Its standard error; nil where the data do not say.
  public let standardError: Double?
  /// The lower end of the interval; nil where the data do not say.
  public let lower: Double?
  /// The upper end of the interval; nil where the data do not say.
  public let upper: Double?

  /// Creates an estimate from its parts.
  public init(value: Double, standardError: Double?, lower: Double?, upper: Double?) {
    (self.value, self.standardError, self.lower, self.upper) = (value, standardError, lower, upper)
  }

  /// Creates the estimate of a positive number from its logarithm: the interval is symmetric on the log scale, and the
  /// standard error follows by the delta method.
  /// - Parameters:
  ///   - logarithm: the estimate of the logarithm.
  ///   - standardError: that of the logarithm; nil where it is not known.
  ///   - level: the probability with which such intervals contain the true number.
  public init(logarithm: Double, standardError: Double?, level: Double = 0.95) {
    let value = PortableMath.exponential(logarithm)
    guard let error = standardError, error.isFinite else {
      self.init(value: value, standardError: nil, lower: nil, upper: nil)
      return
    }
    let reach = -SpecialFunctions.normalQuantile(0.5 * (1 - level)) * error
    self.init(
      value: value, standardError: value * error, lower: PortableMath.exponential(logarithm - reach),
      upper: PortableMath.exponential(logarithm + reach))
  }

  /// Creates the estimate of a number with a nearly normal error.
  public init(normal value: Double, standardError: Double?, level: Double = 0.95) {
    let reach = standardError.map { -SpecialFunctions.normalQuantile(0.5 * (1 - level)) * $0 }
    self.init(
      value: value, standardError: standardError, lower: reach.map { value - $0 },
      upper: reach.map { value + $0 })
  }

  /// Creates the estimate of a positive number with a mean and a variance: the interval has the quantiles of the gamma
  /// distribution with both.
  public init(gammaMean mean: Double, variance: Double, level: Double = 0.95) {
    guard mean > 0, variance > 0, mean.isFinite, variance.isFinite else {
      self.init(value: mean, standardError: nil, lower: nil, upper: nil)
      return
    }
    let (shape, scale) = (mean * mean / variance, variance / mean)
    let tail = 0.5 * (1 - level)
    self.init(
      value: mean, standardError: variance.squareRoot(),
      lower: scale * SpecialFunctions.gammaQuantile(tail, shape: shape),
      upper: scale * SpecialFunctions.gammaQuantile(1 - tail, shape: shape))
  }

  /// Whether a number lies in the interval; false where there is none.
  public func contains(_ number: Double) -> Bool {
    guard let lower, let upper else { return false }
    return lower <= number && number <= upper
  }

  /// Returns the estimate of a multiple of the number.
  /// - Precondition: the factor is positive.
  public func scaled(by factor: Double) -> ParameterEstimate {
    precondition(factor > 0, "an estimate is scaled by a positive factor, not \(factor)")
    return ParameterEstimate(
      value: value * factor, standardError: standardError.map { $0 * factor },
      lower: lower.map { $0 * factor },
      upper: upper.map { $0 * factor })
  }
}
