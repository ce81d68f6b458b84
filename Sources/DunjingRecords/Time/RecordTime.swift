import DunjingScenario

/// When something happened, by the clock of the city, as exactly as it was recorded.
public struct RecordTime: Sendable, Equatable {
  /// How exactly a time is known.
  public enum Precision: Int, Sendable, Equatable, Comparable, CaseIterable {
    /// Only the day is known.
    case day
    /// The day and the hour.
    case hour
    /// To the minute.
    case minute
    /// To the second.
    case second

    /// Whether the first is coarser.
    public static func < (first: Precision, second: Precision) -> Bool {
      first.rawValue < second.rawValue
    }

    /// The length of time that a time of this precision may mean, in seconds.
    public var seconds: Int {
      switch self {
      case .day: 86_400
      case .hour: 3_600
      case .minute: 60
      case .second: 1
      }
    }
  }

  /// The day.
  public var day: CalendarDay
  /// Seconds since midnight by the clock, 0 … 86 399; nil where only the day is known.
  public var secondOfDay: Int?
  /// How exactly it is known.
  public var precision: Precision

  /// Creates a day without a clock.
  public init(_ day: CalendarDay) {
    (self.day, secondOfDay, precision) = (day, nil, .day)
  }

  /// Creates a time.
  /// - Precondition: `secondOfDay` is in 0 … 86 399.
  public init(_ day: CalendarDay, secondOfDay: Int, precision: Precision) {
    precondition((0..<86_400).contains(secondOfDay), "no second \(secondOfDay) in a day")
    self.day = day
    self.secondOfDay = precision == .day ? nil : secondOfDay
    self.precision = precision
  }

  /// The hour of the day, 0 … 23; nil where only the day is known.
  public var hour: Int? { secondOfDay.map { $0 / 3_600 } }

  /// Whether the clock is known to the minute, so that differences in minutes mean something.
  public var knowsClock: Bool { precision >= .minute }

  /// The first second it may mean, counted from the beginning of 1970-01-01 by the same clock.
  public var firstSecond: Int { day.daysSinceEpoch * 86_400 + (secondOfDay ?? 0) }

  /// Returns the minutes from an earlier time to this one, negative if it is later; nil unless both know the clock.
  ///
  /// A day has 24 hours: a night in which the clock is changed counts an hour too much or too little.
  public func minutes(since earlier: RecordTime) -> Double? {
    guard knowsClock, earlier.knowsClock else { return nil }
    return Double(firstSecond - earlier.firstSecond) / 60
  }

  /// Whether it is surely before another time, whatever their precision leaves open.
  public func isSurelyBefore(_ other: RecordTime) -> Bool {
    firstSecond + precision.seconds <= other.firstSecond
  }

  /// Returns the least number of minutes since an earlier time that a day or an hour without minutes allows.
  func leastMinutes(since earlier: RecordTime) -> Double {
    let gap = firstSecond - earlier.firstSecond
    let slack = earlier.knowsClock ? 0 : earlier.precision.seconds
    return Double(gap - slack) / 60
  }
}

extension RecordTime: CustomStringConvertible {
  /// The time as the canonical file has it: `2019-01-01T08:30:15`, `2019-01-01T08:30`, `2019-01-01T08` or `2019-01-01`.
  public var text: String {
    guard let second = secondOfDay else { return day.text }
    let parts = [second / 3_600, second / 60 % 60, second % 60].prefix(precision.rawValue)
    return day.text + "T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// The text.
  public var description: String { text }

  /// Reads the form of the canonical file; nil for any other.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard [10, 13, 16, 19].contains(bytes.count), bytes[4] == 45, bytes[7] == 45,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    let date = CalendarDay(year: year, month: month, day: day)
    guard date.isReal else { return nil }
    guard bytes.count > 10 else {
      self.init(date)
      return
    }
    guard bytes[10] == 84 else { return nil }
    var parts: [Int] = []
    for start in stride(from: 11, to: bytes.count, by: 3) {
      guard start == 11 || bytes[start - 1] == 58, let part = Self.number(bytes[start..<start + 2])
      else { return nil }
      parts.append(part)
    }
    let precision: Precision = parts.count == 1 ? .hour : parts.count == 2 ? .minute : .second
    while parts.count < 3 { parts.append(0) }
    guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
    self.init(date, secondOfDay: parts[0] * 3_600 + parts[1] * 60 + parts[2], precision: precision)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.allSatisfy { (48...57).contains($0) } ? bytes.reduce(0) { $0 * 10 + Int($1) - 48 } : nil
  }
}
