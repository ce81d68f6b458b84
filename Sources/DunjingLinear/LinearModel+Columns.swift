/// The matrix of a model by columns, as solvers want it.
public struct CompressedColumns: Sendable {
  /// Where each column begins; one more than there are columns.
  public var start: [Int32]
  /// The rows of the entries, column by column.
  public var row: [Int32]
  /// The values of the entries.
  public var value: [Double]
}

extension LinearModel {
  /// Returns the matrix by columns.
  /// - Complexity: O(variables + terms).
  public func compressedColumns() -> CompressedColumns {
    var start = [Int32](repeating: 0, count: variables.count + 1)
    for term in rowTerms { start[term.variable + 1] += 1 }
    for column in variables.indices { start[column + 1] += start[column] }
    var next = start
    var row = [Int32](repeating: 0, count: rowTerms.count)
    var value = [Double](repeating: 0, count: rowTerms.count)
    for number in 0..<rowCount {
      for term in rowTerms[rowStart[number]..<rowStart[number + 1]] {
        let position = Int(next[term.variable])
        next[term.variable] += 1
        row[position] = Int32(number)
        value[position] = term.coefficient
      }
    }
    return CompressedColumns(start: start, row: row, value: value)
  }
}
