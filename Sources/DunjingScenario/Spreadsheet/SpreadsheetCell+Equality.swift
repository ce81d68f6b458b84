extension SpreadsheetCell {
  /// Whether a saved text is what a spreadsheet makes of an original one, which therefore was not changed: a number with
  /// other zeros or as Excel shows it, `TRUE` for `true`, and for texts what is left of `01`, `2024-01-01` or `08:00`.
  static func isSame(_ saved: String, as original: String, _ kind: Kind) -> Bool {
    if saved == original { return true }
    switch kind {
    case .flag: return saved.lowercased() == original.lowercased()
    case .number, .free: return isNumber(saved, shownFor: original)
    case .text:
      if saved.lowercased() == original.lowercased(), Bool(original.lowercased()) != nil { return true }
      guard isAtRisk(original, .text) else { return false }
      return isNumber(saved, shownFor: original)
        || parts(of: saved).map { $0 == parts(of: original) } ?? false
    }
  }

  /// Returns the text by which a cell is looked up whatever a spreadsheet has done to it.
  static func lookup(_ text: String, _ kind: Kind) -> String {
    if let value = Double(text) { return "\(value)" }
    if kind == .text, let parts = parts(of: text) { return "\(parts)" }
    let lower = text.lowercased()
    return Bool(lower) == nil ? text : lower
  }

  /// Whether a number is another one as Excel shows it: all digits, or eleven characters, or six digits and an exponent.
  private static func isNumber(_ saved: String, shownFor original: String) -> Bool {
    guard let shown = Double(saved), let value = Double(original) else { return false }
    if shown == value { return true }
    let plain = saved.drop { $0 == "-" }
    let mantissa = plain.prefix { $0 != "e" && $0 != "E" }
    let isShort = mantissa.count < plain.count ? mantissa.count >= 7 : plain.count >= 10
    guard isShort, original.count > saved.count, let point = mantissa.firstIndex(of: ".") else {
      return false
    }
    let decimals = mantissa.distance(from: point, to: mantissa.endIndex) - 1
    let exponent = Int(plain.dropFirst(mantissa.count + 1)) ?? 0
    var step = 1.0
    for _ in 0..<abs(exponent - decimals) { step *= 10 }
    let unit = exponent >= decimals ? step : 1 / step
    return abs(value - shown) <= unit * 0.500_001
  }

  /// The numbers of a date or time, without seconds of zero; nil for other texts.
  private static func parts(of text: String) -> [Int]? {
    guard text.first?.isNumber == true,
      text.allSatisfy({ ("0"..."9").contains($0) || "-/:年月日".contains($0) })
    else { return nil }
    var parts = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    if text.contains(":") && parts.count == 3 && parts[2] == 0 { parts.removeLast() }
    return parts.count > 1 ? parts : nil
  }
}
