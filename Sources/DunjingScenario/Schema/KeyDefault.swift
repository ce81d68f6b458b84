/// What a scenario has that leaves a key out.
enum KeyDefault: Sendable {
  case number(Double)
  case flag(Bool)
  case text(String)
  case numbers([Double])
  case texts([String])
  /// A value that depends on something else, in words.
  case rule(LocalizedText)

  static func integer(_ value: Int) -> KeyDefault { .number(Double(value)) }

  static func name<Choice: RawRepresentable>(_ choice: Choice) -> KeyDefault where Choice.RawValue == String {
    .text(choice.rawValue)
  }

  static func rule(zh: String, en: String) -> KeyDefault { .rule(LocalizedText(zh: zh, en: en)) }

  /// The same as one value for each of the hours, weekdays or months.
  static func ones(_ count: Int) -> KeyDefault { .numbers([Double](repeating: 1, count: count)) }

  /// The value in JSON, or nil if it depends on something else.
  var json: String? {
    switch self {
    case .number(let value): value.short
    case .flag(let value): "\(value)"
    case .text(let value): JSONText.quoted(value)
    case .numbers(let values): "[\(values.map(\.short).joined(separator: ", "))]"
    case .texts(let values): "[\(values.map(JSONText.quoted).joined(separator: ", "))]"
    case .rule: nil
    }
  }

  /// The value as written in `scenario.yaml`, or the rule in words.
  var text: LocalizedText {
    switch self {
    case .text(""): LocalizedText(zh: "空", en: "empty")
    case .text(let value): LocalizedText(value)
    case .texts(let values): LocalizedText("[\(values.joined(separator: ", "))]")
    case .rule(let text): text
    default: LocalizedText(json ?? "")
    }
  }
}

/// Text in JSON.
package enum JSONText {
  /// Returns a text in quotes, with everything escaped that JSON wants escaped.
  package static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
