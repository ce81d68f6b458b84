import DunjingScenario

/// Finds days that lie years from all others, such as 2000-01-01 or 2099-12-31: mistyped or default dates, which would stretch
/// the period over which rates are taken.
///
/// The days with records fall into runs, between which more than a year has none. Days outside of the run with most days are
/// stray if they are few, at most two or one in fifty of the days of that run, and have fewer records than it. Where they are
/// more, the records themselves are years apart and nothing is stray.
struct StrayDateCheck {
  /// Days without a record between two runs.
  private static let gap = 365
  /// Days that the longest run needs, so that others can be far from it.
  private static let leastDays = 5

  /// Flags the records of stray days.
  func check(_ records: inout [IncidentRecord], _ log: inout FindingLog) {
    var counts: [Int: Int] = [:]
    for record in records {
      if let day = Self.day(of: record) { counts[day, default: 0] += 1 }
    }
    let stray = Self.strayDays(counts)
    guard !stray.isEmpty else { return }
    for index in records.indices {
      if let day = Self.day(of: records[index]), stray.contains(day) {
        log.add(.strayDate, to: &records[index])
      }
    }
  }

  /// The day on which a record may count as demand.
  private static func day(of record: IncidentRecord) -> Int? {
    record.isNoIncident ? nil : (record.received ?? record.dispatched)?.day.daysSinceEpoch
  }

  /// The stray ones of days with their numbers of records.
  private static func strayDays(_ counts: [Int: Int]) -> Set<Int> {
    var runs: [[Int]] = []
    for day in counts.keys.sorted() {
      if let last = runs.last?.last, day - last <= gap + 1 {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
    guard let longest = runs.indices.max(by: { runs[$0].count < runs[$1].count }) else { return [] }
    let usual = runs.remove(at: longest)
    let others = runs.flatMap(\.self)
    func rows(_ days: [Int]) -> Int { days.reduce(0) { $0 + counts[$1, default: 0] } }
    guard usual.count >= leastDays, others.count <= max(2, usual.count / 50), rows(others) < rows(usual)
    else {
      return []
    }
    return Set(others)
  }
}
