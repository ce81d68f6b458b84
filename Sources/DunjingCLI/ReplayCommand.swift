import ArgumentParser
import Dunjing
import Foundation

/// `dunjing replay`: one measured day of one treatment as a page with an animated map.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: String(
      zh: "写出一页，在地图上播放一个方案的一个统计日。", en: "Writes a page that plays one measured day of one treatment on a map."
    ),
    discussion: String(
      zh: """
        先仿真预热期和此前各天。
        """,
      en: """
        The warm-up and the days before are simulated first.
        """,
      examples: """
        dunjing replay scenarios/baicheng --treatment sink20 --day 5 --out day.html
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(help: ArgumentHelp(zh: "方案的 id（默认：基线）。", en: "The id of the treatment (default: the baseline)."))
  var treatment: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "统计期的第几天，从 1 起（默认：第一个不是周末的日子）。",
      en: "The measured day, from 1 (default: the first that is no Saturday or Sunday)."))
  var day: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp(zh: "重复的编号，从 0 起。", en: "Number of the replication, from 0."))
  var replication: String = "0"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(zh: "主随机种子（默认：按研究）。", en: "Master seed (default: as in the study)."))
  var seed: String?

  @Option(help: ArgumentHelp(zh: "要写入的页面。", en: "The page to write."))
  var out: String

  @Flag(help: ArgumentHelp(zh: "替换已有的文件。", en: "Replace the file if it is there already."))
  var overwrite = false

  @Option(
    help: ArgumentHelp(
      zh: "页面和消息的语言：zh、en 或 both（按系统语言）。", en: "Language of page and messages: zh, en or both (= by locale).")
  )
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
