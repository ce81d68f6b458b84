import DunjingNumerics
import DunjingRandom

/// A family of distributions of positive durations, its parameters on a scale without bounds.
///
/// | family | parameters |
/// |---|---|
/// | exponential | log mean |
/// | log-normal | log median, log sigma |
/// | gamma | log mean, log shape |
/// | Weibull | log scale, log shape |
public enum DurationFamily: String, Sendable, Codable, CaseIterable {
  /// Exponential.
  case exponential
  /// Log-normal.
  case logNormal
  /// Gamma.
  case gamma
  /// Weibull.
  case weibull

  /// The number of parameters.
  public var parameterCount: Int { self == .exponential ? 1 : 2 }

  /// The names of the parameters, as a scenario has them.
  public var parameterNames: [String] {
    switch self {
    case .exponential: ["mean"]
    case .logNormal: ["median", "sigma"]
    case .gamma: ["mean", "shape"]
    case .weibull: ["scale", "shape"]
    }
  }

  /// Returns the distribution with parameters on the scale without bounds.
  public func distribution(_ point: [Double]) -> Distribution {
    let values = point.map { PortableMath.exponential(min(max($0, -700), 700)) }
    return switch self {
    case .exponential: .exponential(mean: values[0])
    case .logNormal: .logNormal(median: values[0], sigma: values[1])
    case .gamma: .gamma(mean: values[0], shape: values[1])
    case .weibull: .weibull(scale: values[0], shape: values[1])
    }
  }

  /// Returns the log-likelihood of a sample.
  /// - Complexity: O(distinct intervals), for the Weibull also O(distinct values).
  public func logLikelihood(of sample: CensoredSample, at point: [Double]) -> Double {
    guard point.allSatisfy({ $0.magnitude < 100 }) else { return -.infinity }
    var result = NeumaierSum()
    if sample.exact.count > 0 { result.add(exactLogLikelihood(sample.exact, point)) }
    for group in sample.groups where group.lower < group.upper {
      let probability = self.probability(from: group.lower, to: group.upper, at: point)
      guard probability > 0 else { return -.infinity }
      result.add(group.count * PortableMath.logarithm(probability))
    }
    return result.value
  }

  private func exactLogLikelihood(_ sums: ExactSums, _ point: [Double]) -> Double {
    let n = sums.count
    switch self {
    case .exponential: return -n * point[0] - sums.sum * PortableMath.exponential(-point[0])
    case .logNormal:
      let squares = sums.squaredLogarithms - 2 * point[0] * sums.logarithms + n * point[0] * point[0]
      return -sums.logarithms - n * (point[1] + 0.918938533204672741780329736406)
        - 0.5 * squares * PortableMath.exponential(-2 * point[1])
    case .gamma:
      let shape = PortableMath.exponential(point[1])
      return n * (shape * (point[1] - point[0]) - SpecialFunctions.logGamma(shape))
        + (shape - 1) * sums.logarithms - shape * PortableMath.exponential(-point[0]) * sums.sum
    case .weibull:
      let shape = PortableMath.exponential(point[1])
      let powers = NeumaierSum(
        sums.values.lazy.map { $0.count * PortableMath.exponential(shape * ($0.logarithm - point[0])) })
      return n * (point[1] - shape * point[0]) + (shape - 1) * sums.logarithms - powers.value
    }
  }

  /// The probability of an interval, from whichever tail is the smaller.
  func probability(from lower: Double, to upper: Double, at point: [Double]) -> Double {
    let (before, after) = (tails(lower, point), tails(upper, point))
    return before.below < 0.5 ? after.below - before.below : before.above - after.above
  }

  /// The probabilities of less and of more than a value, each without cancellation.
  func tails(_ x: Double, _ point: [Double]) -> (below: Double, above: Double) {
    guard x > 0 else { return (0, 1) }
    guard x < .infinity else { return (1, 0) }
    switch self {
    case .exponential, .weibull:
      let shape = self == .weibull ? PortableMath.exponential(point[1]) : 1
      let hazard = PortableMath.exponential(shape * (PortableMath.logarithm(x) - point[0]))
      return (-PortableMath.exponentialMinusOne(-hazard), PortableMath.exponential(-hazard))
    case .logNormal:
      let z = (PortableMath.logarithm(x) - point[0]) * PortableMath.exponential(-point[1])
      return (SpecialFunctions.normalCumulative(z), SpecialFunctions.normalCumulative(-z))
    case .gamma:
      let shape = PortableMath.exponential(point[1])
      let scaled = shape * x * PortableMath.exponential(-point[0])
      return (
        SpecialFunctions.regularizedGammaLower(shape: shape, at: scaled),
        SpecialFunctions.regularizedGammaUpper(shape: shape, at: scaled)
      )
    }
  }

  /// A first guess by moments of the values and of their logarithms.
  func start(for sample: CensoredSample) -> [Double] {
    let guesses = sample.guesses
    let count = guesses.reduce(0) { $0 + $1.count }
    let mean = guesses.reduce(0) { $0 + $1.count * $1.value } / count
    let logarithms = guesses.map { (PortableMath.logarithm($0.value), $0.count) }
    let center = logarithms.reduce(0) { $0 + $1.1 * $1.0 } / count
    let variance = logarithms.reduce(0) { $0 + $1.1 * ($1.0 - center) * ($1.0 - center) } / count
    let spread = max(1e-3, variance.squareRoot())
    switch self {
    case .exponential: return [PortableMath.logarithm(mean)]
    case .logNormal: return [center, PortableMath.logarithm(spread)]
    case .gamma:
      let gap = max(1e-6, PortableMath.logarithm(mean) - center)
      // T. P. Minka (2002), "Estimating a gamma distribution", the start of his iteration.
      let shape = (3 - gap + ((gap - 3) * (gap - 3) + 24 * gap).squareRoot()) / (12 * gap)
      return [PortableMath.logarithm(mean), PortableMath.logarithm(shape)]
    case .weibull:
      let shape = 1.2825 / spread
      return [center + 0.5772 / shape, PortableMath.logarithm(shape)]
    }
  }
}
