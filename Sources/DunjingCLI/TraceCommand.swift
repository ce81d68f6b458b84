import ArgumentParser
import Dunjing
import Foundation

/// `dunjing trace`: what happens in one replication of one treatment, event by event.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Writes what happens in one replication, event by event, as a table (CSV).",
    discussion: """
      The trace covers the first measured days. Documentation/Trace.md describes events and columns. Example:

        dunjing trace scenarios/baicheng --treatment sink20 --days 7 --out trace.csv
      """)

  @Argument(help: "The folder of the study.")
  var path: String

  @Option(help: "The id of the treatment (default: the baseline).")
  var treatment: String?

  @Option(parsing: .unconditional, help: "Number of the replication, from 0.")
  var replication: String = "0"

  @Option(parsing: .unconditional, help: "Measured days to trace.")
  var days: String = "7"

  @Option(parsing: .unconditional, help: "Master seed (default: as in the study).")
  var seed: String?

  @Option(help: "The file to write (default: standard output).")
  var out: String?

  @Flag(help: "Replace the file if it is there already.")
  var overwrite = false

  @Option(help: "Language of messages: zh, en or both (= by locale).")
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      let replication = try CommandNumber.whole(replication, "--replication", in: 0...99_999)
      let days = try CommandNumber.whole(days, "--days", in: 1...36_500)
      let seed = try seed.map(CommandNumber.seed)
      if let out { try FileFault.checkFree(out, overwrite: overwrite) }
      let bundle = ScenarioBundle(path: path)
      var experiment = try Experiment(bundle.load(), of: bundle, setting: [])
      experiment.seed = seed ?? experiment.seed
      let treatment = try CommandTreatment.index(of: treatment, in: experiment.world)
      let trace = experiment.trace(
        treatment: treatment, replication: replication, days: days)
      try write(TraceTable(trace, of: experiment.world))
    }
  }

  private func write(_ table: TraceTable) throws {
    guard let out else {
      FileHandle.standardOutput.write(Data(table.text.utf8))
      return
    }
    do {
      try Data(table.text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
    } catch {
      throw FileFault(path: out, operation: .write, reason: error)
    }
    let count = table.lines.count - 1
    print(language.messages == .zh ? "已写入 \(count) 个事件：\(out)" : "\(count) events written to \(out)")
  }
}
