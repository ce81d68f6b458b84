import ArgumentParser
import Dunjing
import Foundation

/// `dunjing compare`: what differs between two finished runs, in their inputs and in their results.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: String(
      zh: "比较两次已完成的运行：输入，以及带区间的结果。", en: "Compares two finished runs: inputs, and results with intervals."),
    discussion: String(
      zh: """
        比较 id 相同的方案，第二次运行减第一次。种子相同的运行，在两者都有的重复上成对比较，其余按独立样本比较。
        """,
      en: """
        Treatments of the same id are compared, the second run minus the first. Runs of the same seed are \
        compared pair by pair, as far as both have replications, others as independent samples.
        """,
      examples: """
        dunjing compare out/before out/after --out out/compared
        dunjing compare out/baicheng out/baicheng --pair sink20=sink30
        """))

  @Argument(help: ArgumentHelp(zh: "第一次运行的文件夹。", en: "The folder of the first run."))
  var first: String

  @Argument(help: ArgumentHelp(zh: "第二次运行的文件夹。", en: "The folder of the second run."))
  var second: String

  @Option(
    name: .customLong("pair"),
    help: ArgumentHelp(
      zh: "把第一次运行的一个方案与第二次运行的另一个方案比较，且只比较这样给出的；可多次给出。",
      en:
        "Compares a treatment of the first run with another one of the second, and only those named so; repeatable.",
      valueName: "a=b"))
  var pairs: [String] = []

  @Option(
    help: ArgumentHelp(
      zh: "写入 compare.zh.html、compare.en.html 和 compare.json 的文件夹。",
      en: "The folder for compare.zh.html, compare.en.html and compare.json."))
  var out: String?

  @Option(help: LanguageOption.ofReports)
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages) {
      if let out { try RunFolder(out).checkTakesReports(of: nil) }
      let runs = try [first, second].map { try FinishedRun($0, anyBuild: true) }
      let pairs = try matched(runs[0].result, runs[1].result)
      let compared = ComparedRuns(
        (Self.facts(runs[0]), runs[0].result), (Self.facts(runs[1]), runs[1].result),
        difference: ScenarioDifference(try Self.side(runs[0]), try Self.side(runs[1])),
        comparison: RunComparison(Self.run(runs[0]), Self.run(runs[1]), pairs: pairs))
      let record = CompareRecord(compared, runs.map(\.manifest))
      let files = try write(ComparePage(compared), record)
      if json { return print(try JSONFile.text(record)) }
      print(CompareText(compared, in: language.messages).text)
      guard !files.isEmpty else { return }
      print(language.messages == .zh ? "报告：" : "Reports:")
      for file in files { print("  " + file) }
    }
  }

  private static func facts(_ run: FinishedRun) -> RunFacts {
    RunFacts(
      name: run.path, version: run.manifest.version, build: run.manifest.build,
      settings: run.manifest.settings ?? [])
  }

  private static func side(_ run: FinishedRun) throws -> ScenarioDifference.Side {
    ScenarioDifference.Side(files: run.files, overrides: try run.overrides())
  }

  private static func run(_ run: FinishedRun) -> RunComparison.Run {
    RunComparison.Run(result: run.result, replications: run.replications)
  }

  /// The treatments to compare: as asked for, or those of the same id.
  private func matched(_ first: ExperimentResult, _ second: ExperimentResult) throws -> [RunComparison.Pair] {
    let known = (first.treatments.map(\.id), second.treatments.map(\.id))
    guard pairs.isEmpty else {
      return try pairs.map { try pair($0, known) }.reduce(into: []) { list, pair in
        if !list.contains(pair) { list.append(pair) }
      }
    }
    let common = RunComparison.matches(first, second)
    guard common.isEmpty else { return common }
    let (a, b) = (known.0.listed, known.1.listed)
    throw CommandFault(
      zh: "两次运行没有 id 相同的方案（甲：\(a.zh)；乙：\(b.zh)）。请用 --pair 甲=乙 指明，例如 --pair \(known.0[0])=\(known.1[0])。",
      en:
        "the runs have no treatment of the same id (A: \(a.en); B: \(b.en)). Name pairs with --pair A=B, such as --pair "
        + "\(known.0[0])=\(known.1[0]).")
  }

  private func pair(_ text: String, _ known: ([String], [String])) throws -> RunComparison.Pair {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw CommandFault(
        zh: "--pair 应写成 甲=乙，例如 sink20=sink30，而不是 \(text)。",
        en: "--pair has to be two ids as in sink20=sink30, not \(text).")
    }
    for (id, ids) in zip(parts, [known.0, known.1]) where !ids.contains(id) {
      throw CommandFault(
        zh: "--pair：运行中没有方案 \(id)；现有：\(ids.listed.zh)。",
        en: "--pair: the run has no treatment \(id); it has \(ids.listed.en).")
    }
    return RunComparison.Pair(first: parts[0], second: parts[1])
  }

  /// Writes the pages and the record, if a folder was given, and returns the paths of the pages.
  private func write(_ page: ComparePage, _ record: CompareRecord) throws -> [String] {
    guard let out else { return [] }
    let folder = RunFolder(out)
    try folder.write(try JSONFile.data(record), to: "compare.json", creatingFolder: true)
    return try language.reports.map { language in
      let name = "compare.\(language.rawValue).html"
      try folder.write(Data(page.html(in: language).utf8), to: name)
      return folder.url.appendingPathComponent(name).path
    }
  }
}
