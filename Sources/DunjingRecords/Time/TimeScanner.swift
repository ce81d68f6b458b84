import DunjingScenario

/// Reads the parts of a written time from left to right.
struct TimeScanner {
  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The text in capital ASCII letters, with the marks of Chinese dates turned into separators.
  static func plain(_ text: String) -> [UInt8] {
    guard text.utf8.contains(where: { $0 > 127 }) else { return Array(text.uppercased().utf8) }
    var plain = ""
    var meridiem = ""
    for character in text {
      switch character {
      case "年", "月": plain += "-"
      case "日", "号", "\u{3000}", "\u{202F}", "\u{A0}": plain += " "
      case "时", "点", "分", "：": plain += ":"
      case "／": plain += "/"
      case "秒", "午", "上": if character == "上" { meridiem = " AM" }
      case "下": meridiem = " PM"
      default: plain.append(character)
      }
    }
    while let last = plain.last, last == ":" || last == " " { plain.removeLast() }
    return Array((plain + meridiem).uppercased().utf8)
  }

  private mutating func skip(_ characters: String) {
    while position < bytes.count, characters.utf8.contains(bytes[position]) { position += 1 }
  }

  private mutating func take(_ characters: String) -> UInt8? {
    guard position < bytes.count, characters.utf8.contains(bytes[position]) else { return nil }
    position += 1
    return bytes[position - 1]
  }

  private mutating func integer() -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while position < bytes.count, (48...57).contains(bytes[position]), position - start < 5 {
      value = value * 10 + Int(bytes[position]) - 48
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
  ]

  /// The month of an English name, whole or cut to three letters.
  private mutating func monthName() -> Int? {
    let letters = bytes[position...].prefix { (65...90).contains($0) }
    guard letters.count >= 3,
      let month = Self.months.firstIndex(where: { letters.starts(with: $0.utf8) })
    else { return nil }
    position += letters.count
    return month + 1
  }

  /// The day.
  mutating func date() -> TimeText.Date? {
    if let month = monthName() {
      skip(" .")
      guard let day = integer() else { return nil }
      skip(", ")
      guard let year = integer(), year.digits == 4 else { return nil }
      return .known(CalendarDay(year: year.value, month: month, day: day.value))
    }
    guard let first = integer(), take("-/. ") != nil else { return nil }
    let name = monthName()
    guard let second = name.map({ ($0, 2) }) ?? integer(), take("-/. ") != nil, let third = integer(),
      second.1 <= 2
    else { return nil }
    if first.digits == 4, third.digits <= 2 {
      return .known(CalendarDay(year: first.value, month: second.0, day: third.value))
    }
    guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
    let year = third.digits == 4 ? third.value : 2_000 + third.value
    if name != nil { return .known(CalendarDay(year: year, month: second.0, day: first.value)) }
    return .yearLast(first: first.value, second: second.0, year: year)
  }

  /// Goes on to the clock; false where the text ends with the day.
  mutating func skipToClock() -> Bool {
    skip(" ,")
    if position < bytes.count, bytes[position] == 84 { position += 1 }
    skip(" ")
    return !isAtEnd
  }

  /// The clock: hours, and maybe minutes, seconds, a fraction, and AM or PM.
  mutating func clock() -> (second: Int, precision: RecordTime.Precision, hasMeridiem: Bool)? {
    guard var hour = integer()?.value else { return nil }
    var (minute, second, precision) = (0, 0, RecordTime.Precision.hour)
    if take(":") != nil {
      guard let value = integer(), value.digits == 2 || value.digits == 1 else { return nil }
      (minute, precision) = (value.value, .minute)
      if take(":") != nil {
        guard let value = integer() else { return nil }
        (second, precision) = (value.value, .second)
        if take(".,") != nil { skip("0123456789") }
      }
    }
    let meridiem = meridiem()
    if let meridiem {
      guard (1...12).contains(hour) || hour == 0 else { return nil }
      hour = hour % 12 + (meridiem == 80 ? 12 : 0)
    }
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return (hour * 3_600 + minute * 60 + second, precision, meridiem != nil)
  }

  private mutating func meridiem() -> UInt8? {
    let start = position
    skip(" ")
    if let letter = take("AP") {
      _ = take(".")
      if take("M") != nil {
        _ = take(".")
        return letter
      }
    }
    position = start
    return nil
  }

  /// Minutes ahead of UTC, where the text says so.
  mutating func offset() -> Int? {
    let start = position
    skip(" ")
    if take("Z") != nil { return 0 }
    if bytes[position...].elementsEqual("UTC".utf8) || bytes[position...].elementsEqual("GMT".utf8) {
      position = bytes.count
      return 0
    }
    guard let sign = take("+-"), let hours = integer(), hours.digits == 2 || hours.digits == 4 else {
      position = start
      return nil
    }
    var minutes = hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
    if hours.digits == 2, take(":") != nil { minutes += integer()?.value ?? 0 }
    return sign == 45 ? -minutes : minutes
  }
}

extension TimeScanner {
  /// Reads a cell that holds only a clock: `7`, `0730`, `07:30`, `7:30:15 PM`.
  static func clock(_ text: String) -> (second: Int, precision: RecordTime.Precision)? {
    let bytes = plain(text)
    if bytes.count == 3 || bytes.count == 4, bytes.allSatisfy({ (48...57).contains($0) }) {
      let value = bytes.reduce(0) { $0 * 10 + Int($1) - 48 }
      let (hour, minute) = (value / 100, value % 100)
      return hour < 24 && minute < 60 ? (hour * 3_600 + minute * 60, .minute) : nil
    }
    var scanner = TimeScanner(bytes)
    guard let clock = scanner.clock(), scanner.isAtEnd else { return nil }
    return (clock.second, clock.precision)
  }
}
