/// Values as YAML writes them on one line; its texts in double quotes are those of JSON.
enum YAMLFlow {
  /// Returns a value on one line; texts that YAML would read otherwise are in quotes.
  static func text(of node: RawNode) -> String {
    switch node.content {
    case .scalar(let text, let isQuoted): isQuoted ? JSONText.quoted(text) : scalar(text)
    case .empty: "~"
    case .list(let elements): "[" + elements.map(Self.text).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\(scalar($0.key)): \(Self.text(of: $0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// Returns a text plain where YAML reads it as it is, otherwise in quotes.
  static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.first != "-" && text.first != " " && text.last != " "
      && text.allSatisfy { $0.isLetter || $0.isNumber || "_-+./ %".contains($0) }
    let isWord = ["null", "true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
    return Double(text) != nil || (isPlain && !isWord) ? text : JSONText.quoted(text)
  }
}
