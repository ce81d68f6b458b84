import COpenBLAS

extension DenseMatrix {
  /// Creates a matrix of its numbers, column by column.
  /// - Precondition: there are rows · columns numbers.
  public init(rows: Int, columns: Int, values: [Double]) {
    precondition(values.count == rows * columns, "a matrix has rows · columns numbers, not \(values.count)")
    self.init(rows: 0, columns: 0)
    self = DenseMatrix(rowCount: rows, columnCount: columns, values: values)
  }

  private init(rowCount: Int, columnCount: Int, values: [Double]) {
    (self.rowCount, self.columnCount, self.values) = (rowCount, columnCount, values)
  }

  /// Returns the numbers of a column.
  public func column(_ column: Int) -> [Double] {
    Array(values[column * rowCount..<(column + 1) * rowCount])
  }

  /// The sum of the squares of each column (BLAS's ddot).
  /// - Complexity: O(rows · columns).
  public var squaredColumnLengths: [Double] {
    openblas_set_num_threads(1)
    return values.withUnsafeBufferPointer { numbers in
      (0..<columnCount).map { column in
        guard rowCount > 0, let start = numbers.baseAddress?.advanced(by: column * rowCount) else { return 0 }
        return cblas_ddot(Int32(rowCount), start, 1, start, 1)
      }
    }
  }

  /// Lets a body change the numbers in place, column by column.
  public mutating func withUnsafeMutableValues<Result>(
    _ body: (inout UnsafeMutableBufferPointer<Double>) -> Result
  ) -> Result {
    values.withUnsafeMutableBufferPointer(body)
  }

  /// Returns the product of this matrix with another one (BLAS's dgemm).
  /// - Precondition: this matrix has as many columns as the other has rows.
  /// - Complexity: O(rows · columns · columns of the other).
  public func product(_ other: DenseMatrix) -> DenseMatrix { product(other, transposed: false) }

  /// Returns the product of this matrix, transposed, with another one (BLAS's dgemm).
  /// - Precondition: both have the same number of rows.
  /// - Complexity: O(rows · columns · columns of the other).
  public func transposedProduct(_ other: DenseMatrix) -> DenseMatrix { product(other, transposed: true) }

  private func product(_ other: DenseMatrix, transposed: Bool) -> DenseMatrix {
    let (rows, inner) = transposed ? (columnCount, rowCount) : (rowCount, columnCount)
    precondition(inner == other.rowCount, "the inner sizes of a product are equal")
    var result = DenseMatrix(rows: rows, columns: other.columnCount)
    guard !result.values.isEmpty, inner > 0 else { return result }
    openblas_set_num_threads(1)
    cblas_dgemm(
      CblasColMajor, transposed ? CblasTrans : CblasNoTrans, CblasNoTrans, Int32(rows),
      Int32(other.columnCount), Int32(inner), 1, values, Int32(rowCount), other.values, Int32(inner), 0,
      &result.values, Int32(rows))
    return result
  }

  /// The matrix with rows for columns.
  public var transposed: DenseMatrix {
    var result = DenseMatrix(rows: columnCount, columns: rowCount)
    for column in 0..<columnCount {
      for row in 0..<rowCount { result[column, row] = self[row, column] }
    }
    return result
  }

  /// Returns A x (BLAS's dgemv).
  /// - Precondition: x has a number for each column.
  /// - Complexity: O(rows · columns).
  public func times(_ vector: [Double]) -> [Double] {
    precondition(vector.count == columnCount, "a vector has a number for each column of the matrix")
    return product(vector, CblasNoTrans, count: rowCount)
  }

  /// Returns Aᵀ x (BLAS's dgemv).
  /// - Precondition: x has a number for each row.
  /// - Complexity: O(rows · columns).
  public func transposedTimes(_ vector: [Double]) -> [Double] {
    precondition(vector.count == rowCount, "a vector has a number for each row of the matrix")
    return product(vector, CblasTrans, count: columnCount)
  }

  private func product(_ vector: [Double], _ form: CBLAS_TRANSPOSE, count: Int) -> [Double] {
    var result = [Double](repeating: 0, count: count)
    guard !values.isEmpty else { return result }
    openblas_set_num_threads(1)
    cblas_dgemv(
      CblasColMajor, form, Int32(rowCount), Int32(columnCount), 1, values, Int32(rowCount), vector, 1, 0,
      &result, 1)
    return result
  }
}
