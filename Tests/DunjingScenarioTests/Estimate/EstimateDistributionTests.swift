import DunjingRandom
import Testing

@testable import DunjingScenario

@Suite struct EstimateDistributionTests {
  private func draws(_ distribution: EstimateDistribution, _ value: Double, _ error: Double) -> [Double] {
    (0..<40_000).map { number in
      var stream = RandomStream(seed: 5, purpose: .estimate, entity: UInt64(number))
      return distribution.draw(value: value, standardError: error, using: &stream)
    }
  }

  private func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(values.count - 1)).squareRoot())
  }

  /// The mean of 40,000 draws is within 3.3 standard errors, the deviation within 2 %.
  @Test(arguments: [
    (EstimateDistribution.gamma, 2_000.0, 300.0), (.gamma, 2, 3), (.beta, 0.3, 0.05), (.beta, 0.02, 0.02),
    (.normal, -1.5, 0.4)
  ])
  func `draws have the estimate for their mean and the standard error for their deviation`(
    distribution: EstimateDistribution, value: Double, error: Double
  ) {
    let found = moments(draws(distribution, value, error))
    #expect(abs(found.mean - value) < 3.3 * error / 200)
    #expect(abs(found.deviation / error - 1) < (distribution == .gamma && value < error ? 0.04 : 0.02))
  }

  @Test func `the logarithm of a log-normal number has the relative standard error`() {
    let values = draws(.logNormal, 40, 4).sorted()
    #expect(abs(values[20_000] / 40 - 1) < 0.003)
    #expect(values.allSatisfy { $0 > 0 })
    // 15.87 % of the draws lie more than one deviation below.
    #expect(abs(values[6_346] / (40 * 0.904837) - 1) < 0.004)
  }

  @Test func `a number without an error is itself`() {
    for distribution in EstimateDistribution.allCases {
      #expect(draws(distribution, 0.25, 0).allSatisfy { $0 == 0.25 })
    }
  }

  @Test func `numbers that no distribution has are not admitted`() {
    #expect(!EstimateDistribution.beta.admits(value: 1.2, standardError: 0.1))
    #expect(!EstimateDistribution.beta.admits(value: 0.5, standardError: 0.5))
    #expect(!EstimateDistribution.gamma.admits(value: -1, standardError: 0.1))
    #expect(!EstimateDistribution.logNormal.admits(value: 0, standardError: 1))
    #expect(!EstimateDistribution.normal.admits(value: .nan, standardError: 1))
    #expect(!EstimateDistribution.normal.admits(value: 1, standardError: -1))
    #expect(EstimateDistribution.dirichlet.admits(value: 0, standardError: 0))
    #expect(!EstimateDistribution.gamma.admits(value: 1e-160, standardError: 1))
    #expect(!EstimateDistribution.beta.admits(value: 1e-9, standardError: 1e-5))
  }

  @Test func `errors too small to matter are none`() {
    for distribution in EstimateDistribution.allCases {
      #expect(distribution.admits(value: 0.25, standardError: 1e-200))
      #expect(draws(distribution, 0.25, 1e-200).allSatisfy { $0 == 0.25 })
    }
  }
}
