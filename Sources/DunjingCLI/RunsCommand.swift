import ArgumentParser
import Dunjing
import DunjingStore
import Foundation

/// `dunjing runs`: the finished runs below a folder, with their indicators.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: String(
      zh: "列出文件夹之下已完成的运行：算了什么，结果如何。",
      en: "Lists the finished runs below a folder: what was run, and what came out."),
    discussion: String(
      zh: """
        查看该文件夹及其下各层，找到的内容编入索引 runs.sqlite；索引与运行不符时自动重建。两次运行用 dunjing compare RUN_A RUN_B \
        比较。见 Documentation/RunFolder.md。
        """,
      en: """
        The folder and those below it are looked through, and an index of what is found is kept in runs.sqlite, which is \
        made again from the runs whenever it does not fit them. Two runs are compared by dunjing compare RUN_A RUN_B. \
        Documentation/RunFolder.md describes it.
        """,
      examples: """
        dunjing runs out
        dunjing runs out --study baicheng --indicators withinTarget,weightedDelay --sort withinTarget
        dunjing runs out --where "withinTarget >= 70%" --where "weightedDelay <= +10%" --csv good.csv
        """))

  @Argument(help: ArgumentHelp(zh: "各次运行所在的文件夹。", en: "The folder of the runs."))
  var folder: String

  @Option(
    help: ArgumentHelp(
      zh: "只列此研究的运行：中文或英文名称的一部分，或散列的开头。",
      en: "Only runs of this study: a part of its name in either language, or the beginning of its hash."))
  var study: String?

  @Option(help: ArgumentHelp(zh: "只列此 id 的方案。", en: "Only the treatment of this id."))
  var treatment: String?

  @Option(help: ArgumentHelp(zh: "指标，id 之间用逗号分隔。", en: "Indicators, ids separated by commas."))
  var indicators: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      zh: "只列守住界限的方案，例如 \"withinTarget >= 70%\"，或相对基线 \"weightedDelay <= +10%\"；可多次给出。",
      en:
        "Only treatments that keep a bound, such as \"withinTarget >= 70%\", or against the baseline \"weightedDelay <= +10%\"; repeatable.",
      valueName: "bound"))
  var bounds: [String] = []

  @Option(
    help: ArgumentHelp(
      zh: "按此指标排列方案，好的在前；无所谓好坏的，大的在前。",
      en: "Sort treatments by this indicator, the best first; where none is better, the greatest."))
  var sort: String?

  @Option(
    help: ArgumentHelp(
      zh: "把每个方案、每项指标各一行写入此文件。", en: "Write a row for every treatment and indicator to this file."))
  var csv: String?

  @OptionGroup var threadOptions: ThreadOptions

  @Option(
    help: ArgumentHelp(
      zh: "表格和消息的语言：zh、en 或 both（按系统语言）。",
      en: "Language of the table and the messages: zh, en or both (that of the locale)."))
  var language = LanguageOption.both

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages) {
      let threads = try threadOptions.count()
      let query = try query()
      let scan = try scan(threads: threads)
      let answer = try answer(query, over: scan, threads: threads)
      try check(query, answer)
      warn(scan, answer)
      if let csv { try write(RunsTable(answer).text, to: csv) }
      if json { return print(try JSONFile.text(RunsRecord(scan, answer))) }
      print(RunsText(scan, answer, indicators: try columns(), in: language.messages).text)
    }
  }

  private func query() throws -> RunQuery {
    var query = RunQuery()
    (query.study, query.treatment) = (study, treatment)
    query.conditions = try bounds.map(RunsCondition.read)
    query.order = try order.map {
      RunQuery.Order(by: $0.rawValue, isAscending: $0.direction == .lowerIsBetter)
    }
    // Programs get everything unless they ask for less, people what they ask about.
    let isForPrograms = json || csv != nil
    query.indicators = isForPrograms && indicators == nil ? nil : try columns().map(\.rawValue)
    return query
  }

  private var order: Indicator? {
    get throws {
      guard let sort else { return nil }
      guard let indicator = Indicator(rawValue: sort) else {
        throw CommandFault(
          zh: "--sort：没有指标 \(sort)；用 dunjing indicators 查看。",
          en: "--sort: there is no indicator \(sort); see dunjing indicators.")
      }
      return indicator
    }
  }

  /// The indicators that were asked for, or else those that bounds and order speak of, each once.
  private func columns() throws -> [Indicator] {
    if let indicators { return try SweepExpression.indicators(indicators) }
    let named = try bounds.map { try RunsCondition.read($0).indicator }.compactMap(Indicator.init(rawValue:))
    return try (named + [order].compactMap(\.self)).reduce(into: []) { list, indicator in
      if !list.contains(indicator) { list.append(indicator) }
    }
  }

  private func scan(threads: Int) throws -> FolderScan {
    try FileFault.checkFolder(folder)
    let scan = FolderScan(FolderPath.plain(folder), plans: WorkPlanReader(threads: threads), threads: threads)
    guard !scan.closed.contains(".") else {
      throw FileFault(
        path: folder, operation: .read, reason: LocalizedText(zh: "没有权限", en: "permission denied"))
    }
    return scan
  }

  private func answer(_ query: RunQuery, over scan: FolderScan, threads: Int) throws -> RunAnswer {
    do {
      return try RunStore.answer(query, over: scan, threads: threads)
    } catch let fault as RunStoreFault {
      throw FileFault(path: fault.path, operation: .read, reason: fault.reason)
    }
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileFault(path: path, operation: .write, reason: error)
    }
  }
}
