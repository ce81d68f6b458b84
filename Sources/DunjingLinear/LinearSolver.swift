/// Solves linear and mixed-integer programs.
///
/// What a solver has to do:
/// - find the best solution where there is one and time allows, and prove it: `optimal`, with `bound` = `objective`;
/// - say `infeasible` and `unbounded` where that is so, whichever it proves first where both could be meant;
/// - when the time runs out, return the best solution so far and a bound (`feasible`), or `timeLimit`;
/// - return whole values for integer variables, and the objective of exactly the values it returns;
/// - return equal solutions for equal models whenever no time limit intervenes.
public protocol LinearSolver: Sendable {
  /// The name and version of the solver.
  var name: String { get }

  /// Solves a model.
  func solve(_ model: LinearModel, _ options: SolveOptions) -> LinearSolution
}

extension LinearSolver {
  /// Solves a model to the end.
  public func solve(_ model: LinearModel) -> LinearSolution {
    solve(model, SolveOptions())
  }
}

extension LinearModel {
  /// Returns values as a solver reports them: whole where they have to be, and within bounds.
  public func tidied(_ values: [Double]) -> [Double] {
    zip(variables, values).map { variable, value in
      min(max(variable.isInteger ? value.rounded() : value, variable.lower), variable.upper)
    }
  }
}
