import ArgumentParser
import Dunjing
import Foundation

/// `dunjing run`: plays all treatments of a study and writes results and reports.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Plays all treatments of a study and writes results, tables and reports.",
    discussion: "Example: dunjing run scenarios/baicheng --out out/baicheng --replications 10")

  @Argument(help: "The folder of the study.")
  var path: String

  @OptionGroup var setting: SettingOptions

  @Option(help: "The folder of the run; it must not hold another one.")
  var out: String

  @Option(
    parsing: .unconditional,
    help:
      "Replications of each treatment: exactly so many, whatever precision the study asks for (with drawn estimates whole draws, of two each)."
  )
  var replications: String?

  @Option(
    parsing: .unconditional,
    help:
      "Add replications until half widths are at most this share, such as 0.02 or 2% (default: as in the study)."
  )
  var precision: String?

  @Option(parsing: .unconditional, help: "Master seed (default: as in the study).")
  var seed: String?

  @Option(
    parsing: .unconditional, help: "Threads (default: all processors). The result does not depend on it.")
  var threads: String?

  @Option(help: "Treatments to play, ids separated by commas; the baseline is always played.")
  var treatments: String?

  @Option(help: "Language of the reports: zh, en or both.")
  var language = LanguageOption.both

  @Flag(help: "Go on with an interrupted run.")
  var resume = false

  @Flag(help: "Replace a run that is already in the folder.")
  var overwrite = false

  @Flag(help: "Leave the animated day out of the reports: it costs one more warm-up.")
  var noReplay = false

  @Flag(help: "Print the summary as JSON.")
  var json = false

  func run() throws {
    let start = Date()
    try Reporting.run(in: language.messages) {
      let numbers = try RunNumbers(
        replications: replications, precision: precision, seed: seed, threads: threads)
      let (valid, files) = try setting.loadWithFiles(path)
      var experiment = try Experiment(
        valid, of: ScenarioBundle(files: files), setting: setting.overrides())
      setReplications(of: &experiment, numbers)
      experiment.seed = numbers.seed ?? experiment.seed
      try restrict(&experiment)
      let folder = RunFolder(out)
      var manifest = try manifest(experiment, valid)
      manifest.studyFiles = files.keys.sorted()
      try folder.prepare(manifest, study: path, files, resume: resume, overwrite: overwrite)
      let results = try play(experiment, folder, of: manifest, threads: numbers.threads)
      let result = experiment.pool(results, scenarioHash: valid.bundleHash)
      // Whole tenths, so that a report written later from the manifest says the same.
      let seconds = (Date().timeIntervalSince(start) * 10).rounded() / 10
      manifest.runSeconds = seconds
      let replay = noReplay ? nil : Report.replay(of: experiment, result)
      try folder.keep(replay, of: manifest)
      try write(result, valid.scenario, replay, to: folder, of: manifest)
      try folder.finish(manifest, result)
      try say(result, folder, seconds: seconds)
    }
  }

  private func restrict(_ experiment: inout Experiment) throws {
    guard let treatments else { return }
    let ids = treatments.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let unknown = experiment.restrict(to: ids)
    guard unknown.isEmpty else {
      let known = experiment.world.scenario.treatments.map(\.id).joined(separator: ", ")
      throw CommandFault(
        zh: "--treatments：场景中没有 \(unknown.joined(separator: ", "))；现有：\(known)。",
        en: "--treatments: the study has no \(unknown.joined(separator: ", ")); it has \(known).")
    }
  }

  private func manifest(_ experiment: Experiment, _ valid: ValidScenario) throws -> RunFolder.Manifest {
    RunFolder.Manifest(
      scenarioHash: valid.bundleHash, scenarioPath: path, seed: experiment.seed,
      replications: experiment.replications, precision: experiment.precision,
      treatments: experiment.treatments.map { experiment.world.scenario.treatments[$0].id },
      version: Version.text, build: BuildIdentity.text, settings: try setting.record())
  }

  private func write(
    _ result: ExperimentResult, _ scenario: Scenario, _ replay: DayReplay?, to folder: RunFolder,
    of manifest: RunFolder.Manifest
  ) throws {
    try folder.write(try JSONFile.data(ResultsDocument(result)), to: "results.json")
    for file in ResultTables(result).files {
      try folder.write(Data(file.text.utf8), to: "tables/" + file.name)
    }
    let report = RunReport.make(result, scenario, manifest, replay)
    for language in language.reports {
      try folder.write(Data(report.html(in: language).utf8), to: "report.\(language.rawValue).html")
    }
  }

  private func say(_ result: ExperimentResult, _ folder: RunFolder, seconds: Double) throws {
    for warning in result.instabilityWarnings {
      Message.write(Message.warning(warning, in: language.messages))
    }
    let reports = language.reports.map {
      folder.url.appendingPathComponent("report.\($0.rawValue).html").path
    }
    if json {
      print(
        try JSONFile.text(
          RunSummary(
            out: folder.url.path, reports: reports, replications: result.replications,
            stopped: result.stoppingReason,
            unstable: result.treatments.filter(\.isUnstable).map(\.id))))
      return
    }
    let time = String(format: "%.1f s", seconds)
    if let precision = result.precision { print(ending(precision, result.replications)) }
    print(language.messages == .zh ? "完成，用时 \(time)。报告：" : "Done in \(time). Reports:")
    for report in reports {
      print("  " + report)
    }
    print(
      (language.messages == .zh
        ? "其他格式（PDF、Markdown、CSV、GeoJSON、JSON）：" : "Other formats (PDF, Markdown, CSV, GeoJSON, JSON): ")
        + "dunjing report \(Message.pasted(out)) --format all")
  }
}

private struct RunSummary: Encodable {
  let out: String
  let reports: [String]
  let replications: Int
  let stopped: StoppingReason
  let unstable: [String]
}
