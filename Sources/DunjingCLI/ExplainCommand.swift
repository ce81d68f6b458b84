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
        """))

  @Argument(help: ArgumentHelp(zh: "键名；不给出则列出顶层各键。", en: "The key; without one, the keys of the top level."))
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
        throw CommandFault(zh: error.text(in: .zh), en: error.text(in: .en))
      }
    }
  }
}
