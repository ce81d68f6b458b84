/// The nodes by id.
struct NodeIndex {
  var index: [String: Int]
  /// The ids, sorted.
  var ids: [String]

  init(_ network: ImportedNetwork) {
    index = Dictionary(
      network.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    ids = index.keys.sorted()
  }
}

/// The rows of a table with typed access to their cells.
struct TableRows {
  let name: String
  let keyPath: String
  let header: [String]
  let rows: [RawNode]
  let log: IssueLog

  func path(_ row: Int, _ column: String) -> String { "\(keyPath)[\(row)].\(column)" }

  /// Returns a text that has to be there, or nil after adding an issue.
  func text(_ row: Int, _ column: String) -> String? {
    if let text = rows[row][column]?.text { return text }
    log.add(.emptyCell(column, example: "1"), at: rows[row].place, keyPath: path(row, column))
    return nil
  }

  /// Returns a text that no other row has, or nil after adding an issue.
  func uniqueText(
    _ row: Int, _ column: String, _ seen: inout [String: Int], _ noun: LocalizedText
  ) -> String? {
    guard let text = text(row, column) else { return nil }
    guard let line = seen[text] else {
      seen[text] = rows[row].place.line
      return text
    }
    log.add(
      .duplicateID(text, noun, firstLine: line), at: rows[row][column]?.place, keyPath: path(row, column))
    return nil
  }

  /// Returns a finite number in a range; `fallback` stands for an empty cell.
  func number(_ row: Int, _ column: String, _ range: NumberRange, fallback: Double? = nil) -> Double? {
    guard let cell = rows[row][column], let text = cell.text else {
      if fallback == nil {
        log.add(.emptyCell(column, example: "1"), at: rows[row].place, keyPath: path(row, column))
      }
      return fallback
    }
    let fault: ScenarioFault
    if let value = Double(text) {
      if value.isFinite && range.contains(value) { return value }
      fault = value.isFinite ? .outOfRange(found: text, range) : .notFinite(text)
    } else {
      fault = .wrongType(found: cell.shownText, expected: ValueShape.number(range).text)
    }
    log.add(fault, at: cell.place, keyPath: path(row, column))
    return nil
  }

  /// Returns a whole number in a range; `fallback` stands for an empty cell.
  func integer(_ row: Int, _ column: String, _ range: NumberRange, fallback: Int) -> Int? {
    guard let value = number(row, column, range, fallback: Double(fallback)) else { return nil }
    if let whole = Int(exactly: value) { return whole }
    let cell = rows[row][column] ?? rows[row]
    log.add(
      .wrongType(found: cell.shownText, expected: ValueShape.integer(range).text), at: cell.place,
      keyPath: path(row, column))
    return nil
  }

  /// Returns the index of the node a cell names, or nil after adding an issue.
  func node(_ row: Int, _ column: String, _ known: NodeIndex) -> Int? {
    guard let id = text(row, column) else { return nil }
    if let index = known.index[id] { return index }
    log.add(
      .dangling(id, LocalizedText(zh: "路网节点", en: "road node"), known: known.ids),
      at: rows[row][column]?.place, keyPath: path(row, column))
    return nil
  }

  /// Returns a mark: true, yes or 1, and false, no, 0 or an empty cell.
  func flag(_ row: Int, _ column: String) -> Bool {
    guard let cell = rows[row][column], let text = cell.text else { return false }
    if ["true", "yes", "1"].contains(text.lowercased()) { return true }
    if !["false", "no", "0"].contains(text.lowercased()) {
      log.add(
        .unknownChoice(found: text, choices: ["true", "false"]), at: cell.place, keyPath: path(row, column))
    }
    return false
  }
}
