import ArgumentParser
import Dunjing
import Foundation

/// `dunjing replay`: one measured day of one treatment as a page with an animated map.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Writes a page that plays one measured day of one treatment on a map.",
    discussion: """
      The warm-up and the days before are simulated first. Example:

        dunjing replay scenarios/baicheng --treatment sink20 --day 5 --out day.html
      """)

  @Argument(help: "The folder of the study.")
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(help: "The id of the treatment (default: the baseline).")
  var treatment: String?

  @Option(
    parsing: .unconditional,
    help: "The measured day, from 1 (default: the first that is no Saturday or Sunday).")
  var day: String?

  @Option(parsing: .unconditional, help: "Number of the replication, from 0.")
  var replication: String = "0"

  @Option(parsing: .unconditional, help: "Master seed (default: as in the study).")
  var seed: String?

  @Option(help: "The page to write.")
  var out: String

  @Flag(help: "Replace the file if it is there already.")
  var overwrite = false

  @Option(help: "Language of page and messages: zh, en or both (= by locale).")
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      let replication = try CommandNumber.whole(replication, "--replication", in: 0...99_999)
      let seed = try seed.map(CommandNumber.seed)
      try FileFault.checkFree(out, overwrite: overwrite)
      var experiment = try Experiment(
        setting.load(path), of: ScenarioBundle(path: path), setting: setting.overrides())
      experiment.seed = seed ?? experiment.seed
      let treatment = try CommandTreatment.index(of: treatment, in: experiment.world)
      let horizon = experiment.world.scenario.time.horizonDays
      let day = try day.map { try CommandNumber.whole($0, "--day", in: 1...horizon) }
      let replay = experiment.replay(
        treatment: treatment, replication: replication, day: day ?? experiment.replayedDay)
      try write(ReplayPage(replay, scenario: experiment.world.scenario))
    }
  }

  private func write(_ page: ReplayPage) throws {
    do {
      try Data(page.html(in: language.messages).utf8).write(
        to: URL(fileURLWithPath: out), options: .atomic)
    } catch {
      throw FileFault(path: out, operation: .write, reason: error)
    }
    print(language.messages == .zh ? "已写入 \(out)" : "written to \(out)")
  }
}
