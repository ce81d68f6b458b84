import ArgumentParser
import Dunjing

/// `dunjing explain`: what a key of scenario.yaml means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a key of scenario.yaml means: unit, values, default, effect.",
    discussion: """
      Examples:

        dunjing explain treatments.streetShare
        dunjing explain dispatch --language zh
      """)

  @Argument(help: "The key; without one, the keys of the top level.")
  var key: String?

  @Option(help: "Language: zh, en or both; that of the locale unless given.")
  var language: LanguageOption = .both

  func run() throws {
    do {
      print(try ScenarioReference.explanation(of: key, in: language.messages))
    } catch {
      throw ValidationError(error.text(in: language.messages))
    }
  }
}
