import CLAPACKE
import COpenBLAS

/// The factors P L D Lᵀ Pᵀ of a symmetric matrix that need not be definite (LAPACK's dsytrf).
///
/// Source: J. R. Bunch & L. Kaufman (1977), "Some stable methods for calculating inertia and solving symmetric linear
/// systems", Mathematics of Computation 31.
public struct SymmetricIndefinite: Sendable {
  private let factor: DenseMatrix
  private let pivots: [Int32]

  /// Factors a matrix, of which only the lower triangle is read; nil where it is singular or not finite.
  /// - Precondition: the matrix is square.
  /// - Complexity: O(n³ / 3).
  public init?(_ matrix: consuming DenseMatrix) {
    precondition(matrix.rowCount == matrix.columnCount, "only a square matrix has symmetric factors")
    let order = matrix.rowCount
    var factor = matrix
    var pivots = [Int32](repeating: 0, count: max(order, 1))
    openblas_set_num_threads(1)
    let status = LAPACKE_dsytrf(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), Int32(order), &factor.values, Int32(max(order, 1)), &pivots)
    guard status == 0 else { return nil }
    (self.factor, self.pivots) = (factor, pivots)
  }

  /// Returns A⁻¹ b.
  /// - Precondition: b has as many numbers as A rows.
  /// - Complexity: O(n²).
  public func solved(_ right: [Double]) -> [Double] {
    precondition(right.count == factor.rowCount, "a right-hand side has a number for each row")
    guard !right.isEmpty else { return right }
    let order = Int32(factor.rowCount)
    var solution = right
    openblas_set_num_threads(1)
    _ = LAPACKE_dsytrs(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), order, 1, factor.values, order, pivots, &solution, order)
    return solution
  }
}
