import ArgumentParser
import Dunjing
import Foundation

/// `dunjing plan`: divides an experiment into units of work for many machines.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: String(
      zh: "把一次试验分成工作单元，供多台机器或长时间计算。",
      en: "Divides an experiment into units of work, for many machines or many hours."),
    discussion: String(
      zh: """
        文件夹中写入 plan.json 和研究的副本。此后 dunjing submit 送出工作单元，dunjing run --shard 计算一份，dunjing status \
        说明进度，dunjing resume 补算缺失的，dunjing merge 合成一次运行，与在本机算出的逐字节相同。见 Documentation/Scale.md。
        """,
      en: """
        The folder gets plan.json and a copy of the study. Then dunjing submit sends the units out, dunjing run --shard plays \
        a share, dunjing status says how far they are, dunjing resume plays what is missing, and dunjing merge makes a run of \
        them, the same to the byte as one played here. Documentation/Scale.md describes it.
        """,
      examples: """
        dunjing plan scenarios/jilin --out out/jilin-plan --replications 200
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(name: [.long, .short], help: ArgumentHelp(zh: "试验的文件夹。", en: "The folder of the experiment."))
  var out: String?

  @OptionGroup var options: ExperimentOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      zh: "一个工作单元约占一个核心多少秒（默认：300）；至少一次重复。",
      en: "Seconds of one core that a unit should take (default: 300); a unit is at least one replication."))
  var unitSeconds: String?

  @Flag(help: ArgumentHelp(zh: "只说明计划会是怎样，不写文件。", en: "Say what the plan would be, and write nothing."))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      zh: "替换文件夹中已有的试验及其全部结果。",
      en: "Replace an experiment that is already in the folder, with all its results."))
  var overwrite = false

  @Option(help: LanguageOption.ofMessages)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "以 JSON 输出计划。", en: "Print the plan as JSON."))
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages) {
      let folder = try folder()
      // Before a study is measured in vain.
      if let folder, !dryRun { try folder.checkFree(overwrite: overwrite) }
      let (plan, files) = try plan()
      if let folder, !dryRun { try write(plan, files, to: folder) }
      print(
        json
          ? try JSONFile.text(plan)
          : PlanText(plan, folder: dryRun ? nil : out).text(in: language.messages))
    }
  }

  private func plan() throws -> (WorkPlan, [String: [UInt8]]) {
    let (valid, files) = try setting.loadWithFiles(path)
    let (experiment, engine, cost) = try WorkMeter.measure {
      var experiment = try Experiment(
        valid, of: ScenarioBundle(files: files), setting: setting.overrides())
      try options.set(&experiment)
      return experiment
    }
    let replications = experiment.precision?.maximumReplications ?? experiment.replications
    let plan = WorkPlan(
      scenarioHash: valid.bundleHash, scenarioPath: path,
      name: valid.scenario.name, studyFiles: files.keys.sorted(), settings: try setting.record() ?? [],
      seed: experiment.seed, replications: replications,
      precision: experiment.precision.map { .init(pilot: experiment.replications, settings: $0) },
      treatments: experiment.treatments.map { valid.scenario.treatments[$0].id }, version: Version.text,
      engine: engine, cost: cost,
      units: try division().units(
        replications: replications, treatments: experiment.treatments.count, cost: cost))
    return (plan, files)
  }

  private func division() throws -> WorkDivision {
    guard let unitSeconds else { return WorkDivision() }
    guard let seconds = Double(unitSeconds), seconds > 0 && seconds <= 86_400 else {
      throw CommandFault(
        zh: "--unit-seconds 应大于 0 且不大于 86400，而不是 \(unitSeconds)。",
        en: "--unit-seconds has to be more than 0 and at most 86400, not \(unitSeconds).")
    }
    return WorkDivision(wantedSeconds: seconds, longestSeconds: max(seconds, 600))
  }

  private func folder() throws -> WorkFolder? {
    guard let out else {
      if dryRun { return nil }
      throw CommandFault(
        zh: "请用 --out 指明试验文件夹，或加 --dry-run 只看计划。",
        en: "say with --out which folder the experiment goes to, or only look at the plan with --dry-run.")
    }
    return WorkFolder(out)
  }

  private func write(_ plan: WorkPlan, _ files: [String: [UInt8]], to folder: WorkFolder) throws {
    try folder.clear(overwrite: overwrite)
    try folder.write(plan, study: files)
  }
}
