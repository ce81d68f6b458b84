import DunjingScenario

/// A language the report is written in.
public typealias Language = TextLanguage

extension TextLanguage {
  /// The BCP 47 tag for the page.
  var tag: String {
    switch self {
    case .zh: "zh-Hans"
    case .en: "en"
    }
  }
}

extension LocalizedText {
  /// Joins two texts, language by language.
  static func + (first: LocalizedText, second: LocalizedText) -> LocalizedText {
    LocalizedText(zh: first.zh + second.zh, en: first.en + second.en)
  }

  /// The text with an emphasis mark that the page turns into strong type.
  var strong: LocalizedText { LocalizedText(zh: "**\(zh)**", en: "**\(en)**") }

  /// The text with a capital letter first, for headings and labels in English.
  var capitalized: LocalizedText {
    LocalizedText(zh: zh, en: en.prefix(1).uppercased() + en.dropFirst())
  }

  /// Joins sentences: English ones with a space, Chinese ones without.
  static func sentences(_ parts: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: parts.map(\.zh).joined(), en: parts.map(\.en).filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Joins the members of a list: 甲、乙和丙; a, b and c.
  static func list(_ parts: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: joined(parts.map(\.zh), separator: "、", last: "和").spaced,
      en: joined(parts.map(\.en), separator: ", ", last: " and "))
  }

  /// Joins the members of a list that have commas of their own: 甲，其一；乙，其二; a, the one, and b, the other.
  static func clauses(_ parts: [LocalizedText]) -> LocalizedText {
    LocalizedText(zh: parts.map(\.zh).joined(separator: "；"), en: list(parts).en)
  }

  private static func joined(_ parts: [String], separator: String, last: String) -> String {
    guard let final = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: separator) + last + final
  }
}

extension String {
  /// The Chinese text with a space between 和 or 与 and a Latin letter, digit or sign, as between other words.
  var spaced: String {
    replacing(/([!-~])([和与])/) { "\($0.1) \($0.2)" }.replacing(/([和与])([!-~])/) { "\($0.1) \($0.2)" }
  }

  /// The Chinese text as it stands before a Chinese character: with a space after a Latin letter, digit or sign.
  var beforeHan: String {
    guard let last = NumberMark.plain(self).last(where: { $0 != "*" }), last.isASCII else { return self }
    return self + " "
  }
}
