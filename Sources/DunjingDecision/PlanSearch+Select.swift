import DunjingSimulation
import DunjingStatistics
import DunjingWorld

extension PlanSearch {
  /// Compares the plans that could be the best on fresh replications; nil if somebody stopped.
  func select(
    among found: [PlanCandidate], _ samples: inout PlanSamples, _ progress: (Stage) -> Void
  ) -> Selection? {
    let first = freshReplications
    guard let finalists = playedFinalists(found, &samples, progress) else { return nil }
    let eligible = finalists.filter { keepsLimits($0, samples, first) }
    var fresh = Dictionary(uniqueKeysWithValues: finalists.map { ($0.key, first) })
    guard let race = race(among: eligible, &samples, &fresh, progress) else { return nil }
    return Selection(finalists: finalists, fresh: fresh, race: race)
  }

  /// Plays the finalists on fresh replications; nil if somebody stopped.
  ///
  /// One that breaks a limit there has put nobody out of the running: those that it alone left behind are played too, up to
  /// ``mostRounds`` times.
  private func playedFinalists(
    _ found: [PlanCandidate], _ samples: inout PlanSamples, _ progress: (Stage) -> Void
  ) -> [PlanCandidate]? {
    var finalists = self.finalists(found, samples)
    for _ in 1..<Self.mostRounds {
      progress(.selecting(finalists: finalists.count, replications: freshReplications.count))
      guard samples.play(finalists, freshReplications) else { return nil }
      let played = Set(finalists.map(\.key))
      let left = found.filter {
        !played.contains($0.key) || keepsLimits($0, samples, freshReplications)
      }
      let next = promising(left, samples).filter { !played.contains($0.key) }
      guard !next.isEmpty else { return finalists }
      finalists += next
    }
    return samples.play(finalists, freshReplications) ? finalists : nil
  }

  /// How often finalists are chosen, where those chosen before break limits.
  private static let mostRounds = 4

  /// What came of the comparison on fresh replications.
  struct Selection {
    var finalists: [PlanCandidate]
    /// The replications on which each finalist was compared, by key.
    var fresh: [String: Range<Int>]
    var race: Race
  }

  /// How a race ended.
  struct Race {
    /// The best plan; nil where none keeps the limits.
    var best: PlanCandidate?
    /// Whether it was selected with the probability asked for.
    var isSelected: Bool
  }

  /// The plans of the scenario, and those that could be the best after the search, the most promising first; where none may
  /// keep the limits, those that break them least.
  private func finalists(_ found: [PlanCandidate], _ samples: PlanSamples) -> [PlanCandidate] {
    let replications = searchReplications
    let valued = found.filter { samples.differences(of: $0, replications) != nil }
    let named = valued.filter { $0.id != nil }
    guard valued.contains(where: { mayKeepLimits($0, samples, replications) }) else {
      let others = leastBroken(valued.filter { $0.id == nil }, samples, replications)
      return named + others.prefix(settings.finalists)
    }
    return named + promising(valued, samples)
  }

  /// The plans that could be the best of some, as the search has seen them, the most promising first: those that may keep the
  /// limits and are not shown to be worse than the best that does.
  private func promising(_ some: [PlanCandidate], _ samples: PlanSamples) -> [PlanCandidate] {
    let replications = searchReplications
    let order = some.filter { samples.differences(of: $0, replications) != nil }
      .filter { mayKeepLimits($0, samples, replications) }
      .sorted { rank($0, samples, replications) < rank($1, samples, replications) }
    guard let best = order.first(where: { keepsLimits($0, samples, replications) }) ?? order.first else {
      return []
    }
    let level = 1 - 2 * (1 - settings.confidence) / Double(max(order.count - 1, 1))
    let zone = indifferenceZone(samples, replications)
    let survivors = order.filter { candidate in
      candidate.key == best.key
        || (paired(candidate, best, samples, replications, level: level)?.lower ?? 0) <= zone
    }
    let others = survivors.filter { $0.id == nil }
    // Those that keep the limits come first, however good the others look.
    let keepers = others.filter { keepsLimits($0, samples, replications) }
    let breakers = others.filter { !keepsLimits($0, samples, replications) }
    return Array((keepers + breakers).prefix(settings.finalists))
  }

  /// The fresh replications that every finalist has.
  var freshReplications: Range<Int> {
    settings.replications..<(settings.replications + settings.freshReplications)
  }

  /// The smallest difference of the objective worth finding.
  func indifferenceZone(_ samples: PlanSamples, _ replications: Range<Int>) -> Double {
    let baseline = samples.objectives(of: samples.baseline, replications) ?? []
    return max(settings.indifference * abs(mean(baseline)), 1e-12)
  }

  /// Races the eligible plans; nil if somebody stopped.
  private func race(
    among eligible: [PlanCandidate], _ samples: inout PlanSamples, _ fresh: inout [String: Range<Int>],
    _ progress: (Stage) -> Void
  ) -> Race? {
    guard eligible.count > 1 else { return Race(best: eligible.first, isSelected: !eligible.isEmpty) }
    let start = settings.replications
    let guarantee = SelectionGuarantee(
      probability: settings.confidence, indifferenceZone: indifferenceZone(samples, freshReplications),
      goal: .smallest)
    var race = KimNelsonRace(
      KimNelson(systems: eligible.count, firstStage: settings.freshReplications, guarantee: guarantee),
      step: 10,
      limit: settings.limit)
    while let next = race.replications {
      let replications = (start + next.lowerBound)..<(start + next.upperBound)
      let field = race.survivors.map { eligible[$0] }
      progress(.selecting(finalists: field.count, replications: next.upperBound))
      guard samples.play(field, replications) else { return nil }
      for candidate in field { fresh[candidate.key] = start..<replications.upperBound }
      let rows = field.compactMap { samples.objectives(of: $0, replications) }
      guard rows.count == field.count else { return Race(best: field.first, isSelected: false) }
      race.add(rows)
    }
    let best = plainest(among: eligible, as: eligible[race.result.best], samples, fresh)
    return Race(best: best, isSelected: race.result.status == .selected)
  }

  /// The plan with the fewest changed choices of those that were no better and no worse in any replication.
  private func plainest(
    among plans: [PlanCandidate], as best: PlanCandidate, _ samples: PlanSamples,
    _ fresh: [String: Range<Int>]
  ) -> PlanCandidate {
    guard let replications = fresh[best.key] else { return best }
    let values = samples.objectives(of: best, replications)
    let equal = plans.filter { plan in
      fresh[plan.key] == replications && samples.objectives(of: plan, replications) == values
    }
    return equal.min { (changedChoices($0), $0.plan.sunk) < (changedChoices($1), $1.plan.sunk) } ?? best
  }

  /// Plans that break the limits least first: by the sum of the excesses, each as a share of what its limit allows.
  func leastBroken(
    _ candidates: [PlanCandidate], _ samples: PlanSamples, _ replications: Range<Int>
  ) -> [PlanCandidate] {
    candidates.sorted { breach($0, samples, replications) < breach($1, samples, replications) }
  }

  /// The sum of the excesses of a plan, each as a share of the value that its limit allows.
  func breach(_ candidate: PlanCandidate, _ samples: PlanSamples, _ replications: Range<Int>) -> Double {
    goal.limits.reduce(0) { sum, limit in
      guard let excess = samples.excess(of: candidate, limit, replications),
        let before = samples.indicator(limit.indicator, of: samples.baseline, replications)
      else { return .infinity }
      return sum + max(0, mean(excess)) / limit.scale(baseline: mean(before))
    }
  }

  /// Whether a plan keeps every limit in the mean.
  func keepsLimits(_ candidate: PlanCandidate, _ samples: PlanSamples, _ replications: Range<Int>) -> Bool {
    goal.limits.allSatisfy { samples.excess(of: candidate, $0, replications).map { mean($0) <= 0 } ?? false }
  }

  /// Whether a plan may keep every limit: no excess is significantly above 0.
  private func mayKeepLimits(
    _ candidate: PlanCandidate, _ samples: PlanSamples, _ replications: Range<Int>
  ) -> Bool {
    goal.limits.allSatisfy { limit in
      guard let excess = samples.excess(of: candidate, limit, replications) else { return false }
      return (ConfidenceInterval(excess, level: settings.confidence)?.lower ?? mean(excess)) <= 0
    }
  }

  /// The difference of the objectives of two plans, replication by replication.
  func paired(
    _ one: PlanCandidate, _ other: PlanCandidate, _ samples: PlanSamples, _ replications: Range<Int>,
    level: Double
  ) -> ConfidenceInterval? {
    guard let first = samples.objectives(of: one, replications),
      let second = samples.objectives(of: other, replications)
    else { return nil }
    return ConfidenceInterval(zip(first, second).map(-), level: level)
  }

  /// What the objective is, and of plans that are equal in it how many choices differ from the base: what changes nothing is
  /// not worth doing.
  private func rank(
    _ candidate: PlanCandidate, _ samples: PlanSamples, _ replications: Range<Int>
  ) -> (Double, Int) {
    (mean(candidate, samples, replications), changedChoices(candidate))
  }

  /// The number of choices of a plan that differ from the base.
  func changedChoices(_ candidate: PlanCandidate) -> Int {
    candidate.point.map { space.changedChoices(at: $0, of: world.scenario) } ?? 0
  }

  private func mean(
    _ candidate: PlanCandidate, _ samples: PlanSamples, _ replications: Range<Int>
  ) -> Double {
    mean(samples.differences(of: candidate, replications) ?? [.infinity])
  }

  func mean(_ values: [Double]) -> Double { Tally(values).mean }
}
