import DunjingNumerics

extension Distribution {
  /// The mean, in the unit of the distribution.
  public var mean: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): 0.5 * (low + high)
    case .exponential(let mean), .gamma(let mean, _): mean
    case .logNormal(let median, let sigma): median * PortableMath.exponential(0.5 * sigma * sigma)
    case .weibull(let scale, let shape):
      scale * PortableMath.exponential(SpecialFunctions.logGamma(1 + 1 / shape))
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .hyperexponential(let probability, let first, let second):
      probability * first + (1 - probability) * second
    case .empirical(let points): points.mean
    }
  }

  /// The variance.
  public var variance: Double {
    switch self {
    case .constant: return 0
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    case .exponential(let mean): return mean * mean
    case .gamma(let mean, let shape): return mean * mean / shape
    case .logNormal(let median, let sigma):
      let square = sigma * sigma
      return median * median * PortableMath.exponential(square) * PortableMath.exponentialMinusOne(square)
    case .weibull(let scale, let shape):
      let first = SpecialFunctions.logGamma(1 + 1 / shape)
      let second = SpecialFunctions.logGamma(1 + 2 / shape)
      return scale * scale * PortableMath.exponential(2 * first)
        * PortableMath.exponentialMinusOne(second - 2 * first)
    case .triangular(let low, let mode, let high):
      let (a, b) = (mode - low, high - low)
      return (a * a + b * b - a * b) / 18
    case .hyperexponential(let probability, let first, let second):
      let mean = mean
      return 2 * (probability * first * first + (1 - probability) * second * second) - mean * mean
    case .empirical(let points): return points.variance
    }
  }

  /// Returns the probability that the quantity does not exceed `x`.
  public func cumulative(_ x: Double) -> Double {
    switch self {
    case .constant(let value): return x >= value ? 1 : 0
    case .uniform(let low, let high):
      return x >= high ? 1 : max(0, (x - low) / (high - low))
    case .exponential(let mean):
      return x <= 0 ? 0 : -PortableMath.exponentialMinusOne(-x / mean)
    case .gamma(let mean, let shape):
      return SpecialFunctions.regularizedGammaLower(shape: shape, at: x * shape / mean)
    case .logNormal(let median, let sigma):
      if x <= 0 { return 0 }
      let distance = PortableMath.logarithm(x / median)
      return sigma == 0 ? (distance >= 0 ? 1 : 0) : SpecialFunctions.normalCumulative(distance / sigma)
    case .weibull(let scale, let shape):
      return x <= 0 ? 0 : -PortableMath.exponentialMinusOne(-PortableMath.power(x / scale, shape))
    case .triangular(let low, let mode, let high):
      return Self.triangularCumulative(x, low, mode, high)
    case .hyperexponential(let probability, let first, let second):
      if x <= 0 { return 0 }
      return -probability * PortableMath.exponentialMinusOne(-x / first)
        - (1 - probability) * PortableMath.exponentialMinusOne(-x / second)
    case .empirical(let points): return points.cumulative(x)
    }
  }

  private static func triangularCumulative(
    _ x: Double, _ low: Double, _ mode: Double, _ high: Double
  ) -> Double {
    if x >= high { return 1 }
    if x <= low { return 0 }
    if x < mode { return (x - low) * (x - low) / ((high - low) * (mode - low)) }
    return 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
  }
}
