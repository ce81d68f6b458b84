import CCbc
import DunjingLinear

/// What CBC says after a search.
struct CbcOutcome {
  private let problem: UnsafeMutableRawPointer
  private let model: LinearModel

  init(_ problem: UnsafeMutableRawPointer, _ model: LinearModel) {
    (self.problem, self.model) = (problem, model)
  }

  func solution() -> LinearSolution {
    if Cbc_isProvenOptimal(problem) != 0, let solution = found(.optimal) { return solution }
    if Cbc_isContinuousUnbounded(problem) != 0 { return LinearSolution(status: .unbounded) }
    if Cbc_isProvenInfeasible(problem) != 0 { return LinearSolution(status: .infeasible) }
    if model.hasIntegers, let solution = found(.feasible) { return solution }
    if Cbc_isSecondsLimitReached(problem) != 0 || Cbc_status(problem) == 1 {
      return LinearSolution(status: .timeLimit, bound: bound)
    }
    return LinearSolution(status: .failed)
  }

  /// The best solution, if CBC has one that satisfies the program.
  private func found(_ status: SolveStatus) -> LinearSolution? {
    guard let best = model.hasIntegers ? UnsafePointer(Cbc_bestSolution(problem)) : relaxation else {
      return nil
    }
    let values = model.tidied(Array(UnsafeBufferPointer(start: best, count: model.variables.count)))
    let objective = model.objective(of: values)
    return LinearSolution(
      status: status, objective: objective, values: values, bound: status == .optimal ? objective : bound)
  }

  private var relaxation: UnsafePointer<Double>? { Cbc_getColSolution(problem) }

  private var bound: Double? {
    let value = Cbc_getBestPossibleObjValue(problem)
    return value.magnitude < 1e49 ? value * (model.sense == .minimize ? 1 : -1) + model.constant : nil
  }
}
