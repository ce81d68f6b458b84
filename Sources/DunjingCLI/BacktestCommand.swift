import ArgumentParser
import Dunjing
import Foundation

/// `dunjing backtest`: recorded incidents played through a study.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: String(
      zh: "把记录的警情放进研究中回放，与记录的响应时间比较。",
      en: "Plays recorded incidents through a study and compares response times."),
    discussion: String(
      zh: """
        记录为 incidents.csv，由 dunjing import incidents 写出。每起警情保留其时间、位置、优先级和处置时长；派警和路程由仿真得出，\
        再与记录比较。
        """,
      en: """
        The records are incidents.csv, as `dunjing import incidents` writes it. Each incident keeps its time, position, priority
        and length of service; dispatch and travel are simulated and compared with what is on record.
        """,
      examples: """
        dunjing import incidents calls.csv --study city --out calls
        dunjing backtest city --incidents calls/incidents.csv --rest other --out calls/backtest
        """))

  @Argument(
    help: ArgumentHelp(zh: "研究的文件夹，或其中的 scenario.yaml。", en: "The folder of the study, or its scenario.yaml.")
  )
  var path: String

  @Option(help: ArgumentHelp(zh: "记录：incidents.csv。", en: "The records: incidents.csv."))
  var incidents: String

  @Option(
    help: ArgumentHelp(
      zh: "含 recorded 和 kind 两列的表：记录的类别对应研究中的哪一类。",
      en: "Table with the columns recorded and kind: which kind of the study a recorded one is."))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      zh: "其余类别的记录算作研究中的哪一类（默认：不计入）。",
      en: "The kind of the study for records of any other kind (default: they are left out)."))
  var rest: String?

  @Flag(help: ArgumentHelp(zh: "民警自行发现的警情也回放。", en: "Play incidents that officers came upon as well."))
  var includeOnView = false

  @Option(
    help: ArgumentHelp(
      zh: "当时实行的方案的 id（默认：基线）。", en: "The treatment in force, by id (default: the baseline)."))
  var treatment: String?

  @Option(help: ArgumentHelp(zh: "独立重复的次数。", en: "Independent replications."))
  var replications = 10

  @Option(help: ArgumentHelp(zh: "随机种子（默认：研究中的种子）。", en: "Seed (default: that of the study)."))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      zh: "写入 backtest.zh.html、backtest.en.html、backtest.json 和 backtest.csv 的文件夹。",
      en: "Folder for backtest.zh.html, backtest.en.html, backtest.json and backtest.csv."))
  var out: String?

  @Flag(help: ArgumentHelp(zh: "替换文件夹中已有的结果。", en: "Replace results that are already in the folder."))
  var overwrite = false

  @OptionGroup var threadOptions: ThreadOptions

  @Flag(help: ArgumentHelp(zh: "输出 JSON。", en: "Print JSON."))
  var json = false

  @Option(
    help: ArgumentHelp(zh: "消息和页面的语言：zh、en 或 both。", en: "Language of messages and pages: zh, en or both."))
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      guard (1...10_000).contains(replications) else {
        throw CommandFault(
          zh: "--replications 应为 1 至 10000，而不是 \(replications)。",
          en: "--replications has to be 1 to 10000, not \(replications).")
      }
      let folder = try out.map { try ResultFolder($0, holding: "backtest.json", overwrite: overwrite) }
      let valid = try ScenarioBundle(path: path).load()
      Message.warnOfFixedEstimates(valid.scenario, in: language.messages)
      let records = try IncidentFile.read(ImportTable(reading: incidents).bytes, name: incidents)
      try CommandFault.checkCoordinates(
        of: incidents, records, beside: valid.scenario, studyIsOption: false)
      let test = try prepare(valid.scenario, records)
      let result = test.run(threads: try threadOptions.count())
      let record = BacktestRecord(test, result)
      let page = BacktestPage(test, result)
      let files = try folder.map { try write(page, record, BacktestTable(test, result), to: $0) } ?? []
      if json { return print(try JSONFile.text(record)) }
      for warning in page.warnings { print(Message.warning(warning, in: language.messages)) }
      if !page.warnings.isEmpty {
        let table = KindTableText(test.unmapped, ids: valid.scenario.incidentKinds.map(\.id))
        for line in table.lines(in: language.messages) { print(line) }
      }
      for sentence in page.answer { print(sentence.text(in: language.messages)) }
      for gap in test.leftOut {
        let reason = gap.reason.reason.text(in: language.messages)
        print(
          language.messages == .zh
            ? "  未回放 \(gap.rows.count) 条：\(reason)" : "  not played, \(gap.rows.count): \(reason)")
      }
      guard !files.isEmpty else { return }
      print(language.messages == .zh ? "报告：" : "Reports:")
      for file in files { print("  " + file) }
    }
  }

  private func prepare(_ scenario: Scenario, _ records: [IncidentRecord]) throws -> Backtest {
    var settings = Backtest.Settings()
    if let kinds { settings.kinds = try KindMap(reading: ImportTable(reading: kinds).bytes, name: kinds) }
    settings.kinds.rest = rest
    settings.includesOnView = includeOnView
    settings.treatment = treatment
    settings.replications = replications
    settings.seed = seed
    try CommandFault.checkKinds(settings.kinds, of: scenario)
    do {
      return try Backtest(
        scenario, records: records, settings: settings, travelStore: TravelFolder.standard())
    } catch {
      throw fault(error, scenario)
    }
  }

  private func fault(_ problem: BacktestProblem, _ scenario: Scenario) -> any Error {
    switch problem {
    case .invalid(let issues): return issues
    case .noTreatment(let id):
      let ids = scenario.treatments.map(\.id)
      return CommandFault(
        zh: "--treatment：没有方案 \(id)；现有：\(ids.listed.zh)。",
        en: "--treatment: there is no treatment \(id); there are \(ids.listed.en).")
    case .elsewhere(let count):
      return CommandFault(
        zh: "\(incidents) 中有 \(count) 条记录在 \(path) 的网格之外，多于网格之内的：坐标系不同，或不是同一地区。",
        en:
          "\(EnglishCount.text(count, "record", "records")) of \(incidents) \(EnglishCount.form(count, "lies", "lie")) outside of the grids of \(path), more than within: other coordinates, or "
          + "another place.")
    case .nothingToPlay(let gaps, let unmapped):
      return nothingToPlay(gaps, KindTableText(unmapped, ids: scenario.incidentKinds.map(\.id)))
    }
  }

  private func write(
    _ page: BacktestPage, _ record: BacktestRecord, _ table: BacktestTable, to folder: ResultFolder
  ) throws -> [String] {
    try folder.write(try JSONFile.data(record), to: "backtest.json")
    try folder.write(Data(table.text.utf8), to: "backtest.csv")
    return try language.reports.map { language in
      let name = "backtest.\(language.rawValue).html"
      try folder.write(Data(page.html(in: language).utf8), to: name)
      return folder.path(name)
    }
  }
}
