import DunjingDense
import DunjingNumerics

/// A process in time whose events beget further events: λ(t) = μ p(t) + α Σ β exp(−β (t − tⱼ)) over earlier events.
///
/// μ is the background rate, p(t) a given profile, α the branching ratio and β the decay. Nothing is known before time zero,
/// and events after the end are counted in the integral of λ, so the ends bias nothing.
///
/// Sources: A. G. Hawkes (1971), "Spectra of some self-exciting and mutually exciting point processes"; Y. Ogata (1978), "The
/// asymptotic behaviour of maximum likelihood estimators for stationary point processes"; T. Ozaki (1979), "Maximum
/// likelihood estimation of Hawkes' self-exciting point processes", for the recursions.
public struct TemporalHawkes: Sendable, Equatable {
  /// The times of the events, increasing, in any one unit.
  public let times: [Double]
  /// The end of the observation, which began at zero, in the unit of the times.
  public let duration: Double
  /// p at each event.
  public let profile: [Double]
  /// The integral of p over the observation, in the unit of the times.
  public let profileIntegral: Double

  /// Creates the process that was observed.
  /// - Parameters:
  ///   - times: of the events, increasing, since the observation began.
  ///   - duration: of the observation, in the unit of the times.
  ///   - profile: p at each event and its integral; constant 1 unless given.
  /// - Precondition: times increase within the duration; the profile has a positive value for each.
  public init(
    times: [Double], duration: Double, profile: (atEvents: [Double], integral: Double)? = nil
  ) {
    precondition(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }, "times increase")
    precondition((times.first ?? 0) >= 0 && (times.last ?? 0) <= duration, "times lie within the duration")
    (self.times, self.duration) = (times, duration)
    self.profile = profile?.atEvents ?? [Double](repeating: 1, count: times.count)
    profileIntegral = profile?.integral ?? duration
    precondition(self.profile.count == times.count, "the profile has a value for each event")
  }

  /// Returns the log-likelihood at the logarithms of μ, α and β.
  /// - Complexity: O(n).
  public func logLikelihood(at point: [Double]) -> Double {
    guard point.allSatisfy({ $0.magnitude < 100 }) else { return -.infinity }
    let (mu, alpha, beta) = (
      PortableMath.exponential(point[0]), PortableMath.exponential(point[1]),
      PortableMath.exponential(point[2])
    )
    var (sum, memory, before) = (NeumaierSum(), 0.0, -Double.infinity)
    for (time, weight) in zip(times, profile) {
      memory = before.isFinite ? PortableMath.exponential(-beta * (time - before)) * (1 + memory) : 0
      before = time
      sum.add(PortableMath.logarithm(mu * weight + alpha * beta * memory))
      sum.add(alpha * PortableMath.exponentialMinusOne(-beta * (duration - time)))
    }
    sum.add(-mu * profileIntegral)
    return sum.value
  }

  /// Returns the derivatives of the log-likelihood by the logarithms of μ, α and β.
  /// - Complexity: O(n).
  public func curvature(at point: [Double]) -> SmoothLikelihood.Curvature {
    let (mu, alpha, beta) = (
      PortableMath.exponential(point[0]), PortableMath.exponential(point[1]),
      PortableMath.exponential(point[2])
    )
    var (sum, memory) = (LogIntensitySum(), ExcitationMemory())
    for (time, weight) in zip(times, profile) {
      memory.move(to: time, decay: beta)
      let base = alpha * beta
      let kernel = base * memory.plain
      let slope = base * (memory.plain - beta * memory.first)
      let bend = base * (memory.plain - 3 * beta * memory.first + beta * beta * memory.second)
      sum.add(
        first: [mu * weight, kernel, slope, 0],
        second: ([mu * weight, 0, 0, 0], [0, kernel, slope, 0], [0, slope, bend, 0], .zero),
        intensity: mu * weight + kernel)
      let left = beta * (duration - time)
      let fading = PortableMath.exponential(-left)
      let begotten = -alpha * PortableMath.exponentialMinusOne(-left)
      let (moved, curved) = (alpha * left * fading, alpha * (left - left * left) * fading)
      sum.subtract(
        first: [0, begotten, moved, 0],
        second: (.zero, [0, begotten, moved, 0], [0, moved, curved, 0], .zero))
    }
    let integral = mu * profileIntegral
    sum.subtract(first: [integral, 0, 0, 0], second: ([integral, 0, 0, 0], .zero, .zero, .zero))
    return sum.curvature(count: 3)
  }

  /// The maximum of the likelihood.
  /// - Parameter decays: where the search for β starts, by unit of time; by default 8 values around the rate of events.
  /// - Complexity: O(n) for each of some tens of steps from each start.
  public func fitted(decays: [Double]? = nil) -> HawkesEstimate {
    let (background, null) = withoutExcitation
    guard times.count >= 10 else {
      return HawkesEstimate(nil, count: times.count, background: background, null: null)
    }
    let rate = Double(times.count) / duration
    let grid = decays ?? [0.05, 0.15, 0.5, 1, 3, 10, 30, 100].map { $0 * rate }
    let likelihood = SmoothLikelihood(value: logLikelihood(at:), curvature: curvature(at:))
    let starts = grid.map { decay in
      [PortableMath.logarithm(0.8 * background), PortableMath.logarithm(0.2), PortableMath.logarithm(decay)]
    }
    let best = starts.map { LikelihoodMaximum.find(likelihood, from: $0, iterations: 8) }
      .max { $0.value < $1.value }
    let maximum = best.map { LikelihoodMaximum.find(likelihood, from: $0.point) }
    let fine = stride(from: -4.0, through: 5, by: 0.1).map { rate * PortableMath.exponential($0) }
    return HawkesEstimate(
      maximum, count: times.count, background: background, null: null,
      scores: fine.map { score(decay: $0) })
  }

  /// Returns the maximum of the likelihood at a decay that is known beforehand.
  /// - Complexity: O(n) for each of some tens of steps.
  public func fitted(knownDecay: Double) -> HawkesEstimate {
    let (background, null) = withoutExcitation
    guard times.count >= 10 else {
      return HawkesEstimate(nil, count: times.count, background: background, null: null)
    }
    let decay = PortableMath.logarithm(knownDecay)
    let likelihood = SmoothLikelihood(
      value: { logLikelihood(at: $0 + [decay]) },
      curvature: { point in
        let whole = curvature(at: point + [decay])
        return SmoothLikelihood.Curvature(
          gradient: Array(whole.gradient.prefix(2)),
          hessian: DenseMatrix(rows: (0..<2).map { row in (0..<2).map { whole.hessian[row, $0] } }))
      })
    let start = [0.9 * background, 0.1].map(PortableMath.logarithm)
    return HawkesEstimate(
      LikelihoodMaximum.find(likelihood, from: start), count: times.count, background: background, null: null,
      knownDecay: knownDecay)
  }

  /// The best background alone, and its log-likelihood.
  private var withoutExcitation: (background: Double, logLikelihood: Double) {
    let count = Double(times.count)
    guard count > 0, profileIntegral > 0 else { return (0, 0) }
    let background = count / profileIntegral
    return (background, profile.reduce(-count) { $0 + PortableMath.logarithm(background * $1) })
  }

  /// Returns the score of α at zero by its standard deviation, μ being estimated: standard normal without excitation.
  /// - Complexity: O(n).
  public func score(decay: Double) -> Double {
    let background = profileIntegral > 0 ? Double(times.count) / profileIntegral : 0
    var (score, own, shared, memory) = (0.0, 0.0, 0.0, ExcitationMemory())
    for (time, weight) in zip(times, profile) {
      memory.move(to: time, decay: decay)
      let excitation = decay * memory.plain
      let base = background * weight
      score += excitation / base + PortableMath.exponentialMinusOne(-decay * (duration - time))
      own += excitation * excitation / (base * base)
      shared += excitation / (base * background)
    }
    let information = own - shared * shared * background * background / Double(times.count)
    return information > 0 ? score / information.squareRoot() : 0
  }
}
