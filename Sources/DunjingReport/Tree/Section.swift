import DunjingScenario

/// A section of the report.
struct Section: Sendable {
  /// The anchor in the page.
  var id: String
  /// The title; the writer adds the number.
  var title: LocalizedText
  /// What it consists of, in order.
  var blocks: [Block]
}

/// A part of a section.
enum Block: Sendable {
  /// The answer in large type.
  case answer(LocalizedText)
  /// A paragraph.
  case paragraph(LocalizedText)
  /// A paragraph in small gray type: what is shown, and how to read it.
  case caption(LocalizedText)
  /// Key figures side by side.
  case cards([Card])
  /// A heading within the section.
  case heading(LocalizedText)
  /// A chart with the table behind it.
  case figure(Figure)
  /// A table.
  case table(DataTable)
  /// A list of points.
  case list([LocalizedText])
  /// The place of an animated map.
  case replay(ReplayPlayer)
  /// Terms with their definitions.
  case definitions([Definition])
}

/// A term and what it means.
struct Definition: Sendable {
  var term: LocalizedText
  var meaning: LocalizedText
}

/// A key figure.
struct Card: Sendable {
  /// What it is.
  var name: LocalizedText
  /// Its level, without the unit.
  var value: String
  /// The unit of the level; empty where the value says it.
  var unit: LocalizedText
  /// The baseline and the change, a line each.
  var notes: [LocalizedText]
  /// Whether the change is for the worse.
  var isWorse: Bool
  /// Whether the change cannot be told from none.
  var isUncertain = false
}

/// Charts, what they show in words, and their numbers.
struct Figure: Sendable {
  /// What the figure shows, for readers who cannot see it.
  var label: LocalizedText
  /// The charts; several stand two to a row, and one below the other where the page is narrow.
  var panels: [Panel]
  /// The numbers behind it.
  var table: DataTable?

  /// A chart, and what it shows in words.
  struct Panel: Sendable {
    var label: LocalizedText
    var chart: any Chart
  }

  init(label: LocalizedText, panels: [Panel], table: DataTable?) {
    (self.label, self.panels, self.table) = (label, panels, table)
  }

  /// A figure of one chart.
  init(label: LocalizedText, chart: any Chart, table: DataTable? = nil) {
    self.init(label: label, panels: [Panel(label: label, chart: chart)], table: table)
  }
}

/// A table.
struct DataTable: Sendable {
  /// The heads of the columns, the row head among them; a unit follows on its own line.
  var heads: [LocalizedText]
  /// The rows.
  var rows: [Row]
  /// How it is set.
  var layout = Layout.plain

  /// How a table is set.
  enum Layout: String, Sendable {
    case plain
    /// Small type, notes after their values: the key figures of many treatments.
    case compact
    /// Small type, notes below their values, columns of equal width: many treatments side by side.
    case dense
    /// Very small type for a long list of sources.
    case notes
  }

  /// A row of a table.
  struct Row: Sendable {
    var head: LocalizedText
    var cells: [Cell]
    var tone = Tone.plain
    /// Whether it says nothing new and is set in gray.
    var isGray = false
  }

  /// A cell: a value, and below or after it a note such as ± 0.8.
  struct Cell: Sendable {
    var value: LocalizedText
    var note: LocalizedText?
    var isGray = false
    var isText = false

    init(_ value: LocalizedText, note: LocalizedText? = nil, isGray: Bool = false, isText: Bool = false) {
      self.value = value
      self.note = note
      self.isGray = isGray
      self.isText = isText
    }

    init(_ value: String, note: String? = nil, isGray: Bool = false) {
      self.init(LocalizedText(value), note: note.map { LocalizedText($0) }, isGray: isGray)
    }

    /// A cell without a value.
    static let missing = Cell(NumberText.missing, isGray: true)
  }

  /// How a row stands out.
  enum Tone: String, Sendable {
    case plain
    case best
    case plateau
    case group
    /// Of all rows together: it stays last when the others are sorted.
    case total
  }
}
