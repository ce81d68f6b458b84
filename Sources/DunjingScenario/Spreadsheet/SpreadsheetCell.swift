/// How texts stand in the cells of a table that Excel opens and saves, and what the cells mean that it has saved.
///
/// Excel reads a cell of a CSV file as if it were typed: `01` becomes 1, `1-2` a date, `08:00` a time, `-` the beginning of a
/// formula, and a number is saved as it is shown. A text at risk is therefore written as the formula `="01"`, which every
/// spreadsheet shows as 01 and saves as 01 or as it was.
enum SpreadsheetCell {
  /// What a column holds.
  enum Kind: Equatable {
    /// Numbers.
    case number
    /// `true` and `false`.
    case flag
    /// Texts, which may look like numbers.
    case text
    /// Numbers, lists or records as YAML has them.
    case free
  }

  /// Returns a text as it is written into the file.
  static func written(_ text: String, _ kind: Kind) -> String {
    let isPlain = kind == .number || kind == .flag || !isAtRisk(text, kind)
    return CSVQuoting.cell(isPlain ? text : "=\"" + text.replacing("\"", with: "\"\"") + "\"")
  }

  /// Returns the text that a saved cell means: that of a formula `="01"`, and LF for breaks of lines.
  static func meant(_ cell: String) -> String {
    let text = cell.contains("\r") ? cell.replacing("\r\n", with: "\n") : cell
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 2 else { return text }
    return String(text.dropFirst(2).dropLast()).replacing("\"\"", with: "\"")
  }

  /// Whether Excel would turn a text into something else.
  static func isAtRisk(_ text: String, _ kind: Kind) -> Bool {
    guard let first = text.unicodeScalars.first, text.count <= 200 else { return false }
    if kind == .free && (first == "[" || first == "{") { return false }
    if let value = Double(text) { return kind == .text && !isKept(text, value) }
    if "=+-@".unicodeScalars.contains(first) { return true }
    let lower = text.lowercased()
    return lower == "true" || lower == "false" || isDateLike(lower) || isAmountLike(text)
  }

  /// Whether Excel shows a number as it was typed.
  private static func isKept(_ text: String, _ value: Double) -> Bool {
    text.count <= 11 && (Int(text).map { "\($0)" == text } ?? ("\(value)" == text && !text.hasSuffix(".0")))
  }

  /// Whether a text looks like a date, a time or a fraction: `1-2`, `2024/1/1`, `8:00`, `5月1日`, `mar-5`.
  private static func isDateLike(_ lower: String) -> Bool {
    let isNumeric = lower.allSatisfy { ("0"..."9").contains($0) || "-/:. 年月日时分".contains($0) }
    if isNumeric && lower.first?.isNumber == true { return lower.contains { !$0.isNumber } }
    let letters = lower.filter(\.isLetter)
    let isMonth = letters.count >= 3 && months.contains { $0.hasPrefix(letters) }
    return isMonth && lower.contains(where: \.isNumber)
      && lower.allSatisfy { $0.isLetter || $0.isNumber || "-/. ".contains($0) }
  }

  /// Whether a text looks like an amount: `1,234`, `5%`, `¥5`.
  private static func isAmountLike(_ text: String) -> Bool {
    text.contains { ("0"..."9").contains($0) }
      && text.allSatisfy { ("0"..."9").contains($0) || ",.%¥￥$€£() ".contains($0) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december", "sept"
  ]
}
