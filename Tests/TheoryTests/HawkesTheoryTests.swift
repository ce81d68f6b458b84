import DunjingFitting
import DunjingNumerics
import DunjingStatistics
import Testing

/// Synthetic self-exciting processes of known parameters, 100 seeds each.
@Suite struct HawkesTheoryTests {
  private static let seeds = 100

  @Test func `a process in time gives back its branching`() throws {
    let process = HawkesSimulation(background: 1, branchingRatio: 0.35, decay: 3)
    let source = "Ozaki (1979)"
    var background = RecoveryCheck("Hawkes in time, background", source: source, truth: 1)
    var branching = RecoveryCheck("Hawkes in time, branching ratio", source: source, truth: 0.35)
    var decay = RecoveryCheck("Hawkes in time, decay", source: source, truth: 3)
    for seed in 0..<Self.seeds {
      let times = process.events(duration: 2_000, seed: 31, replication: seed).map(\.time)
      let fit = TemporalHawkes(times: times, duration: 2_000).fitted()
      #expect(fit.status == .fitted)
      background.add(fit.background)
      branching.add(fit.branchingRatio)
      if let estimate = fit.decay { decay.add(estimate) }
    }
    try background.confirm()
    try branching.confirm()
    try decay.confirm()
  }

  @Test func `a process in time and place gives back its branching`() throws {
    let process = HawkesSimulation(background: 1, branchingRatio: 0.35, decay: 1, reach: 0.03)
    let source = "Veen & Schoenberg (2008)"
    var branching = RecoveryCheck("Hawkes in time and place, branching ratio", source: source, truth: 0.35)
    var decay = RecoveryCheck("Hawkes in time and place, decay", source: source, truth: 1)
    var reach = RecoveryCheck("Hawkes in time and place, reach", source: source, truth: 0.03)
    for seed in 0..<Self.seeds {
      let events = process.events(duration: 1_000, seed: 32, replication: seed)
      let density = events.map { (0...1).contains($0.x) && (0...1).contains($0.y) ? 1.0 : 1e-9 }
      let fit = SpatialHawkes(
        events, duration: 1_000, density: density, cutoff: 12, greatestReach: 0.2
      ).fitted()
      #expect(fit.status == .fitted)
      branching.add(fit.branchingRatio)
      if let estimate = fit.decay { decay.add(estimate) }
      if let estimate = fit.reach { reach.add(estimate) }
    }
    try branching.confirm()
    try decay.confirm()
    try reach.confirm()
  }

  /// Without excitation the ratio at a known decay is half zero and half χ²; over all decays it is larger, and the bound by
  /// the crossings holds.
  @Test func `the test of no excitation keeps its level`() {
    let plain = HawkesSimulation(background: 1, branchingRatio: 0, decay: 1)
    var (known, searched, naive) = (0, 0, 0)
    for seed in 0..<1_000 {
      let times = plain.events(duration: 1_500, seed: 33, replication: seed).map(\.time)
      let fit = TemporalHawkes(times: times, duration: 1_500).fitted(knownDecay: 1)
      if fit.probability < 0.05 { known += 1 }
    }
    for seed in 0..<300 {
      let times = plain.events(duration: 300, seed: 34, replication: seed).map(\.time)
      let fit = TemporalHawkes(times: times, duration: 300).fitted()
      if fit.probability < 0.05 { naive += 1 }
      if let probability = fit.searchedProbability, probability < 0.05 { searched += 1 }
    }
    let band = 3.29 * (0.05 * 0.95 / 1_000).squareRoot()
    let share = Double(known) / 1_000
    #expect((share - 0.05).magnitude < band, "\(known) of 1,000")
    #expect(searched <= 27, "\(searched) of 300: a bound may only be cautious")
    #expect(naive > searched, "\(naive) of 300: the search over the decay has to be counted")
    Validation.record(
      .fitting, "Level of the test of no excitation, decay known", source: "Self & Liang (1987)",
      theory: 0.05,
      value: share, halfWidth: band, replications: 1_000,
      verdict: (share - 0.05).magnitude < band ? "holds" : "fails")
    Validation.record(
      .fitting, "Level of the test of no excitation, decay searched", source: "Davies (1987), a bound",
      theory: 0.05,
      value: Double(searched) / 300, replications: 300, verdict: searched <= 27 ? "holds" : "fails")
  }
}
