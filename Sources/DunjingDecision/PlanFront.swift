import DunjingOptimization
import DunjingStatistics

/// Plans of which none is better than another in every indicator asked for: what can be had for what.
public struct PlanFront: Sendable, Equatable {
  /// A plan of the front.
  public struct Member: Sendable, Equatable {
    /// The plan, by its place among all.
    public var plan: Int
    /// The changes of the indicators against the baseline, on the replications of the search.
    public var changes: [ConfidenceInterval]
  }

  /// The indicators: weight 1 where less is better, −1 where more is.
  public var terms: [PlanGoal.Term]
  /// The plans, in the order of the first indicator.
  public var members: [Member]
  /// All plans that were simulated and keep the limits in the mean, those of the front among them.
  public var others: [Member]
}

extension PlanSearch {
  /// The front of plans that keep the limits; nil where none was asked for.
  func front(_ candidates: [PlanCandidate], _ samples: PlanSamples) -> PlanFront? {
    guard !goal.front.isEmpty else { return nil }
    let all = candidates.enumerated().compactMap { place, candidate -> PlanFront.Member? in
      guard keepsLimits(candidate, samples, searchReplications) else { return nil }
      let changes = goal.front.compactMap {
        samples.change(of: $0.indicator, candidate, searchReplications, level: settings.confidence)
      }
      return changes.count == goal.front.count ? PlanFront.Member(plan: place, changes: changes) : nil
    }
    let front = ParetoFront(directions: frontDirections, values: all.map { $0.changes.map(\.mean) })
    let members = front.members.map { all[$0] }.sorted { $0.changes[0].mean < $1.changes[0].mean }
    return PlanFront(terms: goal.front, members: members, others: all)
  }

  private var frontDirections: [ObjectiveDirection] {
    goal.front.map { $0.weight < 0 ? .maximize : .minimize }
  }

  /// Points spread along the front that the outlook expects: some for the search to begin with.
  func frontPoints(count: Int) -> [[Double]] {
    guard let forecaster, !goal.front.isEmpty else { return [] }
    let known = space.domain.evenPoints(256, seed: seed).compactMap {
      point -> (point: [Double], values: [Double])? in
      guard let forecast = forecaster.forecast(at: point), forecast.excesses.allSatisfy({ $0 <= 0 }) else {
        return nil
      }
      let values = goal.front.compactMap { forecast.values[$0.indicator] }
      return values.count == goal.front.count ? (point, values) : nil
    }
    let front = ParetoFront(directions: frontDirections, values: known.map(\.values))
    let members = front.members.map { known[$0] }.sorted { $0.values[0] < $1.values[0] }
    guard members.count > count else { return members.map(\.point) }
    return (0..<count).map { members[$0 * (members.count - 1) / max(1, count - 1)].point }
  }
}
