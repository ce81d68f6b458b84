extension ScenarioIssue: CustomStringConvertible {
  /// The issue on one line in English: `file:line:column: error: what is wrong; what to write instead`.
  public var description: String { text(in: .en) }

  /// Returns the issue on one line in a language.
  public func text(in language: TextLanguage) -> String {
    let place = file.isEmpty ? keyPath : line == 0 ? file : "\(file):\(line):\(column)"
    switch language {
    case .en: return "\(place): error: \(problem.en); \(remedy.en)"
    case .zh: return "\(place): 错误：\(problem.zh)；\(remedy.zh)"
    }
  }
}

extension ScenarioFault {
  /// Returns what is wrong; names the key path where the fault itself does not.
  func problem(at keyPath: String) -> LocalizedText {
    text(at: keyPath)?.problem ?? LocalizedText(keyPath)
  }

  /// What to write instead.
  var remedy: LocalizedText {
    text(at: "")?.remedy ?? LocalizedText("")
  }

  private func text(at keyPath: String) -> Message? {
    fileText ?? geoJSONText ?? settingText ?? rangeText ?? valueText(at: keyPath) ?? ruleText(at: keyPath)
  }

  typealias Message = (problem: LocalizedText, remedy: LocalizedText)

  static func message(_ zh: String, _ zhRemedy: String, _ en: String, _ enRemedy: String) -> Message {
    (LocalizedText(zh: zh, en: en), LocalizedText(zh: zhRemedy, en: enRemedy))
  }
}
