import DunjingNumerics

/// The distribution of a service time, as far as a queue with ample servers needs it.
public enum ServiceTime: Sendable, Equatable {
  /// Always the same.
  case constant(Double)
  /// Gamma; exponential with shape 1.
  case gamma(mean: Double, shape: Double)
  /// Log-normal; sigma is the standard deviation of the logarithm.
  case logNormal(median: Double, sigma: Double)

  /// Exponential with a mean.
  public static func exponential(mean: Double) -> ServiceTime { .gamma(mean: mean, shape: 1) }

  /// The mean, in the caller's unit of time.
  public var mean: Double { moment(1) }

  /// The variance, in the square of that unit.
  public var variance: Double { max(0, moment(2) - mean * mean) }

  /// Returns E min(S, t), the integral of the probability of lasting longer from 0 to `t`.
  public func meanUpTo(_ time: Double) -> Double {
    guard time > 0 else { return 0 }
    return partialMoment(1, upTo: time) + time * (1 - partialMoment(0, upTo: time))
  }

  /// Returns the integral of ``meanUpTo(_:)`` from 0 to `t`: E[S t − S²/2; S < t] + t²/2 · P(S ≥ t).
  func integratedMeanUpTo(_ time: Double) -> Double {
    guard time > 0 else { return 0 }
    let longer = 1 - partialMoment(0, upTo: time)
    return time * partialMoment(1, upTo: time) - partialMoment(2, upTo: time) / 2 + time * time / 2 * longer
  }

  /// E S and E S².
  private func moment(_ order: Int) -> Double {
    switch self {
    case .constant(let value): order == 1 ? value : value * value
    case .gamma(let mean, let shape): order == 1 ? mean : mean * mean * (1 + 1 / shape)
    case .logNormal(let median, let sigma):
      PortableMath.power(median, Double(order))
        * PortableMath.exponential(Double(order * order) * sigma * sigma / 2)
    }
  }

  /// E[Sᵏ; S < t] for k = 0, 1, 2.
  private func partialMoment(_ order: Int, upTo time: Double) -> Double {
    let whole = order == 0 ? 1 : moment(order)
    switch self {
    case .constant(let value): return value < time ? whole : 0
    case .gamma(let mean, let shape):
      let scaled = time * shape / mean
      return whole * SpecialFunctions.regularizedGammaLower(shape: shape + Double(order), at: scaled)
    case .logNormal(let median, let sigma):
      let deviate = PortableMath.logarithm(time / median) / sigma - Double(order) * sigma
      return whole * SpecialFunctions.normalCumulative(deviate)
    }
  }
}
