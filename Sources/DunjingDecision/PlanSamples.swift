import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

/// Plays what a search asks for, once each, and keeps it.
struct PlanSamples {
  let goal: PlanGoal
  let baseline: PlanCandidate
  private(set) var ledger: PlanLedger
  /// What has been asked for.
  private var asked: Set<PlanSlot> = []
  /// Whether somebody stopped.
  private(set) var isStopped = false
  private var player: PlanPlayer
  private let record: @Sendable (PlanRecord) -> Bool

  init(
    goal: PlanGoal, baseline: PlanCandidate, ledger: PlanLedger, player: PlanPlayer,
    record: @escaping @Sendable (PlanRecord) -> Bool
  ) {
    (self.goal, self.baseline, self.ledger) = (goal, baseline, ledger)
    (self.player, self.record) = (player, record)
  }

  /// Plays replications of plans, the baseline among them; false if somebody stopped.
  mutating func play(_ candidates: [PlanCandidate], _ replications: Range<Int>) -> Bool {
    var jobs: [PlanPlayer.Job] = []
    var seen: Set<String> = []
    for candidate in [baseline] + candidates where seen.insert(candidate.key).inserted {
      jobs += replications.map {
        PlanPlayer.Job(key: candidate.key, plan: candidate.plan, replication: $0)
      }
    }
    asked.formUnion(jobs.map(\.slot))
    isStopped = !player.play(jobs, into: &ledger, record: record) || isStopped
    return !isStopped
  }

  /// How many replications the search has asked for, whoever played them.
  var askedCount: Int { asked.count }

  /// The objective of a plan in replications; nil if it has no value in some of them.
  func objectives(of candidate: PlanCandidate, _ replications: Range<Int>) -> [Double]? {
    sums(goal.objective, of: candidate, replications)
  }

  /// A sum of indicators of a plan in replications; nil if it has no value in some of them.
  func sums(
    _ terms: [PlanGoal.Term], of candidate: PlanCandidate, _ replications: Range<Int>
  ) -> [Double]? {
    complete(replications) { values($0, of: candidate).flatMap { $0.sum(of: terms) } }
  }

  /// The objective less that of the baseline, replication by replication.
  func differences(of candidate: PlanCandidate, _ replications: Range<Int>) -> [Double]? {
    guard let own = objectives(of: candidate, replications),
      let other = objectives(of: baseline, replications)
    else { return nil }
    return zip(own, other).map(-)
  }

  /// By how much a plan breaks a limit, replication by replication.
  func excess(of candidate: PlanCandidate, _ limit: PlanGoal.Limit, _ replications: Range<Int>) -> [Double]? {
    complete(replications) { number in
      guard let own = values(number, of: candidate), let other = values(number, of: baseline) else {
        return nil
      }
      return limit.excess(of: own, baseline: other)
    }
  }

  /// An indicator of a plan, replication by replication.
  func indicator(_ indicator: Indicator, of candidate: PlanCandidate, _ replications: Range<Int>) -> [Double]?
  {
    complete(replications) { values($0, of: candidate)?[indicator] }
  }

  /// The change of an indicator from the baseline to a plan, replication by replication; nil where it has no value.
  func change(
    of indicator: Indicator, _ candidate: PlanCandidate, _ replications: Range<Int>, level: Double
  ) -> ConfidenceInterval? {
    guard let after = self.indicator(indicator, of: candidate, replications),
      let before = self.indicator(indicator, of: baseline, replications)
    else { return nil }
    return ConfidenceInterval(zip(after, before).map(-), level: level)
  }

  private func values(_ number: Int, of candidate: PlanCandidate) -> IndicatorValues? {
    ledger.values(of: candidate.key, replication: number)
  }

  private func complete(_ replications: Range<Int>, _ value: (Int) -> Double?) -> [Double]? {
    let found = replications.compactMap(value)
    return found.count == replications.count ? found : nil
  }
}
