import DunjingDense
import DunjingNumerics

/// Coefficients that a few gross errors cannot move far: Huber's M-estimate by least squares with weights, in turn.
///
/// Sources: P. J. Huber (1964), "Robust estimation of a location parameter"; P. J. Huber (1981), Robust Statistics, §7.6 for
/// the covariances, §7.8 for the iteration. The bound of 1.345 scales keeps 95 % of the efficiency at normal errors; the
/// scale is the median magnitude of the residuals by 0.6745.
public struct RobustLeastSquares: Sendable, Equatable {
  /// The coefficient of each column.
  public let coefficients: [Double]
  /// The covariances of the coefficients.
  public let covariance: DenseMatrix
  /// The standard deviation of good observations.
  public let scale: Double
  /// The share of observations further off than the bound.
  public let boundedShare: Double

  private static let bound = 1.345

  /// Fits observations; nil where the columns are linearly dependent or there are no more observations than columns.
  /// - Precondition: there is an observation for each row.
  /// - Complexity: O(rows · columns²) for each of up to 50 steps.
  public init?(_ design: DenseMatrix, _ observations: [Double]) {
    guard design.rowCount > design.columnCount, var fit = LeastSquares(design, observations) else {
      return nil
    }
    var scale = 0.0
    var residuals = observations
    for _ in 0..<50 {
      residuals = Self.residuals(design, observations, fit.coefficients)
      scale = Self.scale(of: residuals)
      guard scale > 0 else { break }
      let weights = residuals.map { min(1, Self.bound * scale / max($0.magnitude, 1e-300)) }
      guard let next = Self.weighted(design, observations, weights) else { return nil }
      let change = zip(next.coefficients, fit.coefficients).map {
        ($0 - $1).magnitude / max($1.magnitude, 1e-9)
      }
      fit = next
      if (change.max() ?? 0) < 1e-10 { break }
    }
    residuals = Self.residuals(design, observations, fit.coefficients)
    coefficients = fit.coefficients
    self.scale = scale
    let (rows, columns) = (Double(design.rowCount), Double(design.columnCount))
    let inside = scale > 0 ? residuals.count { $0.magnitude <= Self.bound * scale } : residuals.count
    boundedShare = 1 - Double(inside) / rows
    let plain = LeastSquares(design, observations)?.inverseGram ?? fit.inverseGram
    covariance = Self.covariance(plain, residuals, scale, share: Double(inside) / rows, rows, columns)
  }

  /// κ² Σψ² / (n − p) / (mean ψ')² (XᵀX)⁻¹, with κ = 1 + p / n · (1 − mean ψ') / mean ψ'.
  private static func covariance(
    _ inverse: DenseMatrix, _ residuals: [Double], _ scale: Double, share: Double, _ rows: Double,
    _ columns: Double
  ) -> DenseMatrix {
    let squares = residuals.reduce(0) { sum, residual in
      let bounded = scale > 0 ? min(residual.magnitude, bound * scale) : residual.magnitude
      return sum + bounded * bounded
    }
    let correction = 1 + columns / rows * (1 - share) / max(share, 1e-9)
    let factor = correction * correction * squares / (rows - columns) / max(share * share, 1e-9)
    return DenseMatrix(
      rows: inverse.rowCount, columns: inverse.columnCount, values: inverse.values.map { $0 * factor })
  }

  private static func residuals(
    _ design: DenseMatrix, _ observations: [Double], _ coefficients: [Double]
  ) -> [Double] {
    zip(observations, design.times(coefficients)).map { $0 - $1 }
  }

  private static func scale(of residuals: [Double]) -> Double {
    let magnitudes = residuals.map(\.magnitude).sorted()
    let middle = magnitudes.count / 2
    let median =
      magnitudes.count % 2 == 1 ? magnitudes[middle] : 0.5 * (magnitudes[middle - 1] + magnitudes[middle])
    return median / 0.6744897501960817
  }

  private static func weighted(
    _ design: DenseMatrix, _ observations: [Double], _ weights: [Double]
  ) -> LeastSquares? {
    let roots = weights.map { $0.squareRoot() }
    var matrix = design
    for column in 0..<matrix.columnCount {
      for row in 0..<matrix.rowCount { matrix[row, column] *= roots[row] }
    }
    return LeastSquares(matrix, zip(observations, roots).map { $0 * $1 })
  }
}
