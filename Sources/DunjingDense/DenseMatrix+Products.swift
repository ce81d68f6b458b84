import COpenBLAS

extension DenseMatrix {
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

  /// Returns A B (BLAS's dgemm).
  /// - Precondition: B has as many rows as A columns.
  /// - Complexity: O(rows · columns · columns of B).
  public func times(_ other: DenseMatrix) -> DenseMatrix {
    precondition(other.rowCount == columnCount, "the right factor has a row for each column of the left one")
    var result = DenseMatrix(rows: rowCount, columns: other.columnCount)
    guard !values.isEmpty, !other.values.isEmpty else { return result }
    openblas_set_num_threads(1)
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(rowCount), Int32(other.columnCount),
      Int32(columnCount), 1, values, Int32(rowCount), other.values, Int32(columnCount), 0, &result.values,
      Int32(rowCount))
    return result
  }

  /// Adds Bᵀ D B to the lower triangle, D being a diagonal (BLAS's dsyrk).
  /// - Precondition: the matrix is square with as many columns as B, and D has a weight ≥ 0 for each row of B.
  /// - Complexity: O(rows of B · columns²).
  public mutating func addGram(of factor: DenseMatrix, weights: [Double]) {
    var scratch = factor
    addGram(of: factor, weights: weights, scratch: &scratch)
  }

  /// Adds Bᵀ D B to the lower triangle, with a matrix of the size of B to work in, so that none is allocated.
  /// - Precondition: as without scratch, which has the size of B.
  /// - Complexity: O(rows of B · columns²).
  public mutating func addGram(of factor: DenseMatrix, weights: [Double], scratch: inout DenseMatrix) {
    let rows = factor.rowCount
    precondition(weights.count == rows, "each row of the factor has a weight")
    precondition(
      scratch.rowCount == rows && scratch.columnCount == factor.columnCount,
      "the scratch has the size of the factor")
    let roots = weights.map { $0.squareRoot() }
    scratch.values.withUnsafeMutableBufferPointer { scaled in
      factor.values.withUnsafeBufferPointer { values in
        for column in 0..<factor.columnCount {
          for row in 0..<rows { scaled[column * rows + row] = values[column * rows + row] * roots[row] }
        }
      }
    }
    addSquare(of: scratch, CblasTrans, depth: rows)
  }

  /// Takes over the numbers of another matrix without allocating.
  /// - Precondition: both have one size.
  public mutating func assign(_ other: DenseMatrix) {
    precondition(
      rowCount == other.rowCount && columnCount == other.columnCount, "both matrices have one size")
    values.withUnsafeMutableBufferPointer { target in
      other.values.withUnsafeBufferPointer { source in _ = target.update(from: source) }
    }
  }

  /// Adds B D Bᵀ to the lower triangle, D being a diagonal (BLAS's dsyrk).
  /// - Precondition: the matrix is square with as many rows as B, and D has a weight ≥ 0 for each column of B.
  /// - Complexity: O(columns of B · rows²).
  public mutating func addOuter(of factor: DenseMatrix, weights: [Double]) {
    precondition(weights.count == factor.columnCount, "each column of the factor has a weight")
    var scaled = factor
    let rows = factor.rowCount
    scaled.values.withUnsafeMutableBufferPointer { values in
      for column in 0..<factor.columnCount {
        let root = weights[column].squareRoot()
        for index in column * rows..<(column + 1) * rows { values[index] *= root }
      }
    }
    addSquare(of: scaled, CblasNoTrans, depth: factor.columnCount)
  }

  private mutating func addSquare(of factor: DenseMatrix, _ form: CBLAS_TRANSPOSE, depth: Int) {
    let order = form == CblasTrans ? factor.columnCount : factor.rowCount
    precondition(rowCount == order && columnCount == order, "the sum and the product have one size")
    guard !factor.values.isEmpty else { return }
    openblas_set_num_threads(1)
    cblas_dsyrk(
      CblasColMajor, CblasLower, form, Int32(order), Int32(depth), 1, factor.values, Int32(factor.rowCount),
      1, &values, Int32(order))
  }

  /// Adds numbers to the diagonal.
  /// - Precondition: the matrix is square, and there is a number for each row.
  public mutating func addDiagonal(_ numbers: [Double]) {
    precondition(rowCount == columnCount && numbers.count == rowCount, "a diagonal is as long as the matrix")
    for (index, number) in numbers.enumerated() { values[index * rowCount + index] += number }
  }
}
