import DunjingDense
import DunjingNumerics

/// How well a Gaussian process predicts each of its values from all others, with the same kernel and nugget.
///
/// Means and variances are those of an observation, its error included; β is estimated without the value, too.
///
/// Source: C. E. Rasmussen & C. K. I. Williams (2006), eq. 5.10–5.12; with a trend, O. Dubrule (1983), "Cross validation
/// of kriging in a unique neighborhood".
public struct LeaveOneOut: Sendable, Equatable {
  /// The prediction of each value from the others.
  public let means: [Double]
  /// The variance of each prediction; infinite where the others do not determine the trend.
  public let variances: [Double]
  /// The errors divided by their standard deviations: nearly standard normal where the process describes the function.
  public let standardizedErrors: [Double]
  /// The sum of the logarithms of the predictive densities (eq. 5.11).
  public let logPredictiveDensity: Double
  /// The share of the variance of the values that the predictions explain; at most 1, and 0 for values all alike.
  public let explainedShare: Double
}

extension GaussianProcess {
  /// The diagnostics of leaving out each value.
  /// - Complexity: O(n³).
  public var leaveOneOut: LeaveOneOut {
    // Q = K⁻¹ − K⁻¹ H (Hᵀ K⁻¹ H)⁻¹ Hᵀ K⁻¹; Q y are the weights, as Q H = 0.
    let inverse = cholesky.inverse
    let side = cholesky.transposedHalfSolved(designHalf)
    let sideways = DenseMatrix(rows: (0..<side.columnCount).map(side.column))
    let explained = trendCholesky.halfSolved(sideways).squaredColumnLengths
    let precisions = (0..<data.count).map { max(inverse[$0, $0] - explained[$0], 0) }
    let variances = precisions.map { 1 / $0 }
    let errors = (0..<data.count).map { precisions[$0] > 0 ? weights[$0] / precisions[$0] : 0 }
    let means = (0..<data.count).map { data.values[$0] - errors[$0] }
    let standardized = zip(errors, precisions).map { $0 * $1.squareRoot() }
    let density = (0..<data.count).reduce(0.0) {
      $0 - 0.5
        * (PortableMath.logarithm(variances[$1]) + standardized[$1] * standardized[$1] + 1.8378770664093453)
    }
    let center = data.values.reduce(0, +) / Double(data.count)
    let spread = data.values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    let left = errors.reduce(0) { $0 + $1 * $1 }
    return LeaveOneOut(
      means: means, variances: variances, standardizedErrors: standardized, logPredictiveDensity: density,
      explainedShare: spread > 0 ? 1 - left / spread : 0)
  }
}
