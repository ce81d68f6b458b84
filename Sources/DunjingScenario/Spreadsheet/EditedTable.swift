/// A table as a spreadsheet has saved it: the cells of known columns, with their places.
struct EditedTable {
  /// A row with something in it.
  struct Row {
    var cells: [String]
    /// Where each cell stands; a cell that is missing at the end stands where the row begins.
    var places: [Place]
    var place: Place { places[0] }
  }

  let columns: [SpreadsheetColumn]
  private(set) var rows: [Row] = []
  /// For each column of the original table its index here.
  let original: [Int]

  /// Reads a file: UTF-8 or GB 18030, with or without a byte order mark; commas, semicolons or tabs; empty rows and columns at
  /// the end are left out.
  /// - Parameter log: takes what is wrong.
  init?(_ bytes: [UInt8], of table: SpreadsheetTable, file: Int, log: IssueLog) {
    let start = Place(file: file, line: 1, column: 1)
    func fail(_ fault: ScenarioFault, _ line: Int = 1) {
      log.add(fault, at: Place(file: file, line: line, column: 1), keyPath: table.path)
    }
    if TextEncoding.isArchive(bytes) {
      fail(.workbook)
      return nil
    }
    let text: String
    switch TextEncoding.recognized(bytes).text(ofImported: bytes) {
    case .success(let decoded): text = decoded
    case .failure(let failure):
      if case .importUndecodable = failure.fault {
        let place = Place(file: file, line: failure.line, column: 1)
        log.addIssue(.unknownEncoding, at: place, keyPath: table.path)
      } else {
        fail(failure.fault, failure.line)
      }
      return nil
    }
    var scanner = CSVScanner(text, separator: Self.separator(of: text, table))
    guard let header = scanner.next(), header.contains(where: { !$0.text.isEmpty }) else {
      log.addIssue(.noHeader(columns: table.columns.map(\.header)), at: start, keyPath: table.path)
      return nil
    }
    let reader = EditedHeader(header, of: table, file: file, log: log)
    guard let columns = reader.columns() else { return nil }
    self.columns = columns.map(\.column)
    original = table.columns.map { wanted in columns.firstIndex { $0.column.header == wanted.header } ?? -1 }
    let places = columns.map(\.index)
    while let cells = scanner.next() {
      guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
      reader.reportBeyond(cells, named: Set(places))
      let row = cells[0]
      let found = places.map {
        $0 < cells.count ? cells[$0] : CSVCell(text: "", line: row.line, column: row.column)
      }
      rows.append(
        Row(
          cells: found.map { SpreadsheetCell.meant($0.text) },
          places: found.map { Place(file: file, line: $0.line, column: $0.column) }))
    }
    if let fault = scanner.fault {
      log.add(
        fault, at: Place(file: file, line: scanner.faultLine, column: scanner.faultColumn),
        keyPath: table.path)
      return nil
    }
    if rows.isEmpty && !table.rows.isEmpty {
      log.addIssue(.tableEmptied, at: start, keyPath: table.path)
      return nil
    }
  }

  /// The separator in whose cells most names of columns are found: a comma, a semicolon or a tab; where none are, that of most
  /// cells.
  private static func separator(of text: String, _ table: SpreadsheetTable) -> UInt8 {
    let known = Set(table.columns.map(\.header))
    func found(_ separator: UInt8) -> Int {
      var scanner = CSVScanner(text, separator: separator)
      return scanner.next()?.count { known.contains($0.text) } ?? 0
    }
    let best = [44, 59, 9].max { (found($0), $1) < (found($1), $0) } ?? 44
    return found(best) > 0 ? best : CSVSeparator.byte(of: text)
  }
}

/// The first row of a saved table.
struct EditedHeader {
  private let cells: [CSVCell]
  private let table: SpreadsheetTable
  private let file: Int
  private let log: IssueLog

  init(_ cells: [CSVCell], of table: SpreadsheetTable, file: Int, log: IssueLog) {
    (self.cells, self.table, self.file, self.log) = (cells, table, file, log)
  }

  /// Returns the columns with their positions, or nil after adding issues.
  func columns() -> [(column: SpreadsheetColumn, index: Int)]? {
    let known = table.columns.map(\.header)
    // Only a table may get columns that it did not have: keys of its records that no row gives yet.
    let allowed = table.origin == .list ? known : known + table.shape.names.filter { !known.contains($0) }
    var found: [(column: SpreadsheetColumn, index: Int)] = []
    var isRight = true
    for (index, cell) in cells.enumerated() where !cell.text.isEmpty {
      let name = SpreadsheetCell.meant(cell.text)
      if found.contains(where: { $0.column.header == name }) {
        add(.duplicateKey(name), cell)
      } else if allowed.contains(name) {
        let column = table.columns.first { $0.header == name } ?? SpreadsheetColumn(name, of: table.shape)
        found.append((column, index))
        continue
      } else {
        add(.unknownColumn(name, known: allowed), cell)
      }
      isRight = false
    }
    for name in known where !found.contains(where: { $0.column.header == name }) && isRight {
      log.addIssue(.columnLost(name), at: Place(file: file, line: 1, column: 1), keyPath: table.path)
      isRight = false
    }
    return isRight ? found : nil
  }

  /// Adds an issue where a cell stands in a column without a name.
  func reportBeyond(_ row: [CSVCell], named: Set<Int>) {
    for (index, cell) in row.enumerated() where !cell.text.isEmpty && !named.contains(index) {
      log.addIssue(
        .cellWithoutColumn(cell.text, number: index + 1),
        at: Place(file: file, line: cell.line, column: cell.column), keyPath: table.path)
    }
  }

  private func add(_ fault: ScenarioFault, _ cell: CSVCell) {
    log.add(
      fault, at: Place(file: file, line: cell.line, column: cell.column),
      keyPath: "\(table.path).\(cell.text)")
  }
}
