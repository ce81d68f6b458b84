import Dunjing

/// An audit of recorded incidents as JSON, schema `dunjing-audit/1`; described in Documentation/Records.md.
struct AuditRecord: Encodable {
  private let schema = "dunjing-audit/1"
  private let source: String
  private let rows: Int
  private let titleRows: Int
  private let blankRows: Int
  private let remarkRows: [Int]
  private let preset: String?
  private let mapping: [ColumnRecord]
  private let doubtfulKind: String?
  private let doubtfulId: String?
  private let unreadColumns: [String]
  private let timeColumns: [TimeRecord]
  private let coordinates: String
  private let positionOrder: OrderRecord?
  private let positions: String
  private let zone: String?
  private let limits: [String: Double]
  private let period: PeriodRecord?
  private let hours: [Int]
  private let weekdays: [Int]
  private let findings: [FindingRecord]
  private let unreadableCells: Int
  private let unreadable: [CellRecord]
  private let jumps: [JumpRecord]
  private let priorities: [PriorityRecord]
  private let validity: [ValidityRecord]
  private let gridPlacement: GridRecord?
  private let stages: [StageRecord]
  private let usable: [String: Int]

  init(_ audit: IncidentAudit) {
    (source, rows) = (audit.source, audit.records.count)
    (titleRows, blankRows, remarkRows) = (audit.titleRows, audit.blankRows, audit.remarkRows)
    preset = audit.preset?.rawValue
    mapping = audit.mapping.map(ColumnRecord.init)
    (doubtfulKind, doubtfulId) = (audit.doubtfulKind, audit.doubtfulId)
    unreadColumns = audit.unreadColumns
    timeColumns = audit.timeColumns.map(TimeRecord.init)
    (coordinates, positions) = (audit.coordinates.name, audit.positionRule.rawValue)
    positionOrder = audit.pairOrder.map(OrderRecord.init)
    zone = audit.settings.zone?.name
    let limits = audit.settings.limits
    self.limits = [
      "dispatchHours": limits.dispatchHours, "travelHours": limits.travelHours,
      "sceneHours": limits.sceneHours
    ]
    period = audit.period.map(PeriodRecord.init)
    (hours, weekdays) = (audit.hours, audit.weekdays)
    findings = audit.findings.map { FindingRecord($0, of: audit.records.count) }
    unreadableCells = audit.unreadableCount
    unreadable = audit.unreadable.map(CellRecord.init)
    jumps = audit.jumps.map(JumpRecord.init)
    priorities = audit.priorities.map { PriorityRecord(text: $0.text, level: $0.level, rows: $0.rows) }
    validity = audit.validity.map {
      ValidityRecord(
        column: audit.column(of: $0.field) ?? "", text: $0.text, valid: $0.isValid, rows: $0.rows)
    }
    gridPlacement = audit.gridPlacement.map(GridRecord.init)
    stages = audit.stages.map(StageRecord.init)
    let usable = audit.usable
    self.usable = [
      "demandByDay": usable.demandByDay, "demandByHour": usable.demandByHour, "response": usable.response,
      "service": usable.service, "place": usable.place
    ]
  }

  private struct ColumnRecord: Encodable {
    let field: String
    let column: String
    let basis: String
    let guessed: Bool
    let example: String

    init(_ column: MappedColumn) {
      (field, self.column, example) = (column.field.rawValue, column.column, column.example)
      guessed = column.isGuess
      basis =
        switch column.basis {
        case .told: "told"
        case .preset: "preset"
        case .name: "name"
        case .contents: "contents"
        }
    }
  }

  private struct TimeRecord: Encodable {
    let column: String
    let times: Int
    let dateOrder: String?
    let basis: String
    let contradictions: Int
    let alwaysMidnight: Bool
    let withOffset: Int

    init(_ reading: TimeColumnReading) {
      (column, times, dateOrder) = (reading.column, reading.cells, reading.order?.rawValue)
      (basis, contradictions) = (reading.basis.rawValue, reading.contradictions)
      (alwaysMidnight, withOffset) = (reading.isAlwaysMidnight, reading.cellsWithOffset)
    }
  }

  private struct OrderRecord: Encodable {
    let first: String
    let basis: String

    init(_ order: PairOrder) {
      (first, basis) = (order.isLatitudeFirst ? "latitude" : "longitude", order.basis.rawValue)
    }
  }

  private struct PeriodRecord: Encodable {
    let first: String
    let last: String
    let days: Int
    let months: [String: Int]

    init(_ period: IncidentAudit.Period) {
      (first, last) = (RecordTime(period.first).text, RecordTime(period.last).text)
      days = period.days
      months = Dictionary(uniqueKeysWithValues: period.months.map { ($0.month, $0.rows) })
    }
  }

  private struct FindingRecord: Encodable {
    let id: String
    let subject: String
    let rows: Int
    let share: Double
    let cells: [String: Int]
    let firstRows: [Int]

    init(_ count: FindingCount, of rows: Int) {
      (id, subject) = (count.finding.rawValue, count.finding.subject.rawValue)
      self.rows = count.rows
      share = Double(count.rows) / Double(max(1, rows))
      cells = Dictionary(uniqueKeysWithValues: count.cells.map { ($0.key.rawValue, $0.value) })
      firstRows = count.firstRows
    }
  }

  private struct CellRecord: Encodable {
    let row: Int
    let field: String
    let column: String
    let value: String

    init(_ cell: UnreadableCell) {
      (row, field, column, value) = (cell.row, cell.field.rawValue, cell.column, cell.value)
    }
  }

  private struct JumpRecord: Encodable {
    let firstRow: Int
    let lastRow: Int
    let hours: Int
    let evidence: String

    init(_ jump: ClockJump) {
      (firstRow, lastRow, hours) = (jump.firstRow, jump.lastRow, jump.hours)
      evidence = jump.evidence.rawValue
    }
  }

  private struct PriorityRecord: Encodable {
    let text: String
    let level: Int?
    let rows: Int
  }

  private struct ValidityRecord: Encodable {
    let column: String
    let text: String
    let valid: Bool?
    let rows: Int
  }

  private struct GridRecord: Encodable {
    struct Word: Encodable {
      let text: String
      let rows: Int
    }

    let column: String
    let placed: Int
    let unknown: [Word]

    init(_ placement: GridPlacement) {
      (column, placed) = (placement.column, placement.placed)
      unknown = placement.unknown.map { Word(text: $0.text, rows: $0.rows) }
    }
  }

  private struct StageRecord: Encodable {
    let interval: String
    let count: Int
    let meanMinutes: NumberOrNull
    let medianMinutes: NumberOrNull
    let p90Minutes: NumberOrNull

    init(_ stage: StageStatistics) {
      (interval, count) = (stage.interval.rawValue, stage.count)
      (meanMinutes, medianMinutes) = (NumberOrNull(stage.mean), NumberOrNull(stage.median))
      p90Minutes = NumberOrNull(stage.ninthDecile)
    }
  }
}
