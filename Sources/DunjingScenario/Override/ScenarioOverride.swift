/// A key of a scenario with the value that takes the place of the one in its file.
///
/// A key is written as in messages and in ``ScenarioReference``: records of lists by their id or by their position,
/// counted from 0, such as `treatments.sink20.sinkRatio.agency` or `treatments[1].streetShare`. A value is written as in
/// `scenario.yaml`; texts, dates and times need no quotes.
public struct ScenarioOverride: Sendable, Hashable, Codable {
  /// The key path.
  public let key: String
  /// The value as text.
  public let value: String

  /// Creates an override.
  public init(key: String, value: String) {
    self.key = Self.trimmed(key)
    self.value = Self.trimmed(value)
  }

  /// Reads `KEY=VALUE`; nil without a key or an equals sign.
  public init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    self.init(key: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
    if key.isEmpty { return nil }
  }

  /// The override as it is typed, without the name of the option.
  public var text: String { "\(key)=\(value)" }

  /// The override as messages name it.
  var source: String { "--set \(text)" }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
