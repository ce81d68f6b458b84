import DunjingScenario

/// How positions of a table of calls are to be read.
public enum RecordedCoordinates: Sendable, Equatable {
  /// Longitude and latitude in degrees of WGS-84, or CGCS2000, which is the same within centimeters.
  case degrees
  /// Kilometers east and north.
  case local
  /// Longitude and latitude in a shifted system, which are converted to WGS-84.
  case shifted(ShiftedCoordinates)

  /// Reads the name of a system: WGS-84, CGCS2000, GCJ-02, BD-09 or local; nil for any other.
  public init?(_ name: String) {
    switch name.uppercased().filter({ $0 != "-" }) {
    case "WGS84", "CGCS2000": self = .degrees
    case "LOCAL": self = .local
    case "GCJ02": self = .shifted(.gcj02)
    case "BD09": self = .shifted(.bd09)
    default: return nil
    }
  }

  /// The name of the system.
  public var name: String {
    switch self {
    case .degrees: "WGS-84"
    case .local: "local"
    case .shifted(let system): system.rawValue
    }
  }
}

/// The unit of a column of lengths of service.
public enum ServiceUnit: String, Sendable, CaseIterable {
  /// Hours.
  case hours
  /// Minutes.
  case minutes
  /// Seconds.
  case seconds

  /// Minutes of one unit.
  var minutes: Double {
    switch self {
    case .hours: 60
    case .minutes: 1
    case .seconds: 1.0 / 60
    }
  }

  /// The unit that the name of a column says; minutes where it says none.
  init(column: String) {
    let name = column.lowercased()
    if ["(h)", "hrs", "hour", "小时"].contains(where: name.contains) {
      self = .hours
    } else if ["(s)", "sec", "秒"].contains(where: name.contains) {
      self = .seconds
    } else {
      self = .minutes
    }
  }
}

/// Lengths of time above which a record is held to be wrong, in hours.
public struct AuditLimits: Sendable, Equatable {
  /// Hours from the call to the order.
  public var dispatchHours = 24.0
  /// Hours from the order to setting out, and from there to the arrival.
  public var travelHours = 4.0
  /// Hours from the arrival to the end, and recorded lengths of service.
  public var sceneHours = 24.0

  /// Creates the usual limits: 24 hours, 4 hours, 24 hours.
  public init() {}
}

/// What is done to positions before they are written, for the sake of privacy.
public enum PositionRule: String, Sendable {
  /// The center of the nearest grid of the study.
  case grid
  /// Three decimals of a degree, about a hundred meters; or a tenth of a kilometer.
  case rounded
  /// As recorded.
  case exact
}

/// Reads a table of calls by a mapping of its columns and says what is wrong with it. Nothing is dropped.
public struct IncidentImport: Sendable {
  /// Columns named by the user; others are found by a preset, by name, or by contents.
  public var columns: [IncidentField: String] = [:]
  /// The form of the table; nil looks for a known one.
  public var preset: ColumnPreset?
  /// The encoding of the table; nil for one that is recognized.
  public var encoding: TextEncoding?
  /// The order of day and month; nil decides over the whole column.
  public var dateOrder: DateOrder?
  /// The day that number 1 of a column of day numbers stands for.
  public var startDate: CalendarDay?
  /// The time zone of the city, for times that say their offset and for summer time; nil takes clocks as they are.
  public var zone: CityZone?
  /// The system of the positions; nil goes by the numbers: degrees, where they can be.
  public var coordinates: RecordedCoordinates?
  /// The unit of lengths of service; nil goes by the name of the column.
  public var serviceUnit: ServiceUnit?
  /// Words of the priorities, the most urgent first; empty goes by the usual order of known words.
  public var priorityOrder: [String] = []
  /// Lengths of time that are held to be wrong.
  public var limits = AuditLimits()
  /// The grids of a study, for its extent and for the positions that are written.
  public var grids: [Grid] = []
  /// The coordinates of that study.
  public var gridCoordinates = CoordinateSystem.wgs84
  /// Whether positions are kept as exactly as they were recorded.
  public var keepsExactPositions = false

  /// Creates an import that finds everything by itself.
  public init() {}

  /// The rows at the top that are looked at to find columns.
  static let sampleRows = 2_000

  /// Returns the records of a table with all findings.
  /// - Throws: That the table cannot be read as such, or that a column is missing: with line and column.
  /// - Complexity: In proportion to the bytes of the table; columns that are not mapped are not kept.
  public func audit(_ table: ImportTable) throws(InvalidScenario) -> IncidentAudit {
    let named = Set(columns.values)
    let raw = try RawTable(
      table, encoding: encoding, knowing: { named.contains($0) || IncidentField.isHeading($0) })
    try checkHeader(raw)
    var sample: [[String]] = []
    try raw.forEachRow { row in
      if sample.count < Self.sampleRows, !row.isBlank { sample.append(row.cells.map(\.text)) }
    }
    guard !sample.isEmpty else { throw Self.withoutRows(raw) }
    var chooser = ColumnChooser(
      table: raw.name, headerLine: raw.header[0].line, header: raw.header.map(\.text), sample: sample,
      told: columns, preset: preset)
    chooser.choose()
    guard chooser.issues.isEmpty else { throw InvalidScenario(issues: chooser.issues) }
    let mapped = try MappedTable(raw, chooser.chosen)
    guard !mapped.rows.isEmpty else { throw Self.withoutRows(raw) }
    try checkDayNumbers(mapped, raw)
    let positions = PositionCells(mapped, self)
    if let positions { try checkCoordinates(positions, raw) }
    return IncidentAuditor(self, mapped, positions, preset: chooser.preset, raw).audit
  }

  /// Checks that the first row is one of names and not of values.
  private func checkHeader(_ raw: RawTable) throws(InvalidScenario) {
    let cells = raw.header.map(\.text)
    let values = cells.count { NumberCell($0) != nil || TimeText($0) != nil }
    guard values > 0,
      2 * values >= cells.count || cells.contains(where: { TimeText($0)?.isBareNumber == false })
    else { return }
    throw Self.fault(
      raw, zh: "表格没有表头：第一行是数值", "请在第一行写列名，例如 '接警时间,警情类别,经度,纬度'",
      en: "the table has no header: its first row holds values",
      "write the names of the columns in the first row, such as 'received,kind,longitude,latitude'")
  }

  /// Checks that a column of day numbers comes with the day that they count from.
  private func checkDayNumbers(_ mapped: MappedTable, _ raw: RawTable) throws(InvalidScenario) {
    guard startDate == nil, let column = mapped.columns[.day], let cells = mapped.cells[.day] else { return }
    let filled = cells.filter { !$0.isBlankCell }
    guard !filled.isEmpty, 2 * filled.count(where: { TimeText($0) != nil }) < filled.count else { return }
    throw Self.fault(
      raw, zh: "'\(column.column)' 列是日序号（例如 \(column.example)），不是日期",
      "请用 --start-date 给出第 1 天的日期，例如 --start-date 2024-01-01",
      en: "the column '\(column.column)' holds numbers of days, such as \(column.example), not dates",
      "give the date of day 1 with --start-date, such as --start-date 2024-01-01")
  }

  /// Checks that a study of kilometers has no positions in degrees beside it, nor the other way.
  private func checkCoordinates(_ cells: PositionCells, _ raw: RawTable) throws(InvalidScenario) {
    let recorded = cells.pairs(inDegrees: false)
    // Of pairs that may be kilometers as well, those that fit the study as they are stay so.
    let fits =
      gridsAreLocal
      && extent.map { extent in 2 * recorded.count(where: extent.contains) >= recorded.count } ?? false
    let positions =
      coordinates == .local || cells.isLatitudeFirst && fits ? recorded : cells.pairs(inDegrees: true)
    let placed = positions.filter { ![0, -1].contains($0.x) || ![0, -1].contains($0.y) }
    guard
      let mismatch = CoordinateMismatch(
        placed, namesSayDegrees: coordinates != .local && cells.headingSaysDegrees, grids: grids,
        gridCoordinates)
    else { return }
    let cell = raw.header[cells.columns[0].index]
    throw InvalidScenario(
      issues: [
        ScenarioIssue(
          file: raw.name, line: cell.line, column: cell.column, keyPath: "", problem: mismatch.problem,
          remedy: mismatch.remedy)
      ])
  }

  private static func withoutRows(_ raw: RawTable) -> InvalidScenario {
    fault(
      raw, zh: "表格只有表头，没有记录", "请给出至少一条记录", en: "the table has a header but no rows", "give at least one row")
  }

  private static func fault(
    _ raw: RawTable, zh: String, _ zhRemedy: String, en: String, _ enRemedy: String
  ) -> InvalidScenario {
    InvalidScenario(
      issues: [
        ScenarioIssue(
          file: raw.name, line: raw.header[0].line, column: 1, keyPath: "",
          problem: LocalizedText(zh: zh, en: en),
          remedy: LocalizedText(zh: zhRemedy, en: enRemedy))
      ])
  }
}
