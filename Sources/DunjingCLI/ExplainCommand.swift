import ArgumentParser
import Dunjing

/// `dunjing explain`: what a key of scenario.yaml means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: String(
      zh: "说明 scenario.yaml 的一个键：单位、取值、默认值及其来源、作用。",
      en: "Says what a key of scenario.yaml means: unit, values, default and its source, effect."),
    discussion: String(
      examples: """
        dunjing explain treatments.streetShare
        dunjing explain dispatch --language zh
        dunjing explain residents
        """))

  @Argument(
    help: ArgumentHelp(
      zh: "键名，或说明中的一个词；不给出则列出顶层各键。",
      en: "The key, or a word of its description; without one, the keys of the top level."))
  var key: String?

  @Option(
    help: ArgumentHelp(
      zh: "语言：zh、en 或 both；不给出则按系统语言。", en: "Language: zh, en or both; that of the locale unless given."))
  var language: LanguageOption = .both

  func run() throws {
    try Reporting.run(in: language.messages) {
      do {
        print(try ScenarioReference.explanation(of: key, in: language.messages))
      } catch let error as ScenarioReference.UnknownKey {
        guard
          let answer = try namesakes(of: error) ?? indicators(named: error.path) ?? keys(describedBy: error)
            ?? indicators(like: error)
        else { throw CommandFault(zh: error.text(in: .zh), en: error.text(in: .en)) }
        print(answer)
      }
    }
  }

  /// What each of the few keys means that have a name which is given without the part before it; nil where there are more, or none.
  private func namesakes(of unknown: ScenarioReference.UnknownKey) throws(ScenarioReference.UnknownKey)
    -> String?
  {
    let paths = unknown.suggestions
    guard (2...3).contains(paths.count), paths.allSatisfy({ $0.hasSuffix(".\(unknown.path)") }) else {
      return nil
    }
    var texts: [String] = []
    for path in paths { texts.append(try ScenarioReference.explanation(of: path, in: language.messages)) }
    return texts.joined(separator: "\n\n")
  }

  /// What the indicator means that has an id or a name; nil where none has.
  private func indicators(named word: String) -> String? {
    let word = word.lowercased()
    let found = Indicator.allCases.filter { $0.names.contains { $0.lowercased() == word } }
    return found.isEmpty ? nil : list(found)
  }

  /// What the indicators mean that have a word in their names; nil where there are none, or a key is nearly called so.
  private func indicators(like unknown: ScenarioReference.UnknownKey) -> String? {
    let word = unknown.path.lowercased()
    guard unknown.suggestions.isEmpty, unknown.known == nil, word.count > 1 else { return nil }
    let found = Indicator.allCases.filter { $0.names.contains { $0.lowercased().contains(word) } }
    guard !found.isEmpty else { return nil }
    let head =
      language.messages == .zh
      ? "没有名为 '\(unknown.path)' 的键；名称中有这个词的指标："
      : "There is no key '\(unknown.path)'; indicators with the word in their names:"
    return head + "\n" + list(found)
  }

  private func list(_ indicators: [Indicator]) -> String {
    let language = language.messages
    let all = language == .zh ? "  全部指标见 dunjing indicators" : "  All of them: dunjing indicators"
    let lines = indicators.flatMap { [$0.heading, "  " + $0.explanation.text(in: language)] }
    return (lines + [all]).joined(separator: "\n")
  }

  /// The keys whose descriptions hold a word that is no key, nor nearly one; nil where there are none.
  private func keys(describedBy unknown: ScenarioReference.UnknownKey) -> String? {
    let (language, word) = (language.messages, unknown.path)
    guard unknown.suggestions.isEmpty, unknown.known == nil,
      let list = ScenarioReference.keys(describedBy: word, in: language)
    else { return nil }
    let head =
      language == .zh
      ? "没有名为 '\(word)' 的键；说明中有这个词的键：" : "There is no key '\(word)'; keys whose description has the word:"
    return head + "\n" + list
  }
}
