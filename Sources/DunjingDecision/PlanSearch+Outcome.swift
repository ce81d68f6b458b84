import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

extension PlanSearch {
  /// Puts together what was found.
  func outcome(
    _ found: [PlanCandidate], _ selection: Selection, _ samples: PlanSamples, analytic: AnalyticOptimum?,
    threads: Int
  ) -> PlanSearchOutcome {
    let (finalists, fresh, race) = (selection.finalists, selection.fresh, selection.race)
    let level = 1 - (1 - settings.confidence) / Double(max(finalists.count - 1, 1))
    var entries: [(candidate: PlanCandidate, standing: PlanSearchOutcome.Standing)] = found.compactMap {
      candidate in
      let replications = fresh[candidate.key] ?? searchReplications
      guard var standing = standing(of: candidate, replications, samples) else { return nil }
      if let best = race.best, candidate.key != best.key, let own = fresh[candidate.key],
        let other = fresh[best.key]
      {
        standing.behindBest = paired(candidate, best, samples, own.clamped(to: other), level: level)
      }
      standing.isFresh = fresh[candidate.key] != nil
      return (candidate, standing)
    }
    entries.sort { $0.standing.difference.mean < $1.standing.difference.mean }
    let best = entries.firstIndex { $0.candidate.key == race.best?.key }
    let zone = indifferenceZone(samples, freshReplications)
    let plateau = entries.indices.filter { index in
      let standing = entries[index].standing
      return index == best || standing.isFeasible && (standing.behindBest.map { $0.lower <= zone } ?? false)
    }
    let least = leastBroken(
      entries.map(\.candidate).filter { fresh[$0.key] != nil }, samples, freshReplications
    )
    .first
    let shown = (race.best ?? least)?.plan
    return PlanSearchOutcome(
      goal: goal, decisions: space.decisions, settings: settings,
      baselineObjective: mean(samples.objectives(of: samples.baseline, freshReplications) ?? []),
      plans: entries.map(\.standing), best: best, plateau: best == nil ? [] : plateau,
      preferred: best == nil || goal.later.isEmpty
        ? nil : preferred(plateau, entries.map(\.candidate), samples),
      front: front(entries.map(\.candidate), samples),
      isSelected: race.isSelected,
      indifferenceZone: zone,
      changes: race.best.map { changes($0, fresh[$0.key] ?? freshReplications, samples) } ?? [],
      leastRelaxation: best == nil ? entries.firstIndex { $0.candidate.key == least?.key } : nil,
      analytic: analytic,
      worth: shown.flatMap { plan in
        forecaster.flatMap {
          OfficerWorth.of(plan, limitPrices: analytic?.limitPrices ?? [], $0, threads: threads)
        }
      },
      counties: shown.map(counties) ?? [], played: samples.ledger.count)
  }

  /// The plan of the plateau that the later objectives prefer: after each, only those that are not shown to be worse than the
  /// best by it stay.
  private func preferred(
    _ plateau: [Int], _ candidates: [PlanCandidate], _ samples: PlanSamples
  ) -> Int? {
    var left = plateau
    for terms in goal.later {
      let known = left.compactMap { place in
        samples.sums(terms, of: candidates[place], freshReplications).map { (place: place, values: $0) }
      }
      guard let best = known.min(by: { mean($0.values) < mean($1.values) }) else { return nil }
      let equal = known.filter { other in
        (ConfidenceInterval(zip(other.values, best.values).map(-), level: settings.confidence)?.lower ?? 0)
          <= 0
      }
      left = [best.place] + equal.map(\.place).filter { $0 != best.place }
    }
    return left.first
  }

  /// What a plan does county by county.
  private func counties(of plan: TreatmentPlan) -> [PlanSearchOutcome.CountyShare] {
    zip(world.counties, plan.counties).map { county, plan in
      PlanSearchOutcome.CountyShare(
        sunk: plan.sunk, toStreet: plan.destination.toStreet,
        officers: county.departments.reduce(0) { $0 + $1.agencyOfficers + $1.officers(of: .headquarters) })
    }
  }

  private func standing(
    of candidate: PlanCandidate, _ replications: Range<Int>, _ samples: PlanSamples
  ) -> PlanSearchOutcome.Standing? {
    guard let differences = samples.differences(of: candidate, replications),
      let interval = ConfidenceInterval(differences, level: settings.confidence)
    else { return nil }
    let excesses = goal.limits.compactMap { limit in
      samples.excess(of: candidate, limit, replications).flatMap {
        ConfidenceInterval($0, level: settings.confidence)
      }
    }
    guard excesses.count == goal.limits.count else { return nil }
    return PlanSearchOutcome.Standing(
      id: candidate.id, point: candidate.point, sunk: candidate.plan.sunk, toStreet: candidate.plan.toStreet,
      difference: interval, behindBest: nil, excesses: excesses, replications: replications.count,
      isFresh: false)
  }

  /// What the best plan gains and what it costs, indicator by indicator.
  private func changes(
    _ best: PlanCandidate, _ replications: Range<Int>, _ samples: PlanSamples
  ) -> [PlanSearchOutcome.Change] {
    let wanted = Self.reported + goal.indicators.filter { !Self.reported.contains($0) }
    let level = 1 - (1 - settings.confidence) / Double(wanted.count)
    return wanted.compactMap { indicator in
      guard let before = samples.indicator(indicator, of: samples.baseline, replications),
        let interval = samples.change(of: indicator, best, replications, level: level)
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
