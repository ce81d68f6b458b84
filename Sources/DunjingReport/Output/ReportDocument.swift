import DunjingScenario

/// The tree of a report in one language as JSON, schema `dunjing-report/1`; described in Documentation/RunFolder.md.
///
/// Numbers are those that the page shows, after rounding; `results.json` has them all.
public struct ReportDocument: Encodable, Sendable {
  private let schema = "dunjing-report/1"
  private let language: String
  private let title: String
  private let classification: String
  private let documentNumber: String
  private let organization: String
  private let summary: String
  private let meta: [String]
  private let sections: [SectionRecord]

  init(front: FrontMatter, sections: [Section], language: Language) {
    func text(_ text: LocalizedText) -> String { TextRun.plain(text.text(in: language)) }
    self.language = language.tag
    (title, classification) = (text(front.title), text(front.classification))
    (documentNumber, organization) = (text(front.documentNumber), text(front.organization))
    (summary, meta) = (text(front.summary), front.meta.map(text))
    self.sections = sections.map { section in
      SectionRecord(
        id: section.id, title: text(section.title), blocks: section.blocks.map { BlockRecord($0, language) })
    }
  }
}

private struct SectionRecord: Encodable {
  let id: String
  let title: String
  let blocks: [BlockRecord]
}

/// A block by its type; keys that the type does not have are absent.
private struct BlockRecord: Encodable {
  let type: String
  var text: TextRecord?
  var items: [ItemRecord]?
  var label: String?
  var table: TableRecord?

  init(_ block: Block, _ language: Language) {
    func record(_ text: LocalizedText) -> TextRecord { TextRecord(text.text(in: language)) }
    switch block {
    case .answer(let text): (type, self.text) = ("answer", record(text))
    case .paragraph(let text): (type, self.text) = ("paragraph", record(text))
    case .caption(let text): (type, self.text) = ("caption", record(text))
    case .heading(let text): (type, self.text) = ("heading", record(text))
    case .list(let texts): (type, items) = ("list", texts.map { ItemRecord(text: record($0)) })
    case .cards(let cards):
      type = "cards"
      items = cards.map { card in
        ItemRecord(
          text: TextRecord(card.value), name: TextRun.plain(card.name.text(in: language)),
          unit: card.unit.text(in: language), notes: card.notes.filter { !$0.isEmpty }.map(record),
          isWorse: card.isWorse)
      }
    case .definitions(let definitions):
      type = "definitions"
      items = definitions.map {
        ItemRecord(text: record($0.meaning), name: TextRun.plain($0.term.text(in: language)))
      }
    case .table(let table): (type, self.table) = ("table", TableRecord(table, language))
    case .replay: type = "replay"
    case .figure(let figure):
      type = "figure"
      label = TextRun.plain(figure.label.text(in: language))
      table = figure.table.map { TableRecord($0, language) }
    }
  }
}

/// A text; with its runs where some are strong or numbers of the result.
private struct TextRecord: Encodable {
  struct Run: Encodable {
    let text: String
    let strong: Bool?
    let number: String?
  }

  let text: String
  let runs: [Run]?

  init(_ text: String) {
    let runs = TextRun.runs(of: text)
    self.text = runs.map(\.text).joined()
    let isPlain = runs.allSatisfy { !$0.isStrong && $0.number == nil }
    self.runs =
      isPlain ? nil : runs.map { Run(text: $0.text, strong: $0.isStrong ? true : nil, number: $0.number) }
  }
}

private struct ItemRecord: Encodable {
  let text: TextRecord
  var name: String?
  var unit: String?
  var notes: [TextRecord]?
  var isWorse: Bool?
}

private struct TableRecord: Encodable {
  struct Row: Encodable {
    let head: String
    let tone: String
    let isGray: Bool
    let cells: [CellRecord]
  }

  let layout: String
  let heads: [String]
  let rows: [Row]

  init(_ table: DataTable, _ language: Language) {
    layout = table.layout.rawValue
    heads = table.heads.map { TextRun.plain($0.text(in: language)) }
    rows = table.rows.map { row in
      Row(
        head: TextRun.plain(row.head.text(in: language)), tone: row.tone.rawValue, isGray: row.isGray,
        cells: row.cells.map { CellRecord($0, language) })
    }
  }
}

/// A cell: its text, and the number in it where it is one.
private struct CellRecord: Encodable {
  let text: String
  let value: Double?
  let unit: String?
  let halfWidth: Double?
  let note: String?
  let number: String?
  let isGray: Bool

  init(_ cell: DataTable.Cell, _ language: Language) {
    let runs = TextRun.runs(of: cell.value.text(in: language))
    text = runs.map(\.text).joined()
    let printed = PrintedNumber(text)
    value = printed?.value
    unit = printed.flatMap { $0.unit.isEmpty ? nil : $0.unit }
    let note = cell.note.map { TextRun.plain($0.text(in: language)) }
    halfWidth = note.flatMap { PrintedNumber(halfWidth: $0)?.value }
    self.note = note
    number = runs.compactMap(\.number).first
    isGray = cell.isGray
  }
}
