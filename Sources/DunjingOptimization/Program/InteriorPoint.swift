/// The interior-point solver of convex quadratic and linear programs.
///
/// The predictor–corrector method of S. Mehrotra (1992, "On the implementation of a primal–dual interior point method",
/// SIAM Journal on Optimization 2), for quadratic objectives as in J. Nocedal & S. J. Wright (2006), Numerical
/// Optimization, 2nd ed., algorithm 16.4, with a centrality corrector (J. Gondzio, 1996). Data are scaled, fixed
/// variables and empty rows removed. A program whose iterates neither converge nor prove anything is put to two
/// programs that always have a solution: the least relaxation, and the steepest direction that keeps to all rows.
public struct InteriorPoint: Sendable, Equatable {
  /// The share that rows, slopes and the gap may miss.
  public var tolerance: Double
  /// The most iterations.
  public var iterationLimit: Int

  /// Creates a solver.
  /// - Precondition: the tolerance is positive and an iteration allowed.
  public init(tolerance: Double = 1e-9, iterationLimit: Int = 200) {
    precondition(tolerance > 0 && iterationLimit > 0, "a solver needs a tolerance and iterations")
    (self.tolerance, self.iterationLimit) = (tolerance, iterationLimit)
  }

  /// Solves a program.
  /// - Complexity: an iteration takes O(n² (m + n)) for n variables and m inequalities; with a diagonal Q and bounds
  ///   O(n k²) for k rows of both kinds where that is less. Some ten to forty iterations.
  public func solve(_ program: QuadraticProgram) -> QuadraticSolution {
    guard program.isFinite else { return QuadraticSolution(status: .failed) }
    guard let presolve = Presolve(program) else { return QuadraticSolution(status: .infeasible) }
    guard presolve.program.curvature.isConvex else { return QuadraticSolution(status: .notConvex) }
    var search = PrimalDualIteration(
      presolve.program, tolerance: tolerance, objectiveUnit: presolve.costScale)
    let ending = search.run(limit: iterationLimit)
    var solution = QuadraticSolution(
      status: status(ending, presolve.program.quadratic, program), iterations: search.iterations)
    guard [.optimal, .iterationLimit, .failed].contains(solution.status),
      search.iterate.x.allSatisfy(\.isFinite)
    else { return solution }
    fill(&solution, search.iterate, presolve, program)
    return solution
  }

  /// - Parameter scaled: the program in which numbers of one size tell what is rounding.
  private func status(
    _ ending: PrimalDualIteration.Ending, _ scaled: QuadraticProgram, _ original: QuadraticProgram
  ) -> ProgramStatus {
    switch ending {
    case .converged: return .optimal
    case .infeasible: return .infeasible
    case .descending, .limit, .stalled:
      if isInfeasible(scaled) ?? isInfeasible(original) ?? false { return .infeasible }
      if ending == .descending || hasDescent(scaled) { return .unbounded }
      return ending == .limit ? .iterationLimit : .failed
    }
  }

  /// Whether even the least relaxation is more than rounding; nil if it was not found.
  private func isInfeasible(_ program: QuadraticProgram) -> Bool? {
    leastRelaxation(of: program).map { relaxation in
      relaxation.total > 1e-7 * (1 + greatestMagnitude(relaxation.point))
    }
  }

  /// Whether a direction keeps to all rows and bounds, does not bend the objective and lowers it.
  private func hasDescent(_ program: QuadraticProgram) -> Bool {
    let size = greatestMagnitude(program.costs)
    guard size > 0 else { return false }
    let search = descentProgram(program)
    guard let presolve = Presolve(search) else { return false }
    var iteration = PrimalDualIteration(presolve.program, tolerance: 1e-9, objectiveUnit: presolve.costScale)
    guard iteration.run(limit: max(iterationLimit, 100)) == .converged else { return false }
    return search.objective(at: presolve.restored(iteration.iterate.x)) < -1e-6 * size
  }

  /// The steepest direction between −1 and 1 along which rows and bounds hold forever and Q does nothing.
  private func descentProgram(_ program: QuadraticProgram) -> QuadraticProgram {
    var equalities = program.equalities
    if case .dense(let matrix) = program.curvature {
      equalities = equalities.appending(LinearRows(matrix, program.costs.map { _ in 0 }))
    }
    let bends = program.curvature.diagonal(count: program.variableCount).map { $0 > 0 }
    return QuadraticProgram(
      costs: program.costs, equalities: LinearRows(equalities.matrix, equalities.limits.map { _ in 0 }),
      inequalities: LinearRows(
        program.inequalities.matrix, program.inequalities.limits.map { $0 == .infinity ? $0 : 0 }),
      lower: program.lower.indices.map { program.lower[$0] > -.infinity || bends[$0] ? 0 : -1 },
      upper: program.upper.indices.map { program.upper[$0] < .infinity || bends[$0] ? 0 : 1 })
  }

  private func fill(
    _ solution: inout QuadraticSolution, _ iterate: PrimalDualIteration.Iterate, _ presolve: Presolve,
    _ program: QuadraticProgram
  ) {
    solution.point = presolve.restored(iterate.x)
    for index in solution.point.indices {
      solution.point[index] = min(max(solution.point[index], program.lower[index]), program.upper[index])
    }
    presolve.restore(equalities: iterate.y, pairs: iterate.prices, of: program, into: &solution)
    solution.objective = program.objective(at: solution.point)
    solution.gap = dot(iterate.slacks, iterate.prices) / presolve.costScale
    solution.primalResidual = program.violation(at: solution.point)
    let reduced = program.reducedCosts(
      at: solution.point, equalities: solution.equalityMultipliers,
      inequalities: solution.inequalityMultipliers)
    solution.dualResidual = greatestMagnitude(
      reduced.indices.map {
        reduced[$0] - solution.lowerMultipliers[$0] + solution.upperMultipliers[$0]
      })
  }
}
