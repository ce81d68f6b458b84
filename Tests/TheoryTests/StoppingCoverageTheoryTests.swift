import DunjingExperiment
import DunjingNumerics
import DunjingRandom
import DunjingStatistics
import Testing

/// How often the interval at which a sequential procedure stops contains the mean.
@Suite struct StoppingCoverageTheoryTests {
  /// Plays the rule on normal observations of mean 10 and deviation 4; the width is a share of the true mean.
  private func play(_ rule: StoppingRule, _ entity: Int) -> (tally: Tally, interval: ConfidenceInterval?) {
    var stream = RandomStream(seed: 2027, purpose: StreamPurpose(rawValue: 31), entity: UInt64(entity))
    var tally = Tally()
    var next = rule.pilot
    while true {
      while tally.count < next { tally.add(10 + 4 * stream.nextNormal()) }
      let estimate = MonitoredEstimate(tally, reference: 10, level: 0.95)
      guard case .goOn(let look, _) = rule.decision([estimate], played: tally.count) else { break }
      next = look
    }
    return (tally, ConfidenceInterval(tally, level: 0.95))
  }

  /// Where to stop depends on the sample variances alone, which are independent of the mean for normal observations;
  /// so given where it stopped, the mean errs by less than the half width H with probability 2 Φ(H √N / σ) − 1
  /// exactly (H. Robbins, 1959). The mean of these probabilities is the coverage, with far less noise.
  @Test(arguments: [(0.2, 4_000, 0.93), (0.1, 1_500, 0.935), (0.05, 400, 0.945)])
  func `coverage agrees with that of a mean independent of the stopping`(
    relative: Double, times: Int, least: Double
  ) throws {
    let rule = StoppingRule(pilot: 10, maximum: 10_000, relative: relative)
    var (covered, conditional) = (0, Tally())
    for entity in 0..<times {
      let (tally, interval) = play(rule, entity)
      let found = try #require(interval)
      if found.contains(10) { covered += 1 }
      let reach = found.halfWidth * Double(tally.count).squareRoot() / 4
      conditional.add(2 * SpecialFunctions.normalCumulative(reach) - 1)
    }
    holds(
      "Stopping at ± \(relative): coverage", Double(covered) / Double(times),
      in: frequencyBounds(of: conditional.mean, trials: times), source: "Robbins (1959)")
    // A loss of at most two points, which vanishes with the share (Chow & Robbins, 1965).
    holds(
      "Stopping at ± \(relative): expected coverage, nominal .95", conditional.mean,
      in: least...0.952, source: "Chow & Robbins (1965)")
  }
}
