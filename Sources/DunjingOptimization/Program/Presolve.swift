import DunjingDense

/// A program without what is trivial, in units of like size, and the way back.
///
/// Columns and rows are scaled by turns to a greatest entry near one (D. Ruiz, 2001, "A scaling algorithm to equilibrate
/// both rows and columns norms in matrices"), by powers of two, so that scaling itself rounds nothing.
struct Presolve: Sendable {
  /// The variables that are not fixed.
  private(set) var variables: [Int] = []
  private var equalities: [Int] = []
  private var inequalities: [Int] = []
  private var columnScales: [Double] = []
  private var equalityScales: [Double] = []
  private var inequalityScales: [Double] = []
  /// The factor of the objective.
  private(set) var costScale = 1.0
  /// The values of fixed variables; zero for others.
  private var fixed: [Double] = []
  private(set) var program: ScaledProgram

  /// Reduces a program; nil if a bound or an empty row already shows that nothing satisfies it.
  init?(_ original: QuadraticProgram) {
    program = ScaledProgram(
      curvature: .none, costs: [], equalities: .none(0), inequalities: .none(0), bounds: [])
    guard zip(original.lower, original.upper).allSatisfy({ $0 <= $1 && $0 < .infinity && $1 > -.infinity })
    else { return nil }
    variables = original.costs.indices.filter { original.lower[$0] < original.upper[$0] }
    fixed = original.costs.indices.map { original.lower[$0] < original.upper[$0] ? 0 : original.lower[$0] }
    guard keepRows(of: original) else { return nil }
    equilibrate(original)
    build(original)
  }

  private mutating func keepRows(of original: QuadraticProgram) -> Bool {
    let size = 1 + greatestMagnitude(fixed)
    var isPossible = true
    func kept(_ rows: LinearRows, _ isBroken: (Double, Double) -> Bool) -> [Int] {
      let rest = rows.excess(at: fixed)
      return (0..<rows.count).filter { row in
        if variables.contains(where: { rows.matrix[row, $0] != 0 }) { return rest[row] > -.infinity }
        if isBroken(rest[row], 1e-9 * (size + rows.limits[row].magnitude)) { isPossible = false }
        return false
      }
    }
    equalities = kept(original.equalities) { $0.magnitude > $1 }
    inequalities = kept(original.inequalities) { $0 == .infinity || $0 > $1 }
    return isPossible && inequalities.allSatisfy { original.inequalities.limits[$0] > -.infinity }
  }

  /// Finds the scales of rows and columns.
  private mutating func equilibrate(_ original: QuadraticProgram) {
    columnScales = [Double](repeating: 1, count: variables.count)
    equalityScales = [Double](repeating: 1, count: equalities.count)
    inequalityScales = [Double](repeating: 1, count: inequalities.count)
    for _ in 0..<4 {
      var columns = curvatureNorms(original.curvature)
      measure(original.equalities.matrix, equalities, &equalityScales, &columns)
      measure(original.inequalities.matrix, inequalities, &inequalityScales, &columns)
      for (index, norm) in columns.enumerated() where norm > 0 {
        columnScales[index] *= powerOfTwo(1 / norm.squareRoot())
      }
    }
    let costs = zip(variables, columnScales).map { original.costs[$0] * $1 }
    let size = max(greatestMagnitude(costs), greatestMagnitude(curvatureNorms(original.curvature)))
    if size > 0 && size.isFinite { costScale = powerOfTwo(1 / size) }
  }

  /// The greatest scaled second derivative of each variable.
  private func curvatureNorms(_ curvature: Curvature) -> [Double] {
    switch curvature {
    case .none: return [Double](repeating: 0, count: variables.count)
    case .diagonal(let numbers):
      return zip(variables, columnScales).map { numbers[$0].magnitude * $1 * $1 }
    case .dense(let matrix):
      return zip(variables, columnScales).map { column, scale in
        var norm = 0.0
        for (row, other) in zip(variables, columnScales) {
          norm = max(norm, matrix[row, column].magnitude * other)
        }
        return norm * scale
      }
    }
  }

  /// Rescales rows, and raises the norms of the columns to the greatest entries of them.
  private func measure(
    _ matrix: DenseMatrix, _ rows: [Int], _ scales: inout [Double], _ columns: inout [Double]
  ) {
    var rowNorms = [Double](repeating: 0, count: rows.count)
    for (index, column) in variables.enumerated() {
      for (position, row) in rows.enumerated() {
        let entry = matrix[row, column].magnitude * columnScales[index] * scales[position]
        rowNorms[position] = max(rowNorms[position], entry)
        columns[index] = max(columns[index], entry)
      }
    }
    for (position, norm) in rowNorms.enumerated() where norm > 0 {
      scales[position] *= powerOfTwo(1 / norm.squareRoot())
    }
  }

  private func powerOfTwo(_ number: Double) -> Double {
    guard number.isNormal else { return 1 }
    return Double(sign: .plus, exponent: number.exponent, significand: 1)
  }

  private mutating func build(_ original: QuadraticProgram) {
    let slope = original.curvature.times(fixed)
    program.curvature = original.curvature.restricted(
      to: variables, scales: columnScales, factor: costScale)
    program.costs = zip(variables, columnScales).map {
      (original.costs[$0] + slope[$0]) * $1 * costScale
    }
    program.equalities = scaled(original.equalities, equalities, equalityScales)
    program.inequalities = scaled(original.inequalities, inequalities, inequalityScales)
    for (index, variable) in variables.enumerated() where original.lower[variable] > -.infinity {
      let limit = -original.lower[variable] / columnScales[index]
      program.bounds.append(.init(variable: index, sign: -1, limit: limit))
    }
    for (index, variable) in variables.enumerated() where original.upper[variable] < .infinity {
      let limit = original.upper[variable] / columnScales[index]
      program.bounds.append(.init(variable: index, sign: 1, limit: limit))
    }
  }

  private func scaled(_ rows: LinearRows, _ kept: [Int], _ scales: [Double]) -> LinearRows {
    let rest = rows.excess(at: fixed)
    var matrix = DenseMatrix(rows: kept.count, columns: variables.count)
    for (column, variable) in variables.enumerated() {
      for (position, row) in kept.enumerated() {
        matrix[position, column] = rows.matrix[row, variable] * columnScales[column] * scales[position]
      }
    }
    return LinearRows(matrix, zip(kept, scales).map { -rest[$0] * $1 })
  }

  /// Returns a point in the units of the original program.
  func restored(_ point: [Double]) -> [Double] {
    var result = fixed
    for (index, variable) in variables.enumerated() { result[variable] = point[index] * columnScales[index] }
    return result
  }

  /// Writes the multipliers of rows and bounds into a solution, in the units of the original program. That of a fixed
  /// variable is what its reduced cost leaves.
  func restore(
    equalities equalityPrices: [Double], pairs prices: [Double], of original: QuadraticProgram,
    into solution: inout QuadraticSolution
  ) {
    var (ofEqualities, ofInequalities) = (
      [Double](repeating: 0, count: original.equalities.count),
      [Double](repeating: 0, count: original.inequalities.count)
    )
    for (position, row) in equalities.enumerated() {
      ofEqualities[row] = equalityPrices[position] * equalityScales[position] / costScale
    }
    for (position, row) in inequalities.enumerated() {
      ofInequalities[row] = prices[position] * inequalityScales[position] / costScale
    }
    var (ofLower, ofUpper) = (fixed.map { _ in 0.0 }, fixed.map { _ in 0.0 })
    for (bound, price) in zip(program.bounds, prices[inequalities.count...]) {
      let value = price / (columnScales[bound.variable] * costScale)
      if bound.sign < 0 { ofLower[variables[bound.variable]] = value }
      if bound.sign > 0 { ofUpper[variables[bound.variable]] = value }
    }
    let reduced = original.reducedCosts(
      at: solution.point, equalities: ofEqualities, inequalities: ofInequalities)
    for index in fixed.indices where original.lower[index] == original.upper[index] {
      (ofLower[index], ofUpper[index]) = (max(reduced[index], 0), max(-reduced[index], 0))
    }
    (solution.equalityMultipliers, solution.inequalityMultipliers) = (ofEqualities, ofInequalities)
    (solution.lowerMultipliers, solution.upperMultipliers) = (ofLower, ofUpper)
  }
}

extension QuadraticProgram {
  /// Returns Q x + c + Aᵀ y + Gᵀ z.
  func reducedCosts(at point: [Double], equalities y: [Double], inequalities z: [Double]) -> [Double] {
    var sum = curvature.times(point)
    let ofEqualities = equalities.matrix.transposedTimes(y)
    let ofInequalities = inequalities.matrix.transposedTimes(z)
    for index in sum.indices { sum[index] += costs[index] + ofEqualities[index] + ofInequalities[index] }
    return sum
  }
}
