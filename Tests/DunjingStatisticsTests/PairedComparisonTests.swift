import DunjingRandom
import Testing

@testable import DunjingStatistics

@Suite struct PairedComparisonTests {
  @Test func `a difference is taken replication by replication`() throws {
    let baseline: [Double] = [10, 14, 9, 12, 15]
    let comparison = try #require(
      PairedComparison(baseline: baseline, treatments: [baseline.map { $0 - 3 }, [11, 13, 10, 11, 16]]))
    let sure = comparison.differences[0]
    #expect(sure.mean == -3)
    #expect(sure.interval.halfWidth == 0)
    #expect(sure.isSignificant)
    #expect(sure.relativeDifference == -0.25)
    let chance = comparison.differences[1]
    #expect((chance.mean - 0.2).magnitude < 1e-15)
    #expect(!chance.isSignificant)
    #expect(chance.simultaneousInterval.halfWidth > chance.interval.halfWidth)
    #expect((chance.simultaneousInterval.level - 0.975).magnitude < 1e-15)
    #expect(comparison.baseline.mean == 12)
  }

  @Test func `probabilities agree with the t distribution`() throws {
    // Differences 1, 2, 3, 4: t = 2.5 / .6454972 = 3.8729833, three degrees of freedom.
    let comparison = try #require(PairedComparison(baseline: [0, 0, 0, 0], treatments: [[1, 2, 3, 4]]))
    #expect((comparison.differences[0].probability - 0.0304662).magnitude < 1e-6)
    #expect(comparison.differences[0].relativeDifference == nil)
  }

  @Test func `Holm adjusts step by step and keeps the order`() {
    let adjusted = PairedComparison.adjustedByHolm([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect((value - expected).magnitude < 1e-15)
    }
    #expect(PairedComparison.adjustedByHolm([0.7, 0.8]) == [1, 1])
  }

  @Test func `results that cannot be paired are refused`() {
    #expect(PairedComparison(baseline: [1], treatments: [[1]]) == nil)
    #expect(PairedComparison(baseline: [1, 2], treatments: []) == nil)
    #expect(PairedComparison(baseline: [1, 2], treatments: [[1, 2], [1]]) == nil)
  }

  @Test func `a family of equal treatments rarely shows a difference`() throws {
    var stream = RandomStream(seed: 5, purpose: StreamPurpose(rawValue: 9))
    var (alarms, misses) = (0, 0)
    for _ in 0..<400 {
      let rows = (0..<5).map { _ in (0..<10).map { _ in stream.nextNormal() } }
      let comparison = try #require(
        PairedComparison(baseline: rows[0], treatments: Array(rows.dropFirst()), level: 0.9))
      if comparison.differences.contains(where: \.isSignificant) { alarms += 1 }
      if comparison.differences.contains(where: { !$0.simultaneousInterval.contains(0) }) { misses += 1 }
    }
    #expect(alarms <= 58)
    #expect(misses <= 58)
    #expect(alarms > 0)
  }
}
