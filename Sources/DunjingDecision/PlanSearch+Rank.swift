import DunjingScenario
import DunjingStatistics
import DunjingWorld

extension PlanSearch {
  /// All plans in the order of their objective, and which of them matter.
  struct Ranking {
    var candidates: [PlanCandidate]
    var standings: [PlanSearchOutcome.Standing]
    /// The plan of the least objective; nil if no plan keeps the limits.
    var best: Int?
    var plateau: [Int]
    var preferred: Int?
    var preference: PlanSearchOutcome.Preference?
    /// Where no plan keeps the limits: the one that breaks them least.
    var leastBroken: Int?

    /// The plan that answers the question.
    var answer: PlanCandidate? { (preferred ?? best).map { candidates[$0] } }

    /// The answer, or else the plan that breaks the limits least.
    var shown: PlanCandidate? { (preferred ?? best ?? leastBroken).map { candidates[$0] } }
  }

  /// Puts the plans in order, and finds those that matter.
  func ranking(_ found: [PlanCandidate], _ selection: Selection, _ samples: PlanSamples) -> Ranking {
    let entries = entries(found, selection, samples)
    var ranking = Ranking(
      candidates: entries.map(\.candidate), standings: entries.map(\.standing), plateau: [])
    func place(of key: String?) -> Int? { entries.firstIndex { $0.candidate.key == key } }
    guard let best = place(of: selection.race.best?.key) else {
      let compared = ranking.candidates.filter { selection.fresh[$0.key] != nil }
      ranking.leastBroken = place(of: leastBroken(compared, samples, freshReplications).first?.key)
      return ranking
    }
    let zone = indifferenceZone(samples, freshReplications)
    ranking.best = best
    ranking.plateau = entries.indices.filter { index in
      let standing = entries[index].standing
      return index == best || standing.isFeasible && (standing.behindBest.map { $0.lower <= zone } ?? false)
    }
    prefer(&ranking, over: best, samples)
    return ranking
  }

  private typealias Entry = (candidate: PlanCandidate, standing: PlanSearchOutcome.Standing)

  private func entries(
    _ found: [PlanCandidate], _ selection: Selection, _ samples: PlanSamples
  ) -> [Entry] {
    let (fresh, best) = (selection.fresh, selection.race.best)
    let level = 1 - (1 - settings.confidence) / Double(max(selection.finalists.count - 1, 1))
    let entries = found.compactMap { candidate -> Entry? in
      let replications = fresh[candidate.key] ?? searchReplications
      guard var standing = standing(of: candidate, replications, samples) else { return nil }
      if let best, candidate.key != best.key, let own = fresh[candidate.key], let other = fresh[best.key] {
        standing.behindBest = paired(candidate, best, samples, own.clamped(to: other), level: level)
      }
      standing.isFresh = fresh[candidate.key] != nil
      return (candidate, standing)
    }
    return entries.sorted { one, other in
      (one.standing.difference.mean, changedChoices(one.candidate))
        < (other.standing.difference.mean, changedChoices(other.candidate))
    }
  }

  /// Finds the plan of the plateau that the later objectives prefer: after each, only those that are not shown to be worse than
  /// the best by it stay. The sum that removes the plan of the least objective is the one that decided, or else the last.
  private func prefer(_ ranking: inout Ranking, over best: Int, _ samples: PlanSamples) {
    func sums(_ terms: [PlanGoal.Term], _ place: Int) -> [Double]? {
      samples.sums(terms, of: ranking.candidates[place], freshReplications)
    }
    func interval(_ one: [Double], _ other: [Double]) -> ConfidenceInterval? {
      ConfidenceInterval(zip(one, other).map(-), level: settings.confidence)
    }
    var left = ranking.plateau
    var decided: Int?
    for (number, terms) in goal.later.enumerated() {
      let known = left.compactMap { place in sums(terms, place).map { (place: place, values: $0) } }
      guard let least = known.min(by: { mean($0.values) < mean($1.values) }) else { return }
      let equal = known.filter { (interval($0.values, least.values)?.lower ?? 0) <= 0 }
      left = [least.place] + equal.map(\.place).filter { $0 != least.place }
      if decided == nil && !left.contains(best) { decided = number }
    }
    ranking.preferred = goal.later.isEmpty ? nil : left.first
    guard let preferred = ranking.preferred, preferred != best else { return }
    let sum = decided ?? goal.later.count - 1
    if let own = sums(goal.later[sum], preferred), let other = sums(goal.later[sum], best),
      let difference = interval(own, other)
    {
      ranking.preference = PlanSearchOutcome.Preference(sum: sum, difference: difference)
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
}
