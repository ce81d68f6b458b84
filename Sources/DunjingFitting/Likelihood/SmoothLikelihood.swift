import DunjingDense

/// A log-likelihood with its first and second derivatives.
///
/// Where no formulas are given the derivatives are differences of fourth order (M. Abramowitz & I. A. Stegun, 1964,
/// 25.3.4, 25.3.23 and 25.3.26 with one step of extrapolation). Parameters are expected on a scale, such as the logarithm,
/// on which a thousandth is a small change.
public struct SmoothLikelihood {
  /// The derivatives at a point.
  public struct Curvature: Sendable, Equatable {
    /// The first derivatives.
    public var gradient: [Double]
    /// The second derivatives.
    public var hessian: DenseMatrix

    /// Creates the derivatives of a point.
    public init(gradient: [Double], hessian: DenseMatrix) {
      (self.gradient, self.hessian) = (gradient, hessian)
    }
  }

  /// The log-likelihood; −∞ or NaN where it is not defined.
  public let value: ([Double]) -> Double
  /// Its derivatives.
  public let curvature: ([Double]) -> Curvature

  /// Creates a likelihood with formulas for its derivatives.
  public init(value: @escaping ([Double]) -> Double, curvature: @escaping ([Double]) -> Curvature) {
    (self.value, self.curvature) = (value, curvature)
  }

  /// Creates a likelihood whose derivatives are differences.
  /// - Complexity: of the derivatives, 1 + 4 p + 4 p (p − 1) values, for p parameters.
  public init(_ value: @escaping ([Double]) -> Double) {
    self.init(value: value, curvature: { Self.differences(of: value, at: $0) })
  }

  private static let step = 1e-3

  /// The derivatives of a function by differences.
  static func differences(of value: ([Double]) -> Double, at point: [Double]) -> Curvature {
    let middle = value(point)
    var result = Curvature(
      gradient: point, hessian: DenseMatrix(rows: point.count, columns: point.count))
    for row in point.indices {
      let near = [-2.0, -1, 1, 2].map { value(moved(point, [(row, $0)])) }
      result.gradient[row] = (8 * (near[2] - near[1]) - (near[3] - near[0])) / (12 * step)
      let square = 16 * (near[1] + near[2]) - near[0] - near[3] - 30 * middle
      result.hessian[row, row] = square / (12 * step * step)
      for column in 0..<row {
        let mixed = mixedDifference(of: value, at: point, row, column)
        (result.hessian[row, column], result.hessian[column, row]) = (mixed, mixed)
      }
    }
    return result
  }

  private static func mixedDifference(
    of value: ([Double]) -> Double, at point: [Double], _ row: Int, _ column: Int
  ) -> Double {
    let estimates = [1.0, 2].map { width in
      let corners = [(1.0, 1.0), (1, -1), (-1, 1), (-1, -1)].map { corner in
        corner.0 * corner.1 * value(moved(point, [(row, width * corner.0), (column, width * corner.1)]))
      }
      return corners.reduce(0, +) / (4 * width * width * step * step)
    }
    return (4 * estimates[0] - estimates[1]) / 3
  }

  private static func moved(_ point: [Double], _ moves: [(index: Int, steps: Double)]) -> [Double] {
    var point = point
    for move in moves { point[move.index] += move.steps * step }
    return point
  }
}
