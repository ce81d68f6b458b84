/// How a text is written as a cell of a table, so that ``CSVScanner`` and spreadsheets read it as it was.
package enum CSVQuoting {
  /// Returns the text, in quotes where it holds a comma, a quote or a line break, or begins or ends with a space or tab.
  ///
  /// Source: Y. Shafranovich (2005), RFC 4180, section 2, rules 5 to 7.
  package static func cell(_ text: String) -> String {
    // Bytes, as CR LF is one character and neither CR nor LF.
    guard text.utf8.contains(where: { [10, 13, 34, 44].contains($0) }) || text.trimmingSpaces != text else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Returns a table: the names of its columns and its rows, as lines of cells with commas between.
  package static func table(_ header: [String], _ rows: [[String]]) -> String { table([header] + rows) }

  /// Returns rows as lines of cells with commas between.
  package static func table(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
  }
}
