import DunjingScenario

/// A CSV text under construction: UTF-8 with a byte order mark, so that Excel reads Chinese, and lines that end in CR LF.
public struct CSVText: Sendable {
  /// One field.
  public enum Field: Sendable {
    /// A text as it is.
    case text(String)
    /// A text that a spreadsheet must not take for a formula: an apostrophe precedes it where it would.
    case safe(String)
    /// A number; none, and one that is not finite, is an empty field.
    case number(Double?)
  }

  /// The text so far.
  public private(set) var text = "\u{FEFF}"

  /// Begins a table with the names of its columns.
  public init(_ header: [String]) {
    add(header.map(Field.safe))
  }

  /// Adds a row.
  public mutating func add(_ fields: [Field]) {
    text += fields.map(Self.written).joined(separator: ",") + "\r\n"
  }

  private static func written(_ field: Field) -> String {
    switch field {
    case .safe(let text):
      let isFormula = text.first.map { "=+-@＝＋－＠\t\r".contains($0) } ?? false
      return written(.text(isFormula ? "'" + text : text))
    case .text(let text):
      return CSVQuoting.cell(text)
    case .number(let value):
      guard let value, value.isFinite else { return "" }
      return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
  }
}
