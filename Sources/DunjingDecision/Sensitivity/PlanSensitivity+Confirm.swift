import DunjingPlanning
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

extension PlanSensitivity {
  /// Simulates the found plan and the baseline where the strongest assumptions are at an end of their range.
  /// - Parameters:
  ///   - history: what has been played before, and who plays with us; gets what is played.
  ///   - goesOn: asked before each end; false leaves out the rest.
  func confirm(
    _ rows: [SensitivityOutcome.Row], _ history: inout PlanHistory, _ threads: Int, _ goesOn: () -> Bool
  ) -> [SensitivityOutcome.Confirmation] {
    guard settings.replications > 1 else { return [] }
    return rows.prefix(settings.confirmed).flatMap { row in
      let range = row.assumption.range
      return [(range.lowerBound, row.low), (range.upperBound, row.high)].compactMap {
        value, sample -> SensitivityOutcome.Confirmation? in
        guard goesOn() else { return nil }
        return simulated(row.assumption, at: value, &history, threads).map {
          SensitivityOutcome.Confirmation(
            assumption: row.assumption, value: value, simulated: $0, expected: sample.foundDifference,
            replications: settings.replications)
        }
      }
    }
  }

  /// The objective of the found plan less that of the baseline, on common random numbers; nil where it has no value.
  private func simulated(
    _ assumption: Assumption, at value: Double, _ history: inout PlanHistory, _ threads: Int
  ) -> ConfidenceInterval? {
    let overrides = assumption.overrides(at: value)
    guard let valid = study(overrides) else { return nil }
    let world = World(compiling: valid, sharing: world)
    let jobs = [world.plans[world.baseline], world.plan(of: found)].map { plan in
      let changed = overrides.map { "\($0.key)=\($0.value)" }
      let key = (changed + ["\(plan.treatment.id):\(PlanKey(plan).text)"]).joined(separator: "\n")
      return (0..<settings.replications).map { PlanPlayer.Job(key: key, plan: plan, replication: $0) }
    }
    var player = PlanPlayer(
      world, seed: world.scenario.experiment.seed, threads: threads, keptWarmUps: settings.replications,
      company: history.company)
    guard player.play(jobs.flatMap(\.self), into: &history.ledger, record: history.record) else { return nil }
    let values = jobs.map { jobs in
      jobs.map { history.ledger.values(of: $0.slot).flatMap(goal.objective) }
    }
    let differences = zip(values[0], values[1]).compactMap { before, after -> Double? in
      guard let before, let after else { return nil }
      return after - before
    }
    guard differences.count == settings.replications else { return nil }
    return ConfidenceInterval(differences, level: settings.confidence)
  }
}
