import DunjingRecords
import DunjingScenario
import DunjingWorld

/// The records that can be played, in the order of their times, and why others cannot.
struct RecordSelection {
  /// A record with all that is needed to play it.
  struct Usable {
    var record: IncidentRecord
    /// Seconds since the beginning of 1970-01-01 by the clock of the city.
    var seconds: Double
    var x: Double
    var y: Double
    var kind: Int
  }

  private(set) var usable: [Usable] = []
  private(set) var gaps: [(reason: RecordGap, rows: [Int])] = []
  /// Kinds of records that could be played if the study had them.
  private(set) var unmapped = NamedKinds([:])
  /// Recorded kinds that were taken for one of the study by their usual names.
  private(set) var alike = NamedKinds([:])

  /// - Parameter map: the grids of the scenario.
  init(
    _ records: [IncidentRecord], for scenario: Scenario, on map: StudyMap, _ settings: Backtest.Settings
  ) {
    let kinds = Dictionary(uniqueKeysWithValues: scenario.incidentKinds.enumerated().map { ($1.id, $0) })
    let names = settings.kinds.adding(settings.kinds.alike(records, in: scenario))
    func kind(_ record: IncidentRecord) -> Int? {
      names.kind(of: record, in: scenario).flatMap { kinds[$0] }
    }
    var rows: [RecordGap: [Int]] = [:]
    var unmapped: [String: Int] = [:]
    for record in records {
      let gap = Self.gap(of: record, settings, map)
      guard gap == nil, let kind = kind(record), let time = record.received, let x = record.x,
        let y = record.y
      else {
        rows[gap ?? .unknownKind, default: []].append(record.row)
        if gap == nil { unmapped[record.kindPath, default: 0] += 1 }
        continue
      }
      usable.append(Usable(record: record, seconds: Double(time.firstSecond), x: x, y: y, kind: kind))
    }
    gaps = RecordGap.allCases.compactMap { reason in rows[reason].map { (reason, $0) } }
    self.unmapped = NamedKinds(unmapped)
    alike = names.matched(usable.map(\.record), in: scenario)
    spreadHours()
    usable = usable.enumerated().sorted { ($0.element.seconds, $0.offset) < ($1.element.seconds, $1.offset) }
      .map(\.element)
  }

  private static func gap(
    of record: IncidentRecord, _ settings: Backtest.Settings, _ map: StudyMap
  ) -> RecordGap? {
    guard let time = record.received else { return .noTime }
    if record.has(.duplicate) { return .duplicate }
    if record.has(.invalid) { return .invalid }
    if record.has(.strayDate) { return .strayDate }
    if time.precision == .day { return .dateOnly }
    if record.isOnView && !settings.includesOnView { return .onView }
    guard let x = record.x, let y = record.y else { return .noPosition }
    return record.has(.outsideMap) || !map.contains(x, y) ? .outsideMap : nil
  }

  /// Of calls of which only the hour is known, those of one hour are spread evenly over it in the order of the file.
  private mutating func spreadHours() {
    var members: [Int: [Int]] = [:]
    for (index, item) in usable.enumerated() where item.record.received?.precision == .hour {
      members[item.record.received?.firstSecond ?? 0, default: []].append(index)
    }
    for indices in members.values {
      for (number, index) in indices.enumerated() {
        usable[index].seconds += (Double(number) + 0.5) / Double(indices.count) * 3_600
      }
    }
  }
}

extension IncidentRecord {
  /// The day of the call.
  var day: CalendarDay { received?.day ?? CalendarDay(year: 1970, month: 1, day: 1) }
}
