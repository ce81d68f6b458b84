import CLAPACKE
import COpenBLAS

/// The coefficients that fit observations best: min ‖y − X β‖², by Householder QR (LAPACK's dgels).
///
/// QR works on X itself; the normal equations would square its condition and lose half of the digits. Columns are scaled to
/// unit length first, so that units of measurement do not matter.
///
/// Source: G. H. Golub (1965), "Numerical methods for solving linear least squares problems", Numerische Mathematik 7.
public struct LeastSquares: Sendable, Equatable {
  /// The coefficient of each column.
  public let coefficients: [Double]
  /// The sum of the squares of what is left.
  public let residualSum: Double
  /// Observations less coefficients.
  public let degreesOfFreedom: Int
  /// (XᵀX)⁻¹: times the variance of an observation, the covariances of the coefficients.
  public let inverseGram: DenseMatrix

  /// Fits observations; nil where the columns are linearly dependent.
  /// - Parameters:
  ///   - design: X, an observation in each row.
  ///   - observations: y.
  /// - Precondition: there are as many observations as rows, and at least as many as columns.
  /// - Complexity: O(rows · columns²).
  public init?(_ design: DenseMatrix, _ observations: [Double]) {
    let (rows, columns) = (design.rowCount, design.columnCount)
    precondition(observations.count == rows && rows >= columns, "too few observations for the columns")
    let lengths = (0..<columns).map { column in
      (0..<rows).reduce(0) { $0 + design[$1, column] * design[$1, column] }.squareRoot()
    }
    guard columns > 0, lengths.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    var matrix = design.values
    for column in 0..<columns {
      for row in 0..<rows { matrix[column * rows + row] /= lengths[column] }
    }
    var solution = observations
    openblas_set_num_threads(1)
    let status = LAPACKE_dgels(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), Int32(rows), Int32(columns), 1, &matrix, Int32(rows),
      &solution,
      Int32(rows))
    guard status == 0, Self.isRegular(matrix, rows: rows, columns: columns) else { return nil }
    coefficients = (0..<columns).map { solution[$0] / lengths[$0] }
    residualSum = solution[columns...].reduce(0) { $0 + $1 * $1 }
    degreesOfFreedom = rows - columns
    inverseGram = Self.inverseGram(matrix, rows: rows, lengths: lengths)
  }

  /// R⁻¹ R⁻ᵀ of the triangle that QR leaves (LAPACK's dpotri), with the scales of the columns taken back.
  private static func inverseGram(_ factor: [Double], rows: Int, lengths: [Double]) -> DenseMatrix {
    let columns = lengths.count
    var inverse = DenseMatrix(rows: columns, columns: columns)
    for column in 0..<columns {
      for row in 0...column { inverse[row, column] = factor[column * rows + row] }
    }
    // The triangle is regular: the status is always success.
    _ = LAPACKE_dpotri(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "U")), Int32(columns), &inverse.values, Int32(columns))
    for column in 0..<columns {
      for row in 0...column {
        inverse[row, column] /= lengths[row] * lengths[column]
        inverse[column, row] = inverse[row, column]
      }
    }
    return inverse
  }

  /// Whether the triangle that QR leaves has no pivot that is nothing but rounding.
  private static func isRegular(_ factor: [Double], rows: Int, columns: Int) -> Bool {
    let pivots = (0..<columns).map { factor[$0 * rows + $0].magnitude }
    let greatest = pivots.max() ?? 0
    return pivots.allSatisfy { $0 > Double(rows) * Double.ulpOfOne * greatest }
  }
}
