import CLAPACKE
import COpenBLAS
import DunjingNumerics

/// The triangle L of a symmetric positive definite matrix A = L Lᵀ (LAPACK's dpotrf).
///
/// Source: N. J. Higham (2002), Accuracy and Stability of Numerical Algorithms, 2nd ed., chapter 10.
public struct Cholesky: Sendable, Equatable {
  /// L; numbers above the diagonal are zero.
  public let factor: DenseMatrix

  /// Factors a matrix, of which only the lower triangle is read; nil where it is not positive definite.
  /// - Precondition: the matrix is square.
  /// - Complexity: O(n³ / 3).
  public init?(_ matrix: consuming DenseMatrix) {
    precondition(matrix.rowCount == matrix.columnCount, "only a square matrix has a Cholesky factor")
    let order = matrix.rowCount
    var factor = matrix
    openblas_set_num_threads(1)
    let status = LAPACKE_dpotrf_work(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), Int32(order), &factor.values, Int32(max(order, 1)))
    guard status == 0 else { return nil }
    factor.values.withUnsafeMutableBufferPointer { values in
      for column in 0..<order {
        for row in 0..<column { values[column * order + row] = 0 }
      }
    }
    self.factor = factor
  }

  /// The natural logarithm of the determinant of A.
  public var logDeterminant: Double {
    (0..<factor.rowCount).reduce(0) { $0 + 2 * PortableMath.logarithm(factor[$1, $1]) }
  }

  /// Returns L⁻¹ B: the columns of B solved with the triangle (BLAS's dtrsm).
  /// - Precondition: B has as many rows as A.
  /// - Complexity: O(n² · columns).
  public func halfSolved(_ right: DenseMatrix) -> DenseMatrix { solved(right, transposed: false) }

  /// Returns L⁻ᵀ B: the columns of B solved with the transposed triangle.
  /// - Precondition: B has as many rows as A.
  /// - Complexity: O(n² · columns).
  public func transposedHalfSolved(_ right: DenseMatrix) -> DenseMatrix { solved(right, transposed: true) }

  /// Returns A⁻¹ B.
  /// - Precondition: B has as many rows as A.
  /// - Complexity: O(n² · columns).
  public func solved(_ right: DenseMatrix) -> DenseMatrix {
    solved(solved(right, transposed: false), transposed: true)
  }

  /// Returns A⁻¹ b (BLAS's dtrsv).
  /// - Precondition: b has as many numbers as A rows.
  /// - Complexity: O(n²).
  public func solved(_ right: [Double]) -> [Double] {
    precondition(right.count == factor.rowCount, "a right-hand side has a number for each row")
    guard !right.isEmpty else { return right }
    let order = Int32(factor.rowCount)
    var solution = right
    openblas_set_num_threads(1)
    for form in [CblasNoTrans, CblasTrans] {
      cblas_dtrsv(
        CblasColMajor, CblasLower, form, CblasNonUnit, order, factor.values, order, &solution, 1)
    }
    return solution
  }

  private func solved(_ right: DenseMatrix, transposed: Bool) -> DenseMatrix {
    precondition(right.rowCount == factor.rowCount, "a right-hand side has a number for each row")
    guard !right.values.isEmpty else { return right }
    let order = Int32(factor.rowCount)
    var solution = right
    openblas_set_num_threads(1)
    cblas_dtrsm(
      CblasColMajor, CblasLeft, CblasLower, transposed ? CblasTrans : CblasNoTrans, CblasNonUnit, order,
      Int32(right.columnCount), 1, factor.values, order, &solution.values, order)
    return solution
  }
}
