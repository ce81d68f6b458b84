/// Writes numbers: fixed decimals, a true minus sign, narrow no-break spaces between thousands.
///
/// A number that is not finite is written as a dash, never as `nan`.
enum NumberText {
  /// What stands for a missing number.
  static let missing = "–"
  /// The minus sign (U+2212).
  static let minus = "−"
  /// The space between thousands and before units (U+202F).
  static let thinSpace = "\u{202F}"

  /// A number with fixed decimals, such as `2 214.30` or `−0.25`.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return missing }
    let digits = max(0, min(decimals, 6))
    let scale = powerOfTen(digits)
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e18 else { return missing }
    let whole = Int64(scaled)
    let unit = Int64(scale)
    var text = grouped(whole / unit)
    if digits > 0 {
      let fraction = String(whole % unit)
      text += "." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
    return whole != 0 && value < 0 ? minus + text : text
  }

  /// A number with its sign, such as `+4.18`; zero, also after rounding, has none.
  static func signed(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    let isZero = !text.contains { $0.isNumber && $0 != "0" }
    return value > 0 && !isZero && text != missing ? "+" + text : text
  }

  /// A level; one that is not zero and would be rounded to zero is written as `<0.01`.
  static func level(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    guard value.isFinite, value != 0, !text.contains(where: { $0.isNumber && $0 != "0" }) else { return text }
    let bound = fixed(1 / powerOfTen(decimals), decimals: decimals)
    return value > 0 ? "<" + bound : ">" + minus + bound
  }

  /// A share as a percentage with one decimal, such as `61.2%`.
  static func percent(_ share: Double, decimals: Int = 1) -> String {
    let text = level(share * 100, decimals: decimals)
    return text == missing ? text : text + "%"
  }

  /// A signed relative change, such as `−9.7%`.
  static func signedPercent(_ share: Double, decimals: Int = 1) -> String {
    let text = signed(share * 100, decimals: decimals)
    return text == missing ? text : text + "%"
  }

  /// A ratio that was set, not estimated: `20%`, `27.5%`.
  static func ratio(_ share: Double) -> String {
    let percent = share * 100
    let isWhole = abs(percent - percent.rounded()) < 0.05
    return fixed(percent, decimals: isWhole ? 0 : 1) + "%"
  }

  /// Decimals that keep a number readable: none from 1000, one from 100, otherwise two.
  static func decimals(for magnitude: Double) -> Int {
    let size = abs(magnitude)
    if size >= 1000 { return 0 }
    return size >= 100 ? 1 : 2
  }

  /// Decimals that suit a whole column: those of its greatest number, so that all have the same.
  static func decimals(forColumn values: [Double]) -> Int {
    decimals(for: values.filter(\.isFinite).map(abs).max() ?? 0)
  }

  /// Decimals that show two digits of numbers that differ by this much: as many as ``decimals(for:)`` has, and more for small
  /// ones such as 0.0042.
  static func decimals(forSpread spread: Double) -> Int {
    let size = abs(spread)
    var decimals = decimals(for: size)
    guard size > 0, size < 1 else { return decimals }
    while decimals < 6, size * powerOfTen(decimals) < 9.95 { decimals += 1 }
    return decimals
  }

  /// Decimals that show two digits of the greatest number of a column.
  static func decimals(forSpreadOf values: [Double]) -> Int {
    decimals(forSpread: values.filter(\.isFinite).map(abs).max() ?? 0)
  }

  /// A whole number, such as `1 771`.
  static func whole(_ count: Int) -> String { fixed(Double(count), decimals: 0) }

  /// The first and last characters of a long identifier.
  static func shortened(_ identifier: String) -> String {
    identifier.count > 16 ? "\(identifier.prefix(8))…\(identifier.suffix(4))" : identifier
  }

  private static func grouped(_ value: Int64) -> String {
    let digits = Array(String(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += thinSpace }
      text.append(digit)
    }
    return text
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<max(0, exponent)).reduce(1) { product, _ in product * 10 }
  }
}
