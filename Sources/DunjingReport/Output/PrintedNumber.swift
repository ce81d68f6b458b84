/// A number read back from the text of a cell: `+4.18`, `−9.7%`, `2 214.30°`.
///
/// A report rounds its numbers when it builds its tables; what is read back is what readers of the page see.
struct PrintedNumber: Equatable {
  /// The digits with `.` as decimal separator and `-` as minus, without separators of thousands.
  var text: String
  /// `%`, or empty.
  var unit: String
  /// Whether it has a sign, as differences have.
  var isSigned: Bool
  /// Whether it is marked as not significant (°).
  var isMarked: Bool

  /// The value.
  var value: Double? { Double(text) }

  /// Reads a number; nil where a text is anything else, such as a bound `<0.01`.
  init?(_ printed: String) {
    var rest = printed.filter { !$0.isWhitespace }[...]
    isMarked = rest.last == "°"
    if isMarked { rest = rest.dropLast() }
    unit = rest.last == "%" ? "%" : ""
    if !unit.isEmpty { rest = rest.dropLast() }
    let isNegative = rest.first == "−" || rest.first == "-"
    isSigned = isNegative || rest.first == "+"
    if isSigned { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    text = (isNegative ? "-" : "") + rest
  }

  /// Reads the ends of an interval, as of `+0.1 to +1.3`.
  static func range(_ printed: String) -> (lower: PrintedNumber, upper: PrintedNumber)? {
    for word in [" to ", " 至 "] {
      let ends = printed.components(of: word).map { PrintedNumber($0) }
      if ends.count == 2, let lower = ends[0], let upper = ends[1] { return (lower, upper) }
    }
    return nil
  }

  /// Reads the half width of an interval, as of `± 0.8`.
  init?(halfWidth printed: String) {
    guard printed.first == "±" else { return nil }
    self.init(String(printed.dropFirst()))
  }
}

extension String {
  /// The parts between the places where a word stands.
  fileprivate func components(of word: String) -> [String] {
    split(separator: word, omittingEmptySubsequences: false).map { String($0) }
  }
}
