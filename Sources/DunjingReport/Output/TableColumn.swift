import DunjingScenario

/// A column of a table taken apart: its values, and where cells have them the unit, half widths, notes and whether a
/// difference is significant, each in a column of its own.
struct TableColumn {
  /// A cell taken apart.
  private struct Part {
    var text: String
    var number: PrintedNumber?
    /// A change that stands below the value, as of `+0.5 ± 0.1`; the half width is then that of the change.
    var change: PrintedNumber?
    var halfWidth: String?
    var range: (lower: PrintedNumber, upper: PrintedNumber)?
    /// The baseline, which stands in brackets.
    var baseline: String?
    var note = ""
  }

  private let head: String
  private let parts: [Part]
  private let language: Language

  init(head: String, cells: [DataTable.Cell?], language: Language) {
    (self.head, self.language) = (Self.oneLine(head, in: language), language)
    parts = cells.map { Self.part($0, language) }
  }

  private static func part(_ cell: DataTable.Cell?, _ language: Language) -> Part {
    guard let cell else { return Part(text: "") }
    // An interval stands in a note, or after the value.
    let written = TextRun.plain(cell.value.text(in: language)).split(separator: " ± ", maxSplits: 1).map {
      String($0)
    }
    let text = written.first ?? ""
    var part = Part(text: text == NumberText.missing ? "" : text, number: PrintedNumber(text))
    part.range = PrintedNumber.range(text)
    if let note = cell.note.map({ TextRun.plain($0.text(in: language)) }) {
      let pieces = note.split(separator: " ± ", maxSplits: 1).map { String($0) }
      if note.hasPrefix("±") {
        part.halfWidth = halfWidth(String(note.dropFirst()))
      } else if let change = pieces.first.flatMap({ PrintedNumber($0) }), change.isSigned, change.unit.isEmpty
      {
        part.change = change
        part.halfWidth = pieces.count > 1 ? halfWidth(pieces[1]) : nil
      } else if note.hasPrefix("("), note.hasSuffix(")"),
        let base = PrintedNumber(String(note.dropFirst().dropLast()))
      {
        part.baseline = base.text
      } else {
        part.note = note
      }
    }
    if written.count > 1 { part.halfWidth = halfWidth(written[1]) }
    return part
  }

  /// The half width as a number; as it is where it is a bound such as `<0.1%`.
  private static func halfWidth(_ text: String) -> String {
    PrintedNumber(text)?.text ?? text.filter { !$0.isWhitespace }
  }

  private var numbers: [PrintedNumber] { parts.compactMap { $0.number ?? (isRange ? $0.range?.lower : nil) } }
  private var units: Set<String> { Set(numbers.map(\.unit)) }
  private var hasHalfWidths: Bool { parts.contains { $0.halfWidth != nil } }
  private var hasBaselines: Bool { parts.contains { $0.baseline != nil } }
  private var hasNotes: Bool { parts.contains { !$0.note.isEmpty } }
  private var hasChanges: Bool { parts.contains { $0.change != nil } }
  private var hasMarks: Bool { (numbers + parts.compactMap(\.change)).contains(where: \.isMarked) }

  /// Whether all cells that are not empty are intervals.
  private var isRange: Bool {
    let filled = parts.filter { !$0.text.isEmpty }
    return !filled.isEmpty && filled.allSatisfy { $0.range != nil }
  }

  /// The heads of the columns it becomes.
  var heads: [String] {
    let isPercent = units == ["%"] && !head.contains("%")
    let name = isPercent ? head + (language == .zh ? "（%）" : " (%)") : head
    func further(_ zh: String, _ en: String) -> String {
      let head = isRange ? name : self.head
      return language == .zh ? "\(head)：\(zh)" : "\(head): \(en)"
    }
    let names = isRange ? [further("下端", "lower"), further("上端", "upper")] : [name]
    return names + (units.count > 1 ? [further("单位", "unit")] : [])
      + (hasChanges ? [further("变化", "change")] : []) + (hasHalfWidths ? [further("半宽", "half width")] : [])
      + (hasMarks ? [further("是否显著", "significant")] : [])
      + (hasBaselines ? [further("基线", "baseline")] : []) + (hasNotes ? [further("注", "note")] : [])
  }

  /// The fields of a row.
  func fields(ofRow row: Int) -> [CSVText.Field] {
    let part = parts[row]
    var fields = [part.number.map { CSVText.Field.text($0.text) } ?? Self.field(part.text)]
    if isRange { fields = [.text(part.range?.lower.text ?? ""), .text(part.range?.upper.text ?? "")] }
    if units.count > 1 {
      fields.append(.text(part.number?.unit ?? (isRange ? part.range?.lower.unit : nil) ?? ""))
    }
    if hasChanges { fields.append(.text(part.change?.text ?? "")) }
    if hasHalfWidths { fields.append(.text(part.halfWidth ?? "")) }
    if hasMarks { fields.append(.text(significance(of: part))) }
    if hasBaselines { fields.append(.text(part.baseline ?? "")) }
    if hasNotes { fields.append(.safe(Self.oneLine(part.note))) }
    return fields
  }

  /// Yes or no for a difference; a level, which has no sign, is none.
  private func significance(of part: Part) -> String {
    guard let number = part.change ?? part.number, number.isMarked || number.isSigned else { return "" }
    switch language {
    case .zh: return number.isMarked ? "否" : "是"
    case .en: return number.isMarked ? "no" : "yes"
    }
  }

  /// A text as a field: a number plainly, anything else guarded.
  static func field(_ text: String) -> CSVText.Field {
    PrintedNumber(text).map { .text($0.unit.isEmpty && !$0.isMarked ? $0.text : text) }
      ?? .safe(oneLine(text))
  }

  /// A head in one line; what follows on a second one is its unit, or says more.
  static func oneLine(_ text: String, in language: Language = .en) -> String {
    let lines = text.split(separator: "\n")
    guard lines.count > 1 else { return lines.first.map { String($0) } ?? "" }
    let rest = lines.dropFirst().joined(separator: " ")
    return language == .zh ? "\(lines[0])（\(rest)）" : "\(lines[0]) (\(rest))"
  }
}
