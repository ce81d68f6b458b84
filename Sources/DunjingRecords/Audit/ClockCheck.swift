import DunjingNumerics
import DunjingScenario

/// A block of rows whose clock is off by whole hours.
public struct ClockJump: Sendable, Equatable {
  /// How it was found.
  public enum Evidence: String, Sendable {
    /// The rows before and after follow each other in time; the block does not.
    case order
    /// Its calls are spread over the day as those of other months are some hours later or earlier.
    case profile
  }

  /// The first row of the block.
  public let firstRow: Int
  /// The last row of the block.
  public let lastRow: Int
  /// How many hours its clock is ahead of that of the other rows.
  public let hours: Int
  /// How it was found.
  public let evidence: Evidence
}

/// Finds clocks that jump by whole hours, as when a part of a table was exported in another time zone, and clocks in the hour
/// of a change to or from summer time.
struct ClockCheck {
  let zone: CityZone?

  /// Rows that a block needs, for its order and for its hours of the day.
  private static let (fewestInOrder, fewestInMonth) = (5, 300)
  /// Steps of whole hours that are looked at to find the end of a block.
  private static let marksAhead = 200
  /// How far from whole hours a jump may be, in seconds: calls are some time apart.
  private static let tolerance = 900
  /// The logarithm of a likelihood ratio that is taken as proof of another clock.
  private static let proof = 30.0

  /// Flags the rows and returns the blocks.
  func check(_ records: inout [IncidentRecord], _ log: inout FindingLog) -> [ClockJump] {
    if let zone { checkSummerTime(zone, &records, &log) }
    let timed = records.indices.filter { records[$0].received?.hour != nil }
    let found = jumpsInOrder(timed, records) + jumpsInProfile(timed, records)
    for (members, _) in found {
      for index in members { log.add(.zoneJump, to: &records[index]) }
    }
    return found.map(\.jump)
  }

  private func checkSummerTime(
    _ zone: CityZone, _ records: inout [IncidentRecord], _ log: inout FindingLog
  ) {
    for index in records.indices {
      for stage in IncidentStage.allCases {
        guard let time = records[index][stage], time.hour != nil else { continue }
        switch zone.kind(ofClock: time.firstSecond) {
        case .once: continue
        case .skipped: log.add(.clockSkipped, to: &records[index], field: stage.field)
        case .repeated: log.add(.clockRepeated, to: &records[index], field: stage.field)
        }
      }
    }
  }

  // MARK: Order

  /// Blocks that break the order of a table that is in order otherwise: a step of k hours, and a step back.
  private func jumpsInOrder(
    _ timed: [Int], _ records: [IncidentRecord]
  ) -> [(members: [Int], jump: ClockJump)] {
    let clocks = timed.filter { records[$0].received?.knowsClock == true }
    let seconds = clocks.compactMap { records[$0].received?.firstSecond }
    let steps = zip(seconds.dropFirst(), seconds).map { $0 - $1 }
    guard steps.count >= 20, steps.count(where: { $0 < 0 }) * 50 <= steps.count else { return [] }
    let marks = steps.indices.compactMap { index in wholeHours(steps[index]).map { (index, $0) } }
    var found: [(members: [Int], jump: ClockJump)] = []
    var next = 0
    for (position, (step, hours)) in marks.enumerated() where step >= next {
      guard let end = end(of: marks[position...].prefix(Self.marksAhead), last: steps.count),
        end - step >= Self.fewestInOrder
      else { continue }
      let members = Array(clocks[(step + 1)...end])
      let jump = ClockJump(
        firstRow: records[members[0]].row, lastRow: records[members[members.count - 1]].row, hours: hours,
        evidence: .order)
      found.append((members, jump))
      next = end + 1
    }
    return found
  }

  /// Returns the last member of a block that begins after the first of some steps of whole hours; nil if it is no block.
  ///
  /// The step that ends it undoes the first. A step back in time that nothing undoes begins a block to the end of the table; a
  /// step forward that nothing undoes is a quiet time.
  private func end(of marks: ArraySlice<(Int, Int)>, last: Int) -> Int? {
    guard let first = marks.first else { return nil }
    for (step, hours) in marks.dropFirst() {
      if hours == -first.1 { return step }
      if hours < 0 { return nil }
    }
    return first.1 < 0 && marks.count < Self.marksAhead ? last : nil
  }

  /// The whole hours that a step is near to; nil if it is near to none, or to zero, or to more than a day.
  private func wholeHours(_ step: Int) -> Int? {
    let hours = Int((Double(step) / 3_600).rounded())
    guard hours != 0, abs(hours) <= 14, abs(step - hours * 3_600) <= Self.tolerance else { return nil }
    return hours
  }

  // MARK: Hours of the day

  /// Months whose calls fit the hours of the day of the other months only after a turn of the clock.
  private func jumpsInProfile(
    _ timed: [Int], _ records: [IncidentRecord]
  ) -> [(members: [Int], jump: ClockJump)] {
    var months: [Int: [Int]] = [:]
    for index in timed {
      guard let day = records[index].received?.day else { continue }
      months[day.year * 12 + day.month, default: []].append(index)
    }
    guard months.count > 2 else { return [] }
    let profiles = months.mapValues { profile(of: $0, records) }
    let total = profiles.values.reduce([Double](repeating: 0, count: 24)) { zip($0, $1).map(+) }
    return months.sorted { $0.key < $1.key }.compactMap { month, members in
      guard members.count >= Self.fewestInMonth, let own = profiles[month] else { return nil }
      let rest = zip(total, own).map { $0 - $1 }
      guard let hours = turn(of: own, against: rest) else { return nil }
      let jump = ClockJump(
        firstRow: records[members[0]].row, lastRow: records[members[members.count - 1]].row, hours: hours,
        evidence: .profile)
      return (members, jump)
    }
  }

  private func profile(of members: [Int], _ records: [IncidentRecord]) -> [Double] {
    var counts = [Double](repeating: 0, count: 24)
    for index in members { counts[records[index].received?.hour ?? 0] += 1 }
    return counts
  }

  /// The turn of the clock under which the counts are likeliest, given the shares of the rest; nil if no turn is clearly likelier
  /// than none. The multinomial likelihood, with one call added to each hour of the rest.
  private func turn(of counts: [Double], against rest: [Double]) -> Int? {
    let sum = rest.reduce(0, +)
    guard sum >= Double(Self.fewestInMonth) else { return nil }
    let logarithms = rest.map { PortableMath.logarithm(($0 + 1) / (sum + 24)) }
    let likelihoods = (0..<24).map { turn in
      (0..<24).reduce(0.0) { $0 + counts[$1] * logarithms[($1 - turn + 24) % 24] }
    }
    let best = likelihoods.indices.max { likelihoods[$0] < likelihoods[$1] } ?? 0
    guard likelihoods[best] - likelihoods[0] > Self.proof else { return nil }
    return best <= 12 ? best : best - 24
  }
}
