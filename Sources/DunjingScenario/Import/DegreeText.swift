/// A longitude or latitude that is no plain number, as people write it: `113°53′8.8″`, `东经113度53分8.8秒`, `113°53.147′`,
/// `N 30 24 49.5` or `124.05°E`.
///
/// Only what can be read in one way is read: numbers have their marks, or a direction where blanks alone divide them; minutes and
/// seconds are less than 60, and only the last number has decimals.
package struct DegreeText: Equatable, Sendable {
  /// Which of the two degrees of a position a text is.
  package enum Axis: Sendable {
    /// East or west.
    case longitude
    /// North or south.
    case latitude
  }

  /// The degrees as a decimal number; west and south are negative.
  package let value: Double
  /// Which of the two it is by its direction; nil where none stands there.
  package let axis: Axis?
  /// Whether it has minutes, which were converted.
  package let hasMinutes: Bool

  /// Reads a text; nil for a plain number and for anything else.
  package init?(_ text: String) {
    guard text.count <= Self.longest, Self.hasSign(text),
      let (direction, signed) = Self.direction(of: Self.plain(text))
    else { return nil }
    let numbers = signed.drop { "+-".contains($0) }
    // A direction is a sign already.
    guard signed.count - numbers.count <= (direction == nil ? 1 : 0), let parts = Self.parts(of: numbers),
      Self.areDivided(parts, hasDirection: direction != nil), let degrees = Self.degrees(parts),
      degrees <= (direction?.axis == .latitude ? 90 : 180)
    else { return nil }
    (axis, hasMinutes) = (direction?.axis, parts.count > 1)
    value = signed.first == "-" || direction?.isNegative == true ? -degrees : degrees
  }

  /// Reads a plain number, in degrees or kilometers.
  init?(number text: String) {
    guard let number = OfficeNumber.value(of: text) else { return nil }
    (value, axis, hasMinutes) = (number, nil, false)
  }

  /// Reads a cell that is either.
  init?(inCell text: String) {
    guard let found = DegreeText(text) ?? DegreeText(number: text) else { return nil }
    self = found
  }

  /// Whether a text has a mark or a direction, and not only numbers.
  static func hasSign(_ text: String) -> Bool { text.contains { signs.contains($0) } }

  private static let signs: Set<Character> = Set("°º˚度′´ˊ`'‘’＇分″〃\"“”＂秒经纬EWNSewnsＥＷＮＳ")

  /// The most characters of a text; longer ones are sentences.
  private static let longest = 40
}

extension DegreeText {
  private typealias Direction = (word: String, axis: Axis, isNegative: Bool)

  /// A number with the mark behind it.
  private struct Part {
    var digits: Substring
    var mark: Character?
  }

  private static let directions: [Direction] = [
    ("东经", .longitude, false), ("西经", .longitude, true), ("北纬", .latitude, false), ("南纬", .latitude, true),
    ("经度", .longitude, false), ("纬度", .latitude, false), ("e", .longitude, false), ("w", .longitude, true),
    ("n", .latitude, false), ("s", .latitude, true)
  ]

  private static let marks: [Character] = ["°", "'", "\""]

  /// A text in half-width and lower case, with one mark each for degrees, minutes and seconds.
  private static func plain(_ text: String) -> Substring {
    let shown = text.map { character in
      switch character {
      case "°", "º", "˚", "度": "°"
      case "′", "´", "ˊ", "`", "分": "'"
      case "″", "〃", "秒": "\""
      default: FullWidthCharacter.halfWidth(of: character) ?? String(character)
      }
    }
    // The words 经度 and 纬度 are no marks of degrees.
    return shown.joined().lowercased().replacing("''", with: "\"").replacing("经°", with: "经度")
      .replacing("纬°", with: "纬度").trimmingSpaces[...]
  }

  /// The direction before or behind the numbers, and the text without it; nil where there are two.
  private static func direction(of text: Substring) -> (Direction?, Substring)? {
    for direction in directions {
      let isBefore = text.hasPrefix(direction.word)
      guard isBefore || text.hasSuffix(direction.word) else { continue }
      var rest = isBefore ? text.dropFirst(direction.word.count) : text.dropLast(direction.word.count)
      rest = rest.drop { $0.isWhitespace }
      if isBefore, rest.first == ":" { rest = rest.dropFirst().drop { $0.isWhitespace } }
      return directions.contains { rest.hasPrefix($0.word) || rest.hasSuffix($0.word) }
        ? nil : (direction, rest)
    }
    return (nil, text)
  }

  /// The numbers with their marks; nil where anything else stands there, or no number, or more than three.
  private static func parts(of text: Substring) -> [Part]? {
    var (rest, parts) = (text.drop { $0.isWhitespace }, [Part]())
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let behind = rest.dropFirst(digits.count)
      rest = behind.drop { $0.isWhitespace }
      guard !digits.isEmpty, digits.first != ".", digits.last != ".", parts.count < marks.count else {
        return nil
      }
      let mark = rest.first.flatMap { marks.contains($0) ? $0 : nil }
      parts.append(Part(digits: digits, mark: mark))
      if mark != nil { rest = rest.dropFirst().drop { $0.isWhitespace } }
    }
    return parts.isEmpty ? nil : parts
  }

  /// Whether marks, or blanks beside a direction, say which number is which; the mark of the seconds may be missing.
  private static func areDivided(_ parts: [Part], hasDirection: Bool) -> Bool {
    guard zip(parts, marks).allSatisfy({ $0.mark == nil || $0.mark == $1 }) else { return false }
    if parts.allSatisfy({ $0.mark == nil }) { return hasDirection }
    let isLastOpen = parts.count == marks.count && parts.dropLast().allSatisfy { $0.mark != nil }
    return isLastOpen || parts.allSatisfy { $0.mark != nil }
  }

  /// The degrees of numbers; nil where minutes or seconds are 60 or more, or one that is not the last has decimals.
  private static func degrees(_ parts: [Part]) -> Double? {
    guard parts.dropLast().allSatisfy({ !$0.digits.contains(".") }) else { return nil }
    let values = parts.compactMap { Double($0.digits) }
    guard values.count == parts.count, values.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    let sum = zip(values, [1, 60, 3_600]).map { $0 / $1 }.reduce(0, +)
    // Seven decimals are a centimeter; further ones are only those of the division.
    return parts.count == 1 ? sum : (sum * 1e7).rounded() / 1e7
  }
}

extension DegreeText {
  /// That positions were written with minutes, and what was done.
  package static func converted(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "\(count) 处位置按度分秒写，已换算成度",
      en:
        "\(EnglishCount.text(count, "position", "positions")) in degrees, minutes and seconds converted to decimal degrees"
    )
  }
}
