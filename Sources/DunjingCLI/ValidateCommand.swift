import ArgumentParser
import Dunjing
import Foundation

/// `dunjing validate`: checks a study and says what was understood.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Checks a study and says what was understood, without simulating.",
    discussion: """
      All that is wrong is named at once, with file, line and column. Of a sound study it says what was understood: places, \
      incidents a day, the force by category, coverage by formula. Numbers far from what is usual are named with their key. Examples:

        dunjing validate scenarios/baicheng
        dunjing validate scenarios/baicheng --set community.visitHours=2 --json
      """)

  @Argument(help: "The folder of the study.")
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(help: "Language of messages: zh, en or both (= by locale).")
  var language = LanguageOption.both

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages) {
      let valid = try setting.load(path)
      let summary = StudySummary(World(keeping: valid), hash: valid.bundleHash)
      print(json ? try JSONFile.text(summary) : StudySummaryText(summary, in: language.messages).text)
    }
  }
}
