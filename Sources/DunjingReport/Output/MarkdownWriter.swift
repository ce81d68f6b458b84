import DunjingScenario

/// Writes sections as a Markdown summary in one language (CommonMark with the tables of GitHub).
///
/// A chart becomes the table behind it where that is short, otherwise a line that points to the page; so does a long table.
struct MarkdownWriter {
  var language: Language
  /// The name of the page with charts and long tables; nil where there is none.
  var page: String?

  /// Rows up to which a table is written, and up to which the one behind a chart is.
  private static let (tableLimit, figureLimit) = (80, 12)

  /// The whole summary.
  func text(front: FrontMatter, sections: [Section]) -> String {
    let heading = [front.classification, front.documentNumber].filter { !$0.isEmpty }.map {
      MarkdownText.line($0.text(in: language))
    }
    let head =
      (heading.isEmpty ? [] : [heading.joined(separator: " · ")])
      + ["# " + MarkdownText.line(front.title.text(in: language))]
      + [front.organization, front.summary].filter { !$0.isEmpty }.map {
        MarkdownText.paragraph($0.text(in: language))
      }
      + (front.meta.isEmpty
        ? []
        : ["*" + MarkdownText.line(front.meta.map { $0.text(in: language) }.joined(separator: " · ")) + "*"])
    let body = sections.flatMap { section in
      ["## " + MarkdownText.line(section.title.text(in: language))] + section.blocks.flatMap(parts)
    }
    return (head + body).joined(separator: "\n\n") + "\n"
  }

  /// The paragraphs that a block becomes.
  private func parts(of block: Block) -> [String] {
    switch block {
    case .answer(let text): ["> " + MarkdownText.line(text.text(in: language))]
    case .paragraph(let text), .caption(let text): [MarkdownText.paragraph(text.text(in: language))]
    case .cards(let cards): [cards.map(item).joined(separator: "\n")]
    case .heading(let text): ["### " + MarkdownText.line(text.text(in: language))]
    case .figure(let figure): self.figure(figure)
    case .table(let table): self.table(table, limit: Self.tableLimit).map { [$0] } ?? [longTable(table)]
    case .list(let items):
      [items.map { "- " + MarkdownText.paragraph($0.text(in: language)) }.joined(separator: "\n")]
    // The animated map is for a browser; its key frames and table are blocks of their own.
    case .replay: []
    case .definitions(let definitions): [definitions.map(item).joined(separator: "\n")]
    }
  }

  private func item(_ card: Card) -> String {
    let unit = card.unit.text(in: language)
    let notes = card.notes.filter { !$0.isEmpty }.map { MarkdownText.line($0.text(in: language)) }
    return "- " + MarkdownText.line(card.name.text(in: language)) + colon
      + MarkdownText.line("**\(card.value)**") + (unit.isEmpty ? "" : " " + MarkdownText.line(unit))
      + (notes.isEmpty ? "" : bracketed(notes.joined(separator: language == .zh ? "，" : ", ")))
  }

  private func item(_ definition: Definition) -> String {
    "- " + MarkdownText.line("**\(definition.term.text(in: language))**") + colon
      + MarkdownText.line(definition.meaning.text(in: language))
  }

  private var colon: String { language == .zh ? "：" : ": " }

  private func bracketed(_ text: String) -> String { language == .zh ? "（\(text)）" : " (\(text))" }

  private func figure(_ figure: Figure) -> [String] {
    let label = "*" + MarkdownText.line(figure.label.text(in: language)) + "*"
    if let table = figure.table.flatMap({ self.table($0, limit: Self.figureLimit) }) { return [label, table] }
    return [label + pointer(zh: "图见", en: "the chart is in")]
  }

  private func longTable(_ table: DataTable) -> String {
    let rows = table.rows.count
    return language == .zh
      ? "（\(rows) 行的表\(pointer(zh: "见", en: ""))）" : "(A table of \(rows) rows\(pointer(zh: "", en: "in")).)"
  }

  private func pointer(zh: String, en: String) -> String {
    guard let page else { return "" }
    return language == .zh ? "，\(zh) [\(page)](\(page))" : ", \(en) [\(page)](\(page))"
  }

  /// A table; nil where it has too many rows.
  private func table(_ table: DataTable, limit: Int) -> String? {
    guard table.rows.count <= limit else { return nil }
    let heads = table.heads.map {
      MarkdownText.cell(TableColumn.oneLine($0.text(in: language), in: language))
    }
    let alignment = table.heads.indices.map { isWords(column: $0, of: table) ? ":--" : "--:" }
    let rows = table.rows.map { row in
      [self.head(of: row)]
        + (1..<max(1, heads.count)).map { cell($0 - 1 < row.cells.count ? row.cells[$0 - 1] : nil) }
    }
    return ([heads, alignment] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(
      separator: "\n")
  }

  private func isWords(column: Int, of table: DataTable) -> Bool {
    column == 0
      || table.rows.allSatisfy {
        $0.tone == .group || (column <= $0.cells.count && $0.cells[column - 1].isText)
      }
  }

  private func head(of row: DataTable.Row) -> String {
    let head = row.head.text(in: language)
    return MarkdownText.cell(row.tone == .group || row.tone == .best ? "**\(head)**" : head)
  }

  private func cell(_ cell: DataTable.Cell?) -> String {
    guard let cell else { return " " }
    let note = cell.note.map { " " + MarkdownText.line($0.text(in: language)) } ?? ""
    return MarkdownText.cell(cell.value.text(in: language)) + note
  }
}
