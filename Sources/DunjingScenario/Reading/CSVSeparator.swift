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

  /// Returns the byte by which the first rows of a text fall into most cells: a comma, a semicolon or a tab.
  static func byte(of text: String) -> UInt8 {
    func most(_ separator: UInt8) -> Int {
      var scanner = CSVScanner(text, separator: separator)
      return (0..<5).compactMap { _ in scanner.next()?.count }.max() ?? 0
    }
    return [44, 59, 9].max { (most($0), $1) < (most($1), $0) } ?? 44
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
