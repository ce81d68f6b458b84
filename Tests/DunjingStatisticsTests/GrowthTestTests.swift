import DunjingRandom
import DunjingStatistics
import Testing

@Suite struct GrowthTestTests {
  /// How many of some walks of four weeks are taken to grow; a drift is in standard deviations of a day.
  private func growing(drift: Double, walks: Int, purpose: UInt32, risk: Double = GrowthTest.risk) -> Int {
    (0..<walks).count { walk in
      var stream = RandomStream(seed: 3, purpose: StreamPurpose(rawValue: purpose), entity: UInt64(walk))
      let steps = (0..<28).map { _ in drift + stream.nextNormal() }
      return GrowthTest(steps, risk: risk)?.isGrowing == true
    }
  }

  /// At the critical drift the risk is what is promised: for 100,000 walks a Poisson number with mean 100, within
  /// 3.29 of its standard deviations.
  @Test func aDriftOfZeroIsTakenForGrowthWithTheRiskPromised() {
    let found = growing(drift: 0, walks: 100_000, purpose: 911)
    #expect(abs(Double(found) - 100) < 33, "\(found)")
  }

  @Test func anotherRiskIsKeptToo() {
    let found = growing(drift: 0, walks: 20_000, purpose: 912, risk: 0.05)
    #expect(abs(Double(found) - 1_000) < 3.29 * (1_000 * 0.95).squareRoot(), "\(found)")
  }

  @Test func aBacklogThatShrinksIsNotTakenForGrowth() {
    #expect(growing(drift: -0.3, walks: 20_000, purpose: 913) == 0)
  }

  @Test func aStrongDriftIsFound() {
    // Mean of t: 1.5·√28 = 7.9, far above the bound of 3.4.
    #expect(growing(drift: 1.5, walks: 2_000, purpose: 914) == 2_000)
  }

  /// A department with 5 per cent too much work: 75 hours a day come in, 100 are done on each of five days a week.
  @Test func growthIsFoundWhateverTheDaysOff() throws {
    func hours(_ daily: Double, days: Int, noise: Double) -> [Double] {
      var stream = RandomStream(seed: 3, purpose: StreamPurpose(rawValue: 915))
      return (0..<days).map { daily - ($0 % 7 < 5 ? 100 : 0) + noise * stream.nextNormal() }
    }
    #expect(try #require(GrowthTest(hours(75, days: 91, noise: 5), period: 7)).isGrowing)
    #expect(try #require(GrowthTest(hours(75, days: 14, noise: 0), period: 7)).isGrowing)
    #expect(try !#require(GrowthTest(hours(500 / 7, days: 91, noise: 0), period: 7)).isGrowing)
    // Without the pattern the days off would hide it.
    #expect(try !#require(GrowthTest(hours(75, days: 91, noise: 5))).isGrowing)
  }

  @Test func theRiskIsKeptWithAPattern() {
    let found = (0..<20_000).count { walk in
      var stream = RandomStream(seed: 3, purpose: StreamPurpose(rawValue: 916), entity: UInt64(walk))
      let steps = (0..<28).map { Double($0 % 7 - 3) * 10 + stream.nextNormal() }
      return GrowthTest(steps, period: 7, risk: 0.05)?.isGrowing == true
    }
    #expect(abs(Double(found) - 1_000) < 3.29 * (1_000 * 0.95).squareRoot(), "\(found)")
  }

  @Test func constantIncrementsNeedNoStatistics() throws {
    #expect(try #require(GrowthTest([2, 2, 2])).isGrowing)
    #expect(try !#require(GrowthTest([0, 0, 0])).isGrowing)
    #expect(try !#require(GrowthTest([-1, -1, -1])).isGrowing)
    #expect(GrowthTest([1]) == nil)
  }
}
