import ArgumentParser
import Dunjing

/// `dunjing locate`: where to stand, and whom to send where.
struct LocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate",
    abstract: String(
      zh: "为研究寻找最佳站点，或封堵出口拦截目标。", en: "Finds the best sites of a study, or seals exits against a target."),
    discussion: String(
      zh: """
        模型见 Documentation/Location.md。
        """,
      en: """
        Documentation/Location.md describes the models.
        """,
      examples: """
        dunjing locate scenarios/baicheng --model mclp --sites 20 --fixed kind:station
        dunjing locate --or-library pmed1.txt --model p-median --json
        dunjing locate interdict scenarios/baicheng --exits g001,g020 --posts kind:station
        dunjing locate standby scenarios/baicheng --budget 50
        """),
    subcommands: [LocateSitesCommand.self, LocateInterdictCommand.self, LocateStandbyCommand.self],
    defaultSubcommand: LocateSitesCommand.self)
}
