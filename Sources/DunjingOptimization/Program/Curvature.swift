import DunjingDense

/// The second derivatives Q of an objective.
public enum Curvature: Sendable, Equatable {
  /// None: the objective is linear.
  case none
  /// Only those along single variables: the objective is separable.
  case diagonal([Double])
  /// A symmetric matrix.
  case dense(DenseMatrix)

  /// Returns Q x.
  /// - Complexity: O(n), or O(n²) of a matrix.
  public func times(_ point: [Double]) -> [Double] {
    switch self {
    case .none: [Double](repeating: 0, count: point.count)
    case .diagonal(let numbers): zip(numbers, point).map { $0 * $1 }
    case .dense(let matrix): matrix.times(point)
    }
  }

  /// The numbers on the diagonal.
  func diagonal(count: Int) -> [Double] {
    switch self {
    case .none: [Double](repeating: 0, count: count)
    case .diagonal(let numbers): numbers
    case .dense(let matrix): (0..<count).map { matrix[$0, $0] }
    }
  }

  /// The curvature as a matrix.
  func matrix(count: Int) -> DenseMatrix {
    if case .dense(let matrix) = self { return matrix }
    var matrix = DenseMatrix(rows: count, columns: count)
    matrix.addDiagonal(Array(diagonal(count: count)[..<count]))
    return matrix
  }

  /// Whether the number of variables is right and a matrix symmetric.
  func fits(_ count: Int) -> Bool {
    switch self {
    case .none: return true
    case .diagonal(let numbers): return numbers.count == count
    case .dense(let matrix):
      guard matrix.rowCount == count, matrix.columnCount == count else { return false }
      return (0..<count).allSatisfy { column in
        (0..<column).allSatisfy { !(matrix[$0, column] != matrix[column, $0]) || matrix[$0, column].isNaN }
      }
    }
  }

  /// Returns the second derivatives of the chosen variables, each measured in a unit of its own, times a factor.
  func restricted(to variables: [Int], scales: [Double], factor: Double) -> Curvature {
    switch self {
    case .none: return .none
    case .diagonal(let numbers):
      let kept = zip(variables, scales).map { numbers[$0] * $1 * $1 * factor }
      return kept.allSatisfy { $0 == 0 } ? .none : .diagonal(kept)
    case .dense(let matrix):
      var kept = DenseMatrix(rows: variables.count, columns: variables.count)
      for (column, second) in variables.enumerated() {
        for (row, first) in variables.enumerated() {
          kept[row, column] = matrix[first, second] * (scales[row] * scales[column] * factor)
        }
      }
      return .dense(kept)
    }
  }

  /// Returns the curvature with further variables, along which there is none.
  func padded(by count: Int) -> Curvature {
    switch self {
    case .none: return .none
    case .diagonal(let numbers): return .diagonal(numbers + [Double](repeating: 0, count: count))
    case .dense(let matrix):
      var wide = DenseMatrix(rows: matrix.rowCount + count, columns: matrix.rowCount + count)
      for column in 0..<matrix.rowCount {
        for row in 0..<matrix.rowCount { wide[row, column] = matrix[row, column] }
      }
      return .dense(wide)
    }
  }

  /// Whether no direction bends the objective down by more than rounding explains.
  /// - Complexity: O(n), or O(n³ / 3) of a matrix.
  var isConvex: Bool {
    switch self {
    case .none: return true
    case .diagonal(let numbers): return numbers.allSatisfy { $0 >= 0 }
    case .dense(var matrix):
      let diagonal = (0..<matrix.rowCount).map { matrix[$0, $0].magnitude }
      let slack = 1e-11 * (diagonal.max() ?? 0) + Double.leastNormalMagnitude
      matrix.addDiagonal([Double](repeating: slack, count: matrix.rowCount))
      return Cholesky(matrix) != nil
    }
  }
}
