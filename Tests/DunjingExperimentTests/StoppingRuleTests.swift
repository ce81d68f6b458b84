import DunjingExperiment
import DunjingRandom
import DunjingStatistics
import Testing

@Suite struct StoppingRuleTests {
  private let rule = StoppingRule(pilot: 20, maximum: 400, relative: 0.02)

  /// Plays the rule on a series as an experiment would; returns how it ended.
  private func play(_ rule: StoppingRule, _ series: [Double]) -> (count: Int, reason: StoppingReason) {
    var count = rule.pilot
    while true {
      let tally = Tally(series.prefix(count))
      let estimate = MonitoredEstimate(tally, reference: tally.mean, level: 0.95)
      switch rule.decision([estimate], played: count) {
      case .stop(let reason): return (count, reason)
      case .goOn(let next, _): count = next
      }
    }
  }

  private func normals(_ count: Int, mean: Double, deviation: Double, seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, purpose: StreamPurpose(rawValue: 3))
    return (0..<count).map { _ in mean + deviation * stream.nextNormal() }
  }

  @Test func itStopsAtThePilotWhenThatIsPrecise() {
    let result = play(rule, normals(400, mean: 100, deviation: 1, seed: 1))
    #expect(result.count == 20 && result.reason == .precision)
    #expect(play(rule, Array(repeating: 0, count: 400)).count == 20, "no variance, and a mean of zero")
  }

  @Test func itStopsAtTheMaximumWhenThePrecisionIsOutOfReach() {
    let wild = play(rule, normals(400, mean: 100, deviation: 90, seed: 2))
    #expect(wild.count == 400 && wild.reason == .maximum)
    let aroundZero = play(rule, (0..<400).map { $0.isMultiple(of: 2) ? 1 : -1 })
    #expect(aroundZero.count == 400 && aroundZero.reason == .maximum)
  }

  @Test func itLooksAfterThePilotAndThenAfterEveryBatch() {
    let wild = MonitoredEstimate(Tally([1, 9, 5]), reference: 5, level: 0.95)
    func next(_ played: Int) -> StoppingDecision { rule.decision([wild], played: played) }
    #expect(next(3) == .goOn(to: 20, expected: 400))
    #expect(next(20) == .goOn(to: 30, expected: 400))
    #expect(next(395) == .goOn(to: 400, expected: 400))
    #expect(next(400) == .stop(.maximum))
  }

  @Test func everyEstimateHasToBePrecise() {
    let fine = MonitoredEstimate(Tally([10, 10.01, 9.99]), reference: 10, level: 0.95)
    let coarse = MonitoredEstimate(Tally([10, 15, 5]), reference: 10, level: 0.95)
    #expect(rule.decision([fine], played: 20) == .stop(.precision))
    #expect(rule.decision([fine, coarse], played: 20) != .stop(.precision))
    #expect(rule.decision([fine], played: 19) != .stop(.precision), "not before the pilot is complete")
    #expect(!MonitoredEstimate(Tally([1]), reference: 1, level: 0.95).isPrecise(1), "no interval yet")
  }

  /// As the share becomes small, the number tends to (z·s / (r·m))² (Chow & Robbins, 1965).
  @Test func theNumberAgreesWithTheory() {
    let (mean, deviation, relative) = (50.0, 10.0, 0.02)
    let theory = (1.959964 * deviation / (relative * mean)) * (1.959964 * deviation / (relative * mean))
    let rule = StoppingRule(pilot: 30, maximum: 2_000, relative: relative)
    var counts = Tally()
    for seed in 0..<60 {
      let series = normals(2_000, mean: mean, deviation: deviation, seed: UInt64(seed))
      counts.add(Double(play(rule, series).count))
    }
    // Looking at every tenth replication only overshoots by five on average.
    let expected = theory + Double(StoppingRule.batch) / 2
    #expect((counts.mean - expected).magnitude < 0.03 * expected, "\(counts.mean), theory \(expected)")
  }

  @Test func theExpectedNumberIsALookAndNearTheEnd() throws {
    let series = normals(2_000, mean: 50, deviation: 10, seed: 8)
    let rule = StoppingRule(pilot: 35, maximum: 2_000, relative: 0.02)
    let tally = Tally(series.prefix(95))
    let estimate = MonitoredEstimate(tally, reference: tally.mean, level: 0.95)
    guard case .goOn(let next, let expected) = rule.decision([estimate], played: 95) else {
      Issue.record("it stopped")
      return
    }
    #expect(next == 105 && (expected - 35).isMultiple(of: 10))
    let end = play(rule, series).count
    #expect(abs(expected - end) < end / 3)
  }

  /// Sequential stopping loses a little coverage, and with a pilot of 20 only a little.
  @Test func intervalsCoverNearlyAsTheyPromise() {
    let rule = StoppingRule(pilot: 20, maximum: 1_000, relative: 0.1)
    var covered = 0
    for seed in 0..<1_000 {
      let series = normals(300, mean: 10, deviation: 4, seed: UInt64(10_000 + seed))
      let interval = ConfidenceInterval(Array(series.prefix(play(rule, series).count)), level: 0.95)
      if interval?.contains(10) == true { covered += 1 }
    }
    #expect((910...970).contains(covered), "\(covered)")
  }
}
