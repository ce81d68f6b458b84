extension InteriorPoint {
  /// Returns the least weighted sum of relaxations of rows that makes a program feasible, by a linear program that always
  /// has a solution. Bounds are not relaxed; nil if they contradict each other.
  /// - Parameters:
  ///   - program: the program; its objective does not count.
  ///   - inequalityWeights: what a unit of relaxation of each inequality costs; 1 without them.
  ///   - equalityWeights: likewise for equalities, in either direction.
  /// - Precondition: weights are positive and finite, and there is one for each row.
  /// - Complexity: that of a linear program with a further variable for each inequality and two for each equality.
  public func leastRelaxation(
    of program: QuadraticProgram, inequalityWeights: [Double]? = nil, equalityWeights: [Double]? = nil
  ) -> LeastRelaxation? {
    let rows = inequalityWeights ?? program.inequalities.limits.map { _ in 1 }
    let equations = equalityWeights ?? program.equalities.limits.map { _ in 1 }
    precondition(
      rows.count == program.inequalities.count && equations.count == program.equalities.count
        && (rows + equations).allSatisfy { $0 > 0 && $0.isFinite },
      "each row has a positive weight")
    let elastic = program.elastic(inequalityWeights: rows, equalityWeights: equations, base: nil)
    guard program.isFinite, let presolve = Presolve(elastic) else { return nil }
    var search = PrimalDualIteration(
      presolve.program, tolerance: tolerance, objectiveUnit: presolve.costScale)
    guard search.run(limit: max(iterationLimit, 100)) == .converged else { return nil }
    return program.relaxation(presolve.restored(search.iterate.x), rows, equations)
  }
}

extension QuadraticProgram {
  /// Returns the program with variables that relax its rows: one for each inequality, then two for each equality.
  /// - Parameter base: the objective on the variables of this program; nil for none.
  func elastic(
    inequalityWeights: [Double], equalityWeights: [Double], base: (curvature: Curvature, costs: [Double])?
  ) -> QuadraticProgram {
    let (m, p) = (inequalities.count, equalities.count)
    let slackCount = m + 2 * p
    let none = (row: -1, value: 0.0)
    let ofInequalities = (0..<m).map { (row: $0, value: -1.0) } + Array(repeating: none, count: 2 * p)
    let ofEqualities =
      Array(repeating: none, count: m) + (0..<p).map { (row: $0, value: -1.0) }
      + (0..<p).map { (row: $0, value: 1.0) }
    let infinite = [Double](repeating: .infinity, count: slackCount)
    return QuadraticProgram(
      curvature: base?.curvature.padded(by: slackCount) ?? .none,
      costs: (base?.costs ?? costs.map { _ in 0 }) + inequalityWeights + equalityWeights + equalityWeights,
      equalities: equalities.widened(by: ofEqualities),
      inequalities: inequalities.widened(by: ofInequalities),
      lower: lower + infinite.map { _ in 0 }, upper: upper + infinite)
  }

  /// Reads relaxations off a solution of the elastic program.
  func relaxation(_ point: [Double], _ rows: [Double], _ equations: [Double]) -> LeastRelaxation {
    let (n, m, p) = (variableCount, inequalities.count, equalities.count)
    let ofInequalities = Array(point[n..<(n + m)])
    let ofEqualities = (0..<p).map { point[n + m + $0] - point[n + m + p + $0] }
    return LeastRelaxation(
      equalities: ofEqualities, inequalities: ofInequalities,
      total: dot(rows, ofInequalities) + dot(equations, ofEqualities.map(\.magnitude)),
      point: Array(point[..<n]))
  }
}
