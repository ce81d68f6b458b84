import CGlpk
import DunjingLinear

/// The solver GLPK (A. Makhorin), to check another solver by. GLPK keeps its state by thread.
package struct GlpkSolver: LinearSolver {
  package init() {}

  package var name: String { "GLPK " + String(cString: glp_version()) }

  package func solve(_ model: LinearModel, _ options: SolveOptions) -> LinearSolution {
    let watch = Stopwatch()
    glp_term_out(GLP_OFF)
    if model.hasEmptyRange { return LinearSolution(status: .infeasible) }
    let problem = glp_create_prob()
    defer { glp_delete_prob(problem) }
    load(model, into: problem)
    var solution = relaxation(of: model, problem, options)
    if model.hasIntegers, solution.status == .optimal {
      solution = search(model, problem, options, watch)
    }
    solution.seconds = watch.seconds
    return solution
  }

  private func load(_ model: LinearModel, into problem: OpaquePointer?) {
    glp_set_obj_dir(problem, model.sense == .minimize ? GLP_MIN : GLP_MAX)
    glp_set_obj_coef(problem, 0, model.constant)
    if model.rowCount > 0 { glp_add_rows(problem, Int32(model.rowCount)) }
    if !model.variables.isEmpty { glp_add_cols(problem, Int32(model.variables.count)) }
    for row in 0..<model.rowCount {
      let (lower, upper) = (model.rowLower[row], model.rowUpper[row])
      glp_set_row_bnds(problem, Int32(row + 1), Self.kind(lower, upper), lower, upper)
      let terms = model.rowTerms[model.rowStart[row]..<model.rowStart[row + 1]]
      glp_set_mat_row(
        problem, Int32(row + 1), Int32(terms.count), [0] + terms.map { Int32($0.variable + 1) },
        [0] + terms.map(\.coefficient))
    }
    for (number, variable) in model.variables.enumerated() {
      let column = Int32(number + 1)
      if variable.isInteger { glp_set_col_kind(problem, column, GLP_IV) }
      let (lower, upper) = (variable.leastValue, variable.greatestValue)
      glp_set_col_bnds(problem, column, Self.kind(lower, upper), lower, upper)
      glp_set_obj_coef(problem, column, variable.objective)
    }
  }

  private static func kind(_ lower: Double, _ upper: Double) -> Int32 {
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): GLP_FR
    case (true, false): GLP_LO
    case (false, true): GLP_UP
    case (true, true): lower == upper ? GLP_FX : GLP_DB
    }
  }

  private func milliseconds(_ seconds: Double?) -> Int32 {
    Int32(min((seconds ?? 2e6).clamped(to: 0...2e6) * 1_000, 2e9))
  }

  private func relaxation(
    of model: LinearModel, _ problem: OpaquePointer?, _ options: SolveOptions
  ) -> LinearSolution {
    var control = glp_smcp()
    glp_init_smcp(&control)
    (control.msg_lev, control.presolve) = (GLP_MSG_OFF, GLP_ON)
    control.tm_lim = milliseconds(options.timeLimitSeconds)
    let code = glp_simplex(problem, &control)
    if code == GLP_ENOPFS { return LinearSolution(status: .infeasible) }
    if code == GLP_ENODFS { return LinearSolution(status: .unbounded) }
    if code == GLP_ETMLIM { return LinearSolution(status: .timeLimit) }
    switch glp_get_status(problem) {
    case GLP_OPT:
      let values = model.variables.indices.map { glp_get_col_prim(problem, Int32($0 + 1)) }
      return found(.optimal, model, values, bound: nil)
    case GLP_NOFEAS: return LinearSolution(status: .infeasible)
    case GLP_UNBND: return LinearSolution(status: .unbounded)
    default: return LinearSolution(status: .failed)
    }
  }

  private func search(
    _ model: LinearModel, _ problem: OpaquePointer?, _ options: SolveOptions, _ watch: Stopwatch
  ) -> LinearSolution {
    var control = glp_iocp()
    glp_init_iocp(&control)
    (control.msg_lev, control.presolve, control.mir_cuts) = (GLP_MSG_OFF, GLP_ON, GLP_ON)
    control.tm_lim = milliseconds(options.timeLimitSeconds.map { $0 - watch.seconds })
    let code = glp_intopt(problem, &control)
    let values = model.variables.indices.map { glp_mip_col_val(problem, Int32($0 + 1)) }
    if code == GLP_ENOPFS { return LinearSolution(status: .infeasible) }
    switch glp_mip_status(problem) {
    case GLP_OPT: return found(.optimal, model, values, bound: nil)
    case GLP_NOFEAS: return LinearSolution(status: .infeasible)
    case GLP_FEAS: return found(.feasible, model, values, bound: glp_get_obj_val(problem))
    default: return LinearSolution(status: code == GLP_ETMLIM ? .timeLimit : .failed)
    }
  }

  private func found(
    _ status: SolveStatus, _ model: LinearModel, _ values: [Double], bound: Double?
  ) -> LinearSolution {
    let values = model.tidied(values)
    let objective = model.objective(of: values)
    return LinearSolution(
      status: status, objective: objective, values: values, bound: status == .optimal ? objective : bound)
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
