import DunjingStatistics

/// What the best plan would be with another choice in one of its decisions.
public struct OtherChoice: Sendable, Equatable {
  /// The decision, by its place among all.
  public var decision: Int
  /// The number of the other choice.
  public var number: Double
  /// The objective with it less that of the best plan, with an interval that holds for all other choices together, on fresh
  /// replications.
  public var behindBest: ConfidenceInterval
  /// Whether every limit is kept in the mean.
  public var isFeasible = true
}

extension PlanSearch {
  /// Plays what each choice of a plan is worth: the plan beside those that differ in one choice; empty if somebody stopped.
  func otherChoices(_ best: PlanCandidate, _ samples: inout PlanSamples) -> [OtherChoice] {
    guard let point = best.point else { return [] }
    let others = otherChoices(at: point).map { (point: $0, candidate: candidate(at: $0)) }
    guard samples.play(others.map(\.candidate), freshReplications) else { return [] }
    let level = 1 - (1 - settings.confidence) / Double(max(others.count, 1))
    return others.compactMap { other in
      guard let decision = point.indices.first(where: { point[$0] != other.point[$0] }),
        let behind = paired(other.candidate, best, samples, freshReplications, level: level)
      else { return nil }
      return OtherChoice(
        decision: decision, number: other.point[decision], behindBest: behind,
        isFeasible: keepsLimits(other.candidate, samples, freshReplications))
    }
  }

  /// The points that differ from one in a single choice.
  func otherChoices(at point: [Double]) -> [[Double]] {
    point.indices.flatMap { coordinate -> [[Double]] in
      let numbers = (0..<(space.decisions[coordinate].choiceCount ?? 0)).map(Double.init)
      return numbers.filter { $0 != point[coordinate] }.map { number in
        var other = point
        other[coordinate] = number
        return other
      }
    }
  }
}
