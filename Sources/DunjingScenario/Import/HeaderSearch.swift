/// Finds the header of a table that may have titles above it, as exports of offices do.
enum HeaderSearch {
  /// The rows with something in them among which the header is looked for.
  static let depth = 10

  /// Returns the place of the row in which most cells are known as headings; where none has two of them, that of the first row
  /// with two cells that are not empty, and nil where there is none.
  /// - Parameters:
  ///   - rows: the first rows of the table in which something stands.
  ///   - known: how many headings of a row are known.
  static func place(in rows: [[CSVCell]], known: ([CSVCell]) -> Int) -> Int? {
    let scores = rows.prefix(depth).map(known)
    if let best = scores.max(), best > 1 { return scores.firstIndex(of: best) }
    return rows.firstIndex { $0.count { !$0.text.isEmpty } > 1 }
  }
}
