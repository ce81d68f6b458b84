import ArgumentParser
import Dunjing
import Foundation

/// `dunjing validate`: checks a study and says what was understood.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: String(
      zh: "检查一个研究，说明从中读出了什么，不作仿真。", en: "Checks a study and says what was understood, without simulating."),
    discussion: String(
      zh: """
        所有错误一次列出，带文件、行和列。研究无误时，说明读出了什么：地点、日均警情、各类警力、公式算出的覆盖。与通常相差很远的数，\
        连同其键指出。
        """,
      en: """
        All that is wrong is named at once, with file, line and column. Of a sound study it says what was understood: places, \
        incidents a day, the force by category, coverage by formula. Numbers far from what is usual are named with their key.
        """,
      examples: """
        dunjing validate scenarios/baicheng
        dunjing validate scenarios/baicheng --set community.visitHours=2 --json
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages, writes: false) {
      let valid = try ScenarioBundle(path: path).loadWithAssumptions(setting: try setting.overrides())
      let summary = StudySummary(World(keeping: valid), valid)
      print(json ? try JSONFile.text(summary) : StudySummaryText(summary, in: language.messages).text)
    }
  }
}
