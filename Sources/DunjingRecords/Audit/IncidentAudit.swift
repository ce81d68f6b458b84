import DunjingScenario

/// A table of calls as it was read: the records with their flags, and what was found.
public struct IncidentAudit: Sendable {
  /// The days on which calls were received.
  public struct Period: Sendable, Equatable {
    /// The first day.
    public let first: CalendarDay
    /// The last day.
    public let last: CalendarDay
    /// Calls by month, in order: `2019-01` and their number.
    public let months: [(month: String, rows: Int)]

    /// The days from the first to the last, both included.
    public var days: Int { last.daysSinceEpoch - first.daysSinceEpoch + 1 }

    /// Whether two periods have the same days and the same calls in each month.
    public static func == (first: Period, second: Period) -> Bool {
      first.first == second.first && first.last == second.last
        && first.months.elementsEqual(second.months) { $0 == $1 }
    }
  }

  /// How many rows can be used for what.
  public struct Usability: Sendable, Equatable {
    /// The day of the call is known, and it is no duplicate: incidents by day.
    public internal(set) var demandByDay = 0
    /// The hour is known too: incidents by hour.
    public internal(set) var demandByHour = 0
    /// The call and the arrival are known to the minute, in order, and it was a call: response times.
    public internal(set) var response = 0
    /// The length of service is known: minutes on scene.
    public internal(set) var service = 0
    /// The position can be on the map: where incidents are.
    public internal(set) var place = 0
  }

  /// A word or number of the priority column.
  public struct PriorityLevel: Sendable, Equatable {
    /// The cell as recorded; of one that is not known, the shape.
    public let text: String
    /// Its urgency, 1 for the most urgent; nil if it is not known.
    public let level: Int?
    /// The rows that have it.
    public let rows: Int
  }

  /// The name of the source.
  public let source: String
  /// The settings with which it was read.
  public let settings: IncidentImport
  /// The form that was recognized or named; nil for none.
  public let preset: ColumnPreset?
  /// The columns taken, in the order of the fields.
  public let mapping: [MappedColumn]
  /// The column that is named like one of kinds but looks like free text, and was not taken; nil for none.
  public let doubtfulKind: String?
  /// The column that is named like one of ids but holds what look like numbers of people, and was not taken; nil for none.
  public let doubtfulId: String?
  /// The names of the columns that were not read.
  public let unreadColumns: [String]
  /// How the columns of times were read.
  public let timeColumns: [TimeColumnReading]
  /// All rows in the order of the source.
  public let records: [IncidentRecord]
  /// Rows above the header, such as titles, in which something stands; they are skipped.
  public let titleRows: Int
  /// Rows below the header in which nothing stands, which are not records.
  public let blankRows: Int
  /// What was found, in the order of ``AuditFinding``; only what occurs.
  public let findings: [FindingCount]
  /// Cells that cannot be read, the first fifty of each column.
  public let unreadable: [UnreadableCell]
  /// How many cells cannot be read in all.
  public let unreadableCount: Int
  /// The days covered by rows that serve demand by day; nil if there are none.
  public let period: Period?
  /// Calls by hour of the day, 24 numbers: the rows that serve demand by hour.
  public let hours: [Int]
  /// Calls by day of the week, Monday first: the rows that serve demand by day.
  public let weekdays: [Int]
  /// Times between stages.
  public let stages: [StageStatistics]
  /// The priorities, the most urgent first.
  public let priorities: [PriorityLevel]
  /// How many rows can be used for what.
  public let usable: Usability
  /// The system of the positions, as declared or found.
  public let coordinates: RecordedCoordinates
  /// What was done to the positions that are written.
  public let positionRule: PositionRule
  /// Blocks of rows whose clock jumps.
  public let jumps: [ClockJump]

  /// Returns the count of a finding; nil where it does not occur.
  public func count(of finding: AuditFinding) -> FindingCount? { findings.first { $0.finding == finding } }

  /// Returns the number of rows with a finding.
  public func rows(with finding: AuditFinding) -> Int { count(of: finding)?.rows ?? 0 }

  /// What was passed over: rows above the header, and columns for the sake of privacy.
  public var notes: [LocalizedText] { [titleNote].compactMap(\.self) + doubts }

  /// That rows above the header were skipped; nil where there are none.
  public var titleNote: LocalizedText? {
    guard titleRows > 0 else { return nil }
    return LocalizedText(
      zh: "略去表头之上的 \(titleRows) 行标题",
      en: "\(EnglishCount.text(titleRows, "row", "rows")) of titles above the header skipped")
  }

  /// The columns that were not taken for the sake of privacy, and how to name them if that is wrong; no cell of them is shown.
  public var doubts: [LocalizedText] {
    let kind = doubtfulKind.map {
      LocalizedText(
        zh: "未取 '\($0)' 列作类别：像自由文本，可能含个人信息；若确为类别，请用 --kind-column 指明",
        en:
          "'\($0)' was not taken as the kind: free text, could hold personal data; name it with --kind-column if it is a category"
      )
    }
    let id = doubtfulId.map {
      LocalizedText(
        zh: "未取 '\($0)' 列作编号：像手机号或身份证号，各行没有编号，也查不出重号；若确为编号，请用 --id-column 指明",
        en:
          "'\($0)' was not taken as the id: its cells look like telephone or identity numbers; rows have no id, and none is found "
          + "twice; name it with --id-column if it is an id")
    }
    return [kind, id].compactMap { $0 }
  }

  /// Whether a column was taken for a field.
  public func isMapped(_ field: IncidentField) -> Bool { mapping.contains { $0.field == field } }
}
