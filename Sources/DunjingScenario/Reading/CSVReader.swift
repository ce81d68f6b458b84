/// Reads a table of comma-separated values into a list of mappings (RFC 4180): quotes, doubled quotes, CR LF, BOM.
///
/// The first row names the columns. An empty cell counts as a value not given; empty rows are skipped.
struct CSVReader {
  var file: Int
  var log: IssueLog
  var keyPath: String
  /// The columns the table may have.
  var columns: [String]
  /// The columns the table must have.
  var required: [String] = []

  /// Returns the rows, or nil after adding issues.
  func read(_ text: String) -> RawNode? {
    var scanner = CSVScanner(text)
    guard let header = nextRow(&scanner), !header.allSatisfy({ $0.text.isEmpty }) else {
      if scanner.fault == nil { log.add(.csvWithoutHeader, at: place(1, 1), keyPath: keyPath) }
      return nil
    }
    if let (separator, column) = CSVSeparator.find(in: header) {
      log.add(.csvSeparator(separator), at: place(header[0].line, column), keyPath: keyPath)
      return nil
    }
    guard hasDistinctColumns(header) else { return nil }
    log.headings[keyPath] = header.map(\.text)
    reportUnknown(header)
    reportMissing(header.map(\.text))
    var rows: [RawNode] = []
    while let cells = nextRow(&scanner) {
      if cells.count == 1 && cells[0].text.isEmpty { continue }
      if cells.count != header.count {
        log.add(
          .csvCellCount(found: cells.count, expected: header.count),
          at: place(cells[0].line, cells[0].column), keyPath: "\(keyPath)[\(rows.count)]")
        // Without the row, rules across tables would only repeat it.
        log.isBroken = true
        continue
      }
      noteEmpty(cells, header, row: rows.count)
      rows.append(row(cells, header))
    }
    return scanner.fault == nil ? RawNode(content: .list(rows), place: place(1, 1)) : nil
  }

  private func nextRow(_ scanner: inout CSVScanner) -> [CSVCell]? {
    let cells = scanner.next()
    if let fault = scanner.fault {
      log.add(fault, at: place(scanner.faultLine, scanner.faultColumn), keyPath: keyPath)
      return nil
    }
    return cells
  }

  private func hasDistinctColumns(_ header: [CSVCell]) -> Bool {
    var seen: Set<String> = []
    var areDistinct = true
    for cell in header where !seen.insert(cell.text).inserted {
      log.add(.duplicateKey(cell.text), at: place(cell.line, cell.column), keyPath: keyPath)
      areDistinct = false
    }
    return areDistinct
  }

  /// A column with a wrong name counts as the one that is probably meant, which then is not called missing too.
  private func reportUnknown(_ header: [CSVCell]) {
    for cell in header where !columns.contains(cell.text) {
      let meant = Spelling.nearest(to: cell.text, in: columns) ?? cell.text
      log.add(
        .unknownColumn(cell.text, known: columns), at: place(cell.line, cell.column),
        keyPath: "\(keyPath).\(meant)")
    }
  }

  private func reportMissing(_ header: [String]) {
    for name in required where !header.contains(name) && !log.refuses("\(keyPath).\(name)") {
      log.add(.missingColumn(name, header: header), at: place(1, 1), keyPath: "\(keyPath).\(name)")
    }
  }

  /// Keeps the places of empty cells that need a value.
  private func noteEmpty(_ cells: [CSVCell], _ header: [CSVCell], row: Int) {
    for (cell, column) in zip(cells, header) where cell.text.isEmpty && required.contains(column.text) {
      log.emptyCells["\(keyPath)[\(row)].\(column.text)"] = place(cell.line, cell.column)
    }
  }

  private func row(_ cells: [CSVCell], _ header: [CSVCell]) -> RawNode {
    var entries: [RawEntry] = []
    entries.reserveCapacity(cells.count)
    for (cell, column) in zip(cells, header) where !cell.text.isEmpty && columns.contains(column.text) {
      let value = RawNode(
        content: .scalar(cell.text, isQuoted: false), place: place(cell.line, cell.column))
      entries.append(RawEntry(key: column.text, place: place(column.line, column.column), value: value))
    }
    return RawNode(content: .mapping(entries), place: place(cells[0].line, cells[0].column))
  }

  private func place(_ line: Int, _ column: Int) -> Place {
    Place(file: file, line: line, column: column)
  }
}
