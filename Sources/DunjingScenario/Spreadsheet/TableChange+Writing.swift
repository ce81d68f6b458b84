extension TableChange {
  /// Returns the file of the bundle with the change, or nil where its encoding has no such characters: rows that were not
  /// changed stay as they are to the byte.
  func bytes(replacing bytes: [UInt8], _ encoding: TextEncoding) -> [UInt8]? {
    guard let lines = CSVLines(bytes, encoding) else { return nil }
    let extra = newColumns
    let header = (table.columns + extra.map { edited.columns[$0] }).map { CSVQuoting.cell($0.header) }
    var text = extra.isEmpty ? lines.headerText : header.joined(separator: ",") + lines.lineBreak
    for row in rows {
      if let last = text.utf8.last, last != 10 && last != 13 { text += lines.lineBreak }
      if let original = row.original, row.changed.isEmpty, extra.isEmpty {
        text += lines.rows[original].text
      } else {
        text += line(row, extra) + lines.lineBreak
      }
    }
    return encoding.encode((lines.hasMark ? "\u{FEFF}" : "") + text)
  }

  /// The whole table as CSV.
  var csv: String {
    CSVQuoting.table(edited.columns.map(\.header), rows.map(\.cells))
  }

  private func line(_ row: Row, _ extra: [Int]) -> String {
    (edited.original + extra).map { CSVQuoting.cell(row.cells[$0]) }.joined(separator: ",")
  }

  /// Returns a changed cell as YAML, or nil where it is no complete value.
  /// - Parameter known: the value that it takes the place of.
  func yaml(_ text: String, _ column: Int, _ known: RawNode?) -> String? {
    switch edited.columns[column].kind {
    case .number: return text
    case .flag: return text.lowercased()
    case .text:
      if case .scalar(_, true) = known?.content { return JSONText.quoted(text) }
      return YAMLFlow.scalar(text)
    case .free:
      guard let first = text.first, "[{".contains(first) || known?.elements != nil else {
        return YAMLFlow.scalar(text)
      }
      // Items with spaces between, as tables have them, are a list in the scenario.
      let flow = "[{".contains(first) ? text : "[" + text.split(separator: " ").joined(separator: ", ") + "]"
      let log = IssueLog()
      let node = YAMLReader(file: log.file(""), log: log).read(flow)
      return log.issues.isEmpty && node.map { $0.elements != nil || $0.entries != nil } == true ? flow : nil
    }
  }

  /// Adds issues for numbers as a spreadsheet shows them and no file has them: `1,234`, `0,5`, `#REF!`.
  func reportNumbers(to log: IssueLog) {
    for (index, row) in rows.enumerated() {
      for column in row.original == nil ? Array(row.cells.indices) : row.changed + newColumns {
        let text = row.cells[column]
        let isNumber = edited.columns[column].kind == .number
        guard let fault = SpreadsheetCell.fault(of: text, isNumber: isNumber) else { continue }
        log.addIssue(
          fault, at: edited.rows[index].places[column],
          keyPath: "\(table.path)[\(index)].\(edited.columns[column].header)")
      }
    }
  }

  /// Adds issues for rows that came, went or moved in a list that has to stay in `scenario.yaml`.
  func reportRows(to log: IssueLog) {
    let (path, key) = (table.path, table.keyColumn)
    for (index, row) in rows.enumerated() where row.original == nil {
      let name = key.map { row.cells[edited.original[$0]] } ?? row.cells.first ?? ""
      log.addIssue(.recordAdded(name, list: path), at: edited.rows[index].place, keyPath: "\(path)[\(index)]")
    }
    let start = Place(file: edited.rows[0].place.file, line: 1, column: 1)
    for row in removed {
      let name = table.rows[row][key ?? 0]
      log.addIssue(
        .recordRemoved(name, list: path, line: table.records[row].place.line), at: start, keyPath: path)
    }
    if added == 0 && removed.isEmpty { log.addIssue(.recordsMoved(list: path), at: start, keyPath: path) }
  }
}

extension SpreadsheetCell {
  /// Returns what is wrong with a changed cell as a spreadsheet shows it, or nil.
  static func fault(of text: String, isNumber: Bool) -> SpreadsheetFault? {
    if text.hasPrefix("#") {
      let isError = text.hasPrefix("##") || text.hasSuffix("!") || text.hasSuffix("?") || text == "#N/A"
      return isError ? .errorValue(text) : nil
    }
    guard isNumber, text.contains(",") else { return nil }
    let plain = text.replacing(",", with: "")
    guard Double(plain) != nil else { return nil }
    let parts = text.drop { $0 == "-" }.prefix { $0 != "." }.split(
      separator: ",", omittingEmptySubsequences: false)
    let isGrouped = parts.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(parts[0].count)
    if isGrouped { return .thousands(text, meant: plain) }
    return parts.count == 2 && !text.contains(".")
      ? .decimalComma(text, meant: text.replacing(",", with: ".")) : .thousands(text, meant: plain)
  }
}
