/// A table of any columns as it stands in a file: a header, and rows of texts.
///
/// - Complexity: A pass over the rows takes time in proportion to the bytes and holds one row at a time.
package struct RawTable: Sendable {
  /// A row.
  package struct Row: Sendable {
    /// The number of the row as a spreadsheet counts it: the header is row 1.
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
  private let text: String

  /// Reads the header of a table.
  /// - Parameter encoding: The encoding that was said; nil for one that is recognized.
  /// - Throws: That the file is empty, a workbook, in another encoding, without a header, or separated otherwise.
  package init(_ table: ImportTable, encoding: TextEncoding?) throws(InvalidScenario) {
    name = table.name
    text = try Self.text(of: table, encoding)
    var scanner = CSVScanner(text)
    let first = scanner.next() ?? []
    if let fault = scanner.fault { throw Self.fault(name, scanner.faultLine, scanner.faultColumn, fault) }
    guard !first.allSatisfy(\.text.isEmpty) else { throw Self.fault(name, 1, 1, .csvWithoutHeader) }
    if let (separator, column) = CSVSeparator.find(in: first) {
      throw Self.fault(name, first[0].line, column, .csvSeparator(separator))
    }
    header = first
    var seen: Set<String> = []
    for cell in header where !cell.text.isEmpty && !seen.insert(cell.text).inserted {
      throw Self.fault(name, cell.line, cell.column, .duplicateKey(cell.text))
    }
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
      if number > 1 { body(Row(number: number, cells: cells)) }
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
