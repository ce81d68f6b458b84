import DunjingDense

/// Second derivatives learned from slopes: the damped formula of Broyden, Fletcher, Goldfarb and Shanno, which stays
/// positive definite.
///
/// Source: M. J. D. Powell (1978), "A fast algorithm for nonlinearly constrained optimization calculations", in Numerical
/// Analysis, Lecture Notes in Mathematics 630.
struct LearnedCurvature: Sendable {
  private(set) var matrix: DenseMatrix
  private var isFresh = true

  init(count: Int) {
    matrix = DenseMatrix(rows: count, columns: count)
    matrix.addDiagonal([Double](repeating: 1, count: count))
  }

  /// Learns from a step and the change of slope along it.
  /// - Complexity: O(n²).
  mutating func learn(step: [Double], change: [Double]) {
    let along = dot(step, step)
    guard along > 0, (step + change).allSatisfy(\.isFinite) else { return }
    let rise = dot(step, change)
    if isFresh, rise > 0 {
      let size = min(max(dot(change, change) / rise, 1e-4), 1e6)
      matrix = DenseMatrix(rows: step.count, columns: step.count)
      matrix.addDiagonal([Double](repeating: size, count: step.count))
      isFresh = false
    }
    let bent = matrix.times(step)
    let curve = dot(step, bent)
    let share = rise >= 0.2 * curve ? 1 : 0.8 * curve / (curve - rise)
    let damped = step.indices.map { share * change[$0] + (1 - share) * bent[$0] }
    let dampedRise = dot(step, damped)
    guard curve > 1e-300, dampedRise > 1e-300 else { return }
    for column in step.indices {
      for row in step.indices {
        matrix[row, column] += damped[row] * damped[column] / dampedRise - bent[row] * bent[column] / curve
      }
    }
  }
}
