/// How the search for a solution ended.
public enum SolveStatus: String, Sendable, Equatable, Codable, CaseIterable {
  /// The solution is proven to be the best.
  case optimal
  /// The solution satisfies all rows; the bound says how far from the best it can be at most.
  case feasible
  /// Nothing satisfies all rows.
  case infeasible
  /// The objective can be improved without end.
  case unbounded
  /// The time ran out before any solution was found.
  case timeLimit
  /// The solver gave up, for numerical trouble.
  case failed

  /// Whether there is a solution to look at.
  public var hasSolution: Bool { self == .optimal || self == .feasible }
}
