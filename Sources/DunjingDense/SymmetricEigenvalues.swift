import CLAPACKE
import COpenBLAS

/// The eigenvalues and eigenvectors of a symmetric matrix (LAPACK's dsyev).
///
/// Source: G. H. Golub & C. F. Van Loan (2013), Matrix Computations, 4th ed., §8.3.
public struct SymmetricEigenvalues: Sendable, Equatable {
  /// The eigenvalues, from the least to the greatest.
  public let values: [Double]
  /// The eigenvectors, of unit length, a column for each eigenvalue.
  public let vectors: DenseMatrix

  /// Decomposes a matrix, of which only the lower triangle is read; nil where a number is not finite.
  /// - Precondition: the matrix is square.
  /// - Complexity: O(n³).
  public init?(_ matrix: DenseMatrix) {
    precondition(matrix.rowCount == matrix.columnCount, "only a square matrix has eigenvalues")
    guard matrix.values.allSatisfy(\.isFinite) else { return nil }
    let order = matrix.rowCount
    var vectors = matrix
    var values = [Double](repeating: 0, count: order)
    openblas_set_num_threads(1)
    let status = LAPACKE_dsyev(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "L")), Int32(order), &vectors.values,
      Int32(max(order, 1)), &values)
    guard status == 0 else { return nil }
    (self.values, self.vectors) = (values, vectors)
  }
}
