import DunjingStatistics
import Testing

/// Differences of two samples against values worked out by hand.
@Suite struct MeanDifferenceTests {
  private func isNear(_ one: Double, _ other: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(one - other) <= tolerance
  }

  /// Differences 1, 2, 3: mean 2, standard error 1/√3; with two degrees of freedom the distribution of t is
  /// ½ + t / (2 √(2 + t²)), so that p = 1 − √12/√14, and the quantile of 97.5 % is 4.302652730.
  @Test func pairsAreComparedByTheirDifferences() throws {
    let difference = try #require(MeanDifference(paired: [1, 2, 3], [2, 4, 6]))
    #expect(isNear(difference.mean, 2) && isNear(difference.first, 2) && isNear(difference.second, 4))
    #expect(isNear(difference.standardError, 1 / 3.0.squareRoot()) && difference.degreesOfFreedom == 2)
    #expect(isNear(difference.probability, 1 - (12.0 / 14).squareRoot()))
    #expect(isNear(difference.interval(level: 0.95).halfWidth, 4.302_652_730 / 3.0.squareRoot(), 1e-8))
  }

  /// Samples 1…4 and 2, 4, 6: variances 5/3 and 4, squared errors 5/12 and 4/3, degrees of freedom
  /// (21/12)² / ((5/12)²/3 + (4/3)²/2).
  @Test func independentSamplesAreComparedByWelch() throws {
    let difference = try #require(MeanDifference(independent: [1, 2, 3, 4], [2, 4, 6]))
    #expect(isNear(difference.mean, 1.5))
    #expect(isNear(difference.standardError, (5.0 / 12 + 4.0 / 3).squareRoot()))
    let spread = 25.0 / 144 / 3 + 16.0 / 9 / 2
    #expect(isNear(difference.degreesOfFreedom, (5.0 / 12 + 4.0 / 3) * (5.0 / 12 + 4.0 / 3) / spread))
  }

  @Test func equalSamplesDifferByNothingWithCertainty() throws {
    let same = try #require(MeanDifference(paired: [1, 5, 2], [1, 5, 2]))
    #expect(same.mean == 0 && same.probability == 1 && same.interval(level: 0.95).halfWidth == 0)
    let constants = try #require(MeanDifference(independent: [3, 3], [4, 4]))
    #expect(constants.mean == 1 && constants.probability == 0)
  }

  @Test func tooFewObservationsGiveNothing() {
    #expect(MeanDifference(paired: [1], [2]) == nil && MeanDifference(paired: [1, 2], [1, 2, 3]) == nil)
    #expect(MeanDifference(independent: [1], [2, 3]) == nil)
  }

  @Test func probabilitiesAreRaisedByHolm() {
    #expect(MeanDifference.adjusted([0.01, 0.04, 0.03]) == [0.03, 0.06, 0.06])
    #expect(MeanDifference.adjusted([]) == [])
  }
}
