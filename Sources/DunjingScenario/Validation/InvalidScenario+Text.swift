extension InvalidScenario: CustomStringConvertible {
  /// The issues, one on each line, in English.
  public var description: String { text(in: .en) }

  /// Returns the issues, one on each line, in a language.
  ///
  /// Of issues of one file with the same cause, such as a hundred rows that name the same missing station, only the
  /// first three are shown and the rest are counted.
  public func text(in language: TextLanguage) -> String {
    let counts = Dictionary(issues.map { ($0.cause, 1) }, uniquingKeysWith: +)
    var shown: [ScenarioIssue.Cause: Int] = [:]
    var lines: [String] = []
    for issue in issues {
      let number = shown[issue.cause, default: 0] + 1
      shown[issue.cause] = number
      let rest = counts[issue.cause, default: 0] - Self.shownOfEachCause
      if number <= Self.shownOfEachCause || rest == 1 { lines.append(issue.text(in: language)) }
      if number == Self.shownOfEachCause && rest > 1 {
        lines.append(
          language == .zh ? "\(issue.file): 另有 \(rest) 处同类错误" : "\(issue.file): and \(rest) more like this")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static let shownOfEachCause = 3
}

extension ScenarioIssue {
  /// What issues have in common that one correction may mend.
  struct Cause: Hashable {
    var file: String
    var column: String
    var subject: String
    var remedy: String
  }

  /// The cause: the file, the key path whatever the row, and the name that is not known or the remedy.
  var cause: Cause {
    Cause(
      file: file, column: Self.withoutNumbers(keyPath), subject: subject,
      remedy: Self.withoutNumbers(remedy.en))
  }

  private static func withoutNumbers(_ text: String) -> String {
    String(decoding: text.utf8.filter { !(48...57).contains($0) }, as: UTF8.self)
  }
}
