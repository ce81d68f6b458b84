import DunjingNumerics
import DunjingRandom
import DunjingStatistics
import Testing

@Suite struct ConfidenceIntervalTests {
  @Test func `the interval of a textbook sample`() throws {
    // Law (2015), example 4.27: mean 1.34, variance .17, 90 % interval 1.34 ± .24.
    let interval = try #require(
      ConfidenceInterval([1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09], level: 0.90))
    #expect((interval.mean - 1.343).magnitude < 1e-12)
    #expect((interval.halfWidth - 0.24).magnitude < 0.005)
    #expect(interval.contains(1.2))
    #expect(!interval.contains(1.6))
    #expect((try #require(interval.relativeHalfWidth) - interval.halfWidth / 1.343).magnitude < 1e-12)
  }

  @Test func `one observation gives no interval, equal ones a point`() throws {
    #expect(ConfidenceInterval([3]) == nil)
    let point = try #require(ConfidenceInterval([3, 3, 3]))
    #expect(point.halfWidth == 0)
    #expect(point.contains(3))
    #expect(ConfidenceInterval(mean: 0, halfWidth: 1, level: 0.9).relativeHalfWidth == nil)
  }

  @Test func `intervals of normal samples cover as they promise`() throws {
    var stream = RandomStream(seed: 12, purpose: StreamPurpose(rawValue: 4))
    var covered = 0
    for _ in 0..<2_000 {
      let sample = (0..<8).map { _ in 5 + 2 * stream.nextNormal() }
      if try #require(ConfidenceInterval(sample, level: 0.9)).contains(5) { covered += 1 }
    }
    #expect((Double(covered) / 2_000 - 0.9).magnitude < 0.025)
  }

  @Test func `the planned number of replications is the smallest that suffices`() throws {
    let pilot = Tally([10.1, 8.7, 9.4, 11.3, 10.2, 9.6])
    let plan = try #require(ReplicationPlan(pilot: pilot, level: 0.95))
    let deviation = try #require(pilot.standardDeviation)
    let count = try #require(plan.replications(halfWidth: 0.2))
    func halfWidth(_ n: Int) -> Double {
      SpecialFunctions.studentTQuantile(0.975, degreesOfFreedom: Double(n - 1)) * deviation
        / Double(n).squareRoot()
    }
    #expect(halfWidth(count) <= 0.2)
    #expect(halfWidth(count - 1) > 0.2)
    #expect(plan.replications(relativeError: 0.02) == plan.replications(halfWidth: pilot.mean * 0.02 / 1.02))
    #expect(plan.replications(halfWidth: 5) == 6)
    #expect(plan.replications(halfWidth: 0.001, limit: 1_000) == nil)
    #expect(plan.replications(halfWidth: 0) == nil)
    #expect(ReplicationPlan(pilot: Tally([1])) == nil)
    #expect(try #require(ReplicationPlan(pilot: Tally([2, 2]))).replications(halfWidth: 0.1) == 2)
  }
}
