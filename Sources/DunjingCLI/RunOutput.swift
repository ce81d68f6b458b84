import Dunjing
import Foundation

/// Writes what a run came to: results, tables, the day on the map and the reports.
struct RunOutput {
  /// The language of reports and messages.
  let language: LanguageOption
  /// Whether the summary is printed as JSON.
  let json: Bool
  /// Whether the reports replay a day.
  let replays: Bool
  /// The folder as it was typed.
  let out: String

  /// Pools replications and writes all files of the run.
  /// - Parameters:
  ///   - start: when the work began.
  ///   - isTimed: whether the time since is that of the run, which the reports then tell.
  func write(
    _ results: [[ReplicationResult]], of experiment: Experiment, _ valid: ValidScenario, to folder: RunFolder,
    _ manifest: RunFolder.Manifest, since start: Date, isTimed: Bool = true
  ) throws {
    var manifest = manifest
    let result = experiment.pool(results, scenarioHash: valid.bundleHash)
    // Whole tenths, so that a report written later from the manifest says the same.
    let seconds = (Date().timeIntervalSince(start) * 10).rounded() / 10
    manifest.runSeconds = isTimed ? seconds : nil
    manifest.finishedAt = Date().formatted(
      Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: .current))
    let replay = replays ? Report.replay(of: experiment, result) : nil
    try folder.keep(replay, of: manifest)
    try write(result, valid.scenario, replay, to: folder, of: manifest)
    try folder.finish(manifest, result)
    try say(result, folder, seconds: seconds)
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

  /// How a run that adds replications ended.
  private func ending(_ precision: PrecisionOutcome, _ replications: Int) -> String {
    let isReached = precision.reason == .precision
    return language.messages == .zh
      ? "共 \(replications) 次重复，\(isReached ? "已" : "未")达到所要求的精度。"
      : "\(replications) replications; the precision asked for was \(isReached ? "" : "not ")reached."
  }
}

private struct RunSummary: Encodable {
  let out: String
  let reports: [String]
  let replications: Int
  let stopped: StoppingReason
  let unstable: [String]
}
