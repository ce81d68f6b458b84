/// A key of a scenario that a sweep varies, with its values as text.
public struct SweepFactor: Sendable, Equatable {
  /// The key path.
  public let key: String
  /// The values, in the order given; of a Latin hypercube the two ends.
  public let values: [String]

  /// Creates a factor.
  public init(_ key: String, values: [String]) {
    (self.key, self.values) = (key, values)
  }

  /// The values as numbers; nil if some are words.
  public var numbers: [Double]? { SweepFactor.numbers(values) }

  /// Texts as numbers; nil if some are words.
  static func numbers(_ texts: [String]) -> [Double]? {
    let numbers = texts.compactMap { Double($0) }.filter(\.isFinite)
    return numbers.count == texts.count ? numbers : nil
  }

  /// The most values that a factor may have.
  public static let mostValues = 10_000

  /// Reads `from:to:step`, or values with commas between them; nil if it is neither or some value is there twice.
  ///
  /// Steps are counted in decimals, so that 0:0.3:0.1 is 0, 0.1, 0.2 and 0.3. The end is left out where no step meets it.
  public static func values(of text: String) -> [String]? {
    if text.contains(":") && !text.contains(",") {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Decimal(String($0)) }
      guard parts.count == 3, let from = parts[0], let to = parts[1], let step = parts[2] else { return nil }
      return steps(from, to, step)
    }
    let values = split(text)
    let isPlain = values.allSatisfy { !$0.isEmpty } && Set(values).count == values.count
    return isPlain && values.count <= mostValues ? values : nil
  }

  /// Reads the two ends of `from:to`, the lesser first; nil if they are not.
  public static func ends(of text: String) -> [String]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Decimal(String($0)) }
    guard parts.count == 2, let from = parts[0], let to = parts[1], from.value < to.value else { return nil }
    return [from.text, to.text]
  }

  private static func steps(_ from: Decimal, _ to: Decimal, _ step: Decimal) -> [String]? {
    let decimals = max(from.decimals, to.decimals, step.decimals)
    guard let first = from.scaled(to: decimals), let last = to.scaled(to: decimals),
      let width = step.scaled(to: decimals), width > 0, first <= last
    else { return nil }
    let count = (last - first) / width + 1
    guard count <= mostValues else { return nil }
    return (0..<count).map { Decimal(mantissa: first + $0 * width, decimals: decimals).text }
  }

  /// Parts between commas outside of brackets, so that lists and records may be values.
  private static func split(_ text: String) -> [String] {
    var (parts, depth) = ([""], 0)
    for character in text {
      if "[{".contains(character) { depth += 1 }
      if "]}".contains(character) { depth -= 1 }
      if character == "," && depth == 0 {
        parts.append("")
      } else if !(parts[parts.count - 1].isEmpty && character.isWhitespace) {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { part in
      String(part.reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}

/// A number with a finite number of decimals, without rounding.
struct Decimal: Equatable {
  let mantissa: Int
  let decimals: Int

  init(mantissa: Int, decimals: Int) {
    (self.mantissa, self.decimals) = (mantissa, decimals)
  }

  /// Reads a number such as −0.25, without an exponent and with at most nine decimals; nil for anything else.
  init?(_ text: String) {
    let plain = text.filter { !$0.isWhitespace }
    let isNegative = plain.hasPrefix("-")
    let parts = plain.drop { $0 == "-" || $0 == "+" }.split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), plain.count <= 16,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let mantissa = Int(parts.joined()), parts.count == 1 || (1...9).contains(parts[1].count)
    else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, decimals: parts.count == 2 ? parts[1].count : 0)
  }

  /// The nearest number with some decimals.
  init(rounding value: Double, decimals: Int) {
    self.init(mantissa: Int((value * Double(Self.power(decimals))).rounded()), decimals: decimals)
  }

  var value: Double { Double(mantissa) / Double(Self.power(decimals)) }

  /// The mantissa with more decimals; nil if it is too long.
  func scaled(to more: Int) -> Int? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Self.power(more - decimals))
    return overflow ? nil : product
  }

  /// The number without zeros at its end.
  var text: String {
    let digits = String(abs(mantissa))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = mantissa < 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    let fraction = String(padded.suffix(decimals).reversed().drop { $0 == "0" }.reversed())
    return sign + padded.dropLast(decimals) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
  }
}
