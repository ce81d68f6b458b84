/// A list of records of a study as a table for a spreadsheet.
struct SpreadsheetTable {
  /// Where the records are.
  enum Origin: Equatable {
    /// In a CSV file of the bundle.
    case file(String, TextEncoding)
    /// In `scenario.yaml`.
    case list
  }

  /// The key of the list, such as `force.categories`.
  let path: String
  let shape: RecordShape
  let origin: Origin
  /// Whether the key may name a file instead of holding a list.
  let takesFile: Bool
  let columns: [SpreadsheetColumn]
  /// The texts of the cells; empty where a value is not given.
  let rows: [[String]]
  /// The records of a list.
  let records: [RawNode]

  /// The name of the file for the spreadsheet.
  var fileName: String { path + ".csv" }

  /// The column that tells records apart: `id`, or `key` of sources and estimates.
  var keyColumn: Int? {
    columns.firstIndex { $0.header == "id" } ?? columns.firstIndex { $0.header == "key" }
  }

  /// The file for the spreadsheet: UTF-8 with a byte order mark, CR LF, and texts at risk as formulas.
  var bytes: [UInt8] {
    var text = "\u{FEFF}" + columns.map { CSVQuoting.cell($0.header) }.joined(separator: ",") + "\r\n"
    for row in rows {
      text += zip(row, columns).map { SpreadsheetCell.written($0, $1.kind) }.joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }

  /// The headers of columns with texts that Excel would turn into numbers, dates or formulas.
  var columnsAtRisk: [String] {
    columns.indices.filter { column in
      let kind = columns[column].kind
      return (kind == .text || kind == .free)
        && rows.contains { SpreadsheetCell.isAtRisk($0[column], kind) }
    }.map { columns[$0].header }
  }

  /// Reads the table of a file of the bundle, which has been read without issues before.
  init?(path: String, shape: RecordShape, file: String, encoding: TextEncoding, bytes: [UInt8]) {
    guard let text = CSVLines(bytes, encoding) else { return nil }
    (self.path, self.shape, takesFile, records) = (path, shape, true, [])
    origin = .file(file, encoding)
    columns = text.header.map { SpreadsheetColumn($0, of: shape) }
    rows = text.rows.map(\.cells)
  }

  /// Makes a table of a list of records.
  init(path: String, shape: RecordShape, records: [RawNode], takesFile: Bool) {
    (self.path, self.shape, self.takesFile, self.records) = (path, shape, takesFile, records)
    origin = .list
    let flat = records.map { FlatRecord($0, shape, takesFile: takesFile) }
    let columns = FlatRecord.columns(of: flat, shape)
    self.columns = columns
    rows = flat.map { record in columns.map { record.cells[$0.steps] ?? "" } }
  }
}
