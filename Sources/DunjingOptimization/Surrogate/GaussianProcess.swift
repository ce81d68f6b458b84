import DunjingDense
import DunjingNumerics

/// What a Gaussian process takes as known of a function.
public struct GaussianProcessParameters: Sendable, Equatable, Codable {
  /// The covariance of the function.
  public var kernel: MaternKernel
  /// The variance of errors beyond those that the data state; it also keeps the covariances positive definite.
  public var nugget: Double

  /// Creates parameters.
  public init(kernel: MaternKernel, nugget: Double = 0) { (self.kernel, self.nugget) = (kernel, nugget) }
}

/// A Gaussian process that was shown data: a function's value anywhere, with its uncertainty.
///
/// The function is a trend h(x)ᵀ β plus a process with mean zero and a ``MaternKernel``; β is estimated by generalized
/// least squares, and its uncertainty is part of that of predictions (universal kriging). Hyperparameters are taken as
/// known: intervals say nothing of their uncertainty.
///
/// Source: C. E. Rasmussen & C. K. I. Williams (2006), Gaussian Processes for Machine Learning, algorithm 2.1 and
/// eq. 2.41–2.42.
public struct GaussianProcess: Sendable {
  /// The data that the process was shown.
  public let data: SurrogateData
  /// The kernel and the nugget, as given.
  public let parameters: GaussianProcessParameters
  /// What was added to the diagonal because the covariances were not positive definite; mostly 0.
  public let jitter: Double
  /// β: the constant, and with ``PriorTrend/scaled`` the multiple of the prior mean.
  public let trendCoefficients: [Double]
  /// How the prior mean enters; a prior mean that is the same everywhere is never scaled.
  public let trend: PriorTrend

  let scaledPoints: DenseMatrix
  let cholesky: Cholesky
  /// L⁻¹ H.
  let designHalf: DenseMatrix
  /// The factor of Hᵀ K⁻¹ H.
  let trendCholesky: Cholesky
  /// L⁻¹ (y − H β).
  let residualHalf: DenseMatrix
  /// K⁻¹ (y − H β).
  let weights: [Double]

  /// Shows data to a process; nil where a number is not finite, or no jitter makes the covariances positive definite.
  /// - Precondition: a length scale for each coordinate.
  /// - Complexity: O(n³ / 3 + n² · coordinates).
  public init?(_ data: SurrogateData, parameters: GaussianProcessParameters, trend: PriorTrend = .shifted) {
    guard data.isFinite, parameters.kernel.signalVariance.isFinite, parameters.nugget >= 0 else { return nil }
    let points = parameters.kernel.scaled(data.points)
    let covariances = parameters.kernel.covariances(points)
    var jitter = 0.0
    var factor = Cholesky(Self.noisy(covariances, data, parameters.nugget))
    while factor == nil && jitter < 1e-4 * parameters.kernel.signalVariance {
      jitter = jitter == 0 ? 1e-10 * parameters.kernel.signalVariance : 10 * jitter
      factor = Cholesky(Self.noisy(covariances, data, parameters.nugget + jitter))
    }
    guard let factor else { return nil }
    self.init(data, parameters, trend, jitter: jitter, points, factor)
  }

  init?(
    _ data: SurrogateData, _ parameters: GaussianProcessParameters, _ trend: PriorTrend, jitter: Double,
    _ scaledPoints: DenseMatrix, _ cholesky: Cholesky
  ) {
    let isScaled = trend == .scaled && Self.varies(data.priorMeans)
    let design = Self.design(data.priorMeans, count: data.count, scaled: isScaled)
    designHalf = cholesky.halfSolved(design)
    guard let trendCholesky = Cholesky(designHalf.transposedProduct(designHalf)) else { return nil }
    let target = DenseMatrix(column: Self.target(data.values, data.priorMeans, scaled: isScaled))
    let half = cholesky.halfSolved(target)
    let coefficients = trendCholesky.solved(designHalf.transposedProduct(half).values)
    let fitted = designHalf.product(DenseMatrix(column: coefficients)).values
    residualHalf = DenseMatrix(column: zip(half.values, fitted).map { $0 - $1 })
    weights = cholesky.transposedHalfSolved(residualHalf).values
    guard weights.allSatisfy(\.isFinite) else { return nil }
    (self.data, self.parameters, self.jitter, trendCoefficients) = (data, parameters, jitter, coefficients)
    (self.scaledPoints, self.cholesky, self.trendCholesky) = (scaledPoints, cholesky, trendCholesky)
    self.trend = isScaled ? .scaled : .shifted
  }

  /// The logarithm of the density of the data, with β at its estimate (Rasmussen & Williams, eq. 5.8).
  public var logLikelihood: Double {
    let square = residualHalf.values.reduce(0) { $0 + $1 * $1 }
    return -0.5 * (square + cholesky.logDeterminant + Double(data.count) * 1.8378770664093453)
  }

  /// Returns the process shown further data, with the same parameters; only new rows of the triangle are computed.
  /// - Precondition: prior means are given for both data or for neither.
  /// - Complexity: O(n² k), for k new values.
  public func conditioned(on further: SurrogateData) -> GaussianProcess? {
    guard further.isFinite else { return nil }
    let points = parameters.kernel.scaled(further.points)
    let corner = Self.noisy(parameters.kernel.covariances(points), further, parameters.nugget + jitter)
    let side = parameters.kernel.covariances(scaledPoints, points)
    let together = data.appending(further)
    guard let factor = cholesky.extended(side: side, corner: corner) else {
      return GaussianProcess(together, parameters: parameters, trend: trend)
    }
    let all = DenseMatrix(
      rows: points.rowCount, columns: together.count, values: scaledPoints.values + points.values)
    return GaussianProcess(together, parameters, trend, jitter: jitter, all, factor)
  }

  /// Covariances with the variances of errors on the diagonal.
  private static func noisy(_ covariances: DenseMatrix, _ data: SurrogateData, _ nugget: Double)
    -> DenseMatrix
  {
    var result = covariances
    for index in 0..<data.count { result[index, index] += data.noiseVariances[index] + nugget }
    return result
  }

  private static func varies(_ priorMeans: [Double]?) -> Bool {
    guard let priorMeans, let low = priorMeans.min(), let high = priorMeans.max() else { return false }
    return high - low > 1e-9 * max(low.magnitude, high.magnitude)
  }

  /// H: a column of ones, and the prior means where they are scaled.
  static func design(_ priorMeans: [Double]?, count: Int, scaled: Bool) -> DenseMatrix {
    let ones = [Double](repeating: 1, count: count)
    guard scaled else { return DenseMatrix(column: ones) }
    let means = priorMeans ?? [Double](repeating: 0, count: count)
    return DenseMatrix(rows: count, columns: 2, values: ones + means)
  }

  /// The values, less the prior means where they are not scaled.
  static func target(_ values: [Double], _ priorMeans: [Double]?, scaled: Bool) -> [Double] {
    guard !scaled, let priorMeans else { return values }
    return zip(values, priorMeans).map { $0 - $1 }
  }
}
