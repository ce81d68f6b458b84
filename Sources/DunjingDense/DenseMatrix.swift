/// A matrix of numbers, column by column as LAPACK wants it.
public struct DenseMatrix: Sendable, Equatable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// The numbers: those of column j begin at j · ``rowCount``.
  public internal(set) var values: [Double]

  /// Creates a matrix of zeros.
  public init(rows: Int, columns: Int) {
    (rowCount, columnCount) = (rows, columns)
    values = [Double](repeating: 0, count: rows * columns)
  }

  /// Creates a matrix of its rows.
  /// - Precondition: the rows are equally long.
  public init(rows: [[Double]]) {
    self.init(rows: rows.count, columns: rows.first?.count ?? 0)
    precondition(rows.allSatisfy { $0.count == columnCount }, "the rows of a matrix are equally long")
    for (i, row) in rows.enumerated() {
      for (j, value) in row.enumerated() { values[j * rowCount + i] = value }
    }
  }

  /// Creates a matrix of one column.
  public init(column: [Double]) {
    (rowCount, columnCount) = (column.count, 1)
    values = column
  }

  /// The number in a row and a column.
  public subscript(row: Int, column: Int) -> Double {
    get { values[column * rowCount + row] }
    set { values[column * rowCount + row] = newValue }
  }
}
