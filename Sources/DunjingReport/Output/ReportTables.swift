import DunjingScenario

/// Every table of a report and behind its charts as CSV (RFC 4180): UTF-8 with a byte order mark, one record a row.
///
/// Numbers are written plainly, as many digits as the page shows; a unit stands in the head, and what the page writes as
/// ± in a column of its own. A text that a spreadsheet would take for a formula is preceded by an apostrophe.
struct ReportTables {
  private let language: Language

  /// File name and content of each table, and an index of them.
  private(set) var files: [(name: String, text: String)] = []

  init(sections: [Section], language: Language) {
    self.language = language
    var index = CSVText(
      language == .zh ? ["文件", "章节", "小标题", "行数"] : ["file", "section", "heading", "rows"])
    for section in sections {
      var heading = ""
      for block in section.blocks {
        if case .heading(let text) = block { heading = TextRun.plain(text.text(in: language)) }
        guard let (table, title) = Self.table(of: block, in: language) else { continue }
        let number = files.count + 1
        let name = (number < 10 ? "0" : "") + "\(number)-\(section.id).csv"
        files.append((name, TableText(table, language: language).text))
        index.add([
          .text(name), .safe(section.title.text(in: language)), .safe(title.isEmpty ? heading : title),
          .number(Double(table.rows.count { $0.tone != .group }))
        ])
      }
    }
    files.append(("index.csv", index.text))
  }

  /// The table of a block, and what it is called; nil where it has none.
  private static func table(of block: Block, in language: Language) -> (DataTable, String)? {
    switch block {
    case .table(let table): (table, "")
    case .figure(let figure):
      figure.table.map { ($0, TextRun.plain(figure.label.text(in: language))) }
    default: nil
    }
  }
}

/// A table as CSV.
private struct TableText {
  let text: String

  init(_ table: DataTable, language: Language) {
    let rows = table.rows.filter { $0.tone != .group }
    let groups = Self.groups(of: table, in: language)
    let columns = table.heads.indices.dropFirst().map { column in
      TableColumn(
        head: TextRun.plain(table.heads[column].text(in: language)),
        cells: rows.map { column - 1 < $0.cells.count ? $0.cells[column - 1] : nil }, language: language)
    }
    let first =
      table.heads.first.map { TableColumn.oneLine(TextRun.plain($0.text(in: language)), in: language) } ?? ""
    let group = language == .zh ? "分组" : "group"
    var text = CSVText((groups == nil ? [] : [group]) + [first] + columns.flatMap(\.heads))
    for (number, row) in rows.enumerated() {
      let head = TextRun.plain(row.head.text(in: language))
      text.add(
        (groups.map { [.safe($0[number])] } ?? []) + [TableColumn.field(head)]
          + columns.flatMap { $0.fields(ofRow: number) })
    }
    self.text = text.text
  }

  /// The group of each row; nil for a table without groups.
  private static func groups(of table: DataTable, in language: Language) -> [String]? {
    guard table.rows.contains(where: { $0.tone == .group }) else { return nil }
    var group = ""
    return table.rows.compactMap { row in
      if row.tone == .group {
        group = TextRun.plain(row.head.text(in: language))
        return nil
      }
      return group
    }
  }
}
