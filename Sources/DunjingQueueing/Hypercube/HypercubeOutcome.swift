/// What became of an attempt to solve a hypercube queue.
public enum HypercubeOutcome<Solution: Sendable>: Sendable {
  /// The steady state.
  case solved(Solution)
  /// The line grows without end; the load is what arrives as a share of what all units together can serve, at least one.
  case saturated(load: Double)
  /// The iteration did not settle within its number of rounds.
  case notConverged

  /// The steady state, if there is one and it was found.
  public var solution: Solution? {
    if case .solved(let solution) = self { solution } else { nil }
  }
}

extension HypercubeOutcome: Equatable where Solution: Equatable {}
