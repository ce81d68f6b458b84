import CCbc
import DunjingLinear
import Synchronization

/// The solver CBC of COIN-OR (J. Forrest & R. Lougee-Heimer, 2005, "CBC user guide"), in this process.
///
/// One thread, so that equal models have equal solutions; the time limit is by the clock on the wall; a solution
/// counts as the best at a gap of zero unless the options say otherwise; nothing is logged. Every program is handed
/// over as a minimization. CBC calls some unbounded programs infeasible, and some optimal; where the objective has no
/// obvious limit, the program is solved again without one to tell the first apart, and a direction that improves the
/// objective for ever is looked for (`LinearModel.recession`). The C interface of CBC reads its parameters through global
/// state, so one program is solved at a time in a process; others wait, and their time limits begin when they start.
public struct CbcSolver: LinearSolver {
  /// Creates the solver.
  public init() {}

  public var name: String { "CBC " + String(cString: Cbc_getVersion()) }

  public func solve(_ model: LinearModel, _ options: SolveOptions) -> LinearSolution {
    let watch = Stopwatch()
    if let certain = model.withoutRows { return certain.timed(watch) }
    if model.hasEmptyRange { return LinearSolution(status: .infeasible).timed(watch) }
    var solution = search(model, options)
    if solution.status == .infeasible, model.mayBeUnbounded,
      search(model.withoutObjective, options).status.hasSolution
    {
      solution = LinearSolution(status: .unbounded)
    }
    if solution.status.hasSolution, model.mayBeUnbounded, hasImprovingDirection(model, options) {
      solution = LinearSolution(status: .unbounded)
    }
    return solution.timed(watch)
  }

  private func hasImprovingDirection(_ model: LinearModel, _ options: SolveOptions) -> Bool {
    let direction = search(model.recession, SolveOptions(timeLimitSeconds: options.timeLimitSeconds))
    return direction.objective.map { $0 * model.sign < -1e-9 } ?? false
  }

  private static let gate = Mutex(())

  private func search(_ model: LinearModel, _ options: SolveOptions) -> LinearSolution {
    Self.gate.withLock { _ in
      guard let problem = Cbc_newModel() else { return LinearSolution(status: .failed) }
      defer { Cbc_deleteModel(problem) }
      model.load(into: problem)
      options.apply(to: problem, of: model)
      _ = Cbc_solve(problem)
      return CbcOutcome(problem, model).solution()
    }
  }
}

extension LinearSolution {
  func timed(_ watch: Stopwatch) -> LinearSolution {
    var solution = self
    solution.seconds = watch.seconds
    return solution
  }
}

extension LinearModel {
  /// 1 for minimization, −1 for maximization.
  var sign: Double { sense == .minimize ? 1 : -1 }

  /// Whether a variable that counts in the objective has no limit where it improves it.
  var mayBeUnbounded: Bool {
    variables.contains { variable in
      let slope = variable.objective * sign
      return slope < 0 && variable.upper == .infinity || slope > 0 && variable.lower == -.infinity
    }
  }

  /// The same rows and bounds, and nothing to optimize.
  var withoutObjective: LinearModel {
    var model = self
    for variable in variables.indices { model.setObjective(0, of: variable) }
    return model
  }

  /// The solution of a program without rows, each variable for itself; nil where there are rows.
  var withoutRows: LinearSolution? {
    guard rowCount == 0 else { return nil }
    let values = variables.map { variable -> Double in
      let slope = variable.objective * sign
      let (lower, upper) = (variable.leastValue, variable.greatestValue)
      if lower > upper { return .nan }
      if slope != 0 { return slope > 0 ? lower : upper }
      return lower.isFinite ? lower : upper.isFinite ? upper : 0
    }
    if values.contains(where: \.isNaN) { return LinearSolution(status: .infeasible) }
    if values.contains(where: \.isInfinite) { return LinearSolution(status: .unbounded) }
    let objective = objective(of: values)
    return LinearSolution(status: .optimal, objective: objective, values: values, bound: objective)
  }

  /// Hands the program over to CBC as a minimization.
  func load(into problem: UnsafeMutableRawPointer) {
    let columns = compressedColumns()
    Cbc_loadProblem(
      problem, Int32(variables.count), Int32(rowCount), columns.start, columns.row, columns.value,
      variables.map(\.leastValue), variables.map(\.greatestValue), variables.map { $0.objective * sign },
      rowLower, rowUpper)
    for (number, variable) in variables.enumerated() where variable.isInteger {
      Cbc_setInteger(problem, Int32(number))
    }
  }
}

extension SolveOptions {
  func apply(to problem: UnsafeMutableRawPointer, of model: LinearModel) {
    Cbc_setLogLevel(problem, 0)
    for (key, value) in [("log", "0"), ("threads", "0"), ("timeMode", "elapsed")] {
      Cbc_setParameter(problem, key, value)
    }
    Cbc_setParameter(problem, "ratioGap", "0")
    Cbc_setParameter(problem, "allowableGap", "\(absoluteGap)")
    if let timeLimitSeconds { Cbc_setParameter(problem, "seconds", "\(timeLimitSeconds)") }
    guard let start, start.count == model.variables.count else { return }
    let given = model.variables.indices.filter { start[$0] != 0 }
    Cbc_setMIPStartI(problem, Int32(given.count), given.map(Int32.init), given.map { start[$0] })
  }
}
