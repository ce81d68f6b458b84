/// A table for the terminal, its columns aligned whatever the width of their characters.
public struct TextColumns: Sendable {
  /// Where a column is aligned.
  public enum Alignment: Sendable {
    /// Text begins at the left edge.
    case left
    /// Text ends at the right edge.
    case right
  }

  private var rows: [[String]]
  private let alignments: [Alignment]

  /// Begins a table with the heads of its columns.
  public init(_ columns: [(head: String, alignment: Alignment)]) {
    rows = [columns.map(\.head)]
    alignments = columns.map(\.alignment)
  }

  /// Adds a row with a cell for each column. A control character, which could end the line, becomes U+FFFD.
  public mutating func add(_ cells: [String]) {
    precondition(cells.count == alignments.count, "a cell for each column")
    rows.append(
      cells.map { cell in
        String(
          String.UnicodeScalarView(
            cell.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
      })
  }

  /// The lines of the table.
  public var text: String {
    let widths = alignments.indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - DisplayWidth.of(row[column]))
        return alignments[column] == .left ? row[column] + space : space + row[column]
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
