import DunjingRandom
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld
import Foundation
import Testing

@testable import DunjingDecision

/// Plans whose objectives are drawn and not simulated, one of which is better than all others by just the indifference zone.
private struct PlanSlippage {
  /// A standard deviation for each plan, in indifference zones.
  let deviations: [Double]
  /// The correlation of two plans in the same replication, as common random numbers make it.
  var correlation = 0.0

  /// A search that plays nothing: its ledger knows every replication that it can ask for.
  private static let search: PlanSearch? = {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/baicheng")
    guard let scenario = try? ScenarioBundle(path: source.path).load() else { return nil }
    let world = World(compiling: scenario)
    var settings = PlanSearchSettings()
    (settings.finalists, settings.limit, settings.indifference) = (20, 280, 0.0025)
    return PlanSearch(
      world,
      space: PlanSpace(
        base: world.scenario.treatments[world.baseline], decisions: [.init(.agencyRatio, in: 0...0.5)]),
      goal: PlanGoal([.init(.harmIndex, weight: 1)]), settings: settings)
  }()

  /// Returns how often of so many times the selection was made, and was right.
  func frequency(_ times: Int) throws -> Double {
    let search = try #require(Self.search)
    let candidates = try candidates(search)
    let right = try (0..<times).filter { time in
      let best = time % candidates.count
      let outcome = try #require(selection(search, candidates, best: best, time: time))
      return outcome.isSelected && outcome.best.map { outcome.plans[$0].sunk } == candidates[best].plan.sunk
    }
    return Double(right.count) / Double(times)
  }

  /// Plans that send one officer more from one to the next, the baseline not among them.
  private func candidates(_ search: PlanSearch) throws -> [PlanCandidate] {
    var found: [PlanCandidate] = []
    for step in 1...1_000 where found.count < deviations.count {
      let candidate = search.candidate(at: [0.0005 * Double(step)])
      if candidate.plan.sunk > found.last?.plan.sunk ?? 0 { found.append(candidate) }
    }
    try #require(found.count == deviations.count)
    return found
  }

  private func selection(
    _ search: PlanSearch, _ candidates: [PlanCandidate], best: Int, time: Int
  ) -> PlanSearchOutcome? {
    var samples = PlanSamples(
      goal: search.goal, baseline: search.baseline,
      ledger: ledger(search, candidates, best: best, time: time),
      player: PlanPlayer(search.world, seed: 1, threads: 1, keptWarmUps: 0), record: { _ in true })
    return search.select(among: candidates, &samples) { _ in }.map {
      search.outcome(search.ranking(candidates, $0, samples), $0, samples, analytic: nil, threads: 1)
    }
  }

  /// Objectives of every plan in every replication: 400 of the baseline, so that the zone is 1.
  private func ledger(
    _ search: PlanSearch, _ candidates: [PlanCandidate], best: Int, time: Int
  ) -> PlanLedger {
    var stream = RandomStream(seed: 47, purpose: StreamPurpose(rawValue: 25), entity: UInt64(time))
    var ledger = PlanLedger()
    let (shared, own) = (correlation.squareRoot(), (1 - correlation).squareRoot())
    for replication in 0..<(search.settings.replications + search.settings.limit) {
      func note(_ plan: PlanCandidate, _ value: Double) {
        let values = Indicator.allCases.map { $0 == .harmIndex ? value : nil }
        ledger.note(PlanRecord(plan: plan.key, replication: replication, values: IndicatorValues(values)))
      }
      let common = shared * stream.nextNormal()
      note(search.baseline, 400)
      for (index, plan) in candidates.enumerated() {
        let mean = index == best ? 389.0 : 390
        note(plan, mean + deviations[index] * (common + own * stream.nextNormal()))
      }
    }
    return ledger
  }
}

/// The selection of `dunjing optimize`, from subset to race, in the least favorable case.
///
/// The plans have been found; of the search only its ten replications of each are left. All may be finalists.
@Suite struct PlanSelectionTheoryTests {
  private let times = 400

  @Test(arguments: [5, 10, 20])
  func `the best of several plans is selected as often as promised`(count: Int) throws {
    let even = [Double](repeating: 1.5, count: count)
    let unequal = (0..<count).map { 0.6 + 0.2 * Double(($0 * 7) % 10) }
    let cases: [(name: String, plans: PlanSlippage)] = [
      ("equal variances", PlanSlippage(deviations: even)),
      ("unequal variances", PlanSlippage(deviations: unequal)),
      ("correlation 0.6", PlanSlippage(deviations: even.map { 1.5 * $0 }, correlation: 0.6)),
      ("unequal variances, correlation 0.6", PlanSlippage(deviations: unequal, correlation: 0.6))
    ]
    for (name, plans) in cases {
      holds(
        "Optimize, \(count) plans, \(name): correct selections", try plans.frequency(times),
        in: frequencyBounds(atLeast: 0.95, trials: times), source: "Kim & Nelson (2001), P*")
    }
  }
}
