import DunjingDense

/// The mean and the variance of a function at points, without the errors of observations.
public struct GaussianPrediction: Sendable, Equatable {
  /// The mean at each point.
  public let means: [Double]
  /// The variance at each point.
  public let variances: [Double]
}

/// Points at which a Gaussian process is predicted together, and which may be believed one after another.
///
/// Believing that an evaluation will give its own predicted mean (the kriging believer) changes no mean, and takes from
/// each variance the squared covariance divided by the variance of the observation: a rank-one update.
///
/// Source: D. Ginsbourger, R. Le Riche & L. Carraro (2010), "Kriging is well-suited to parallelize optimization", §3.
struct PosteriorBlock {
  /// The mean at each point.
  let means: [Double]
  /// The variance at each point, after what was believed.
  private(set) var variances: [Double]

  private let kernel: MaternKernel
  private let points: DenseMatrix
  /// L⁻¹ K(data, points).
  private let half: DenseMatrix
  /// The part of the trend's uncertainty, so that products of its columns are covariances.
  private let trendHalf: DenseMatrix
  /// What believing took from the covariances: products of the same numbers of two points.
  private var believed: [[Double]] = []

  /// Predicts a process at points.
  /// - Complexity: O(n² · points).
  init(_ process: GaussianProcess, points: [[Double]], priorMeans: [Double]?) {
    kernel = process.parameters.kernel
    self.points = kernel.scaled(points)
    half = process.cholesky.halfSolved(kernel.covariances(process.scaledPoints, self.points))
    let isScaled = process.trend == .scaled
    let design = GaussianProcess.design(priorMeans, count: points.count, scaled: isScaled)
    let coefficients = DenseMatrix(column: process.trendCoefficients)
    let trend = design.product(coefficients).values
    let parts = half.transposedProduct(process.residualHalf).values
    let offsets = isScaled ? nil : priorMeans
    means = points.indices.map { trend[$0] + parts[$0] + (offsets?[$0] ?? 0) }
    // Rasmussen & Williams, eq. 2.42: R = Hᵀ K⁻¹ k − h, and Rᵀ (Hᵀ K⁻¹ H)⁻¹ R is added.
    var left = process.designHalf.transposedProduct(half)
    for point in points.indices {
      for row in 0..<left.rowCount { left[row, point] -= design[point, row] }
    }
    trendHalf = process.trendCholesky.halfSolved(left)
    let (known, unknown) = (half.squaredColumnLengths, trendHalf.squaredColumnLengths)
    let variance = kernel.signalVariance
    variances = points.indices.map { max(variance - known[$0] + unknown[$0], 0) }
  }

  /// Returns the covariances of the function at a point with those at every point, after what was believed.
  /// - Complexity: O(n · points).
  func covariances(with index: Int) -> [Double] {
    let one = DenseMatrix(column: points.column(index))
    var result = kernel.covariances(points, one).values
    let known = half.transposedProduct(DenseMatrix(column: half.column(index))).values
    let unknown = trendHalf.transposedProduct(DenseMatrix(column: trendHalf.column(index))).values
    for point in result.indices { result[point] += unknown[point] - known[point] }
    for part in believed {
      let own = part[index]
      for point in result.indices { result[point] -= own * part[point] }
    }
    return result
  }

  /// Believes that the point will be evaluated, with an error of the given variance.
  mutating func believe(_ index: Int, noiseVariance: Double) {
    let total = variances[index] + noiseVariance
    guard total > 1e-14 * kernel.signalVariance else { return }
    let root = total.squareRoot()
    let part = covariances(with: index).map { $0 / root }
    for point in variances.indices { variances[point] = max(variances[point] - part[point] * part[point], 0) }
    believed.append(part)
  }

  /// The covariances of all points with one another.
  var covarianceMatrix: DenseMatrix {
    var result = kernel.covariances(points)
    let (known, unknown) = (half.transposedProduct(half), trendHalf.transposedProduct(trendHalf))
    result.withUnsafeMutableValues { values in
      for index in values.indices { values[index] += unknown.values[index] - known.values[index] }
    }
    return result
  }
}

extension GaussianProcess {
  /// Returns the mean and the variance of the function at points.
  /// - Parameters:
  ///   - points: the points, with a number for each coordinate.
  ///   - priorMeans: what the other model says of these points, where the data have prior means.
  /// - Precondition: prior means are given exactly where the data have them.
  /// - Complexity: O(n² · points), at most 10,000 points in memory at a time.
  public func predicted(at points: [[Double]], priorMeans: [Double]? = nil) -> GaussianPrediction {
    precondition((priorMeans == nil) == (data.priorMeans == nil), "prior means where the data have them")
    var (means, variances): ([Double], [Double]) = ([], [])
    for start in stride(from: 0, to: points.count, by: 10_000) {
      let range = start..<min(start + 10_000, points.count)
      let block = PosteriorBlock(
        self, points: Array(points[range]), priorMeans: priorMeans.map { Array($0[range]) })
      means += block.means
      variances += block.variances
    }
    return GaussianPrediction(means: means, variances: variances)
  }

  /// Returns the covariances of the function at points with one another.
  /// - Complexity: O(n² · points + n · points²).
  public func covariances(at points: [[Double]], priorMeans: [Double]? = nil) -> DenseMatrix {
    precondition((priorMeans == nil) == (data.priorMeans == nil), "prior means where the data have them")
    return PosteriorBlock(self, points: points, priorMeans: priorMeans).covarianceMatrix
  }
}
