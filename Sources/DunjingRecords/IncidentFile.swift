import DunjingScenario

/// The canonical file of recorded incidents, `incidents.csv`: UTF-8, commas, a header, a row for every row of the source.
public enum IncidentFile {
  /// The name that the import gives it.
  public static let name = "incidents.csv"

  /// The columns that every file has, in order.
  public static let columns = [
    "row", "id", "received", "dispatched", "enRoute", "onScene", "cleared", "kind", "priority", "x", "y",
    "serviceMinutes", "onView", "flags"
  ]

  /// The columns of coarser kinds, behind that of the kind: only where a record has such a kind.
  public static let groupColumns = ["kindGroup", "kindClass"]

  /// Priorities that a record may have.
  static let priorityBounds = 1...99
  /// Positions that a record may have, in degrees or kilometers.
  static let positionBounds = -1e6...1e6
  /// Lengths of service that a record may have, in minutes: up to a year, and as much below zero, which the audit flags.
  static let serviceBounds = -527_040.0...527_040.0

  /// Returns the text of records.
  public static func text(of records: [IncidentRecord]) -> String {
    let groups = groupColumns.filter { column in records.contains { !$0.group(column).isEmpty } }
    let header = columns.flatMap { $0 == "kind" ? [$0] + groups : [$0] }
    var text = header.joined(separator: ",") + "\n"
    for record in records {
      let cells: [String] =
        ["\(record.row)", CSVQuoting.cell(record.id)]
        + IncidentStage.allCases.map { record[$0]?.text ?? "" }
        + ([record.kind] + groups.map(record.group)).map(CSVQuoting.cell)
        + [
          record.priority.map { "\($0)" } ?? "", number(record.x),
          number(record.y),
          number(record.serviceMinutes), record.isOnView ? "true" : "false",
          record.flags.joined(separator: " ")
        ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  /// Reads records.
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - name: The name that messages use.
  /// - Throws: Everything that is wrong with the file, at once, with line and column.
  public static func read(_ bytes: [UInt8], name: String) throws(InvalidScenario) -> [IncidentRecord] {
    let table = try RawTable(ImportTable(name: name, bytes: bytes), encoding: nil)
    var reader = IncidentFileReader(name: name, header: table.header)
    var records: [IncidentRecord] = []
    if reader.issues.isEmpty {
      try table.forEachRow { row in
        if !row.isBlank, let record = reader.record(row.cells) { records.append(record) }
      }
    }
    guard reader.issues.isEmpty else { throw InvalidScenario(issues: reader.issues) }
    return records
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension IncidentRecord {
  /// The coarser kind of a column of the canonical file.
  fileprivate func group(_ column: String) -> String { column == "kindGroup" ? kindGroup : kindClass }
}

/// Reads rows of the canonical file and collects what is wrong with them.
struct IncidentFileReader {
  private let name: String
  private let width: Int
  private var places: [String: Int] = [:]
  private(set) var issues: [ScenarioIssue] = []

  /// The most issues kept.
  private static let limit = 2_000

  init(name: String, header: [CSVCell]) {
    (self.name, width) = (name, header.count)
    let names = header.map(\.text)
    guard names.contains("row") || names.contains("flags") else {
      add(
        header[0],
        LocalizedText(
          zh: "这不是 dunjing import incidents 写出的 incidents.csv",
          en: "this is no incidents.csv of dunjing import incidents"),
        LocalizedText(zh: "请先运行 dunjing import incidents", en: "run that first"))
      return
    }
    for (index, cell) in header.enumerated() {
      places[cell.text] = index
      guard !(IncidentFile.columns + IncidentFile.groupColumns).contains(cell.text) else { continue }
      add(
        cell, LocalizedText(zh: "没有 '\(cell.text)' 这一列", en: "there is no column '\(cell.text)'"),
        Self.columnRemedy)
    }
    for column in IncidentFile.columns where places[column] == nil {
      add(
        CSVCell(text: "", line: 1, column: 1),
        LocalizedText(zh: "缺少 '\(column)' 列", en: "the column '\(column)' is missing"), Self.columnRemedy)
    }
  }

  private static var columnRemedy: LocalizedText {
    let list = IncidentFile.columns.joined(separator: ",")
    let more = IncidentFile.groupColumns.listed
    return LocalizedText(
      zh: "各列应为 \(list)，可另有 \(more.zh)；由 dunjing import incidents 写出",
      en: "the columns are \(list), and maybe \(more.en), as dunjing import incidents writes them")
  }

  /// Returns a record, or nil after adding issues.
  mutating func record(_ cells: [CSVCell]) -> IncidentRecord? {
    guard cells.count == width else {
      add(
        cells[0],
        LocalizedText(
          zh: "这一行有 \(cells.count) 格，应有 \(width) 格",
          en: "the row has \(cells.count) cells, not \(width)"),
        LocalizedText(zh: "请补齐或删去多余的格", en: "add the missing cells, or remove those too many"))
      return nil
    }
    let before = issues.count
    var record = IncidentRecord(row: whole(cells, "row", in: 2...Int.max) ?? 0)
    record.id = cell(cells, "id").text
    for stage in IncidentStage.allCases { record[stage] = time(cells, stage.rawValue) }
    record.kind = cell(cells, "kind").text
    if places["kindGroup"] != nil { record.kindGroup = cell(cells, "kindGroup").text }
    if places["kindClass"] != nil { record.kindClass = cell(cells, "kindClass").text }
    if !cell(cells, "priority").text.isEmpty {
      record.priority = whole(cells, "priority", in: IncidentFile.priorityBounds)
    }
    record.x = number(cells, "x", in: IncidentFile.positionBounds)
    record.y = number(cells, "y", in: IncidentFile.positionBounds)
    record.serviceMinutes = number(cells, "serviceMinutes", in: IncidentFile.serviceBounds)
    record.isOnView = flag(cells, "onView")
    record.flags = cell(cells, "flags").text.split(separator: " ").map(String.init)
    return issues.count == before ? record : nil
  }

  private func cell(_ cells: [CSVCell], _ column: String) -> CSVCell { cells[places[column] ?? 0] }

  private mutating func whole(_ cells: [CSVCell], _ column: String, in bounds: ClosedRange<Int>) -> Int? {
    let cell = cell(cells, column)
    if let value = Int(cell.text), bounds.contains(value) { return value }
    add(
      cell, LocalizedText(zh: "\(column) 为 '\(cell.text)'", en: "\(column) is '\(cell.text)'"),
      bounds.upperBound == .max
        ? LocalizedText(
          zh: "应为不小于 \(bounds.lowerBound) 的整数",
          en: "it has to be a whole number of at least \(bounds.lowerBound)")
        : LocalizedText(
          zh: "应为 \(bounds.lowerBound) 到 \(bounds.upperBound) 的整数",
          en: "it has to be a whole number of \(bounds.lowerBound) to \(bounds.upperBound)"))
    return nil
  }

  private mutating func number(_ cells: [CSVCell], _ column: String, in bounds: ClosedRange<Double>)
    -> Double?
  {
    let cell = cell(cells, column)
    guard !cell.text.isEmpty else { return nil }
    if let value = Double(cell.text), bounds.contains(value) { return value }
    add(
      cell, LocalizedText(zh: "\(column) 为 '\(cell.text)'", en: "\(column) is '\(cell.text)'"),
      LocalizedText(
        zh: "应为绝对值不超过 \(Int(bounds.upperBound)) 的数，或留空",
        en: "it has to be a number of at most \(Int(bounds.upperBound)) in size, or empty"))
    return nil
  }

  private mutating func time(_ cells: [CSVCell], _ column: String) -> RecordTime? {
    let cell = cell(cells, column)
    guard !cell.text.isEmpty else { return nil }
    if let time = RecordTime(cell.text) { return time }
    add(
      cell, LocalizedText(zh: "\(column) 为 '\(cell.text)'", en: "\(column) is '\(cell.text)'"),
      LocalizedText(
        zh: "应写成 2019-01-01T08:30:15、2019-01-01T08:30、2019-01-01T08 或 2019-01-01，或留空",
        en: "write 2019-01-01T08:30:15, 2019-01-01T08:30, 2019-01-01T08 or 2019-01-01, or leave it empty"))
    return nil
  }

  private mutating func flag(_ cells: [CSVCell], _ column: String) -> Bool {
    let cell = cell(cells, column)
    if cell.text == "true" || cell.text == "false" { return cell.text == "true" }
    add(
      cell, LocalizedText(zh: "\(column) 为 '\(cell.text)'", en: "\(column) is '\(cell.text)'"),
      LocalizedText(zh: "应为 true 或 false", en: "it has to be true or false"))
    return false
  }

  private mutating func add(_ cell: CSVCell, _ problem: LocalizedText, _ remedy: LocalizedText) {
    guard issues.count < Self.limit else { return }
    issues.append(
      ScenarioIssue(
        file: name, line: cell.line, column: cell.column, keyPath: "", problem: problem, remedy: remedy))
  }
}
