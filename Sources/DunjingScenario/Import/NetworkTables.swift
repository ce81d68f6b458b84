/// Reads tables whose columns have one of several usual names.
struct NetworkTables {
  /// A column under its own name and the names it is found under.
  struct Column {
    let name: String
    let aliases: [String]
    let isNeeded: Bool

    static func needed(_ name: String, _ aliases: [String]) -> Column {
      Column(name: name, aliases: aliases, isNeeded: true)
    }

    static func optional(_ name: String, _ aliases: [String]) -> Column {
      Column(name: name, aliases: aliases, isNeeded: false)
    }
  }

  private static let numbers: Set<String> = ["x", "y", "demand", "length"]

  let log: IssueLog

  /// Returns the rows by the columns' own names; problems go to the log.
  func rows(_ table: NetworkImport.Table, _ columns: [Column]) -> [[String: String]] {
    let file = log.file(table.name)
    var scanner = CSVScanner(table.text)
    let header = (scanner.next() ?? []).map(\.text)
    let reader = CSVReader(file: file, log: log, keyPath: table.name, columns: header)
    guard let elements = reader.read(table.text)?.elements else { return [] }
    let start = Place(file: file, line: 1, column: 1)
    var found: [(column: Column, name: String)] = []
    for column in columns {
      if let name = column.aliases.first(where: header.contains) {
        found.append((column, name))
      } else if column.isNeeded {
        log.add(
          .missingKey(column.name, example: column.aliases.joined(separator: " | ")), at: start,
          keyPath: "\(table.name).\(column.name)")
      }
    }
    if elements.isEmpty {
      log.add(.emptyList(LocalizedText(zh: "行", en: "rows")), at: start, keyPath: table.name)
    }
    return elements.map { element in
      var row: [String: String] = [:]
      for (column, name) in found {
        row[column.name] = value(of: name, column, in: element, table)
      }
      return row
    }
  }

  private func value(
    of name: String, _ column: Column, in element: RawNode, _ table: NetworkImport.Table
  ) -> String? {
    guard let node = element[name], let text = node.text else {
      if column.isNeeded {
        log.add(.emptyValue(name), at: element.place, keyPath: "\(table.name).\(name)")
      }
      return nil
    }
    if Self.numbers.contains(column.name) && Double(text)?.isFinite != true {
      log.add(
        .wrongType(found: text, expected: LocalizedText(zh: "数字", en: "a number")), at: node.place,
        keyPath: "\(table.name).\(name)")
    }
    return text
  }
}
