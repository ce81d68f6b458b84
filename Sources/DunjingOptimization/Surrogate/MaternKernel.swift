import DunjingDense
import DunjingNumerics

/// The Matérn covariance of smoothness 5/2, with a length scale for each coordinate:
/// k(x, x′) = σ² (1 + √5 r + 5 r² / 3) exp(−√5 r), r² = Σ ((xⱼ − x′ⱼ) / ℓⱼ)².
///
/// Functions with this covariance have two derivatives.
///
/// Source: C. E. Rasmussen & C. K. I. Williams (2006), Gaussian Processes for Machine Learning, eq. 4.17 and 5.1.
public struct MaternKernel: Sendable, Equatable, Codable {
  /// The distance along each coordinate over which the function changes, in units of that coordinate.
  public var lengthScales: [Double]
  /// σ², in squared units of the function.
  public var signalVariance: Double

  /// Creates a kernel.
  /// - Precondition: length scales are positive; the variance is not negative.
  public init(lengthScales: [Double], signalVariance: Double) {
    precondition(
      lengthScales.allSatisfy { $0 > 0 } && signalVariance >= 0, "the scales of a kernel are positive")
    (self.lengthScales, self.signalVariance) = (lengthScales, signalVariance)
  }

  /// Returns the covariance of the function at two points.
  public func covariance(_ first: [Double], _ second: [Double]) -> Double {
    var square = 0.0
    for coordinate in lengthScales.indices {
      let difference = (first[coordinate] - second[coordinate]) / lengthScales[coordinate]
      square += difference * difference
    }
    return signalVariance * Self.profile(square)
  }

  /// The correlation at a squared scaled distance.
  @inline(__always)
  static func profile(_ square: Double) -> Double {
    let distance = (5 * square).squareRoot()
    return (1 + distance + distance * distance * (1.0 / 3)) * PortableMath.exponential(-distance)
  }

  /// Returns points divided by the length scales, one in each column.
  func scaled(_ points: [[Double]]) -> DenseMatrix {
    let inverses = lengthScales.map { 1 / $0 }
    var values: [Double] = []
    values.reserveCapacity(points.count * inverses.count)
    for point in points {
      precondition(point.count == inverses.count, "a point has a number for each length scale")
      for coordinate in inverses.indices { values.append(point[coordinate] * inverses[coordinate]) }
    }
    return DenseMatrix(rows: inverses.count, columns: points.count, values: values)
  }

  /// Returns the covariances of scaled points, a row for each of the first and a column for each of the second.
  ///
  /// Squared distances are |a|² + |b|² − 2 a·b, by one product of matrices.
  /// - Complexity: O(first · second · coordinates).
  func covariances(_ first: DenseMatrix, _ second: DenseMatrix) -> DenseMatrix {
    let (rowSquares, columnSquares) = (first.squaredColumnLengths, second.squaredColumnLengths)
    var result = first.transposedProduct(second)
    let (rows, variance) = (first.columnCount, signalVariance)
    result.withUnsafeMutableValues { values in
      rowSquares.withUnsafeBufferPointer { rowSquares in
        for (column, columnSquare) in columnSquares.enumerated() {
          let start = column * rows
          for row in 0..<rows {
            let square = rowSquares[row] + columnSquare - 2 * values[start + row]
            values[start + row] = variance * Self.profile(max(square, 0))
          }
        }
      }
    }
    return result
  }

  /// Returns the covariances of scaled points with one another; the diagonal is σ² exactly.
  func covariances(_ points: DenseMatrix) -> DenseMatrix {
    var result = covariances(points, points)
    let (count, variance) = (points.columnCount, signalVariance)
    result.withUnsafeMutableValues { values in
      for index in 0..<count { values[index * count + index] = variance }
    }
    return result
  }
}
