/// A table of any columns as it stands in a file: a header, maybe below titles, and rows of texts.
///
/// - Complexity: A pass over the rows takes time in proportion to the bytes and holds one row at a time.
package struct RawTable: Sendable {
  /// A row.
  package struct Row: Sendable {
    /// The number of the row as a spreadsheet counts it, from 1; the header is one too.
    package let number: Int
    /// The cells; there may be fewer or more than the header has.
    package let cells: [CSVCell]
    /// Whether nothing stands in it.
    package var isBlank: Bool { cells.allSatisfy(\.text.isEmpty) }
  }

  /// The name that messages use.
  package let name: String
  /// The names of the columns.
  package let header: [CSVCell]
  /// The number of the row of the header.
  package let headerRow: Int
  /// The rows above the header in which something stands, as titles do.
  package let titleRows: Int
  private let text: String

  /// Reads the header of a table.
  /// - Parameters:
  ///   - encoding: The encoding that was said; nil for one that is recognized.
  ///   - isHeading: Whether a cell is known as a heading, by which the header is found below titles and blank rows; nil where
  ///     the first row has to be the header.
  /// - Throws: That the file is empty, a workbook, in another encoding, without a header, or separated otherwise.
  package init(
    _ table: ImportTable, encoding: TextEncoding?, knowing isHeading: ((String) -> Bool)? = nil
  ) throws(InvalidScenario) {
    name = table.name
    text = try Self.text(of: table, encoding)
    var scanner = CSVScanner(text)
    let first = Self.firstRows(&scanner, searching: isHeading != nil)
    if first.isEmpty, let fault = scanner.fault {
      throw Self.fault(name, scanner.faultLine, scanner.faultColumn, fault)
    }
    let place =
      isHeading.flatMap { isHeading in
        HeaderSearch.place(in: first.map(\.cells)) { $0.count { isHeading($0.text) } }
      } ?? first.firstIndex { CSVSeparator.find(in: $0.cells) != nil } ?? 0
    guard first.indices.contains(place) else { throw Self.fault(name, 1, 1, .csvWithoutHeader) }
    (header, headerRow, titleRows) = (first[place].cells, first[place].number, place)
    if let (separator, column) = CSVSeparator.find(in: header) {
      throw Self.fault(name, header[0].line, column, .csvSeparator(separator))
    }
    var seen: Set<String> = []
    for cell in header where !cell.text.isEmpty && !seen.insert(cell.text).inserted {
      throw Self.fault(name, cell.line, cell.column, .duplicateKey(cell.text))
    }
  }

  /// The first rows in which something stands, among which the header is searched; otherwise the first row, if it is one.
  private static func firstRows(_ scanner: inout CSVScanner, searching: Bool) -> [Row] {
    var rows: [Row] = []
    var number = 0
    while rows.count < (searching ? HeaderSearch.depth : 1), let cells = scanner.next() {
      number += 1
      let row = Row(number: number, cells: cells)
      if !row.isBlank { rows.append(row) } else if !searching { break }
    }
    return rows
  }

  /// Returns the text of a table.
  /// - Parameter said: The encoding that was said; nil for one that is recognized.
  /// - Throws: That the file is empty, a workbook, or in another encoding.
  static func text(of table: ImportTable, _ said: TextEncoding?) throws(InvalidScenario) -> String {
    guard !table.bytes.allSatisfy({ [9, 10, 13, 32, 0xBB, 0xBF, 0xEF].contains($0) }) else {
      throw fault(
        table.name, 1, 1, LocalizedText(zh: "文件是空的", en: "the file is empty"),
        LocalizedText(
          zh: "请给出第一行为列名、以下各行为记录的 CSV 文件",
          en: "give a CSV file with the names of the columns in its first row and records below"))
    }
    if TextEncoding.isArchive(table.bytes) { throw fault(table.name, 1, 1, .workbook) }
    let encoding = said ?? .recognized(table.bytes)
    switch encoding.text(ofImported: table.bytes) {
    case .success(let text): return text
    case .failure(let failure):
      // Where nobody said an encoding there is none to exchange.
      if said == nil, case .importUndecodable = failure.fault {
        throw fault(table.name, failure.line, 1, .damaged(encoding))
      }
      throw fault(table.name, failure.line, 1, failure.fault)
    }
  }

  /// Calls a function with every row below the header, in order.
  /// - Throws: That a quote is not closed, or text follows one; rows before it have been passed on.
  package func forEachRow(_ body: (Row) -> Void) throws(InvalidScenario) {
    var scanner = CSVScanner(text)
    var number = 0
    while let cells = scanner.next() {
      number += 1
      if number > headerRow { body(Row(number: number, cells: cells)) }
    }
    if let fault = scanner.fault {
      throw Self.fault(name, scanner.faultLine, scanner.faultColumn, fault)
    }
  }

  static func fault(
    _ name: String, _ line: Int, _ column: Int, _ fault: ScenarioFault
  ) -> InvalidScenario {
    InvalidScenario(
      issues: [ScenarioIssue(file: name, line: line, column: column, keyPath: "", fault: fault)])
  }

  private static func fault(
    _ name: String, _ line: Int, _ column: Int, _ problem: LocalizedText, _ remedy: LocalizedText
  ) -> InvalidScenario {
    InvalidScenario(
      issues: [
        ScenarioIssue(
          file: name, line: line, column: column, keyPath: "", problem: problem, remedy: remedy)
      ])
  }
}
