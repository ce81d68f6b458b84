import DunjingDense
import DunjingNumerics

/// A process in time and place whose events beget further events nearby:
/// λ(t, s) = μ p(t) u(s) + α Σ β exp(−β (t − tⱼ)) N(s − sⱼ; σ²) over earlier events.
///
/// u is a given density of the background over places; where it is too smooth, standing hot spots are mistaken for
/// excitation. The kernel is cut off at a longest time and a greatest distance, and the integral counts it so. All places
/// near an event are assumed to be observed: offspring beyond the edge of the area are not corrected for.
///
/// Sources: G. O. Mohler, M. B. Short, P. J. Brantingham, F. P. Schoenberg & G. E. Tita (2011), "Self-exciting point process
/// modeling of crime"; A. Veen & F. P. Schoenberg (2008), "Estimation of space-time branching process models in seismology
/// using an EM-type algorithm".
public struct SpatialHawkes: Sendable {
  /// The events in order of time.
  public let events: [PlacedEvent]
  /// The end of the observation, which began at zero, in the unit of the times.
  public let duration: Double
  /// The longest time over which an event begets another, in the same unit.
  public let cutoff: Double
  /// The greatest distance at which it does, in the unit of the places.
  public let greatestReach: Double

  let pairs: EventPairs
  private let base: [Double]
  private let profileIntegral: Double

  /// Creates the process that was observed.
  /// - Parameters:
  ///   - events: in order of time.
  ///   - duration: of the observation, in the unit of the times of the events.
  ///   - density: u at each event, integrating to 1 over all places.
  ///   - cutoff: the longest time over which an event begets another, in the same unit.
  ///   - greatestReach: the greatest distance at which it does, in the unit of the places.
  ///   - profile: p at each event and its integral; constant 1 unless given.
  /// - Precondition: events are in order of time within the duration, with a density each.
  public init(
    _ events: [PlacedEvent], duration: Double, density: [Double], cutoff: Double, greatestReach: Double,
    profile: (atEvents: [Double], integral: Double)? = nil
  ) {
    precondition(zip(events, events.dropFirst()).allSatisfy { $0.time <= $1.time }, "times increase")
    precondition(density.count == events.count, "each event has a density")
    (self.events, self.duration, self.cutoff, self.greatestReach) = (events, duration, cutoff, greatestReach)
    pairs = EventPairs(events, cutoff: cutoff, reach: greatestReach)
    base = profile.map { zip($0.atEvents, density).map(*) } ?? density
    profileIntegral = profile?.integral ?? duration
  }

  /// Returns the log-likelihood at the logarithms of μ, α, β and σ.
  /// - Complexity: O(n + pairs).
  public func logLikelihood(at point: [Double]) -> Double {
    guard point.allSatisfy({ $0.magnitude < 60 }) else { return -.infinity }
    let kernel = PairKernel(point)
    var sum = NeumaierSum()
    for index in events.indices {
      var excitation = 0.0
      for pair in pairs.starts[index]..<pairs.starts[index + 1] {
        excitation += kernel.value(lag: pairs.lags[pair], square: pairs.squares[pair])
      }
      let intensity = kernel.background * base[index] + excitation
      guard intensity > 0 else { return -.infinity }
      sum.add(PortableMath.logarithm(intensity))
    }
    sum.add(-kernel.background * profileIntegral)
    let mass = kernel.mass(within: greatestReach).value
    for event in events {
      let left = kernel.decay * min(cutoff, duration - event.time)
      sum.add(kernel.branching * mass * PortableMath.exponentialMinusOne(-left))
    }
    return sum.value
  }

  /// Returns the derivatives of the log-likelihood by the logarithms of μ, α, β and σ.
  /// - Complexity: O(n + pairs).
  public func curvature(at point: [Double]) -> SmoothLikelihood.Curvature {
    let kernel = PairKernel(point)
    var sum = LogIntensitySum()
    for index in events.indices {
      let background = kernel.background * base[index]
      var (value, byDecay, byReach) = (0.0, 0.0, 0.0)
      var (twiceDecay, mixed, twiceReach) = (0.0, 0.0, 0.0)
      for pair in pairs.starts[index]..<pairs.starts[index + 1] {
        let (lag, square) = (pairs.lags[pair], pairs.squares[pair])
        let term = kernel.value(lag: lag, square: square)
        let (age, spread) = (kernel.decay * lag, square * kernel.inverseSquare)
        value += term
        byDecay += term * (1 - age)
        byReach += term * (spread - 2)
        twiceDecay += term * ((1 - age) * (1 - age) - age)
        mixed += term * (1 - age) * (spread - 2)
        twiceReach += term * ((spread - 2) * (spread - 2) - 2 * spread)
      }
      sum.add(
        first: [background, value, byDecay, byReach],
        second: (
          [background, 0, 0, 0], [0, value, byDecay, byReach], [0, byDecay, twiceDecay, mixed],
          [0, byReach, mixed, twiceReach]
        ), intensity: background + value)
    }
    subtractIntegral(kernel, from: &sum)
    return sum.curvature(count: 4)
  }

  private func subtractIntegral(_ kernel: PairKernel, from sum: inout LogIntensitySum) {
    let integral = kernel.background * profileIntegral
    var (begotten, moved, curved) = (0.0, 0.0, 0.0)
    for event in events {
      let left = kernel.decay * min(cutoff, duration - event.time)
      let fading = PortableMath.exponential(-left)
      begotten -= PortableMath.exponentialMinusOne(-left)
      moved += left * fading
      curved += (left - left * left) * fading
    }
    let mass = kernel.mass(within: greatestReach)
    let alpha = kernel.branching
    let (plain, byDecay) = (alpha * begotten * mass.value, alpha * moved * mass.value)
    let (byReach, mixed) = (alpha * begotten * mass.slope, alpha * moved * mass.slope)
    sum.subtract(
      first: [integral, plain, byDecay, byReach],
      second: (
        [integral, 0, 0, 0], [0, plain, byDecay, byReach],
        [0, byDecay, alpha * curved * mass.value, mixed],
        [0, byReach, mixed, alpha * begotten * mass.bend]
      ))
  }

  /// The maximum of the likelihood: expectation and maximization in turn, then Newton's method.
  /// - Parameters:
  ///   - decay: where the search for β starts; by default 5 / cutoff.
  ///   - reach: where the search for σ starts; by default a quarter of the greatest.
  /// - Complexity: O(n + pairs) for each of some tens of steps.
  public func fitted(decay: Double? = nil, reach: Double? = nil) -> HawkesEstimate {
    let count = Double(events.count)
    let background = profileIntegral > 0 ? count / profileIntegral : 0
    let null = base.reduce(-count) { $0 + PortableMath.logarithm(background * $1) }
    guard events.count >= 10, !pairs.lags.isEmpty else {
      return HawkesEstimate(nil, count: events.count, background: background, null: null)
    }
    var point = [
      0.8 * background, 0.2, decay ?? 5 / cutoff, reach ?? 0.25 * greatestReach
    ].map(PortableMath.logarithm)
    for _ in 0..<40 { point = maximized(point) }
    let likelihood = SmoothLikelihood(value: logLikelihood(at:), curvature: curvature(at:))
    let maximum = LikelihoodMaximum.find(likelihood, from: point)
    return HawkesEstimate(maximum, count: events.count, background: background, null: null)
  }

  /// One step of expectation and maximization: who begot whom, and the parameters if that were known.
  func maximized(_ point: [Double]) -> [Double] {
    let kernel = PairKernel(point)
    var (alone, begotten, ages, squares) = (0.0, 0.0, 0.0, 0.0)
    for index in events.indices {
      let background = kernel.background * base[index]
      var (value, age, square) = (0.0, 0.0, 0.0)
      for pair in pairs.starts[index]..<pairs.starts[index + 1] {
        let term = kernel.value(lag: pairs.lags[pair], square: pairs.squares[pair])
        value += term
        age += term * pairs.lags[pair]
        square += term * pairs.squares[pair]
      }
      let intensity = background + value
      alone += background / intensity
      begotten += value / intensity
      ages += age / intensity
      squares += square / intensity
    }
    var (exposed, tail) = (0.0, 0.0)
    for event in events {
      let left = min(cutoff, duration - event.time)
      let fading = PortableMath.exponential(-kernel.decay * left)
      exposed += 1 - fading
      tail += left * fading
    }
    let mass = kernel.mass(within: greatestReach)
    // What lies beyond the greatest distance is missing from the squares.
    let missing = kernel.branching * exposed * mass.slope
    return [
      alone / profileIntegral, begotten / (exposed * mass.value),
      begotten / (ages + kernel.branching * mass.value * tail),
      (squares / max(2 * begotten + missing, 1e-9)).squareRoot()
    ].map { PortableMath.logarithm(max($0, 1e-9)) }
  }
}

/// What an event begets at a time and a distance from it.
private struct PairKernel {
  let background: Double
  let branching: Double
  let decay: Double
  let inverseSquare: Double
  private let height: Double

  init(_ point: [Double]) {
    background = PortableMath.exponential(point[0])
    branching = PortableMath.exponential(point[1])
    decay = PortableMath.exponential(point[2])
    inverseSquare = PortableMath.exponential(-2 * point[3])
    height = branching * decay * inverseSquare / (2 * Double.pi)
  }

  func value(lag: Double, square: Double) -> Double {
    height * PortableMath.exponential(-decay * lag - 0.5 * square * inverseSquare)
  }

  /// The share of offspring within a distance, with its derivatives by the logarithm of σ.
  func mass(within reach: Double) -> (value: Double, slope: Double, bend: Double) {
    let ratio = 0.5 * reach * reach * inverseSquare
    let beyond = PortableMath.exponential(-ratio)
    return (1 - beyond, -2 * ratio * beyond, (4 * ratio - 4 * ratio * ratio) * beyond)
  }
}
