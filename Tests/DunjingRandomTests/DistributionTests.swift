import DunjingRandom
import Testing

private let empirical = EmpiricalDistribution(
  values: [1, 2, 2, 5], cumulativeProbabilities: [0.1, 0.3, 0.6, 1])

/// One distribution of each kind.
private let examples: [Distribution] =
  [
    .constant(3), .uniform(low: 2, high: 6), .exponential(mean: 4), .gamma(mean: 3, shape: 0.6),
    .gamma(mean: 3, shape: 4.5), .erlang(mean: 2, stages: 3), .logNormal(median: 2, sigma: 0.5),
    .weibull(scale: 2, shape: 1.7), .weibull(mean: 5, shape: 0.8), .triangular(low: 1, mode: 2, high: 5),
    .hyperexponential(probability: 0.3, firstMean: 1, secondMean: 6),
    .gamma(mean: 2, coefficientOfVariation: 0.5), .logNormal(mean: 3, coefficientOfVariation: 0.4)
  ] + [empirical].compactMap { $0.map(Distribution.empirical) }

@Suite struct DistributionTests {
  @Test(arguments: examples)
  func `samples have the stated mean and variance`(distribution: Distribution) {
    var stream = RandomStream(seed: 20, purpose: StreamPurpose(rawValue: 1))
    let count = 4_000
    let values = (0..<count).map { _ in distribution.sample(using: &stream) }
    let mean = values.reduce(0, +) / Double(count)
    let error = (distribution.variance / Double(count)).squareRoot()
    #expect((mean - distribution.mean).magnitude <= 4 * error)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    #expect((variance - distribution.variance).magnitude <= 0.25 * distribution.variance)
  }

  @Test(arguments: examples)
  func `moments agree with the cumulative probability`(distribution: Distribution) {
    // For a quantity that is not negative the mean is ∫ (1 − F) and the mean square ∫ 2x (1 − F).
    let step = 0.004
    var (first, second) = (0.0, 0.0)
    for index in 0..<50_000 {
      let x = (Double(index) + 0.5) * step
      let tail = 1 - distribution.cumulative(x)
      first += tail * step
      second += 2 * x * tail * step
    }
    #expect((first - distribution.mean).magnitude < 2e-3)
    #expect((second - first * first - distribution.variance).magnitude < 2e-2)
    #expect(distribution.isProper)
  }

  @Test func `parameters outside their domain are not proper`() {
    let improper: [Distribution] = [
      .constant(.nan), .uniform(low: 2, high: 1), .exponential(mean: 0), .gamma(mean: 1, shape: -1),
      .logNormal(median: 0, sigma: 1), .weibull(scale: 1, shape: .infinity),
      .triangular(low: 1, mode: 0, high: 2), .hyperexponential(probability: 1.1, firstMean: 1, secondMean: 1)
    ]
    #expect(improper.allSatisfy { !$0.isProper })
  }

  @Test func `a coefficient of variation is kept`() {
    let gamma = Distribution.gamma(mean: 3, coefficientOfVariation: 1.5)
    #expect((gamma.variance.squareRoot() / gamma.mean - 1.5).magnitude < 1e-12)
    let logNormal = Distribution.logNormal(mean: 3, coefficientOfVariation: 1.5)
    #expect((logNormal.variance.squareRoot() / logNormal.mean - 1.5).magnitude < 1e-12)
    #expect((logNormal.mean - 3).magnitude < 1e-12)
    #expect(Distribution.gamma(mean: 3, coefficientOfVariation: 0) == .constant(3))
  }

  @Test func `an empirical distribution is straight between its points and jumps at equal values`() throws {
    let points = try #require(empirical)
    #expect(points.quantile(0.05) == 1)
    #expect((points.quantile(0.2) - 1.5).magnitude < 1e-15)
    #expect(points.quantile(0.45) == 2)
    #expect((points.quantile(0.8) - 3.5).magnitude < 1e-15)
    #expect(points.quantile(1) == 5)
    #expect(points.cumulative(0.9) == 0)
    #expect(points.cumulative(1) == 0.1)
    #expect((points.cumulative(2) - 0.6).magnitude < 1e-15)
    #expect(points.cumulative(5) == 1)
  }

  @Test func `observations keep their mean and variance`() throws {
    let points = try #require(EmpiricalDistribution(observations: [4, 1, 1, 2]))
    #expect(points.mean == 2)
    #expect(points.variance == 1.5)
    #expect([0.1, 0.5, 0.6, 0.75, 0.76, 1].map(points.quantile) == [1, 1, 2, 2, 4, 4])
  }

  @Test func `points that are no distribution are refused`() {
    #expect(EmpiricalDistribution(values: [], cumulativeProbabilities: []) == nil)
    #expect(EmpiricalDistribution(values: [1], cumulativeProbabilities: [0.9]) == nil)
    #expect(EmpiricalDistribution(values: [2, 1], cumulativeProbabilities: [0.5, 1]) == nil)
    #expect(EmpiricalDistribution(values: [1, 2], cumulativeProbabilities: [0.5, 0.4]) == nil)
    #expect(EmpiricalDistribution(values: [1, .infinity], cumulativeProbabilities: [0.5, 1]) == nil)
    #expect(EmpiricalDistribution(observations: []) == nil)
  }
}
