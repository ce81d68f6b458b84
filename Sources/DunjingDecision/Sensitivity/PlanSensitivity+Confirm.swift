import DunjingPlanning
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

extension PlanSensitivity {
  /// Simulates the found plan and the baseline where the strongest assumptions are at an end of their range.
  /// - Parameter goesOn: asked before each end; false leaves out the rest.
  func confirm(
    _ rows: [SensitivityOutcome.Row], _ threads: Int, _ goesOn: () -> Bool
  ) -> [SensitivityOutcome.Confirmation] {
    guard settings.replications > 1 else { return [] }
    return rows.prefix(settings.confirmed).flatMap { row in
      let range = row.assumption.range
      return [(range.lowerBound, row.low), (range.upperBound, row.high)].compactMap {
        value, sample -> SensitivityOutcome.Confirmation? in
        guard goesOn() else { return nil }
        return simulated(row.assumption, at: value, threads).map {
          SensitivityOutcome.Confirmation(
            assumption: row.assumption, value: value, simulated: $0, expected: sample.foundDifference,
            replications: settings.replications)
        }
      }
    }
  }

  /// The objective of the found plan less that of the baseline, on common random numbers; nil where it has no value.
  private func simulated(_ assumption: Assumption, at value: Double, _ threads: Int) -> ConfidenceInterval? {
    guard let valid = study(assumption.overrides(at: value)) else { return nil }
    let world = World(compiling: valid, sharing: world)
    let plans = [world.plans[world.baseline], world.plan(of: found)]
    var player = PlanPlayer(
      world, seed: world.scenario.experiment.seed, threads: threads, keptWarmUps: settings.replications)
    let jobs = (0..<settings.replications).flatMap { replication in
      plans.map { PlanPlayer.Job(plan: $0, replication: replication) }
    }
    let values = player.play(jobs) { _, _ in true }.map { $0.flatMap(goal.objective) }
    let differences = (0..<settings.replications).compactMap { replication -> Double? in
      guard let before = values[2 * replication], let after = values[2 * replication + 1] else { return nil }
      return after - before
    }
    guard differences.count == settings.replications else { return nil }
    return ConfidenceInterval(differences, level: settings.confidence)
  }
}
