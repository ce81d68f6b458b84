/// How the solution of a program ended.
public enum ProgramStatus: Sendable, Equatable {
  /// The point is the best one, to the tolerance or to what rounding allows; the residuals say how far.
  case optimal
  /// No point satisfies the rows and bounds.
  case infeasible
  /// The objective falls without end.
  case unbounded
  /// Neither was proven within the iterations allowed; the point is the best one met.
  case iterationLimit
  /// The objective bends down in some direction.
  case notConvex
  /// Numbers were not finite, or rounding ended the search early.
  case failed
}

/// The solution of a quadratic or linear program, with its shadow prices.
///
/// Sign: the multiplier of a row is by how much the optimal value **falls** when the right-hand side of that row grows
/// by one small unit, per unit. That of an inequality is never negative; that of an equality has either sign. So at
/// the best point Q x + c + Aᵀ equalities + Gᵀ inequalities − lower + upper = 0.
public struct QuadraticSolution: Sendable, Equatable {
  /// How the search ended.
  public var status: ProgramStatus
  /// The values of the variables; empty if the program is not ``ProgramStatus/optimal`` nor at its limit.
  public var point: [Double] = []
  /// The objective at the point; not a number without one.
  public var objective: Double = .nan
  /// The multiplier of each equality.
  public var equalityMultipliers: [Double] = []
  /// The multiplier of each inequality, not negative.
  public var inequalityMultipliers: [Double] = []
  /// By how much the optimal value rises with each lower bound; not negative.
  public var lowerMultipliers: [Double] = []
  /// By how much the optimal value falls with each upper bound; not negative.
  public var upperMultipliers: [Double] = []
  /// The sum of slack times multiplier over inequalities and bounds: how far the objective is from its bound.
  public var gap: Double = .nan
  /// The greatest violation of a row or a bound.
  public var primalResidual: Double = .nan
  /// The greatest magnitude in Q x + c + Aᵀ equalities + Gᵀ inequalities − lower + upper.
  public var dualResidual: Double = .nan
  /// The number of matrices factored.
  public var iterations: Int

  init(status: ProgramStatus, iterations: Int = 0) {
    (self.status, self.iterations) = (status, iterations)
  }
}

/// The least relaxation of rows that makes a program feasible.
public struct LeastRelaxation: Sendable, Equatable {
  /// By how much the right-hand side of each equality has to change, with sign.
  public var equalities: [Double]
  /// By how much the limit of each inequality has to grow.
  public var inequalities: [Double]
  /// The weighted sum of the magnitudes.
  public var total: Double
  /// A point that satisfies the relaxed program.
  public var point: [Double]
}
