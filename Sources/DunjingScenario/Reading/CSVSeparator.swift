/// A character that takes the place of commas in tables of other programs.
enum CSVSeparator: Character, CaseIterable {
  case semicolon = ";"
  case tab = "\t"
  case bar = "|"
  case fullWidthComma = "，"
  case fullWidthSemicolon = "；"

  /// Finds the separator in a header that has no commas; the column counts from 1.
  static func find(in header: [CSVCell]) -> (separator: CSVSeparator, column: Int)? {
    guard header.count == 1, let text = header.first?.text else { return nil }
    for (index, character) in text.enumerated() {
      if let separator = CSVSeparator(rawValue: character) { return (separator, index + 1) }
    }
    return nil
  }

  /// What the separators are called.
  var name: LocalizedText {
    switch self {
    case .semicolon: LocalizedText(zh: "分号", en: "semicolons")
    case .tab: LocalizedText(zh: "制表符（Tab）", en: "tabs")
    case .bar: LocalizedText(zh: "竖线", en: "vertical bars")
    case .fullWidthComma: LocalizedText(zh: "全角逗号", en: "full-width commas")
    case .fullWidthSemicolon: LocalizedText(zh: "全角分号", en: "full-width semicolons")
    }
  }
}
