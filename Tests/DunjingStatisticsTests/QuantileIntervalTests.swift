import DunjingNumerics
import DunjingRandom
import Testing

@testable import DunjingStatistics

@Suite struct QuantileIntervalTests {
  /// P(B < r) of a binomial, by the incomplete beta function.
  private func probabilityBelow(_ rank: Int, _ count: Int, _ probability: Double) -> Double {
    1 - SpecialFunctions.regularizedBeta(Double(rank), Double(count - rank + 1), at: probability)
  }

  @Test func `ranks and coverage agree with binomial tables`() throws {
    // Binomial sums by SciPy 1.17.
    let cases: [(count: Int, probability: Double, level: Double, ranks: (Int, Int), coverage: Double)] = [
      (100, 0.9, 0.95, (84, 96), 0.9556901071912228), (100, 0.5, 0.95, (41, 61), 0.9539559330706568),
      (29, 0.9, 0.95, (21, 29), 0.9513485261893853), (1_000, 0.9, 0.95, (881, 919), 0.9549071811148255)
    ]
    for (count, probability, level, ranks, coverage) in cases {
      let found = try #require(QuantileInterval.ranks(count: count, at: probability, level: level))
      let width = found.upper - found.lower
      #expect(width == ranks.1 - ranks.0 && abs(found.lower - ranks.0) <= (probability == 0.5 ? 1 : 0))
      #expect((found.coverage - coverage).magnitude < 1e-11)
    }
  }

  @Test(arguments: [0.05, 0.3, 0.5, 0.9, 0.99])
  func `the coverage is the sum of the enclosed probabilities, and no narrower pair has it`(
    probability: Double
  ) {
    for count in [6, 17, 45, 120, 400] {
      for level in [0.8, 0.95, 0.99] {
        let most =
          probabilityBelow(count, count, probability) - probabilityBelow(1, count, probability)
        guard let found = QuantileInterval.ranks(count: count, at: probability, level: level) else {
          #expect(most < level, "\(count) \(probability) \(level)")
          continue
        }
        let enclosed =
          probabilityBelow(found.upper, count, probability)
          - probabilityBelow(found.lower, count, probability)
        #expect((enclosed - found.coverage).magnitude < 1e-12 && found.coverage >= level)
        let width = found.upper - found.lower
        for lower in 1..<(count - width + 2) where width > 1 && lower + width - 1 <= count {
          let narrower =
            probabilityBelow(lower + width - 1, count, probability)
            - probabilityBelow(lower, count, probability)
          #expect(narrower < level + 1e-12)
        }
      }
    }
  }

  @Test func `the ends are observations around the sample quantile`() throws {
    let values = (1...29).map { Double(($0 * 11) % 29) }
    let interval = try #require(QuantileInterval(values, at: 0.9))
    #expect(interval.lower == 20 && interval.upper == 28)
    #expect(interval.estimate == Quantile.of(values, at: 0.9))
    #expect(interval.contains(20) && interval.contains(28) && !interval.contains(19.9))
    let censored = values.map { $0 > 25 ? Double.infinity : $0 }
    #expect(try #require(QuantileInterval(censored, at: 0.9)).upper == .infinity)
  }

  @Test func `what cannot be enclosed has no interval`() {
    let few = (1...28).map(Double.init)
    #expect(QuantileInterval(few, at: 0.9) == nil, "1 − .9²⁸ = .948")
    #expect(QuantileInterval([1, 2, 3, 4, 5], at: 0.5) == nil, "1 − 2 / 2⁵ = .9375")
    #expect(QuantileInterval([1, 2, 3, 4, 5, 6], at: 0.5) != nil)
    #expect(QuantileInterval(few + [.nan], at: 0.5) == nil)
    #expect(QuantileInterval(few, at: 0) == nil && QuantileInterval(few, at: .nan) == nil)
    #expect(QuantileInterval(few, at: 0.5, level: 1) == nil && QuantileInterval([], at: 0.5) == nil)
  }
}
