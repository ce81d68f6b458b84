import DunjingDense
import DunjingOptimization
import Testing

/// Programs without a solution, with many, or with data that say nothing.
struct InteriorPointEdgeTests {
  let solver = InteriorPoint()
  let infinite = Double.infinity

  @Test func `Rows that contradict each other are infeasible`() {
    let rows = LinearRows([[1, 1], [-1, -1]], [4, -5])
    for curvature in [Curvature.none, .diagonal([1, 0]), .dense(DenseMatrix(rows: [[2, 1], [1, 2]]))] {
      let program = QuadraticProgram(curvature: curvature, costs: [1, 1], inequalities: rows)
      let solution = solver.solve(program)
      #expect(solution.status == .infeasible && solution.point.isEmpty)
    }
  }

  @Test func `Equalities that contradict each other are infeasible`() {
    let program = QuadraticProgram(
      curvature: .diagonal([1, 1]), costs: [0, 0], equalities: LinearRows([[1, 1], [2, 2]], [1, 3]))
    #expect(solver.solve(program).status == .infeasible)
    let bounded = QuadraticProgram(
      costs: [1, 1], equalities: LinearRows([[1, 1]], [5]), lower: [0, 0], upper: [2, 2])
    #expect(solver.solve(bounded).status == .infeasible)
  }

  @Test func `Bounds or empty rows can contradict on their own`() {
    #expect(solver.solve(QuadraticProgram(costs: [1], lower: [2], upper: [1])).status == .infeasible)
    let empty = QuadraticProgram(costs: [1], inequalities: LinearRows([[0]], [-1]), lower: [0])
    #expect(solver.solve(empty).status == .infeasible)
    let fixed = QuadraticProgram(
      costs: [1, 1], equalities: LinearRows([[1, 0]], [2]), lower: [1, 0], upper: [1, 9])
    #expect(solver.solve(fixed).status == .infeasible)
  }

  @Test func `The least relaxation is that of the cheaper row`() throws {
    let program = QuadraticProgram(
      costs: [1, 1], equalities: LinearRows([[1, -1]], [0]),
      inequalities: LinearRows([[1, 1], [-1, -1]], [4, -5]), lower: [0, 0])
    let equal = try #require(solver.leastRelaxation(of: program))
    #expect(abs(equal.total - 1) < 1e-7)
    let weighted = try #require(solver.leastRelaxation(of: program, inequalityWeights: [3, 1]))
    #expect(isNear(weighted.inequalities, [0, 1]) && isNear(weighted.equalities, [0]))
    #expect(abs(weighted.total - 1) < 1e-7)
    #expect(isNear(weighted.point, [2, 2]))
    let cheap = try #require(solver.leastRelaxation(of: program, inequalityWeights: [1, 2]))
    #expect(isNear(cheap.inequalities, [1, 0]))
  }

  @Test func `The least relaxation of an equality has a sign, and that of a feasible program is nothing`()
    throws
  {
    let short = QuadraticProgram(costs: [0], equalities: LinearRows([[1]], [5]), lower: [0], upper: [3])
    let relaxation = try #require(solver.leastRelaxation(of: short))
    #expect(isNear(relaxation.equalities, [-2]))
    let fine = QuadraticProgram(costs: [7], inequalities: LinearRows([[1]], [5]))
    #expect(try #require(solver.leastRelaxation(of: fine)).total < 1e-7)
    #expect(solver.leastRelaxation(of: QuadraticProgram(costs: [1], lower: [2], upper: [1])) == nil)
  }

  @Test func `An objective without end is told apart`() {
    let ray = QuadraticProgram(costs: [-1, 0], inequalities: LinearRows([[1, -1]], [1]), lower: [0, 0])
    #expect(solver.solve(ray).status == .unbounded)
    let free = QuadraticProgram(costs: [1, -2], equalities: LinearRows([[1, 1]], [3]))
    #expect(solver.solve(free).status == .unbounded)
    let flat = QuadraticProgram(curvature: .dense(DenseMatrix(rows: [[1, 1], [1, 1]])), costs: [1, 0])
    #expect(solver.solve(flat).status == .unbounded)
    let alone = QuadraticProgram(costs: [0, -1], lower: [0, 0], upper: [1, infinite])
    #expect(solver.solve(alone).status == .unbounded)
  }

  @Test func `A program that is infeasible both ways is infeasible`() {
    // Neither the program nor its dual has a solution.
    let program = QuadraticProgram(
      costs: [-1, -1], inequalities: LinearRows([[1, -1], [-1, 1]], [-1, -1]), lower: [0, 0])
    #expect(solver.solve(program).status == .infeasible)
  }

  @Test func `An objective that bends down is refused`() {
    #expect(solver.solve(QuadraticProgram(curvature: .diagonal([1, -1]), costs: [0, 0])).status == .notConvex)
    let saddle = QuadraticProgram(
      curvature: .dense(DenseMatrix(rows: [[1, 2], [2, 1]])), costs: [0, 0], lower: [0, 0], upper: [1, 1])
    #expect(solver.solve(saddle).status == .notConvex)
  }

  @Test func `Data that are not numbers fail`() {
    #expect(solver.solve(QuadraticProgram(costs: [.nan])).status == .failed)
    #expect(solver.solve(QuadraticProgram(costs: [1], lower: [.nan])).status == .failed)
    let program = QuadraticProgram(curvature: .diagonal([infinite]), costs: [1])
    #expect(solver.solve(program).status == .failed)
  }

  @Test func `Equalities may say the same twice`() {
    let program = QuadraticProgram(
      curvature: .diagonal([1, 2, 4]), costs: [0, 0, 0],
      equalities: LinearRows([[1, 1, 1], [2, 2, 2], [1, 1, 1]], [1, 2, 1]))
    let solution = solver.solve(program)
    solution.expectBest(in: program, 1e-7)
    #expect(isNear(solution.point, [4 / 7.0, 2 / 7.0, 1 / 7.0]))
    let dense = QuadraticProgram(
      curvature: .dense(DenseMatrix(rows: [[1, 0, 0], [0, 2, 0], [0, 0, 4]])), costs: [0, 0, 0],
      equalities: program.equalities)
    #expect(isNear(solver.solve(dense).point, solution.point))
  }

  @Test func `A fixed variable counts with its value, and its reduced cost is its multiplier`() {
    let program = QuadraticProgram(
      curvature: .dense(DenseMatrix(rows: [[2, 1], [1, 2]])), costs: [0, -4], lower: [1, -infinite],
      upper: [1, infinite])
    let solution = solver.solve(program)
    solution.expectBest(in: program, 1e-8)
    // With x = 1 the best y is 3/2, and the slope along x is 2 + 3/2.
    #expect(isNear(solution.point, [1, 1.5]))
    #expect(isNear(solution.lowerMultipliers, [3.5, 0]))
    let all = solver.solve(QuadraticProgram(costs: [3], lower: [2], upper: [2]))
    #expect(all.status == .optimal && all.objective == 6)
  }

  @Test func `A degenerate vertex is found`() {
    // Four rows meet at (1, 1), where two would do.
    let program = QuadraticProgram(
      costs: [-1, -1], inequalities: LinearRows([[1, 0], [0, 1], [1, 1], [2, 1]], [1, 1, 2, 3]), lower: [0, 0]
    )
    let solution = solver.solve(program)
    solution.expectBest(in: program, 1e-7)
    #expect(isNear(solution.point, [1, 1]))
  }

  @Test func `A feasible set without inside is no obstacle`() {
    let program = QuadraticProgram(
      curvature: .diagonal([1, 1]), costs: [-3, 0], inequalities: LinearRows([[1, 1], [-1, -1]], [2, -2]))
    let solution = solver.solve(program)
    #expect(solution.status == .optimal)
    #expect(isNear(solution.point, [2.5, -0.5], 1e-5))
  }

  @Test func `Infinite limits hold nothing back, and no variables are a program too`() {
    let program = QuadraticProgram(
      curvature: .diagonal([1]), costs: [-1], inequalities: LinearRows([[1]], [infinite]))
    #expect(isNear(solver.solve(program).point, [1]))
    #expect(solver.solve(program).inequalityMultipliers == [0])
    #expect(solver.solve(QuadraticProgram(costs: [])).status == .optimal)
  }

  @Test func `Units of measurement do not matter`() {
    let program = QuadraticProgram(
      costs: [-3e6, -5e-4], inequalities: LinearRows([[1e5, 0], [0, 2e-6], [3e5, 2e-6]], [4, 12, 18]),
      lower: [0, 0])
    let solution = solver.solve(program)
    #expect(abs(solution.point[0] / 2e-5 - 1) < 1e-7 && abs(solution.point[1] / 6e6 - 1) < 1e-7)
    #expect(abs(solution.objective / -3060 - 1) < 1e-9)
  }
}
