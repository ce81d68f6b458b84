import Foundation

/// Kriging by textbook formulas and a Gauss–Jordan inverse, for comparison.
struct NaiveProcess {
  var points: [[Double]]
  var values: [Double]
  var noise: [Double]
  /// The rows of H.
  var design: [[Double]]
  var lengthScales: [Double]
  var signalVariance: Double
  var nugget: Double

  func kernel(_ first: [Double], _ second: [Double]) -> Double {
    var square = 0.0
    for index in first.indices { square += pow((first[index] - second[index]) / lengthScales[index], 2) }
    let r = sqrt(square)
    return signalVariance * (1 + sqrt(5) * r + 5 * square / 3) * exp(-sqrt(5) * r)
  }

  var covariances: [[Double]] {
    points.indices.map { row in
      points.indices.map { kernel(points[row], points[$0]) + (row == $0 ? noise[row] + nugget : 0) }
    }
  }

  /// β, by generalized least squares.
  var coefficients: [Double] {
    let inverse = Self.inverse(covariances)
    let side = Self.product(Self.transposed(design), inverse)
    return Self.product(
      Self.inverse(Self.product(side, design)), Self.product(side, values.map { [$0] })
    ).map { $0[0] }
  }

  var residuals: [Double] {
    let coefficients = coefficients
    return values.indices.map { values[$0] - zip(design[$0], coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// The mean and the variance of the function at a point with the trend h.
  func predicted(_ point: [Double], _ h: [Double]) -> (mean: Double, variance: Double) {
    let inverse = Self.inverse(covariances)
    let side = points.map { [kernel($0, point)] }
    let solved = Self.product(inverse, side)
    let mean =
      zip(h, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
      + zip(solved, residuals).reduce(0) { $0 + $1.0[0] * $1.1 }
    let left = h.indices.map { column in
      [h[column] - points.indices.reduce(0) { $0 + design[$1][column] * solved[$1][0] }]
    }
    let middle = Self.inverse(Self.product(Self.product(Self.transposed(design), inverse), design))
    let unknown = Self.product(Self.product(Self.transposed(left), middle), left)[0][0]
    let known = Self.product(Self.transposed(side), solved)[0][0]
    return (mean, signalVariance - known + unknown)
  }

  /// The log density of the values with β at its estimate, the determinant by elimination.
  var logLikelihood: Double {
    let left = residuals.map { [$0] }
    let square = Self.product(Self.product(Self.transposed(left), Self.inverse(covariances)), left)[0][0]
    return -0.5 * (square + log(Self.determinant(covariances)) + Double(values.count) * log(2 * Double.pi))
  }

  static func transposed(_ matrix: [[Double]]) -> [[Double]] {
    matrix[0].indices.map { column in matrix.map { $0[column] } }
  }

  static func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
    left.map { row in
      right[0].indices.map { column in row.indices.reduce(0) { $0 + row[$1] * right[$1][column] } }
    }
  }

  static func inverse(_ matrix: [[Double]]) -> [[Double]] {
    let order = matrix.count
    var rows = matrix.enumerated().map { row, values in values + (0..<order).map { $0 == row ? 1 : 0 } }
    for column in 0..<order {
      let pivot = (column..<order).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      rows[column] = rows[column].map { $0 / rows[column][column] }
      for row in 0..<order where row != column {
        let factor = rows[row][column]
        for index in rows[row].indices { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return rows.map { Array($0[order...]) }
  }

  static func determinant(_ matrix: [[Double]]) -> Double {
    var rows = matrix
    var result = 1.0
    for column in rows.indices {
      result *= rows[column][column]
      for row in column + 1..<rows.count + 1 where row < rows.count {
        let factor = rows[row][column] / rows[column][column]
        for index in column..<rows.count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return result
  }
}
