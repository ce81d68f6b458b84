import DunjingDense

/// The maximum of a log-likelihood, with the covariance of the estimates by the observed information.
///
/// Newton's method, damped where the likelihood is not concave (D. W. Marquardt, 1963). The covariance is the inverse of
/// minus the Hessian (B. Efron & D. V. Hinkley, 1978) by LAPACK's Cholesky factor.
public struct LikelihoodMaximum: Sendable, Equatable {
  /// How the search ended.
  public enum Status: String, Sendable, Codable {
    /// The gradient is nothing but rounding.
    case converged
    /// No step raises the likelihood, though the gradient is not zero, or the steps ran out.
    case noProgress
    /// The likelihood is not finite at the start.
    case notFinite
  }

  /// The parameters.
  public let point: [Double]
  /// The log-likelihood there.
  public let value: Double
  /// The covariances of the parameters; nil where the information is not positive definite.
  public let covariance: DenseMatrix?
  /// How the search ended.
  public let status: Status

  /// The standard error of each parameter; nil as ``covariance``.
  public var standardErrors: [Double]? {
    covariance.map { covariance in point.indices.map { covariance[$0, $0].squareRoot() } }
  }

  /// Returns the estimate of the number of which a parameter is the logarithm.
  public func positiveEstimate(_ index: Int, level: Double = 0.95) -> ParameterEstimate {
    ParameterEstimate(logarithm: point[index], standardError: standardErrors?[index], level: level)
  }

  /// Finds the maximum from a start.
  /// - Parameters:
  ///   - likelihood: the log-likelihood, with its derivatives.
  ///   - start: parameters on a scale where a step of 1 is great, such as the logarithm.
  ///   - iterations: the greatest number of Newton steps.
  /// - Complexity: `iterations` times the derivatives and O(p³).
  public static func find(
    _ likelihood: SmoothLikelihood, from start: [Double], iterations: Int = 60
  ) -> LikelihoodMaximum {
    var (point, value) = (start, likelihood.value(start))
    guard value.isFinite else {
      return LikelihoodMaximum(point: start, value: value, covariance: nil, status: .notFinite)
    }
    var (damping, status) = (0.0, Status.noProgress)
    for _ in 0..<iterations {
      let curvature = likelihood.curvature(point)
      guard curvature.gradient.allSatisfy(\.isFinite) else { break }
      guard let move = step(likelihood, curvature, point, value, &damping) else {
        if decrement(curvature) < 1e-7 { status = .converged }
        break
      }
      (point, value) = (move.point, max(value, move.value))
      if move.decrement < 1e-14 {
        status = .converged
        break
      }
    }
    let information = negated(likelihood.curvature(point).hessian)
    let covariance = information.values.allSatisfy(\.isFinite) ? Cholesky(information)?.inverse : nil
    return LikelihoodMaximum(point: point, value: value, covariance: covariance, status: status)
  }

  /// A step that does not lower the likelihood beyond rounding; nil where there is none.
  private static func step(
    _ likelihood: SmoothLikelihood, _ curvature: SmoothLikelihood.Curvature, _ point: [Double],
    _ value: Double, _ damping: inout Double
  ) -> (point: [Double], value: Double, decrement: Double)? {
    let information = negated(curvature.hessian)
    let scale = max(1e-8, point.indices.reduce(0) { max($0, information[$1, $1].magnitude) })
    for _ in 0..<40 {
      var damped = information
      damped.addDiagonal([Double](repeating: damping * scale, count: point.count))
      if let factor = Cholesky(damped) {
        var direction = factor.solved(curvature.gradient)
        let gain = zip(direction, curvature.gradient).reduce(0) { $0 + $1.0 * $1.1 }
        let longest = direction.reduce(0) { max($0, $1.magnitude) }
        if longest > 2 { direction = direction.map { $0 * 2 / longest } }
        let next = zip(point, direction).map { $0 + $1 }
        let reached = likelihood.value(next)
        let slack = gain < 1e-9 ? 1e-13 * max(1, value.magnitude) : 0
        if reached >= value - slack {
          damping = damping < 1e-6 ? 0 : damping * 0.1
          return (next, reached, longest > 2 ? 1 : gain)
        }
      }
      damping = max(1e-6, damping * 5)
    }
    return nil
  }

  /// Twice the gain that a Newton step promises; infinite where the information is not positive definite.
  private static func decrement(_ curvature: SmoothLikelihood.Curvature) -> Double {
    guard let factor = Cholesky(negated(curvature.hessian)) else { return .infinity }
    return zip(factor.solved(curvature.gradient), curvature.gradient).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func negated(_ matrix: DenseMatrix) -> DenseMatrix {
    DenseMatrix(rows: matrix.rowCount, columns: matrix.columnCount, values: matrix.values.map { -$0 })
  }
}
