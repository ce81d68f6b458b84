import DunjingScenario

/// Writes a table in one language.
///
/// Rows that follow a group head form a body of their own. A table of few rows is not broken across pages. On a small
/// screen it scrolls in a box of its own.
struct TableWriter {
  var language: Language

  /// Rows up to which a table stays on one page.
  private static let unbrokenRows = 20

  /// The table as markup.
  func markup(of table: DataTable) -> Markup {
    let heads = table.heads.enumerated().map { head($1, isText: isText(column: $0, of: table)) }
    let bodies = self.bodies(of: table).map { rows in
      Markup.tag("tbody", [:], rows.map { row($0, columns: table.heads.count) })
    }
    let classes = [
      table.layout == .plain ? "" : table.layout.rawValue,
      isWhole(table) ? "whole" : ""
    ].filter { !$0.isEmpty }
    let element = Markup.tag(
      "table", classes.isEmpty ? [:] : ["class": classes.joined(separator: " ")],
      [.tag("thead", [:], [.tag("tr", [:], heads)])] + bodies)
    return .tag("div", ["class": "wide"], [element])
  }

  /// Whether a table stays on one page; one with groups may be broken between them.
  private func isWhole(_ table: DataTable) -> Bool {
    table.rows.count <= Self.unbrokenRows && !table.rows.contains { $0.tone == .group }
  }

  /// Whether the cells of a column are words, so that its head stands on the left like them.
  private func isText(column: Int, of table: DataTable) -> Bool {
    guard column > 0 else { return true }
    let cells = table.rows.compactMap { column <= $0.cells.count ? $0.cells[column - 1] : nil }
    return !cells.isEmpty && cells.allSatisfy(\.isText)
  }

  private func head(_ head: LocalizedText, isText: Bool) -> Markup {
    let lines = head.text(in: language).split(separator: "\n", omittingEmptySubsequences: false)
    var children = Markup.rich(String(lines.first ?? ""))
    for line in lines.dropFirst() {
      children += [.tag("br"), .tag("small", text: String(line))]
    }
    let attributes: KeyValuePairs = isText ? ["scope": "col", "class": "words"] : ["scope": "col"]
    return .tag("th", attributes, children)
  }

  private func bodies(of table: DataTable) -> [[DataTable.Row]] {
    var bodies: [[DataTable.Row]] = []
    for row in table.rows {
      if row.tone == .group || bodies.isEmpty { bodies.append([]) }
      bodies[bodies.count - 1].append(row)
    }
    return bodies.isEmpty ? [[]] : bodies
  }

  private func row(_ row: DataTable.Row, columns: Int) -> Markup {
    if row.tone == .group {
      let head = Markup.tag(
        "th", ["scope": "rowgroup", "colspan": "\(columns)"], text: row.head.text(in: language))
      return .tag("tr", ["class": "group"], [head])
    }
    let head = Markup.tag("th", ["scope": "row"], text: row.head.text(in: language))
    let classes = [row.tone == .plain ? "" : row.tone.rawValue, row.isGray ? "same" : ""].filter {
      !$0.isEmpty
    }
    return .tag(
      "tr", classes.isEmpty ? [:] : ["class": classes.joined(separator: " ")],
      [head] + row.cells.map(cell))
  }

  private func cell(_ cell: DataTable.Cell) -> Markup {
    var children = Markup.rich(cell.value.text(in: language))
    if let note = cell.note {
      children.append(.text(" "))
      children.append(.tag("small", text: note.text(in: language)))
    }
    let classes = [cell.isGray ? "gray" : "", cell.isText ? "words" : ""].filter { !$0.isEmpty }
    return .tag("td", classes.isEmpty ? [:] : ["class": classes.joined(separator: " ")], children)
  }
}
