import DunjingScenario

/// The order of day and month where the year stands last.
public enum DateOrder: String, Sendable, Equatable, CaseIterable {
  /// 31/12/2024.
  case dayFirst = "day-first"
  /// 12/31/2024.
  case monthFirst = "month-first"
}

/// A time as it was written, before the order of day and month and the time zone are settled.
struct TimeText: Equatable {
  /// How the day is written.
  enum Date: Equatable {
    /// Year, month and day are known.
    case known(CalendarDay)
    /// Two numbers that may be day and month, or month and day.
    case yearLast(first: Int, second: Int, year: Int)
    /// Seconds since 1970-01-01 in UTC.
    case epoch(Double)
    /// Days since 1899-12-30, as spreadsheets count.
    case serial(Double)
  }

  var date: Date
  /// Seconds since midnight; nil without a clock.
  var secondOfDay: Int?
  var precision = RecordTime.Precision.day
  /// Minutes that the written clock is ahead of UTC; nil where it does not say.
  var offsetMinutes: Int?
  /// Whether it is a number without separators, which may as well be something else.
  var isBareNumber = false
  /// Whether it says AM or PM.
  var hasMeridiem = false

  /// Reads a time in any of the known forms; nil for anything else.
  init?(_ text: String) {
    guard (5...48).contains(text.utf8.count) else { return nil }
    var scanner = TimeScanner(TimeScanner.plain(text))
    if let bare = Self.bare(scanner.bytes) {
      self = bare
      return
    }
    guard let date = scanner.date() else { return nil }
    self.date = date
    guard scanner.skipToClock() else { return }
    guard let clock = scanner.clock() else { return nil }
    (secondOfDay, precision, hasMeridiem) = (clock.second, clock.precision, clock.hasMeridiem)
    offsetMinutes = scanner.offset()
    guard scanner.isAtEnd else { return nil }
  }

  private init(date: Date, second: Int?, precision: RecordTime.Precision) {
    (self.date, secondOfDay, self.precision, isBareNumber) = (date, second, precision, true)
  }

  /// A number without separators: 20240131, 20240131083015, seconds or milliseconds of 1970, or days of a spreadsheet.
  private static func bare(_ bytes: [UInt8]) -> TimeText? {
    let digits = bytes.prefix { (48...57).contains($0) }
    let whole = digits.reduce(0) { $0 &* 10 &+ Int($1) - 48 }
    if digits.count == bytes.count {
      switch bytes.count {
      case 8, 12, 14:
        if let time = compact(Array(digits)) { return time }
        return bytes.count == 12 ? epoch(Double(whole) / 1_000) : nil
      case 9, 10: return epoch(Double(whole))
      case 13: return epoch(Double(whole) / 1_000)
      default: break
      }
    }
    guard digits.count == 5, (20_000..<80_000).contains(whole),
      let value = Double(String(decoding: bytes, as: UTF8.self)), bytes.allSatisfy({ $0 == 46 || $0 > 47 })
    else { return nil }
    let second = Int(((value - Double(whole)) * 86_400).rounded())
    return digits.count == bytes.count
      ? TimeText(date: .serial(value), second: nil, precision: .day)
      : TimeText(date: .serial(value), second: min(second, 86_399), precision: .second)
  }

  private static func epoch(_ seconds: Double) -> TimeText {
    var time = TimeText(date: .epoch(seconds), second: nil, precision: .second)
    time.offsetMinutes = 0
    return time
  }

  private static func compact(_ digits: [UInt8]) -> TimeText? {
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
    let day = CalendarDay(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    guard (1900...2100).contains(day.year), day.isReal else { return nil }
    guard digits.count > 8 else { return TimeText(date: .known(day), second: nil, precision: .day) }
    let (hour, minute) = (number(8..<10), number(10..<12))
    let second = digits.count > 12 ? number(12..<14) : 0
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return TimeText(
      date: .known(day), second: hour * 3_600 + minute * 60 + second,
      precision: digits.count > 12 ? .second : .minute)
  }

  /// Returns the time by the clock of the city; nil for a day that the calendar does not have.
  ///
  /// Without a zone the clock is taken as it is written, and seconds of 1970 as UTC.
  func time(_ order: DateOrder, zone: CityZone?) -> RecordTime? {
    switch date {
    case .known(let day): return local(day, zone)
    case .yearLast(let first, let second, let year):
      let (month, day) = order == .monthFirst ? (first, second) : (second, first)
      return local(CalendarDay(year: year, month: month, day: day), zone)
    case .epoch(let seconds):
      guard abs(seconds) < 1e11 else { return nil }
      let second = Int(seconds.rounded(.down))
      return RecordTime(second: zone?.clock(at: second) ?? second, precision: .second)
    case .serial(let days):
      let day = CalendarDay(daysSinceEpoch: Int(days.rounded(.down)) - 25_569)
      return secondOfDay.map { RecordTime(day, secondOfDay: $0, precision: .second) } ?? RecordTime(day)
    }
  }

  private func local(_ day: CalendarDay, _ zone: CityZone?) -> RecordTime? {
    guard day.isReal, (1_600...2_999).contains(day.year) else { return nil }
    guard let secondOfDay else { return RecordTime(day) }
    guard let zone, let offsetMinutes else {
      return RecordTime(day, secondOfDay: secondOfDay, precision: precision)
    }
    let universal = day.daysSinceEpoch * 86_400 + secondOfDay - offsetMinutes * 60
    return RecordTime(second: zone.clock(at: universal), precision: precision)
  }
}

extension RecordTime {
  /// Creates the time so many seconds after the beginning of 1970-01-01 by the same clock.
  init(second: Int, precision: Precision) {
    let day = Int((Double(second) / 86_400).rounded(.down))
    self.init(
      CalendarDay(daysSinceEpoch: day), secondOfDay: second - day * 86_400, precision: precision)
  }
}
