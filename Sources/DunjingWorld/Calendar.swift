import DunjingScenario

/// Weekday and month of every simulated day; day 0 is the first day of the warm-up.
public struct Calendar: Sendable {
  /// Simulated days.
  public let days: Int
  /// Day of the week by day: 0 is Monday.
  public let weekday: [UInt8]
  /// Month by day: 0 is January.
  public let month: [UInt8]
  /// The first day of the warm-up, in days since 1970-01-01.
  private let firstDay: Int

  init(_ time: StudyTime) {
    days = time.warmUpDays + time.settlingDays + time.horizonDays
    let first = time.start.daysSinceEpoch - time.warmUpDays
    firstDay = first
    let dates = (0...days).map { CalendarDay(daysSinceEpoch: first + $0) }
    weekday = dates.map { UInt8($0.weekday) }
    month = dates.map { UInt8($0.month - 1) }
  }

  /// Returns when a shock begins, in hours from the start of the run.
  func hour(of shock: Shock) -> Double {
    Double(shock.day.daysSinceEpoch - firstDay) * 24 + Double(shock.startMinute) / 60
  }

  /// Returns the day of a time in seconds; the day after the end counts as the last one.
  @inlinable
  public func day(at time: Double) -> Int {
    min(Int(time / 86_400), days)
  }

  /// Returns the hour of the week of a time in seconds: 0 … 167 from Monday 0 h.
  @inlinable
  public func hourOfWeek(at time: Double) -> Int {
    let day = day(at: time)
    let hour = min(23, Int((time - Double(day) * 86_400) / 3_600))
    return Int(weekday[day]) * 24 + hour
  }
}
