import DunjingScenario

/// Writes a table in one language.
struct TableWriter {
  var language: Language

  /// The table as markup.
  func markup(of table: DataTable) -> Markup {
    let heads = table.heads.map { Markup.tag("th", ["scope": "col"], text: $0.text(in: language)) }
    let rows = table.rows.map { row($0, columns: table.heads.count) }
    return .tag(
      "table", table.isDense ? ["class": "dense"] : [:],
      [.tag("thead", [:], [.tag("tr", [:], heads)]), .tag("tbody", [:], rows)])
  }

  private func row(_ row: DataTable.Row, columns: Int) -> Markup {
    if row.tone == .group {
      let head = Markup.tag(
        "th", ["scope": "rowgroup", "colspan": "\(columns)"], text: row.head.text(in: language))
      return .tag("tr", ["class": "group"], [head])
    }
    let head = Markup.tag("th", ["scope": "row"], text: row.head.text(in: language))
    return .tag(
      "tr", row.tone == .plain ? [:] : ["class": row.tone.rawValue], [head] + row.cells.map(cell))
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
