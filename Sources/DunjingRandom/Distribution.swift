import DunjingNumerics

/// A distribution of one real quantity, such as a time on scene or an incubation time.
///
/// The values are in whatever unit the caller states. Parameters are in their domain when ``isProper`` holds;
/// sampling does not check it again.
@frozen
public enum Distribution: Sendable, Equatable {
  /// Always the same value.
  case constant(Double)
  /// Uniform between two bounds.
  case uniform(low: Double, high: Double)
  /// Exponential.
  case exponential(mean: Double)
  /// Gamma; the squared coefficient of variation is 1 / shape.
  case gamma(mean: Double, shape: Double)
  /// Log-normal; sigma is the standard deviation of the logarithm.
  case logNormal(median: Double, sigma: Double)
  /// Weibull with cumulative probability 1 − exp(−(x / scale)^shape).
  case weibull(scale: Double, shape: Double)
  /// Triangular between two bounds with a peak.
  case triangular(low: Double, mode: Double, high: Double)
  /// A mixture of two exponentials: the first with the given probability.
  case hyperexponential(probability: Double, firstMean: Double, secondMean: Double)
  /// Given by points of its cumulative probability.
  case empirical(EmpiricalDistribution)

  /// Returns the Erlang distribution: the sum of `stages` equal exponential times.
  @inlinable
  public static func erlang(mean: Double, stages: Int) -> Distribution {
    .gamma(mean: mean, shape: Double(stages))
  }

  /// Returns the gamma distribution with a mean and a coefficient of variation; a constant if that is zero.
  @inlinable
  public static func gamma(mean: Double, coefficientOfVariation: Double) -> Distribution {
    coefficientOfVariation == 0
      ? .constant(mean) : .gamma(mean: mean, shape: 1 / (coefficientOfVariation * coefficientOfVariation))
  }

  /// Returns the log-normal distribution with a mean and a coefficient of variation.
  @inlinable
  public static func logNormal(mean: Double, coefficientOfVariation: Double) -> Distribution {
    let variance = PortableMath.logarithmOfOnePlus(coefficientOfVariation * coefficientOfVariation)
    return .logNormal(
      median: mean * PortableMath.exponential(-0.5 * variance), sigma: variance.squareRoot())
  }

  /// Returns the Weibull distribution with a mean and a shape.
  @inlinable
  public static func weibull(mean: Double, shape: Double) -> Distribution {
    let factor = PortableMath.exponential(SpecialFunctions.logGamma(1 + 1 / shape))
    return .weibull(scale: mean / factor, shape: shape)
  }

  /// Whether all parameters are finite and in their domain: the test a validator makes before any sampling.
  public var isProper: Bool {
    switch self {
    case .constant(let value): value.isFinite
    case .uniform(let low, let high): low.isFinite && high.isFinite && low <= high
    case .exponential(let mean): mean > 0 && mean.isFinite
    case .gamma(let mean, let shape): mean > 0 && mean.isFinite && shape > 0 && shape.isFinite
    case .logNormal(let median, let sigma): median > 0 && median.isFinite && sigma >= 0 && sigma.isFinite
    case .weibull(let scale, let shape): scale > 0 && scale.isFinite && shape > 0 && shape.isFinite
    case .triangular(let low, let mode, let high):
      low.isFinite && high.isFinite && low <= mode && mode <= high
    case .hyperexponential(let probability, let first, let second):
      probability >= 0 && probability <= 1 && first > 0 && first.isFinite && second > 0 && second.isFinite
    case .empirical: true
    }
  }

  /// Returns a value of the distribution.
  @inlinable
  public func sample(using stream: inout RandomStream) -> Double {
    switch self {
    case .constant(let value): return value
    case .uniform(let low, let high): return low + (high - low) * stream.nextUnit()
    case .exponential(let mean): return mean * stream.nextExponential()
    case .gamma(let mean, let shape): return mean / shape * stream.nextGamma(shape: shape)
    case .logNormal(let median, let sigma):
      return median * PortableMath.exponential(sigma * stream.nextNormal())
    case .weibull(let scale, let shape):
      let unit = stream.nextExponential()
      return shape == 1 ? scale * unit : scale * PortableMath.power(unit, 1 / shape)
    case .triangular(let low, let mode, let high):
      return Self.triangularQuantile(stream.nextUnit(), low, mode, high)
    case .hyperexponential(let probability, let first, let second):
      let mean = stream.nextTrial(probability: probability) ? first : second
      return mean * stream.nextExponential()
    case .empirical(let points): return points.quantile(stream.nextUnit())
    }
  }

  @inlinable
  static func triangularQuantile(
    _ probability: Double, _ low: Double, _ mode: Double, _ high: Double
  ) -> Double {
    let width = high - low
    guard width > 0 else { return low }
    if probability * width < mode - low {
      return low + (probability * width * (mode - low)).squareRoot()
    }
    return high - ((1 - probability) * width * (high - mode)).squareRoot()
  }
}
