import DunjingScenario

/// Reads the columns of times into records.
struct TimeReader {
  private let settings: IncidentImport
  private let table: MappedTable

  /// Days before this year stand for times that were never recorded.
  static let firstYear = 1980

  init(_ settings: IncidentImport, _ table: MappedTable) {
    (self.settings, self.table) = (settings, table)
  }

  /// Reads all columns and returns how each was read.
  func read(into records: inout [IncidentRecord], _ log: inout FindingLog) -> [TimeColumnReading] {
    let fields = IncidentStage.allCases.compactMap { stage -> (IncidentStage, IncidentField)? in
      if table.cells[stage.field] != nil { return (stage, stage.field) }
      return stage == .received && table.cells[.day] != nil ? (stage, .day) : nil
    }
    var texts: [IncidentField: [TimeText?]] = [:]
    for (_, field) in fields { texts[field] = table.cells[field]?.map { TimeText($0) } }
    let columns = fields.map { _, field in
      TimeColumn(field, table.columns[field]?.column ?? "", texts[field] ?? [])
    }
    let readings = TimeColumn.settled(columns, told: settings.dateOrder)
    for ((stage, field), reading) in zip(fields, readings) {
      read(stage, field, reading, texts[field] ?? [], into: &records, &log)
      texts[field] = nil
    }
    return readings
  }

  private func read(
    _ stage: IncidentStage, _ field: IncidentField, _ reading: TimeColumnReading, _ texts: [TimeText?],
    into records: inout [IncidentRecord], _ log: inout FindingLog
  ) {
    let cells = table.cells[field] ?? []
    let clocks = stage == .received ? table.cells[.clock] : nil
    for index in records.indices {
      guard !cells[index].isBlankCell else {
        log.add(.missing(stage), to: &records[index])
        continue
      }
      guard
        var time = texts[index]?.time(reading.order ?? .dayFirst, zone: settings.zone) ?? day(cells[index])
      else {
        log.addUnreadable(cells[index], field, as: .unreadableTime, to: &records[index])
        continue
      }
      if reading.isAlwaysMidnight { time = RecordTime(time.day) }
      if let clocks, time.precision == .day { add(clocks[index], to: &time, &records[index], &log) }
      note(time, stage, &records[index], &log)
    }
  }

  /// The day of a cell that holds its number.
  private func day(_ cell: String) -> RecordTime? {
    guard let start = settings.startDate, let number = Int(cell), (0...100_000).contains(number) else {
      return nil
    }
    return RecordTime(CalendarDay(daysSinceEpoch: start.daysSinceEpoch + number - 1))
  }

  private func add(
    _ clock: String, to time: inout RecordTime, _ record: inout IncidentRecord, _ log: inout FindingLog
  ) {
    guard !clock.isBlankCell else { return }
    guard let (second, precision) = TimeScanner.clock(clock) else {
      log.addUnreadable(clock, .clock, as: .unreadableTime, to: &record)
      return
    }
    time = RecordTime(time.day, secondOfDay: second, precision: precision)
  }

  private func note(
    _ time: RecordTime, _ stage: IncidentStage, _ record: inout IncidentRecord, _ log: inout FindingLog
  ) {
    guard time.day.year >= Self.firstYear else {
      log.add(.placeholderTime, to: &record, field: stage.field)
      return
    }
    record[stage] = time
    if time.precision == .day { log.add(.dateOnly, to: &record, field: stage.field) }
    if time.precision == .hour { log.add(.hourOnly, to: &record, field: stage.field) }
  }
}
