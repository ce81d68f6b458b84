import DunjingDense
import DunjingNumerics

extension LikelihoodObjective {
  /// The derivatives of the log likelihood: ½ Σ (α αᵀ − K⁻¹) ∘ ∂K, for each variable (eq. 5.9).
  /// - Complexity: O(n³ + n² · coordinates), all but n² by products of matrices.
  func likelihoodGradient(_ process: GaussianProcess) -> [Double] {
    let (slopes, signal, trace) = slopes(process)
    var gradient = squaredDifferences(process.scaledPoints, slopes)
    gradient.append(signal)
    if options.estimatesNugget { gradient.append(trace * process.parameters.nugget) }
    return gradient
  }

  /// The derivative by half the squared scaled distance of each pair, zero on the diagonal; and the derivatives by the
  /// logarithm of the signal variance and by a unit on the diagonal.
  private func slopes(_ process: GaussianProcess) -> (pairs: DenseMatrix, signal: Double, trace: Double) {
    let (size, variance) = (data.count, process.parameters.kernel.signalVariance)
    let (inverse, weights) = (process.cholesky.inverse.values, process.weights)
    let squares = process.scaledPoints.squaredColumnLengths
    var (signal, trace) = (0.0, 0.0)
    var pairs = process.scaledPoints.transposedProduct(process.scaledPoints)
    pairs.withUnsafeMutableValues { values in
      for column in 0..<size {
        let own = 0.5 * (weights[column] * weights[column] - inverse[column * size + column])
        trace += own
        signal += own * variance
        values[column * size + column] = 0
        for row in 0..<column {
          // Both halves of the symmetric matrix.
          let weight = weights[row] * weights[column] - inverse[column * size + row]
          let square = max(squares[row] + squares[column] - 2 * values[column * size + row], 0)
          let distance = (5 * square).squareRoot()
          let decay = weight * variance * PortableMath.exponential(-distance)
          signal += decay * (1 + distance + distance * distance * (1.0 / 3))
          let slope = decay * (1 + distance) * (5.0 / 3)
          values[column * size + row] = slope
          values[row * size + column] = slope
        }
      }
    }
    return (pairs, signal, trace)
  }

  /// Σ S (xᵢⱼ − xₖⱼ)² over pairs i < k, for each coordinate j: the row sums of S times squares, less X S Xᵀ.
  private func squaredDifferences(_ points: DenseMatrix, _ pairs: DenseMatrix) -> [Double] {
    let (count, size) = (points.rowCount, points.columnCount)
    let mixed = points.product(pairs).values
    let sums = pairs.times([Double](repeating: 1, count: size))
    var result = [Double](repeating: 0, count: count)
    for point in 0..<size {
      for coordinate in 0..<count {
        let own = points.values[point * count + coordinate]
        result[coordinate] += own * (sums[point] * own - mixed[point * count + coordinate])
      }
    }
    return result
  }
}
