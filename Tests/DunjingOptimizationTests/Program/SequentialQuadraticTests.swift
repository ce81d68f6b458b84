import DunjingDense
import DunjingOptimization
import DunjingRandom
import Testing

struct SequentialQuadraticTests {
  let solver = SequentialQuadratic()

  private let valley = formula { x in 100 * (x[1] - x[0].power(2)).power(2) + (x[0] - 1).power(2) }

  @Test func `The valley of Rosenbrock is followed to its end`() {
    let solution = solver.minimize(SmoothProgram(variableCount: 2, objective: valley), from: [-1.2, 1])
    #expect(solution.status == .optimal && isNear(solution.point, [1, 1], 1e-5))
    #expect(solution.iterations < 100)
  }

  @Test func `The valley of Rosenbrock in a disk has the known optimum`() {
    var program = SmoothProgram(variableCount: 2, objective: valley)
    program.smoothInequalities = [formula { x in x[0].power(2) + x[1].power(2) - 1 }]
    let solution = solver.minimize(program, from: [0, 0])
    #expect(solution.status == .optimal)
    #expect(isNear(solution.point, [0.7864151541, 0.6176983125], 1e-6))
    #expect(solution.inequalityMultipliers[0] > 0)
    // A larger disk lowers the optimum by the multiplier.
    program.smoothInequalities = [formula { x in x[0].power(2) + x[1].power(2) - 1.0001 }]
    let wider = solver.minimize(program, from: [0, 0])
    let fall = (solution.objective - wider.objective) / 1e-4
    #expect(abs(fall / solution.inequalityMultipliers[0] - 1) < 1e-3)
  }

  @Test func `Exact curvature takes fewer steps and reaches the same point`() {
    var program = SmoothProgram(variableCount: 2, objective: valley)
    let learned = solver.minimize(program, from: [-1.2, 1])
    program.curvature = { x, _ in
      let mixed = -400 * x[0]
      return .dense(DenseMatrix(rows: [[1200 * x[0] * x[0] - 400 * x[1] + 2, mixed], [mixed, 200]]))
    }
    let exact = solver.minimize(program, from: [-1.2, 1])
    #expect(exact.status == .optimal && isNear(exact.point, [1, 1], 1e-7))
    #expect(exact.iterations <= learned.iterations)
  }

  @Test func `Linearized constraints that clash are relaxed on the way`() {
    // At the start the circle's tangent misses the box; the point where they meet is found all the same.
    var program = SmoothProgram(
      variableCount: 2, lower: [0, 0], upper: [1, 1], objective: formula { x in x[0] + x[1] })
    program.smoothEqualities = [formula { x in x[0].power(2) + x[1].power(2) - 1 }]
    let solution = solver.minimize(program, from: [0.1, 0.05])
    #expect(solution.status == .optimal)
    #expect(abs(solution.objective - 1) < 1e-6)
  }

  @Test func `A program that nothing satisfies is infeasible`() {
    var program = SmoothProgram(variableCount: 2, objective: formula { x in x[0] + x[1] })
    program.smoothInequalities = [
      formula { x in x[0].power(2) + x[1].power(2) - 1 },
      formula { x in (x[0] - 3).power(2) + x[1].power(2) - 1 }
    ]
    #expect(solver.minimize(program, from: [0, 0.5]).status == .infeasible)
    let linear = SmoothProgram(
      variableCount: 1, inequalities: LinearRows([[1], [-1]], [1, -2]),
      objective: formula { x in x[0].power(2) })
    #expect(solver.minimize(linear, from: [0]).status == .infeasible)
  }

  @Test func `Quadratic programs are solved from their slopes as by the interior-point method`() {
    for seed in 1...15 {
      var numbers = ProgramNumbers(UInt64(100 + seed))
      let matrix = numbers.square(8, rank: 8)
      let quadratic = QuadraticProgram(
        curvature: .dense(matrix), costs: numbers.vector(8),
        equalities: LinearRows(numbers.matrix(2, 8), [0, 0]),
        inequalities: LinearRows(numbers.matrix(5, 8), [0.1, 0.2, 0.3, 0.4, 0.5]),
        lower: [Double](repeating: -0.4, count: 8), upper: [Double](repeating: 0.5, count: 8))
      let program = SmoothProgram(
        variableCount: 8, equalities: quadratic.equalities, inequalities: quadratic.inequalities,
        lower: quadratic.lower, upper: quadratic.upper,
        objective: { point in
          let slope = zip(matrix.times(point), quadratic.costs).map { $0 + $1 }
          return SmoothProgram.Value(quadratic.objective(at: point), slope)
        })
      let solution = solver.minimize(program, from: [Double](repeating: 0.3, count: 8))
      let exact = InteriorPoint().solve(quadratic)
      #expect(solution.status == .optimal, "seed \(seed)")
      #expect(abs(solution.objective - exact.objective) < 1e-7, "seed \(seed)")
      #expect(isNear(solution.inequalityMultipliers, exact.inequalityMultipliers, 1e-4), "seed \(seed)")
      #expect(isNear(solution.equalityMultipliers, exact.equalityMultipliers, 1e-4), "seed \(seed)")
    }
  }

  @Test func `An objective that is not a number fails`() {
    let program = SmoothProgram(variableCount: 1, objective: { _ in SmoothProgram.Value(.nan, [0]) })
    #expect(solver.minimize(program, from: [1]).status == .failed)
  }
}

/// Resources spread over places so that the sum of decreasing costs is least, against water filling.
struct SmoothAllocationTests {
  struct Instance: Sendable {
    let weights, loads, lower, upper: [Double]
    let total: Double

    init(count: Int, seed: UInt64) {
      var numbers = ProgramNumbers(seed)
      weights = (0..<count).map { _ in 0.2 + numbers.stream.nextUnit() * 5 }
      loads = (0..<count).map { _ in numbers.stream.nextUnit() * 3 }
      lower = loads.map { $0 + 0.05 + 0.2 * numbers.stream.nextUnit() }
      upper = lower.map { $0 + 0.5 + 3 * numbers.stream.nextUnit() }
      total = 0.6 * lower.reduce(0, +) + 0.4 * upper.reduce(0, +)
    }

    /// Each place where one more unit is worth the same, found by bisection of that worth.
    var filled: [Double] {
      func places(_ worth: Double) -> [Double] {
        weights.indices.map { min(max(loads[$0] + (weights[$0] / worth).squareRoot(), lower[$0]), upper[$0]) }
      }
      var (low, high) = (1e-9, 1e9)
      for _ in 0..<300 {
        let middle = (low * high).squareRoot()
        if places(middle).reduce(0, +) > total { low = middle } else { high = middle }
      }
      return places(high)
    }

    /// Σ weight / (capacity − load), as lines of queues are long.
    func cost(_ point: [Double]) -> Double {
      point.indices.reduce(0) { $0 + weights[$1] / (point[$1] - loads[$1]) }
    }

    var program: SmoothProgram {
      let (weights, loads) = (weights, loads)
      return SmoothProgram(
        variableCount: weights.count,
        equalities: LinearRows([[Double](repeating: 1, count: weights.count)], [total]), lower: lower,
        upper: upper,
        curvature: { point, _ in
          .diagonal(
            point.indices.map {
              let rest = point[$0] - loads[$0]
              return 2 * weights[$0] / (rest * rest * rest)
            })
        },
        objective: { point in
          let rest = point.indices.map { point[$0] - loads[$0] }
          guard rest.allSatisfy({ $0 > 0 }) else { return SmoothProgram.Value(.infinity, rest) }
          return SmoothProgram.Value(
            rest.indices.reduce(0) { $0 + weights[$1] / rest[$1] },
            rest.indices.map { -weights[$0] / (rest[$0] * rest[$0]) })
        })
    }
  }

  @Test(arguments: [60, 1_000])
  func `Capacity is spread as water filling spreads it`(count: Int) {
    let instance = Instance(count: count, seed: 11)
    let share = instance.total / Double(count)
    let solution = SequentialQuadratic().minimize(
      instance.program, from: [Double](repeating: share, count: count))
    let best = instance.filled
    #expect(solution.status == .optimal)
    #expect(solution.iterations < 60)
    #expect(abs(solution.objective / instance.cost(best) - 1) < 1e-8)
    #expect(isNear(solution.point, best, 1e-4))
  }

  @Test func `Learned curvature spreads capacity as well`() {
    let instance = Instance(count: 60, seed: 12)
    var program = instance.program
    program.curvature = nil
    let solution = SequentialQuadratic(tolerance: 1e-6).minimize(program, from: instance.upper)
    #expect(solution.status == .optimal)
    #expect(abs(solution.objective / instance.cost(instance.filled) - 1) < 1e-6)
  }

  @Test func `The square root law holds: places get the roots of their weights`() {
    let weights = [1.0, 4, 9, 16]
    let program = SmoothProgram(
      variableCount: 4, equalities: LinearRows([[1, 1, 1, 1]], [20]), lower: [0.1, 0.1, 0.1, 0.1],
      objective: { point in
        SmoothProgram.Value(
          point.indices.reduce(0) { $0 + weights[$1] / point[$1] },
          point.indices.map { -weights[$0] / (point[$0] * point[$0]) })
      })
    let solution = SequentialQuadratic().minimize(program, from: [5, 5, 5, 5])
    #expect(isNear(solution.point, [2, 4, 6, 8], 1e-5))
    // One more unit is worth (Σ √weight / total)².
    #expect(abs(solution.equalityMultipliers[0] - 0.25) < 1e-6)
  }

  @Test func `The least capacity that keeps waiting short follows the same law`() {
    // min Σ x subject to Σ w / x ≤ T: x = √w Σ √w / T.
    let weights = (1...60).map { Double($0 * $0) }
    var program = SmoothProgram(
      variableCount: 60, lower: [Double](repeating: 0.1, count: 60),
      curvature: { point, multipliers in
        .diagonal(
          point.indices.map { 2 * multipliers[0] * weights[$0] / (point[$0] * point[$0] * point[$0]) })
      },
      objective: { point in SmoothProgram.Value(point.reduce(0, +), point.map { _ in 1 }) })
    program.smoothInequalities = [
      { point in
        SmoothProgram.Value(
          point.indices.reduce(-100) { $0 + weights[$1] / point[$1] },
          point.indices.map { -weights[$0] / (point[$0] * point[$0]) })
      }
    ]
    let solution = SequentialQuadratic().minimize(program, from: [Double](repeating: 300, count: 60))
    #expect(solution.status == .optimal)
    #expect(abs(solution.objective - 1830 * 1830 / 100) < 1e-4)
    #expect(
      solution.point.indices.allSatisfy { abs(solution.point[$0] / (Double($0 + 1) * 18.3) - 1) < 1e-5 })
  }
}
