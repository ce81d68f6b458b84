import DunjingCbc
import DunjingDense
import DunjingGlpk
import DunjingLinear
import DunjingOptimization
import DunjingRandom
import Testing

/// Random programs, checked by the conditions of optimality, by a method of another kind and by another solver.
struct InteriorPointRandomTests {
  let solver = InteriorPoint()

  /// A program with a point strictly inside all rows and bounds.
  private func feasible(_ seed: UInt64) -> QuadraticProgram {
    var numbers = ProgramNumbers(seed)
    let n = 3 + numbers.stream.nextInteger(below: 20)
    let p = numbers.stream.nextInteger(below: 1 + n / 3)
    let m = numbers.stream.nextInteger(below: 2 * n)
    let inside = numbers.vector(n)
    let (equations, rows) = (numbers.matrix(p, n), numbers.matrix(m, n))
    let curvature: Curvature =
      switch seed % 3 {
      case 0: .dense(numbers.square(n, rank: 1 + numbers.stream.nextInteger(below: n)))
      case 1: .diagonal(numbers.vector(n).map { max($0, 0) })
      default: .none
      }
    // Every variable has a bound on at least one side, and a linear objective is bounded by all of them.
    let isOpen = numbers.vector(n).map { $0 > 0.8 && seed % 3 == 0 }
    return QuadraticProgram(
      curvature: curvature, costs: numbers.vector(n),
      equalities: LinearRows(equations, equations.times(inside)),
      inequalities: LinearRows(rows, rows.times(inside).map { $0 + 0.1 + numbers.stream.nextUnit() }),
      lower: inside.map { $0 - 0.1 - numbers.stream.nextUnit() },
      upper: zip(inside, isOpen).map { $1 ? .infinity : $0 + 0.1 + numbers.stream.nextUnit() })
  }

  @Test func `Random programs satisfy the conditions of optimality`() {
    for seed in 1...150 {
      let program = feasible(UInt64(seed))
      let solution = solver.solve(program)
      if solution.status == .unbounded && seed % 3 == 0 { continue }
      solution.expectBest(in: program, 1e-6, "seed \(seed)")
      #expect(solution.iterations < 40, "seed \(seed)")
    }
  }

  /// Projected gradients with Nesterov's momentum on a box, a method that factors nothing.
  private func projected(_ matrix: DenseMatrix, _ program: QuadraticProgram) -> [Double] {
    func clamp(_ point: [Double]) -> [Double] {
      point.indices.map { min(max(point[$0], program.lower[$0]), program.upper[$0]) }
    }
    let steepest = (0..<matrix.rowCount).map { row in
      (0..<matrix.rowCount).reduce(0) { $0 + abs(matrix[row, $1]) }
    }
    let step = 1 / (steepest.max() ?? 1)
    var (point, ahead, weight) = (clamp(program.costs), clamp(program.costs), 1.0)
    for _ in 0..<20_000 {
      let slope = matrix.times(ahead)
      let next = clamp(ahead.indices.map { ahead[$0] - step * (slope[$0] + program.costs[$0]) })
      let grown = (1 + (1 + 4 * weight * weight).squareRoot()) / 2
      ahead = next.indices.map { next[$0] + (weight - 1) / grown * (next[$0] - point[$0]) }
      (point, weight) = (next, grown)
    }
    return point
  }

  @Test func `Programs in a box agree with projected gradients`() {
    for seed in 1...10 {
      var numbers = ProgramNumbers(UInt64(1_000 + seed))
      let matrix = numbers.square(12, rank: 12)
      let program = QuadraticProgram(
        curvature: .dense(matrix), costs: numbers.vector(12).map { 5 * $0 },
        lower: [Double](repeating: -0.5, count: 12), upper: [Double](repeating: 0.7, count: 12))
      let solution = solver.solve(program)
      let other = program.objective(at: projected(matrix, program))
      #expect(abs(solution.objective - other) < 1e-6 * max(1, abs(other)), "seed \(seed)")
    }
  }

  /// A linear program that may have no solution, in the words of either solver.
  private func arbitrary(_ seed: UInt64) -> (QuadraticProgram, LinearModel) {
    var numbers = ProgramNumbers(5_000 + seed)
    let n = 2 + numbers.stream.nextInteger(below: 9)
    let (p, m) = (numbers.stream.nextInteger(below: 3), numbers.stream.nextInteger(below: 10))
    func whole(_ count: Int) -> [Double] { numbers.vector(count).map { (2 * $0).rounded() } }
    func rows(_ count: Int) -> LinearRows {
      var matrix = DenseMatrix(rows: count, columns: n)
      for row in 0..<count {
        for (column, value) in whole(n).enumerated() { matrix[row, column] = value }
      }
      return LinearRows(matrix, whole(count).map { $0 + 1 })
    }
    let program = QuadraticProgram(
      costs: whole(n), equalities: rows(p), inequalities: rows(m),
      lower: whole(n).map { $0 > 2 ? -.infinity : -abs($0) },
      upper: whole(n).map { $0 > 0 ? .infinity : abs($0) })
    var model = LinearModel(.minimize)
    for index in 0..<n {
      _ = model.addVariable(program.lower[index]...program.upper[index], objective: program.costs[index])
    }
    for row in 0..<p { model.addRow(terms(program.equalities, row), equalTo: program.equalities.limits[row]) }
    for row in 0..<m {
      model.addRow(terms(program.inequalities, row), atMost: program.inequalities.limits[row])
    }
    return (program, model)
  }

  private func terms(_ rows: LinearRows, _ row: Int) -> [LinearTerm] {
    (0..<rows.matrix.columnCount).compactMap { column in
      rows.matrix[row, column] == 0 ? nil : LinearTerm(column, rows.matrix[row, column])
    }
  }

  /// CBC calls one of these programs optimal, in which (0, −2, 1, 0, 0) lowers the objective forever; so GLPK says how
  /// a program ends.
  @Test func `Random linear programs end as other solvers say`() {
    var counts: [SolveStatus: Int] = [:]
    var disagreements = 0
    for seed in 1...300 {
      let (program, model) = arbitrary(UInt64(seed))
      let (solution, other, third) = (
        solver.solve(program), GlpkSolver().solve(model), CbcSolver().solve(model)
      )
      counts[other.status, default: 0] += 1
      if other.status != third.status { disagreements += 1 }
      switch other.status {
      case .optimal:
        #expect(solution.status == .optimal, "seed \(seed)")
        for objective in [other.objective ?? .nan, third.objective ?? .nan] {
          #expect(abs(solution.objective - objective) <= 1e-7 * max(1, abs(objective)), "seed \(seed)")
        }
      case .infeasible: #expect(solution.status == .infeasible, "seed \(seed)")
      default: #expect(solution.status == .unbounded, "seed \(seed)")
      }
    }
    #expect(counts.count == 3 && counts.values.allSatisfy { $0 >= 20 }, "all endings occur: \(counts)")
    #expect(disagreements <= 1)
  }

  @Test func `Cheap and costly relaxations of random programs agree with another solver`() throws {
    var found = 0
    for seed in 1...300 where found < 30 {
      let (program, model) = arbitrary(UInt64(seed))
      guard solver.solve(program).status == .infeasible else { continue }
      found += 1
      var elastic = LinearModel(.minimize)
      for variable in model.variables { _ = elastic.addVariable(variable.lower...variable.upper) }
      for row in 0..<program.inequalities.count {
        let slack = elastic.addVariable(objective: Double(row + 1))
        elastic.addRow(
          terms(program.inequalities, row) + [LinearTerm(slack, -1)], atMost: program.inequalities.limits[row]
        )
      }
      for row in 0..<program.equalities.count {
        let (over, under) = (elastic.addVariable(objective: 2), elastic.addVariable(objective: 2))
        elastic.addRow(
          terms(program.equalities, row) + [LinearTerm(over, -1), LinearTerm(under, 1)],
          equalTo: program.equalities.limits[row])
      }
      let relaxation = try #require(
        solver.leastRelaxation(
          of: program, inequalityWeights: (0..<program.inequalities.count).map { Double($0 + 1) },
          equalityWeights: program.equalities.limits.map { _ in 2 }))
      let other = CbcSolver().solve(elastic).objective ?? .nan
      #expect(abs(relaxation.total - other) < 1e-6 * max(1, other), "seed \(seed)")
    }
    #expect(found == 30)
  }
}
