import DunjingNumerics

/// A Brownian motion with drift that is kept from falling below zero: the backlog of a server whose work comes in small
/// pieces, and the limit in heavy traffic of any queue.
///
/// Sources: J. M. Harrison (1985), *Brownian Motion and Stochastic Flow Systems*, section 1.8, for the distribution at
/// a time, P(Z(t) ≤ y | Z(0) = x) = Φ((y − x − μt)/σ√t) − exp(2μy/σ²) Φ((−y − x − μt)/σ√t); J. Abate & W. Whitt (1987),
/// "Transient behavior of regulated Brownian motion", Advances in Applied Probability 19, for its moments. With drift
/// below zero the mean tends to σ²/2|μ|, with drift above zero it grows by μ, and nothing breaks at zero.
public struct ReflectedBrownianMotion: Sendable, Equatable {
  /// The mean growth in a unit of time, away from zero.
  public let drift: Double
  /// The standard deviation of the growth in a unit of time.
  public let deviation: Double

  /// The mean overshoot of a Gaussian random walk over a level far away, in standard deviations of a step:
  /// −ζ(½)/√(2π). Source: D. Siegmund (1979), "Corrected diffusion approximations in certain random walk problems".
  public static let overshoot = 0.582_597_157_939_010_6

  /// Creates a motion.
  /// - Precondition: the deviation is not negative.
  public init(drift: Double, deviation: Double) {
    precondition(deviation >= 0, "a standard deviation is not negative")
    (self.drift, self.deviation) = (drift, deviation)
  }

  /// Returns the mean at a time, from a start that is not negative: E[Z(t) | Z(0) = x].
  /// - Complexity: O(1).
  public func mean(at time: Double, from start: Double) -> Double {
    meanExcess(over: 0, at: time, from: start)
  }

  /// Returns the mean at a step of the random walk with steps of this drift and deviation that is kept from falling below
  /// zero, as in Lindley's recursion.
  ///
  /// A walk only looks at zero once a step, so that it hovers lower than the motion: the barrier moves down by
  /// ``overshoot`` deviations (Siegmund 1979). In light traffic the mean falls off exponentially, as it should, where that
  /// of the motion falls off like 1/|μ|. From zero it is within 0.03 deviations of Spitzer's exact sum for drifts from −1
  /// deviation up.
  public func walkMean(at step: Double, from start: Double) -> Double {
    let shift = Self.overshoot * deviation
    return meanExcess(over: shift, at: step, from: start + shift)
  }

  /// Returns E[(Z(t) − b)⁺ | Z(0) = x], the integral over y ≥ b of the probability to be above y.
  public func meanExcess(over level: Double, at time: Double, from start: Double) -> Double {
    guard time > 0 else { return max(0, start - level) }
    guard deviation > 0 else { return max(0, max(0, start + drift * time) - level) }
    let spread = deviation * time.squareRoot()
    // The closed form divides by the drift; near zero the mean of both sides is exact to the second order.
    let least = 1e-4 * deviation / time.squareRoot()
    guard drift.magnitude < least else { return excess(drift, level, time, start, spread) }
    let weight = (drift / least + 1) / 2
    return weight * excess(least, level, time, start, spread)
      + (1 - weight) * excess(-least, level, time, start, spread)
  }

  private func excess(
    _ drift: Double, _ level: Double, _ time: Double, _ start: Double, _ spread: Double
  ) -> Double {
    let rate = 2 * drift / (deviation * deviation)
    let u = (start + drift * time - level) / spread
    let density = PortableMath.exponential(-u * u / 2) / (2 * Double.pi).squareRoot()
    let free = spread * (u * SpecialFunctions.normalCumulative(u) + density)
    let from = Self.weighted(-rate * start, (drift * time - level - start) / spread)
    let back = Self.weighted(rate * level, -(level + start + drift * time) / spread)
    return max(0, free + (from - back) / rate)
  }

  /// Returns exp(a) Φ(v) where the first factor may be huge and the second tiny, by the continued fraction of Laplace for
  /// the tail.
  private static func weighted(_ exponent: Double, _ v: Double) -> Double {
    guard v < -6 else { return PortableMath.exponential(exponent) * SpecialFunctions.normalCumulative(v) }
    var fraction = -v
    for term in stride(from: 16.0, to: 0, by: -1) { fraction = -v + term / fraction }
    return PortableMath.exponential(exponent - v * v / 2) / (fraction * (2 * Double.pi).squareRoot())
  }
}
