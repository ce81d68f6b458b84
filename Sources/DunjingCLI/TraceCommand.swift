import ArgumentParser
import Dunjing
import Foundation

/// `dunjing trace`: what happens in one replication of one treatment, event by event.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: String(
      zh: "把一次重复中发生的一切逐个事件写成表格（CSV）。",
      en: "Writes what happens in one replication, event by event, as a table (CSV)."),
    discussion: String(
      zh: """
        跟踪统计期的最初几天。事件和各列见 Documentation/Trace.md。
        """,
      en: """
        The trace covers the first measured days. Documentation/Trace.md describes events and columns.
        """,
      examples: """
        dunjing trace scenarios/baicheng --treatment sink20 --days 7 --out trace.csv
        """))

  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String

  @Option(help: ArgumentHelp(zh: "方案的 id（默认：基线）。", en: "The id of the treatment (default: the baseline)."))
  var treatment: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp(zh: "重复的编号，从 0 起。", en: "Number of the replication, from 0."))
  var replication: String = "0"

  @Option(parsing: .unconditional, help: ArgumentHelp(zh: "跟踪统计期的多少天。", en: "Measured days to trace."))
  var days: String = "7"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(zh: "主随机种子（默认：按研究）。", en: "Master seed (default: as in the study)."))
  var seed: String?

  @Option(help: ArgumentHelp(zh: "要写入的文件（默认：标准输出）。", en: "The file to write (default: standard output)."))
  var out: String?

  @Flag(help: ArgumentHelp(zh: "替换已有的文件。", en: "Replace the file if it is there already."))
  var overwrite = false

  @Option(help: LanguageOption.ofMessages)
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
    guard let out else { return try StandardOutput.write(table.text) }
    do {
      try Data(table.text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
    } catch {
      throw FileFault(path: out, operation: .write, reason: error)
    }
    let count = table.lines.count - 1
    print(language.messages == .zh ? "已写入 \(count) 个事件：\(out)" : "\(count) events written to \(out)")
  }
}
