import DunjingRecords
import DunjingScenario

/// An hour of a day that the clock skipped or showed twice when it was changed.
public struct ClockChange: Sendable, Equatable, Hashable {
  /// Days since 1970-01-01.
  public var day: Int
  /// The hour, 0 … 23.
  public var hour: Int
  /// How often the clock showed it: 0 or 2.
  public var times: Double

  /// Creates a change.
  /// - Parameters:
  ///   - day: days since 1970-01-01.
  ///   - hour: the hour of the day, 0 … 23.
  ///   - times: how often the clock showed it: 0 or 2.
  public init(day: Int, hour: Int, times: Double) {
    (self.day, self.hour, self.times) = (day, hour, times)
  }
}

/// The days and hours of which incidents were recorded.
///
/// The first and the last day count from and to the hours of their first and last records. Days without any record are taken
/// for missing where a Poisson number of the mean would hardly ever be zero.
public struct ObservedPeriod: Sendable, Equatable {
  /// The first day.
  public let first: CalendarDay
  /// The last day.
  public let last: CalendarDay
  /// Days in between that have no record and are taken for missing.
  public let missing: [CalendarDay]
  /// The first or the last day, where it is cut short: fewer than half of the records of the median of the other days, and
  /// none for hours after or before midnight.
  public let cutDays: [CalendarDay]
  /// How many times each hour of the day was observed.
  public let hourExposure: [Double]
  /// How many days of each weekday and month were observed, weekday · 12 + month.
  public let dayExposure: [Double]
  /// The share of each day that was observed, from the first on.
  let shares: [Double]

  /// The days observed, those cut short in part.
  public var days: Double { dayExposure.reduce(0, +) }

  /// Hours without a record after or before midnight that a day which is cut short has.
  private static let cutHours = 3

  /// Mean days from which a day without records is taken for missing.
  private static let surelySeen = 12.0

  /// Finds the period of times; nil without any.
  /// - Parameters:
  ///   - times: the times of the records, in any order.
  ///   - bounds: the first and last day, where they are known; otherwise those of the times.
  ///   - changes: hours that the clock skipped or showed twice.
  public init?(_ times: [RecordTime], bounds: ClosedRange<Int>? = nil, changes: [ClockChange] = []) {
    let inside = times.filter { bounds?.contains($0.day.daysSinceEpoch) ?? true }
    guard let earliest = inside.min(by: { $0.firstSecond < $1.firstSecond }),
      let latest = inside.max(by: { $0.firstSecond < $1.firstSecond })
    else { return nil }
    let start = bounds?.lowerBound ?? earliest.day.daysSinceEpoch
    let end = bounds?.upperBound ?? latest.day.daysSinceEpoch
    var counts = [Int](repeating: 0, count: end - start + 1)
    for time in inside { counts[time.day.daysSinceEpoch - start] += 1 }
    let filled = counts.filter { $0 > 0 }
    let mean = Double(inside.count) / Double(max(1, filled.count))
    let isSure = mean >= Self.surelySeen
    let firstHour = bounds == nil ? inside.filter { $0.day == earliest.day }.compactMap(\.hour).min() ?? 0 : 0
    let lastHour = bounds == nil ? inside.filter { $0.day == latest.day }.compactMap(\.hour).max() ?? 23 : 23
    let firstIsCut = firstHour >= Self.cutHours && Self.isSmall(counts[0], among: counts.dropFirst())
    let lastIsCut =
      lastHour <= 23 - Self.cutHours && Self.isSmall(counts[counts.count - 1], among: counts.dropLast())
    cutDays =
      (firstIsCut ? [CalendarDay(daysSinceEpoch: start)] : [])
      + (lastIsCut ? [CalendarDay(daysSinceEpoch: end)] : [])
    var (hours, days) = ([Double](repeating: 0, count: 24), [Double](repeating: 0, count: 84))
    var (missing, shares) = ([CalendarDay](), [Double]())
    let times = Dictionary(changes.map { (Self.slot($0.day, $0.hour), $0.times) }, uniquingKeysWith: { $1 })
    for offset in counts.indices {
      let day = CalendarDay(daysSinceEpoch: start + offset)
      guard counts[offset] > 0 || !isSure else {
        missing.append(day)
        shares.append(0)
        continue
      }
      let seen = (offset == 0 ? firstHour : 0)...(offset == counts.count - 1 ? max(lastHour, firstHour) : 23)
      for hour in seen { hours[hour] += times[Self.slot(start + offset, hour)] ?? 1 }
      let share = Double(seen.count) / 24
      days[day.weekday * 12 + day.month - 1] += share
      shares.append(share)
    }
    (first, last) = (CalendarDay(daysSinceEpoch: start), CalendarDay(daysSinceEpoch: end))
    (self.missing, self.shares, hourExposure, dayExposure) = (missing, shares, hours, days)
  }

  /// Whether a day has fewer than half of the records of the median of others, which have some.
  private static func isSmall(_ count: Int, among others: ArraySlice<Int>) -> Bool {
    let sorted = others.filter { $0 > 0 }.sorted()
    return sorted.count >= 2 && 2 * count < sorted[sorted.count / 2]
  }

  /// Whether a day lies in the period and was observed.
  func contains(_ day: CalendarDay) -> Bool {
    let offset = day.daysSinceEpoch - first.daysSinceEpoch
    return shares.indices.contains(offset) && shares[offset] > 0
  }

  /// Whether weekdays can be told apart: four weeks of each.
  var tellsWeekdays: Bool {
    (0..<7).allSatisfy { weekday in (0..<12).reduce(0) { $0 + dayExposure[weekday * 12 + $1] } >= 3.9 }
  }

  /// Whether months can be told apart: twenty days of each.
  var tellsMonths: Bool {
    (0..<12).allSatisfy { month in (0..<7).reduce(0) { $0 + dayExposure[$1 * 12 + month] } >= 20 }
  }

  private static func slot(_ day: Int, _ hour: Int) -> Int { day * 24 + hour }
}
