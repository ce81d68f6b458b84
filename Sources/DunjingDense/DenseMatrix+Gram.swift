import COpenBLAS

extension DenseMatrix {
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
