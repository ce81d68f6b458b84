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
    /// The day of the call is known, and it is no duplicate and valid: incidents by day.
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

  /// A word that says whether calls count: of the column about that, or of one of kinds.
  public struct ValidityWord: Sendable, Equatable {
    /// The field of the column.
    public let field: IncidentField
    /// The cell as recorded; of one that is not usual and stands in one row only, the shape.
    public let text: String
    /// Whether calls with it count; nil if it is not known, and they count.
    public let isValid: Bool?
    /// The rows that have it; of a kind those of which no other column says so before.
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
  /// Rows below the header that are totals or notes, as a spreadsheet counts; they are no records.
  public let remarkRows: [Int]
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
  /// The words that say which calls count: those that do not first, then those that are not known; of kinds only those that do
  /// not count.
  public let validity: [ValidityWord]
  /// The rows that were placed by their grid; nil without a study or a column of grids.
  public let gridPlacement: GridPlacement?
  /// How many rows can be used for what.
  public let usable: Usability
  /// The system of the positions, as declared or found.
  public let coordinates: RecordedCoordinates
  /// Which of two degrees in one column comes first; nil without such a column.
  public let pairOrder: PairOrder?
  /// The rows with positions in degrees, minutes and seconds, which were converted.
  public let convertedPositions: Int
  /// What was done to the positions that are written.
  public let positionRule: PositionRule
  /// Blocks of rows whose clock jumps.
  public let jumps: [ClockJump]

  /// Returns the count of a finding; nil where it does not occur.
  public func count(of finding: AuditFinding) -> FindingCount? { findings.first { $0.finding == finding } }

  /// Returns the number of rows with a finding.
  public func rows(with finding: AuditFinding) -> Int { count(of: finding)?.rows ?? 0 }

  /// The rows that are not marked as not valid, of which shares are taken.
  public var validRows: Int { records.count - rows(with: .invalid) }

  /// Whether a column was taken for a field.
  public func isMapped(_ field: IncidentField) -> Bool { column(of: field) != nil }

  /// The name of the column that was taken for a field; nil where none was.
  public func column(of field: IncidentField) -> String? { mapping.first { $0.field == field }?.column }
}
