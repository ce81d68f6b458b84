import DunjingDense

/// Rows of linear equations A x = b or inequalities A x ≤ b.
public struct LinearRows: Sendable, Equatable {
  /// The coefficients, a row for each condition.
  public let matrix: DenseMatrix
  /// The right-hand side of each row.
  public let limits: [Double]

  /// Creates rows.
  /// - Precondition: each row has a right-hand side.
  public init(_ matrix: DenseMatrix, _ limits: [Double]) {
    precondition(matrix.rowCount == limits.count, "each row has a right-hand side")
    (self.matrix, self.limits) = (matrix, limits)
  }

  /// Creates rows of their coefficients.
  /// - Precondition: the rows are equally long, and each has a right-hand side.
  public init(_ rows: [[Double]], _ limits: [Double]) {
    self.init(DenseMatrix(rows: rows), limits)
  }

  /// No rows, of so many variables.
  static func none(_ variableCount: Int) -> LinearRows {
    LinearRows(DenseMatrix(rows: 0, columns: variableCount), [])
  }

  /// The number of rows.
  public var count: Int { limits.count }

  /// Returns A x − b.
  public func excess(at point: [Double]) -> [Double] {
    zip(matrix.times(point), limits).map { $0 - $1 }
  }

  /// Returns these rows with others below them.
  func appending(_ other: LinearRows) -> LinearRows {
    var joined = DenseMatrix(rows: count + other.count, columns: matrix.columnCount)
    for column in 0..<matrix.columnCount {
      for row in 0..<count { joined[row, column] = matrix[row, column] }
      for row in 0..<other.count { joined[count + row, column] = other.matrix[row, column] }
    }
    return LinearRows(joined, limits + other.limits)
  }

  /// Returns the same rows with more variables: the column of each has one number that is not zero.
  func widened(by columns: [(row: Int, value: Double)]) -> LinearRows {
    var wide = DenseMatrix(rows: count, columns: matrix.columnCount + columns.count)
    for column in 0..<matrix.columnCount {
      for row in 0..<count { wide[row, column] = matrix[row, column] }
    }
    for (offset, entry) in columns.enumerated() where entry.row >= 0 {
      wide[entry.row, matrix.columnCount + offset] = entry.value
    }
    return LinearRows(wide, limits)
  }
}
