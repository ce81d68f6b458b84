import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

extension PlanSearch {
  /// Puts together what was found.
  func outcome(
    _ ranking: Ranking, _ selection: Selection, _ samples: PlanSamples, analytic: AnalyticOptimum?,
    threads: Int
  ) -> PlanSearchOutcome {
    PlanSearchOutcome(
      goal: goal, decisions: space.decisions, outside: outside, settings: settings,
      baselineObjective: mean(samples.objectives(of: samples.baseline, freshReplications) ?? []),
      plans: ranking.standings, best: ranking.best, plateau: ranking.plateau, preferred: ranking.preferred,
      preference: ranking.preference, front: front(ranking.candidates, samples),
      isSelected: selection.race.isSelected,
      indifferenceZone: indifferenceZone(samples, freshReplications),
      changes: ranking.shown.map {
        changes($0, selection.fresh[$0.key] ?? freshReplications, samples)
      } ?? [],
      leastRelaxation: ranking.leastBroken, analytic: analytic,
      worth: ranking.shown.flatMap { shown in
        forecaster.flatMap {
          OfficerWorth.of(shown.plan, limitPrices: analytic?.limitPrices ?? [], $0, threads: threads)
        }
      },
      counties: ranking.shown.map { counties(of: $0.plan) } ?? [], played: samples.askedCount)
  }

  /// What a plan does county by county.
  private func counties(of plan: TreatmentPlan) -> [PlanSearchOutcome.CountyShare] {
    zip(world.counties, plan.counties).map { county, plan in
      PlanSearchOutcome.CountyShare(
        sunk: plan.sunk, toStreet: plan.destination.toStreet,
        officers: county.departments.reduce(0) { $0 + $1.agencyOfficers + $1.officers(of: .headquarters) })
    }
  }

  /// What a plan gains and what it costs, indicator by indicator.
  private func changes(
    _ plan: PlanCandidate, _ replications: Range<Int>, _ samples: PlanSamples
  ) -> [PlanSearchOutcome.Change] {
    let wanted = Self.reported + goal.indicators.filter { !Self.reported.contains($0) }
    let level = 1 - (1 - settings.confidence) / Double(wanted.count)
    return wanted.compactMap { indicator in
      guard let before = samples.indicator(indicator, of: samples.baseline, replications),
        let interval = samples.change(of: indicator, plan, replications, level: level)
      else { return nil }
      return PlanSearchOutcome.Change(indicator: indicator, before: mean(before), difference: interval)
    }
  }

  /// Indicators of the three channels that every reader asks for: response, prevention, headquarters.
  private static let reported: [Indicator] = [
    .withinTarget, .responseMeanFromCall, .incidents, .incidentsOrder, .incidentsFraud, .hazardsEscalated,
    .departmentUtilization, .weightedDelay, .backlogEnd, .departmentsOverloaded, .harmIndex
  ]
}
