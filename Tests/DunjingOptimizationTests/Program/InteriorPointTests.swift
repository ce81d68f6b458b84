import DunjingCbc
import DunjingDense
import DunjingLinear
import DunjingOptimization
import DunjingTestSupport
import Testing

/// Programs of textbooks, whose solutions are known by hand.
struct InteriorPointTests {
  let solver = InteriorPoint()
  let infinite = Double.infinity

  @Test func `Wyndor Glass makes 2 and 6, and an hour is worth 0, 1.5 and 1`() {
    // F. S. Hillier & G. J. Lieberman, Introduction to Operations Research.
    let program = QuadraticProgram(
      costs: [-3, -5], inequalities: LinearRows([[1, 0], [0, 2], [3, 2]], [4, 12, 18]), lower: [0, 0])
    let solution = solver.solve(program)
    solution.expectBest(in: program, 1e-7)
    #expect(isNear(solution.point, [2, 6]))
    #expect(abs(solution.objective + 36) < 1e-7)
    #expect(isNear(solution.inequalityMultipliers, [0, 1.5, 1]))
  }

  @Test func `The quadratic program of Nocedal and Wright has the published solution`() {
    // Example 16.4: min (x − 1)² + (y − 2.5)² within five half-planes; x = (1.4, 1.7).
    let program = QuadraticProgram(
      curvature: .diagonal([2, 2]), costs: [-2, -5],
      inequalities: LinearRows([[-1, 2], [1, 2], [1, -2]], [2, 6, 2]), lower: [0, 0])
    let solution = solver.solve(program)
    solution.expectBest(in: program, 1e-7)
    #expect(isNear(solution.point, [1.4, 1.7]))
    #expect(isNear(solution.inequalityMultipliers, [0.8, 0, 0]))
    #expect(abs(solution.objective - (0.16 + 0.64 - 7.25)) < 1e-7)
  }

  @Test func `An equality-constrained program has the published multipliers`() {
    // Nocedal & Wright, example 16.2: x = (2, −1, 1) and λ = (3, −2), whose sign is the opposite of ours.
    let program = QuadraticProgram(
      curvature: .dense(DenseMatrix(rows: [[6, 2, 1], [2, 5, 2], [1, 2, 4]])), costs: [-8, -3, -3],
      equalities: LinearRows([[1, 0, 1], [0, 1, 1]], [3, 0]))
    let solution = solver.solve(program)
    #expect(isNear(solution.point, [2, -1, 1]))
    #expect(isNear(solution.equalityMultipliers, [-3, 2]))
  }

  @Test func `The portfolio of least variance is the one in closed form`() {
    // Weights proportional to the inverse variances of independent assets.
    let program = QuadraticProgram(
      curvature: .diagonal([1, 2, 4]), costs: [0, 0, 0], equalities: LinearRows([[1, 1, 1]], [1]),
      lower: [0, 0, 0])
    let solution = solver.solve(program)
    #expect(isNear(solution.point, [4 / 7.0, 2 / 7.0, 1 / 7.0]))
    #expect(isNear(solution.equalityMultipliers, [-4 / 7.0]))
  }

  @Test func `A transport plan costs what the prices of the tableau say`() {
    // Supplies 20, 30 and 25, demands 10, 28, 27 and 10.
    let costs: [Double] = [4, 5, 6, 8, 3, 7, 5, 6, 8, 4, 3, 9]
    let supply = (0..<3).map { plant in (0..<12).map { $0 / 4 == plant ? 1.0 : 0.0 } }
    let demand = (0..<4).map { market in (0..<12).map { $0 % 4 == market ? 1.0 : 0.0 } }
    let program = QuadraticProgram(
      costs: costs, equalities: LinearRows(demand, [10, 28, 27, 10]),
      inequalities: LinearRows(supply, [20, 30, 25]), lower: [Double](repeating: 0, count: 12))
    let solution = solver.solve(program)
    solution.expectBest(in: program, 1e-6)
    // The plan 20 · 5, 10 · 3 + 10 · 5 + 10 · 6, 8 · 4 + 17 · 3 has no cell with a negative reduced cost.
    #expect(abs(solution.objective - 323) < 1e-6)
  }

  @Test func `A multiplier is the fall of the optimum for one more unit`() {
    let matrix = DenseMatrix(rows: [[2, 0.5, 0], [0.5, 1, 0.2], [0, 0.2, 3]])
    func value(_ change: [Double]) -> QuadraticSolution {
      solver.solve(
        QuadraticProgram(
          curvature: .dense(matrix), costs: [-4, -3, 1], equalities: LinearRows([[1, 1, 1]], [1 + change[0]]),
          inequalities: LinearRows([[1, -1, 0]], [0.1 + change[1]]), lower: [0, 0, -0.3 + change[2]],
          upper: [0.6, 0.65 + change[3], 5]))
    }
    let solution = value([0, 0, 0, 0])
    let prices = [
      solution.equalityMultipliers[0], solution.inequalityMultipliers[0], -solution.lowerMultipliers[2],
      solution.upperMultipliers[1]
    ]
    #expect(prices.contains { $0 > 0.1 })
    for index in 0..<4 {
      var (more, less) = ([0.0, 0, 0, 0], [0.0, 0, 0, 0])
      (more[index], less[index]) = (1e-4, -1e-4)
      let fall = (value(less).objective - value(more).objective) / 2e-4
      #expect(abs(fall - prices[index]) < 1e-5, "right-hand side \(index)")
    }
  }

  @Test(arguments: [("afiro", -464.75314286), ("adlittle", 225494.96316), ("stair", -251.26695119)])
  func `A program of Netlib has the published optimum`(name: String, optimum: Double) throws {
    let program = QuadraticProgram(try PlainProgram(netlib: name))
    let solution = solver.solve(program)
    #expect(solution.status == .optimal)
    #expect(abs(solution.objective / optimum - 1) < 1e-8)
    #expect(solution.primalResidual < 1e-6 && solution.dualResidual < 1e-6)
    // The dual objective, from the multipliers alone, is the same.
    let fall = zip(solution.equalityMultipliers, program.equalities.limits).reduce(0) { $0 + $1.0 * $1.1 }
    let rows = zip(solution.inequalityMultipliers, program.inequalities.limits).reduce(0) { $0 + $1.0 * $1.1 }
    var dual = -fall - rows
    for index in program.lower.indices {
      if program.lower[index].isFinite { dual += solution.lowerMultipliers[index] * program.lower[index] }
      if program.upper[index].isFinite { dual -= solution.upperMultipliers[index] * program.upper[index] }
    }
    #expect(abs(dual / optimum - 1) < 1e-7)
  }

  @Test(arguments: ["forest6", "klein1", "woodinfe"])
  func
    `A program of the infeasible ones of Netlib is infeasible, and its least relaxation agrees with a solver`(
      name: String
    ) throws
  {
    let program = QuadraticProgram(try PlainProgram(netlib: name))
    #expect(solver.solve(program).status == .infeasible)
    let relaxation = try #require(solver.leastRelaxation(of: program))
    var model = LinearModel(.minimize)
    for index in program.costs.indices { _ = model.addVariable(program.lower[index]...program.upper[index]) }
    for (rows, isEquality) in [(program.inequalities, false), (program.equalities, true)] {
      for row in 0..<rows.count {
        var terms = program.costs.indices.map { LinearTerm($0, rows.matrix[row, $0]) }
        terms.append(LinearTerm(model.addVariable(objective: 1), -1))
        if isEquality { terms.append(LinearTerm(model.addVariable(objective: 1))) }
        model.addRow(terms, in: (isEquality ? rows.limits[row] : -.infinity)...rows.limits[row])
      }
    }
    let least = try #require(CbcSolver().solve(model).objective)
    #expect(least > 1e-3 && abs(relaxation.total / least - 1) < 1e-6)
  }

  @Test func `The portfolio of a wanted return solves the equations of Lagrange`() throws {
    var numbers = ProgramNumbers(3)
    let covariance = numbers.square(8, rank: 40)
    let returns = (0..<8).map { 0.02 + 0.01 * Double($0) }
    let program = QuadraticProgram(
      curvature: .dense(covariance), costs: [Double](repeating: 0, count: 8),
      equalities: LinearRows([[Double](repeating: 1, count: 8)], [1]),
      inequalities: LinearRows([returns.map { -$0 }], [-0.08]))
    let solution = solver.solve(program)
    // Both rows hold with equality: one linear system, solved without an iteration.
    var saddle = DenseMatrix(rows: 10, columns: 10)
    for column in 0..<8 {
      for row in 0..<8 { saddle[row, column] = covariance[row, column] }
      (saddle[8, column], saddle[9, column]) = (1, -returns[column])
    }
    let direct = try #require(SymmetricIndefinite(saddle)).solved(
      [Double](repeating: 0, count: 8) + [1, -0.08])
    #expect(direct[9] > 0)
    #expect(isNear(solution.point, Array(direct[..<8])))
    #expect(isNear(solution.equalityMultipliers + solution.inequalityMultipliers, Array(direct[8...]), 1e-5))
  }

  @Test func `Too few iterations end at the limit, with the best point met`() {
    let program = QuadraticProgram(
      costs: [-3, -5], inequalities: LinearRows([[1, 0], [0, 2], [3, 2]], [4, 12, 18]), lower: [0, 0])
    let solution = InteriorPoint(iterationLimit: 2).solve(program)
    #expect(solution.status == .iterationLimit && solution.point.count == 2)
    #expect(InteriorPoint(tolerance: 1e-2).solve(program).iterations < solver.solve(program).iterations)
  }
}
