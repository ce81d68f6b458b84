import CLAPACKE
import COpenBLAS

extension Cholesky {
  /// The inverse of A (LAPACK's dpotri).
  /// - Complexity: O(2 n³ / 3).
  public var inverse: DenseMatrix {
    let order = factor.rowCount
    var result = factor
    openblas_set_num_threads(1)
    // The factor has no zero on its diagonal: the status is always success.
    _ = LAPACKE_dpotri(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), Int32(order), &result.values, Int32(max(order, 1)))
    for column in 0..<order {
      for row in column..<order {
        result.values[row * order + column] = result.values[column * order + row]
      }
    }
    return result
  }

  /// Returns the factor of A with further rows and columns; nil where the larger matrix is not positive definite.
  ///
  /// Only the new rows of the triangle are computed: (L⁻¹ B)ᵀ, and the factor of C − B ᵀ A⁻¹ B.
  /// - Parameters:
  ///   - side: B, the new columns beside A.
  ///   - corner: C, the new columns below A.
  /// - Precondition: B has as many rows as A, and as many columns as C rows and columns.
  /// - Complexity: O(n² k + k³), for k new columns.
  public func extended(side: DenseMatrix, corner: DenseMatrix) -> Cholesky? {
    let (old, new) = (factor.rowCount, corner.rowCount)
    precondition(
      side.rowCount == old && side.columnCount == new && corner.columnCount == new,
      "the side is as high as the matrix, and as wide as the corner")
    let half = halfSolved(side)
    var rest = corner
    let gram = half.transposedProduct(half)
    for index in rest.values.indices { rest.values[index] -= gram.values[index] }
    guard let last = Cholesky(rest) else { return nil }
    var larger = DenseMatrix(rows: old + new, columns: old + new)
    for column in 0..<old {
      for row in column..<old { larger[row, column] = factor[row, column] }
      for row in 0..<new { larger[old + row, column] = half[column, row] }
    }
    for column in 0..<new {
      for row in column..<new { larger[old + row, old + column] = last.factor[row, column] }
    }
    return Cholesky(factor: larger)
  }

  private init(factor: DenseMatrix) { self.factor = factor }
}
