extension InvalidScenario: CustomStringConvertible {
  /// The issues, one on each line, in English.
  public var description: String { text(in: .en) }

  /// Returns the issues, one on each line, in a language.
  ///
  /// Of issues of one file with the same cause, such as a hundred rows that name the same missing station, only the
  /// first three are shown; the rest are counted, with their lines.
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
        let more = issues.filter { $0.cause == issue.cause }.dropFirst(number)
        lines.append(Self.count(of: more, in: issue.file).text(in: language))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// How many issues a file has besides, and in which lines.
  private static func count(of more: ArraySlice<ScenarioIssue>, in file: String) -> LocalizedText {
    let head = LocalizedText(
      zh: "\(file): 另有 \(more.count) 处同类错误", en: "\(file): and \(more.count) more like this")
    var seen: Set<Int> = []
    let lines = more.map(\.line).filter { $0 > 0 && seen.insert($0).inserted }
    guard !lines.isEmpty else { return head }
    let list = lines.map(String.init).listed(atMost: mostLines)
    let isCut = lines.count > mostLines
    return LocalizedText(
      zh: "\(head.zh)（第 \(list.zh)\(isCut ? "" : " ")行）",
      en: "\(head.en) (\(EnglishCount.form(lines.count, "line", "lines")) \(list.en))")
  }

  private static let (shownOfEachCause, mostLines) = (3, 15)
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
