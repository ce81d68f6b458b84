import ArgumentParser
import Dunjing
import Foundation

/// `dunjing run`: plays all treatments of a study and writes results and reports.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: String(
      zh: "计算研究的全部方案，写出结果、表格和报告。",
      en: "Plays all treatments of a study and writes results, tables and reports."),
    discussion: String(
      examples: """
        dunjing run scenarios/baicheng --out out/baicheng --replications 10
        dunjing run out/jilin-plan --shard 3/100
        """))

  @Argument(
    help: ArgumentHelp(
      zh: "研究的文件夹；用 --shard 时为计划试验的文件夹。",
      en: "The folder of the study; with --shard that of a planned experiment."))
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(
    help: ArgumentHelp(zh: "运行的文件夹；其中不得已有另一次运行。", en: "The folder of the run; it must not hold another one."))
  var out: String?

  @Option(
    help:
      ArgumentHelp(
        zh: "只计算计划试验的一份：I/N，或 slurm（按 Slurm 数组任务）。结果留在其文件夹中。",
        en:
          "Play a share of a planned experiment instead: I/N, or slurm for the task of a Slurm array. Results stay in its folder."
      )
  )
  var shard: String?

  @OptionGroup var options: ExperimentOptions

  @Option(
    parsing: .unconditional,
    help:
      ArgumentHelp(
        zh: "线程数（默认：全部处理器；用 --shard 时为一个，或 Slurm 任务的个数）。不影响结果。",
        en:
          "Threads (default: all processors; with --shard one, or those of the Slurm task). The result does not depend on it."
      )
  )
  var threads: String?

  @OptionGroup var memoryOptions: MemoryOptions

  @Option(help: LanguageOption.ofReports)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "继续中断的运行。", en: "Go on with an interrupted run."))
  var resume = false

  @Flag(help: ArgumentHelp(zh: "替换文件夹中已有的运行。", en: "Replace a run that is already in the folder."))
  var overwrite = false

  @Flag(
    help: ArgumentHelp(
      zh: "报告中不放动画日：它需要多算一次预热。", en: "Leave the animated day out of the reports: it costs one more warm-up."))
  var noReplay = false

  @Flag(help: ArgumentHelp(zh: "以 JSON 输出摘要。", en: "Print the summary as JSON."))
  var json = false

  func run() throws {
    let start = Date()
    try Reporting.run(in: language.messages) {
      if let shard { return try play(shard: shard) }
      guard FolderContent(path) != .experiment else {
        throw CommandFault(
          zh: "\(path) 是计划的试验：用 dunjing resume \(Message.pasted(path)) 全部补算，或用 --shard I/N 计算一份。",
          en:
            "\(path) is a planned experiment: dunjing resume \(Message.pasted(path)) plays all that is missing, --shard I/N a "
            + "share.")
      }
      guard let out else {
        throw CommandFault(
          zh: "请用 --out 指明写入结果的文件夹，例如 --out out/run。",
          en: "say with --out which folder the results go to, such as --out out/run.")
      }
      // Before a study is loaded in vain.
      let folder = RunFolder(out)
      try folder.checkFree(resume: resume, overwrite: overwrite)
      let (wanted, budget) = (try threadCount(), try memoryOptions.budget(in: language.messages))
      let (valid, files) = try setting.loadWithFiles(path)
      var experiment = try Experiment(
        valid, of: ScenarioBundle(files: files), setting: setting.overrides())
      try options.set(&experiment)
      let threads = try budget.threads(wanted, for: experiment)
      var manifest = try manifest(experiment, valid)
      manifest.studyFiles = files.keys.sorted()
      try folder.prepare(manifest, study: path, files, resume: resume, overwrite: overwrite)
      Message.warnOfUnserved(experiment.world, experiment.treatments, in: language.messages)
      let results = try play(experiment, folder, of: manifest, threads: threads)
      try RunOutput(language: language, json: json, replays: !noReplay, out: out)
        .write(results, of: experiment, valid, to: folder, manifest, since: start)
    }
  }

  private func threadCount() throws -> Int {
    try ThreadOptions.count(threads) ?? ProcessInfo.processInfo.activeProcessorCount
  }

  private func manifest(_ experiment: Experiment, _ valid: ValidScenario) throws -> RunFolder.Manifest {
    RunFolder.Manifest(
      scenarioHash: valid.bundleHash, scenarioPath: path, seed: experiment.seed,
      replications: experiment.replications, precision: experiment.precision,
      treatments: experiment.treatments.map { experiment.world.scenario.treatments[$0].id },
      version: Version.text, build: BuildIdentity.text, settings: try setting.record())
  }
}
