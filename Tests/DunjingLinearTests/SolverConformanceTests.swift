import DunjingCbc
import DunjingGlpk
import DunjingLinear
import Testing

/// What every ``LinearSolver`` has to do, after the list in its contract. Values are worked out by hand.
@Suite(.serialized) struct SolverConformanceTests {
  static let solvers: [any LinearSolver] = [CbcSolver(), GlpkSolver()]

  private func agree(_ solution: LinearSolution, _ objective: Double, _ values: [Double]? = nil) {
    #expect(solution.status == .optimal)
    #expect(abs((solution.objective ?? .nan) - objective) <= 1e-9 * max(1, abs(objective)))
    #expect(solution.bound == solution.objective)
    if let values {
      #expect(zip(solution.values, values).allSatisfy { abs($0 - $1) < 1e-9 })
      #expect(solution.values.count == values.count)
    }
  }

  @Test(arguments: solvers)
  func `a linear program of two products`(solver: any LinearSolver) {
    // Hillier & Lieberman's Wyndor Glass: x = 2, y = 6.
    var model = LinearModel(.maximize)
    let (x, y) = (model.addVariable(objective: 3), model.addVariable(objective: 5))
    model.addRow([LinearTerm(x)], atMost: 4)
    model.addRow([LinearTerm(y, 2)], atMost: 12)
    model.addRow([LinearTerm(x, 3), LinearTerm(y, 2)], atMost: 18)
    agree(solver.solve(model), 36, [2, 6])
    model.constant = 100
    agree(solver.solve(model), 136, [2, 6])
  }

  @Test(arguments: solvers)
  func `equations, ranges and free variables`(solver: any LinearSolver) {
    var model = LinearModel(.minimize)
    let x = model.addVariable(-Double.infinity...Double.infinity, objective: 1)
    let y = model.addVariable(-5...5, objective: 2)
    model.addRow([LinearTerm(x), LinearTerm(y)], equalTo: -3)
    model.addRow([LinearTerm(x), LinearTerm(y, -1)], in: -4...4)
    // The objective is y − 3, and x − y ≤ 4 means y ≥ −3.5.
    agree(solver.solve(model), -6.5, [0.5, -3.5])
  }

  @Test(arguments: solvers)
  func `a knapsack`(solver: any LinearSolver) {
    var model = LinearModel(.maximize)
    let items = [(60.0, 10.0), (100, 20), (120, 30)].map { (model.addBinary(objective: $0.0), $0.1) }
    model.addRow(items.map { LinearTerm($0.0, $0.1) }, atMost: 50)
    agree(solver.solve(model), 220, [0, 1, 1])
    agree(solver.solve(model, SolveOptions(start: [1, 1, 0])), 220, [0, 1, 1])
    // A start that breaks the row is no more than a hint.
    agree(solver.solve(model, SolveOptions(start: [1, 1, 1])), 220, [0, 1, 1])
  }

  @Test(arguments: solvers)
  func `whole numbers within bounds`(solver: any LinearSolver) {
    var model = LinearModel(.maximize)
    let x = model.addVariable(-2.5...3.7, objective: 1, isInteger: true)
    let y = model.addVariable(0...10, objective: 1)
    model.addRow([LinearTerm(x, 2), LinearTerm(y)], atMost: 7.5)
    // One more x costs two y, but y cannot use up what x = −2 leaves.
    agree(solver.solve(model), 8.5, [-1, 9.5])
    model.bound(y, to: 0...1)
    agree(solver.solve(model), 4, [3, 1])
  }

  @Test(arguments: solvers)
  func `nothing satisfies all rows`(solver: any LinearSolver) {
    for isInteger in [false, true] {
      var model = LinearModel(.minimize)
      let x = model.addVariable(0...10, objective: 1, isInteger: isInteger)
      let y = model.addVariable(0...10, objective: 1, isInteger: isInteger)
      model.addRow([LinearTerm(x), LinearTerm(y)], atLeast: 5)
      model.addRow([LinearTerm(x), LinearTerm(y)], atMost: 4)
      let solution = solver.solve(model)
      #expect(solution.status == .infeasible && solution.objective == nil && solution.values.isEmpty)
    }
  }

  @Test(arguments: solvers)
  func `no whole number satisfies a row that fractions do`(solver: any LinearSolver) {
    var model = LinearModel(.minimize)
    let x = model.addVariable(0...10, objective: 1, isInteger: true)
    let y = model.addVariable(0...10, objective: 1, isInteger: true)
    model.addRow([LinearTerm(x, 2), LinearTerm(y, 2)], equalTo: 7)
    #expect(solver.solve(model).status == .infeasible)
    model.bound(x, to: 0.2...0.8)
    #expect(solver.solve(model).status == .infeasible)
  }

  @Test(arguments: solvers)
  func `an objective without end`(solver: any LinearSolver) {
    for isInteger in [false, true] {
      var model = LinearModel(.maximize)
      let x = model.addVariable(objective: 1, isInteger: isInteger)
      let y = model.addVariable(objective: 0, isInteger: isInteger)
      model.addRow([LinearTerm(x), LinearTerm(y, -1)], atMost: 1)
      #expect(solver.solve(model).status == .unbounded)
    }
  }

  @Test(arguments: solvers)
  func `a program without rows`(solver: any LinearSolver) {
    var model = LinearModel(.maximize)
    _ = model.addVariable(0...4, objective: 2)
    _ = model.addVariable(-1...3, objective: -1, isInteger: true)
    agree(solver.solve(model), 9, [4, -1])
  }

  @Test(arguments: solvers)
  func `the time limit is kept and explained`(solver: any LinearSolver) {
    let model = MarketSplit.model(rows: 4, columns: 34)
    let solution = solver.solve(model, SolveOptions(timeLimitSeconds: 0.5))
    #expect(solution.seconds < 3)
    #expect([.feasible, .timeLimit].contains(solution.status))
    if solution.status == .feasible {
      #expect(model.violation(of: solution.values) < 1e-6)
      #expect((solution.bound ?? 0) <= (solution.objective ?? 0) + 1e-6)
    }
  }

  @Test func `both solvers agree on random programs`() {
    for seed in 1...40 {
      let model = RandomProgram.model(seed: UInt64(seed))
      let answers = Self.solvers.map { $0.solve(model) }
      #expect(answers[0].status == answers[1].status, "seed \(seed)")
      guard let first = answers[0].objective, let second = answers[1].objective else { continue }
      #expect(abs(first - second) <= 1e-7 * max(1, abs(first)), "seed \(seed)")
      for answer in answers { #expect(model.violation(of: answer.values) < 1e-6, "seed \(seed)") }
    }
  }

  @Test func `equal models have equal solutions`() {
    let model = RandomProgram.model(seed: 7)
    #expect(CbcSolver().solve(model).values == CbcSolver().solve(model).values)
  }

  @Test(arguments: solvers)
  func `a direction that improves for ever makes a program unbounded`(solver: any LinearSolver) {
    var model = LinearModel(.minimize)
    let ranges: [(ClosedRange<Double>, Double)] = [
      (-3...2, -1), (-Double.infinity...Double.infinity, 1), (-5...Double.infinity, 1), (-1...2, 3),
      (0...0, 2)
    ]
    let (a, b, c, d, e) = (
      model.addVariable(ranges[0].0, objective: ranges[0].1),
      model.addVariable(ranges[1].0, objective: ranges[1].1),
      model.addVariable(ranges[2].0, objective: ranges[2].1),
      model.addVariable(ranges[3].0, objective: ranges[3].1),
      model.addVariable(ranges[4].0, objective: ranges[4].1)
    )
    func terms(_ values: [(Int, Double)]) -> [LinearTerm] { values.map { LinearTerm($0.0, $0.1) } }
    model.addRow(terms([(a, 4), (b, -1), (c, -2), (d, 1), (e, 2)]), atMost: 2)
    model.addRow(terms([(a, -4), (b, -1), (c, -2), (d, 1), (e, -2)]), atMost: 1)
    // Along (0, −2, 1, 0, 0) both rows stay and the objective falls.
    #expect(solver.solve(model).status == .unbounded)
    model.bound(c, to: -5...100)
    let limited = solver.solve(model)
    #expect(limited.status == .optimal && model.violation(of: limited.values) < 1e-7)
  }
}
