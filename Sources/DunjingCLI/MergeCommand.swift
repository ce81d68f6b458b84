import ArgumentParser
import Dunjing
import Foundation

/// `dunjing merge`: makes a run out of the units of a planned experiment.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: String(
      zh: "把计划试验的工作单元合成一次运行：结果、表格和报告。",
      en: "Makes a run of the units of a planned experiment: results, tables and reports."),
    discussion: String(
      zh: """
        结果与 dunjing run 在一台机器上算出的逐字节相同。缺失、损坏、属于另一计划或另一程序版本的工作单元都会指出，并且不写任何文件。
        """,
      en: """
        The results are the same bytes as if dunjing run had played them on one machine. Units that are missing, damaged, of \
        another plan or of another build are named, and nothing is written.
        """,
      examples: """
        dunjing merge out/jilin-plan --out out/jilin
        """))

  @Argument(help: ArgumentHelp(zh: "计划试验的文件夹。", en: "The folder of the planned experiment."))
  var path: String

  @Option(
    help: ArgumentHelp(zh: "运行的文件夹；其中不得已有另一次运行。", en: "The folder of the run; it must not hold another one."))
  var out: String

  @Flag(help: ArgumentHelp(zh: "替换文件夹中已有的运行。", en: "Replace a run that is already in the folder."))
  var overwrite = false

  @Flag(
    help: ArgumentHelp(
      zh: "报告中不放动画日：它需要多算一次预热。", en: "Leave the animated day out of the reports: it costs one more warm-up."))
  var noReplay = false

  @Option(help: LanguageOption.ofReports)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "以 JSON 输出摘要。", en: "Print the summary as JSON."))
  var json = false

  func run() throws {
    let start = Date()
    try Reporting.run(in: language.messages) {
      try WorkFolder(path).checkPlanned()
      let folder = RunFolder(out)
      try folder.checkFree(resume: nil, overwrite: overwrite)
      let work = try WorkExperiment(WorkFolder(path), travelStore: TravelFolder.standard())
      let results = try work.replications(threads: ProcessInfo.processInfo.activeProcessorCount)
      let manifest = manifest(work)
      try folder.prepare(
        manifest, study: work.folder.path(of: WorkFolder.study), work.files, resume: nil,
        overwrite: overwrite)
      for (number, replication) in results.enumerated() {
        try folder.write(replication, replication: number, of: manifest)
      }
      try RunOutput(language: language, json: json, replays: !noReplay, out: out)
        .write(
          results, of: work.experiment, work.study, to: folder, manifest, since: start, isTimed: false)
      work.folder.removeDrafts(of: work.plan)
    }
  }

  private func manifest(_ work: WorkExperiment) -> RunFolder.Manifest {
    var manifest = RunFolder.Manifest(
      scenarioHash: work.plan.scenarioHash, scenarioPath: work.plan.scenarioPath, seed: work.plan.seed,
      replications: work.experiment.replications, precision: work.experiment.precision,
      treatments: work.plan.treatments, version: Version.text, build: BuildIdentity.text,
      settings: work.plan.settings.isEmpty ? nil : work.plan.settings)
    manifest.studyFiles = work.files.keys.sorted()
    return manifest
  }
}
