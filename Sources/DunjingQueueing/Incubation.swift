import DunjingNumerics

/// The time from when a hazard arises to when it escalates if nobody finds it: the *delay time*.
public enum Incubation: Sendable, Equatable {
  /// Exponential.
  case exponential(mean: Double)
  /// Gamma; shapes above one have their escalations concentrated around the mean.
  case gamma(mean: Double, shape: Double)
  /// Weibull.
  case weibull(mean: Double, shape: Double)

  /// The mean, in the caller's unit of time.
  public var mean: Double {
    switch self {
    case .exponential(let mean), .gamma(let mean, _), .weibull(let mean, _): mean
    }
  }

  /// The shape: 1 for the exponential.
  public var shape: Double {
    switch self {
    case .exponential: 1
    case .gamma(_, let shape), .weibull(_, let shape): shape
    }
  }

  /// Returns the probability of escalation within a time.
  public func cumulative(_ time: Double) -> Double {
    guard time > 0 else { return 0 }
    switch self {
    case .exponential(let mean): return -PortableMath.exponentialMinusOne(-time / mean)
    case .gamma(let mean, let shape):
      return SpecialFunctions.regularizedGammaLower(shape: shape, at: shape * time / mean)
    case .weibull(let mean, let shape):
      let scale = Self.weibullScale(mean, shape)
      return -PortableMath.exponentialMinusOne(-PortableMath.power(time / scale, shape))
    }
  }

  /// Returns ∫₀ᵀ F(u) du, in closed form: T F(T) less the part of the mean below T.
  func integratedCumulative(until time: Double) -> Double {
    guard time > 0 else { return 0 }
    let part: Double
    switch self {
    case .exponential(let mean):
      return time + mean * PortableMath.exponentialMinusOne(-time / mean)
    case .gamma(let mean, let shape):
      part = mean * SpecialFunctions.regularizedGammaLower(shape: shape + 1, at: shape * time / mean)
    case .weibull(let mean, let shape):
      let power = PortableMath.power(time / Self.weibullScale(mean, shape), shape)
      part = mean * SpecialFunctions.regularizedGammaLower(shape: 1 + 1 / shape, at: power)
    }
    return time * cumulative(time) - part
  }

  /// Returns E[exp(−rate · U)], the probability that the incubation ends before an exponential time of that
  /// rate.
  func transform(_ rate: Double) -> Double {
    guard rate > 0 else { return 1 }
    switch self {
    case .exponential(let mean): return 1 / (1 + rate * mean)
    case .gamma(let mean, let shape):
      return PortableMath.exponential(-shape * PortableMath.logarithmOfOnePlus(rate * mean / shape))
    case .weibull(let mean, let shape):
      return Self.weibullTransform(rate * Self.weibullScale(mean, shape), shape)
    }
  }

  private static func weibullScale(_ mean: Double, _ shape: Double) -> Double {
    mean / PortableMath.exponential(SpecialFunctions.logGamma(1 + 1 / shape))
  }

  /// ∫₀^∞ exp(−s w^(1/k) − w) dw, by the double exponential formula for the half line with exponential decay
  /// (H. Takahasi & M. Mori, 1974): w = exp(t − e⁻ᵗ), trapezoids of 1/64.
  private static func weibullTransform(_ s: Double, _ shape: Double) -> Double {
    var sum = NeumaierSum()
    for step in -384...320 {
      let t = Double(step) / 64
      let tail = PortableMath.exponential(-t)
      let logW = t - tail
      let w = PortableMath.exponential(logW)
      let exponent = s * PortableMath.exponential(logW / shape) + w
      sum.add(PortableMath.exponential(logW - exponent) * (1 + tail))
    }
    return min(1, sum.value / 64)
  }
}
