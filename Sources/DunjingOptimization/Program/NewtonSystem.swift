import DunjingDense

/// The linear system of a step of the interior-point method,
///
///     (Q + S) x + Aᵀ y + Gᵀ z = r₁,   A x = r₂,   G x − D⁻¹ z = r₃,
///
/// with diagonals S ≥ 0 from the bounds and D > 0 from the rows. It is reduced to a positive definite matrix, that of
/// the variables or that of the rows, whichever is cheaper, and solved by Cholesky's method with iterative refinement on
/// the system itself. Where a variable has neither bound nor curvature, or Cholesky's method fails, the whole matrix
/// is factored after Bunch and Kaufman.
struct NewtonSystem: Sendable {
  enum Form: Sendable {
    case variables, rows, whole
  }

  struct Vector: Sendable {
    var x, y, z: [Double]
  }

  private enum Factor {
    case variables(Cholesky, half: DenseMatrix, schur: Cholesky)
    case rows(Cholesky, inverse: [Double])
    case whole(SymmetricIndefinite)
  }

  let program: ScaledProgram
  /// The share of the right-hand side at which refinement ends.
  var goal = 1e-12
  private(set) var form: Form
  /// The equalities above the inequalities, where the form is that of the rows.
  private let stack: DenseMatrix
  private var boundWeights: [Double] = []
  private var rowWeights: [Double] = []
  private var factor: Factor?
  /// Q as a matrix, where the form is that of the variables.
  private let square: DenseMatrix
  private var scratch: DenseMatrix
  /// How many matrices were factored.
  private(set) var factorizations = 0

  init(_ program: ScaledProgram) {
    self.program = program
    form = Self.cheapestForm(of: program)
    stack =
      form == .rows ? program.equalities.appending(program.inequalities).matrix : program.equalities.matrix
    let isByVariables = form == .variables
    square = program.curvature.matrix(count: isByVariables ? program.variableCount : 0)
    scratch = isByVariables ? program.inequalities.matrix : DenseMatrix(rows: 0, columns: 0)
  }

  private static func cheapestForm(of program: ScaledProgram) -> Form {
    var isHeld = program.curvature.diagonal(count: program.variableCount).map { $0 > 0 }
    if case .dense = program.curvature { return .variables }
    for bound in program.bounds { isHeld[bound.variable] = true }
    guard isHeld.allSatisfy({ $0 }) else { return .whole }
    let n = Double(program.variableCount)
    let (p, m) = (Double(program.equalities.count), Double(program.inequalities.count))
    let byRows = (p + m) * (p + m) * (n + (p + m) / 3)
    let byVariables = n * n * (m + n / 3 + p) + p * p * n
    return byRows <= byVariables ? .rows : .variables
  }

  /// Factors the system with the weights of bounds and rows; false if even the last form fails.
  mutating func factor(boundWeights: [Double], rowWeights: [Double]) -> Bool {
    (self.boundWeights, self.rowWeights) = (boundWeights, rowWeights)
    guard (boundWeights + rowWeights).allSatisfy(\.isFinite) else { return false }
    var isFactored = false
    for shift in [0, 1e-13, 1e-10] where form != .whole && !isFactored {
      factor = form == .rows ? rowFactor(shift) : variableFactor(shift)
      factorizations += 1
      isFactored = factor != nil
    }
    if !isFactored { useWholeMatrix() }
    return factor != nil
  }

  /// Factors the whole matrix from now on.
  mutating func useWholeMatrix() {
    form = .whole
    factorizations += 1
    factor = wholeFactor()
  }

  /// Takes the memory of the last factor, so that none has to be found in each iteration.
  private mutating func reclaimed() -> DenseMatrix {
    defer { factor = nil }
    if case .variables(let cholesky, _, _) = factor { return cholesky.factor }
    return DenseMatrix(rows: square.rowCount, columns: square.rowCount)
  }

  private mutating func variableFactor(_ shift: Double) -> Factor? {
    let count = program.variableCount
    var matrix = reclaimed()
    matrix.assign(square)
    matrix.addDiagonal(boundWeights)
    matrix.addGram(of: program.inequalities.matrix, weights: rowWeights, scratch: &scratch)
    if shift > 0 { matrix.addDiagonal((0..<count).map { shift * (matrix[$0, $0] + 1e-8) }) }
    guard let cholesky = Cholesky(matrix) else { return nil }
    let half = cholesky.halfSolved(program.equalities.matrix.transposed)
    var schur = DenseMatrix(rows: program.equalities.count, columns: program.equalities.count)
    schur.addGram(of: half, weights: [Double](repeating: 1, count: count))
    Self.shiftEqualities(&schur, count: program.equalities.count, by: max(shift, 1e-13))
    return Cholesky(schur).map { .variables(cholesky, half: half, schur: $0) }
  }

  private func rowFactor(_ shift: Double) -> Factor? {
    let inverse = zip(boundWeights, program.curvature.diagonal(count: program.variableCount))
      .map { 1 / ($0 + $1) }
    guard inverse.allSatisfy(\.isFinite) else { return nil }
    let equalityCount = program.equalities.count
    var matrix = DenseMatrix(rows: stack.rowCount, columns: stack.rowCount)
    matrix.addDiagonal([Double](repeating: 0, count: equalityCount) + rowWeights.map { 1 / $0 })
    matrix.addOuter(of: stack, weights: inverse)
    Self.shiftEqualities(&matrix, count: equalityCount, by: max(shift, 1e-13))
    if shift > 0 { matrix.addDiagonal((0..<stack.rowCount).map { shift * matrix[$0, $0] }) }
    return Cholesky(matrix).map { .rows($0, inverse: inverse) }
  }

  /// Makes up for equalities that depend on each other; refinement takes the shift out again.
  private static func shiftEqualities(_ matrix: inout DenseMatrix, count: Int, by share: Double) {
    let rest = [Double](repeating: 0, count: matrix.rowCount - count)
    matrix.addDiagonal((0..<count).map { share * (matrix[$0, $0] + Double.leastNormalMagnitude) } + rest)
  }

  private func wholeFactor() -> Factor? {
    let (n, p, m) = (program.variableCount, program.equalities.count, program.inequalities.count)
    var matrix = program.curvature.padded(by: p + m).matrix(count: n + p + m)
    for column in 0..<n {
      matrix[column, column] += boundWeights[column] + 1e-11
      for row in 0..<p { matrix[n + row, column] = program.equalities.matrix[row, column] }
      for row in 0..<m { matrix[n + p + row, column] = program.inequalities.matrix[row, column] }
    }
    for row in 0..<p { matrix[n + row, n + row] = -1e-11 }
    for row in 0..<m { matrix[n + p + row, n + p + row] = -1 / rowWeights[row] }
    return SymmetricIndefinite(matrix).map { .whole($0) }
  }

  /// Returns the solution of the system, refined; and the residual that is left, as a share of the right-hand side.
  func solved(_ right: Vector) -> (solution: Vector, residual: Double) {
    var solution = solvedOnce(right)
    let size = max(norm(right), Double.leastNormalMagnitude)
    var left = residual(solution, right)
    var error = norm(left) / size
    for _ in 0..<10 where error > goal {
      let correction = solvedOnce(left)
      let next = Vector(
        x: sum(solution.x, correction.x), y: sum(solution.y, correction.y),
        z: sum(solution.z, correction.z))
      let nextLeft = residual(next, right)
      let nextError = norm(nextLeft) / size
      guard nextError < 0.7 * error else { break }
      (solution, left, error) = (next, nextLeft, nextError)
    }
    return (solution, error)
  }

  private func sum(_ first: [Double], _ second: [Double]) -> [Double] { zip(first, second).map { $0 + $1 } }

  private func norm(_ vector: Vector) -> Double {
    max(greatestMagnitude(vector.x), greatestMagnitude(vector.y), greatestMagnitude(vector.z))
  }

  private func residual(_ solution: Vector, _ right: Vector) -> Vector {
    var x = program.curvature.times(solution.x)
    let ofEqualities = program.equalities.matrix.transposedTimes(solution.y)
    let ofRows = program.inequalities.matrix.transposedTimes(solution.z)
    for index in x.indices {
      let lhs = x[index] + boundWeights[index] * solution.x[index] + ofEqualities[index] + ofRows[index]
      x[index] = right.x[index] - lhs
    }
    let y = zip(right.y, program.equalities.matrix.times(solution.x)).map { $0 - $1 }
    var z = program.inequalities.matrix.times(solution.x)
    for index in z.indices { z[index] = right.z[index] - (z[index] - solution.z[index] / rowWeights[index]) }
    return Vector(x: x, y: y, z: z)
  }

  private func solvedOnce(_ right: Vector) -> Vector {
    switch factor {
    case .variables(let cholesky, let half, let schur): solvedByVariables(right, cholesky, half, schur)
    case .rows(let cholesky, let inverse): solvedByRows(right, cholesky, inverse)
    case .whole(let whole):
      split(whole.solved(right.x + right.y + right.z))
    case nil: right
    }
  }

  private func split(_ all: [Double]) -> Vector {
    let (n, p) = (program.variableCount, program.equalities.count)
    return Vector(x: Array(all[..<n]), y: Array(all[n..<(n + p)]), z: Array(all[(n + p)...]))
  }

  private func solvedByVariables(
    _ right: Vector, _ cholesky: Cholesky, _ half: DenseMatrix, _ schur: Cholesky
  ) -> Vector {
    let rows = program.inequalities.matrix
    var first = rows.transposedTimes(zip(rowWeights, right.z).map { $0 * $1 })
    for index in first.indices { first[index] += right.x[index] }
    var y: [Double] = []
    if program.equalities.count > 0 {
      let free = cholesky.solved(first)
      y = schur.solved(zip(program.equalities.matrix.times(free), right.y).map { $0 - $1 })
      let pull = program.equalities.matrix.transposedTimes(y)
      for index in first.indices { first[index] -= pull[index] }
    }
    let x = cholesky.solved(first)
    var z = rows.times(x)
    for index in z.indices { z[index] = rowWeights[index] * (z[index] - right.z[index]) }
    return Vector(x: x, y: y, z: z)
  }

  private func solvedByRows(_ right: Vector, _ cholesky: Cholesky, _ inverse: [Double]) -> Vector {
    let free = zip(inverse, right.x).map { $0 * $1 }
    let rest = zip(stack.times(free), right.y + right.z).map { $0 - $1 }
    let prices = cholesky.solved(rest)
    let pull = stack.transposedTimes(prices)
    let x = inverse.indices.map { inverse[$0] * (right.x[$0] - pull[$0]) }
    let count = program.equalities.count
    return Vector(x: x, y: Array(prices[..<count]), z: Array(prices[count...]))
  }
}
