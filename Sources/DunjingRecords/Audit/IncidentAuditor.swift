import DunjingScenario

/// Turns the mapped columns of a table into records, checks them, and counts what is found.
struct IncidentAuditor {
  private let settings: IncidentImport
  private let table: MappedTable
  private let positions: PositionCells?
  private let preset: ColumnPreset?
  private let raw: RawTable

  init(
    _ settings: IncidentImport, _ table: MappedTable, _ positions: PositionCells?, preset: ColumnPreset?,
    _ raw: RawTable
  ) {
    (self.settings, self.table, self.positions) = (settings, table, positions)
    (self.preset, self.raw) = (preset, raw)
  }

  /// The audit.
  var audit: IncidentAudit {
    var log = FindingLog(table: table)
    var records = table.rows.map(IncidentRecord.init(row:))
    for row in table.ragged { log.add(.raggedRow, to: &records[row]) }
    let times = TimeReader(settings, table).read(into: &records, &log)
    ValueReader(settings, table).read(into: &records, &log)
    let validity = ValidityReader(table).read(into: &records, &log)
    let priorities = PriorityReader(settings, table).read(into: &records, &log)
    StageCheck(settings.limits, table).check(&records, &log)
    let jumps = ClockCheck(zone: settings.zone).check(&records, &log)
    let placer = GridPlacer(settings, table)
    let places = PositionReader(settings, positions).read(into: &records, &log, named: placer.named)
    IdentityCheck().check(&records, &log)
    StrayDateCheck().check(&records, &log)
    // Only now, as calls in one grid are not yet calls from one place.
    let placement = placer.place(&records, &log)
    let rule = PositionWriter(settings, places.coordinates).apply(to: &records)
    for index in records.indices { records[index].flags = log.sorted(records[index].flags) }
    let mapping = IncidentField.allCases.compactMap { table.columns[$0] }
    let summary = AuditSummary(records)
    return IncidentAudit(
      source: table.name, settings: settings, preset: preset, mapping: mapping,
      doubtfulKind: table.doubtfulKind?.column, doubtfulId: table.doubtfulId?.column,
      unreadColumns: raw.header.enumerated().compactMap { index, name in
        mapping.contains { $0.index == index } ? nil : name.text
      }, timeColumns: times, records: records,
      titleRows: raw.titleRows, blankRows: table.blankRows, remarkRows: table.remarkRows,
      findings: log.counts,
      unreadable: log.unreadable, unreadableCount: log.unreadableCount, period: summary.period,
      hours: summary.hours, weekdays: summary.weekdays, stages: summary.stages, priorities: priorities,
      validity: validity, gridPlacement: placement,
      usable: summary.usable, coordinates: places.coordinates, pairOrder: places.order,
      convertedPositions: places.coordinates == .local ? 0 : positions?.rowsWithMinutes ?? 0,
      positionRule: rule, jumps: jumps)
  }
}

/// Counts findings as they are made.
struct FindingLog {
  /// The most unreadable cells of a column that are kept.
  static let unreadableLimit = 50

  private var byFinding: [AuditFinding: FindingCount] = [:]
  private(set) var unreadable: [UnreadableCell] = []
  private(set) var unreadableCount = 0
  private var unreadableOfField: [IncidentField: Int] = [:]
  private let table: MappedTable
  private static let places = Dictionary(
    uniqueKeysWithValues: AuditFinding.allCases.enumerated().map { ($1.rawValue, $0) })

  init(table: MappedTable) {
    self.table = table
  }

  /// Adds a finding to a record, once, and counts the cell.
  mutating func add(_ finding: AuditFinding, to record: inout IncidentRecord, field: IncidentField? = nil) {
    var count =
      byFinding[finding] ?? FindingCount(finding: finding, rows: 0, cells: [:], firstRows: [])
    if let field { count.cells[field, default: 0] += 1 }
    if !record.has(finding) {
      record.flags.append(finding.rawValue)
      count.rows += 1
      if count.firstRows.count < FindingCount.examples { count.firstRows.append(record.row) }
    }
    byFinding[finding] = count
  }

  /// Adds a cell that cannot be read.
  mutating func addUnreadable(
    _ value: String, _ field: IncidentField, as finding: AuditFinding, to record: inout IncidentRecord
  ) {
    add(finding, to: &record, field: field)
    unreadableCount += 1
    unreadableOfField[field, default: 0] += 1
    guard unreadableOfField[field, default: 0] <= Self.unreadableLimit else { return }
    unreadable.append(
      UnreadableCell(
        row: record.row, field: field, column: table.columns[field]?.column ?? "",
        value: table.raggedRows.contains(record.row) ? "" : CellShape.of(value)))
  }

  /// All counts in the order of the findings.
  var counts: [FindingCount] { AuditFinding.allCases.compactMap { byFinding[$0] } }

  /// The flags in the order of the findings.
  func sorted(_ flags: [String]) -> [String] {
    flags.count < 2 ? flags : flags.sorted { Self.places[$0, default: 0] < Self.places[$1, default: 0] }
  }
}

/// What is added up over all records.
struct AuditSummary {
  private(set) var period: IncidentAudit.Period?
  private(set) var hours = [Int](repeating: 0, count: 24)
  private(set) var weekdays = [Int](repeating: 0, count: 7)
  private(set) var usable = IncidentAudit.Usability()
  let stages: [StageStatistics]

  init(_ records: [IncidentRecord]) {
    var values: [StageStatistics.Interval: [Double]] = [:]
    var months: [String: Int] = [:]
    var (first, last): (CalendarDay?, CalendarDay?)
    for record in records {
      Self.count(record, in: &usable)
      if !record.isOddAmongTimes {
        for interval in StageStatistics.Interval.allCases {
          if let minutes = interval.minutes(record) { values[interval, default: []].append(minutes) }
        }
      }
      guard let time = record.received, record.servesDemandByDay else { continue }
      if let hour = time.hour, record.servesDemandByHour { hours[hour] += 1 }
      weekdays[time.day.weekday] += 1
      months[String(time.text.prefix(7)), default: 0] += 1
      let number = time.day.daysSinceEpoch
      if first.map({ number < $0.daysSinceEpoch }) ?? true { first = time.day }
      if last.map({ number > $0.daysSinceEpoch }) ?? true { last = time.day }
    }
    stages = StageStatistics.Interval.allCases.map { StageStatistics($0, values[$0] ?? []) }
    if let first, let last {
      period = IncidentAudit.Period(
        first: first, last: last, months: months.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  private static func count(_ record: IncidentRecord, in usable: inout IncidentAudit.Usability) {
    if record.servesPlaces { usable.place += 1 }
    if record.servesService { usable.service += 1 }
    if record.servesDemandByDay { usable.demandByDay += 1 }
    if record.servesDemandByHour { usable.demandByHour += 1 }
    if record.servesResponse { usable.response += 1 }
  }
}
