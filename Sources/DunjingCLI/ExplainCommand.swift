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
        guard let list = keys(describedBy: error) else {
          throw CommandFault(zh: error.text(in: .zh), en: error.text(in: .en))
        }
        print(list)
      }
    }
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
