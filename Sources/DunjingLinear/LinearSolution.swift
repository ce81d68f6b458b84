/// What a solver found.
public struct LinearSolution: Sendable, Equatable {
  /// How the search ended.
  public var status: SolveStatus
  /// The objective of ``values``; nil without a solution.
  public var objective: Double?
  /// The values of the variables, whole where they have to be; empty without a solution.
  public var values: [Double]
  /// No solution is better than this; nil where nothing was proven.
  public var bound: Double?
  /// How long it took, in seconds by the clock on the wall.
  public var seconds: Double

  /// Creates a record of a search.
  public init(
    status: SolveStatus, objective: Double? = nil, values: [Double] = [], bound: Double? = nil,
    seconds: Double = 0
  ) {
    (self.status, self.objective, self.values) = (status, objective, values)
    (self.bound, self.seconds) = (bound, seconds)
  }

  /// How far the bound is from the objective, as a share of the objective; nil unless both are known.
  public var relativeGap: Double? {
    guard let objective, let bound else { return nil }
    let gap = (objective - bound).magnitude
    return gap == 0 ? 0 : gap / max(objective.magnitude, 1e-12)
  }
}
