/// What was changed in a table: which row of the original each saved row is, with original texts where nothing changed.
struct TableChange {
  /// A saved row.
  struct Row {
    /// The row of the original table, or nil for a new one.
    var original: Int?
    /// The cells, in the columns of the saved table; as they were where a spreadsheet only shows them otherwise.
    var cells: [String]
    /// The columns with other texts.
    var changed: [Int]
  }

  let table: SpreadsheetTable
  let edited: EditedTable
  private(set) var rows: [Row] = []

  init(_ table: SpreadsheetTable, _ edited: EditedTable) {
    (self.table, self.edited) = (table, edited)
    let matches = matches()
    rows = zip(edited.rows, matches).map { row, original in
      guard let original else { return Row(original: nil, cells: row.cells, changed: []) }
      return compared(row.cells, with: original)
    }
  }

  /// The rows of the original table that are no longer there.
  var removed: [Int] {
    let kept = Set(rows.compactMap(\.original))
    return table.rows.indices.filter { !kept.contains($0) }
  }

  var added: Int { rows.count { $0.original == nil } }
  var changed: Int {
    let extra = newColumns
    return rows.count { row in
      row.original != nil && (!row.changed.isEmpty || extra.contains { !row.cells[$0].isEmpty })
    }
  }

  /// Whether the same rows are there in the same order.
  var keepsRows: Bool { rows.map(\.original) == table.rows.indices.map { $0 } }

  /// Whether columns were added, which some row fills.
  var newColumns: [Int] {
    let known = Set(edited.original)
    return edited.columns.indices.filter { column in
      !known.contains(column) && rows.contains { !$0.cells[column].isEmpty }
    }
  }

  /// Whether nothing was changed.
  var isEmpty: Bool { keepsRows && changed == 0 && newColumns.isEmpty }

  private func compared(_ cells: [String], with original: Int) -> Row {
    var row = Row(original: original, cells: cells, changed: [])
    for (column, place) in edited.original.enumerated() {
      let text = table.rows[original][column]
      if SpreadsheetCell.isSame(cells[place], as: text, table.columns[column].kind) {
        row.cells[place] = text
      } else {
        row.changed.append(place)
      }
    }
    return row
  }

  /// Returns for each saved row the original one: with the same id; without ids the same row, or that of the same place
  /// where there are as many.
  private func matches() -> [Int?] {
    guard let key = table.keyColumn else { return matchesByContent() }
    var index = TableIndex(table.rows.map { $0[key] }, kind: table.columns[key].kind)
    let saved = edited.rows.map { $0.cells[edited.original[key]] }
    var found = saved.map { index.take(exactly: $0) }
    for row in saved.indices where found[row] == nil { found[row] = index.take(like: saved[row]) }
    // A row whose id was changed is still that row where nothing else moved.
    guard saved.count == table.rows.count else { return found }
    for row in saved.indices where found[row] == nil && !index.isTaken(row) { found[row] = row }
    return found
  }

  private func matchesByContent() -> [Int?] {
    func content(_ cells: [String]) -> String {
      zip(cells, table.columns).map { SpreadsheetCell.lookup($0, $1.kind) }.joined(separator: "\u{1F}")
    }
    var index = TableIndex(table.rows.map(content), kind: .text)
    let saved = edited.rows.map { row in content(edited.original.map { row.cells[$0] }) }
    var found = saved.map { index.take(exactly: $0) }
    guard saved.count == table.rows.count else { return found }
    for row in saved.indices where found[row] == nil && !index.isTaken(row) { found[row] = row }
    return found
  }
}

/// Finds rows by a text, each once.
private struct TableIndex {
  private var exact: [String: [Int]] = [:]
  private var damaged: [String: [Int]] = [:]
  private var taken: [Bool]
  private let kind: SpreadsheetCell.Kind

  init(_ texts: [String], kind: SpreadsheetCell.Kind) {
    self.kind = kind
    taken = [Bool](repeating: false, count: texts.count)
    for (row, text) in texts.enumerated().reversed() {
      exact[text, default: []].append(row)
      if SpreadsheetCell.isAtRisk(text, kind) {
        damaged[SpreadsheetCell.lookup(text, kind), default: []].append(row)
      }
    }
  }

  func isTaken(_ row: Int) -> Bool { taken[row] }

  mutating func take(exactly text: String) -> Int? {
    guard let row = exact[text]?.popLast() else { return nil }
    taken[row] = true
    return row
  }

  /// Takes the row of the only text that a spreadsheet may have turned into this one.
  mutating func take(like text: String) -> Int? {
    guard let rows = damaged[SpreadsheetCell.lookup(text, kind)], rows.count == 1, !taken[rows[0]] else {
      return nil
    }
    taken[rows[0]] = true
    return rows[0]
  }
}
