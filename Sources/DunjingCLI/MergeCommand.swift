import ArgumentParser
import Dunjing
import Foundation

/// `dunjing merge`: makes a run out of the units of a planned experiment.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Makes a run of the units of a planned experiment: results, tables and reports.",
    discussion: """
      The results are the same bytes as if dunjing run had played them on one machine. Units that are missing, damaged, of \
      another plan or of another build are named, and nothing is written. Example:

        dunjing merge out/jilin-plan --out out/jilin
      """)

  @Argument(help: "The folder of the planned experiment.")
  var path: String

  @Option(help: "The folder of the run; it must not hold another one.")
  var out: String

  @Flag(help: "Replace a run that is already in the folder.")
  var overwrite = false

  @Flag(help: "Leave the animated day out of the reports: it costs one more warm-up.")
  var noReplay = false

  @Option(help: "Language of the reports: zh, en or both.")
  var language = LanguageOption.both

  @Flag(help: "Print the summary as JSON.")
  var json = false

  func run() throws {
    let start = Date()
    try Reporting.run(in: language.messages) {
      try WorkFolder(path).checkPlanned()
      let work = try WorkExperiment(WorkFolder(path), travelStore: TravelFolder.standard())
      let results = try work.replications(threads: ProcessInfo.processInfo.activeProcessorCount)
      let folder = RunFolder(out)
      let manifest = manifest(work)
      try folder.prepare(
        manifest, study: work.folder.path(of: WorkFolder.study), work.files, resume: false,
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
