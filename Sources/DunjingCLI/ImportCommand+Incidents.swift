import ArgumentParser
import Dunjing
import Foundation

/// `dunjing import incidents`: recorded incidents out of a table of calls, with an audit.
struct ImportIncidentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incidents",
    abstract: String(zh: "核查接处警表格，写出警情记录。", en: "Audits a table of calls and writes recorded incidents."),
    discussion: String(
      zh: """
        找出各列，指出每一行的问题，警情一条也不丢：incidents.csv 含全部警情，问题记为标记；合计和说明不是警情，略去。注明无效的行不计入需求。核查页说明表格可用于什么：需求、响应、处置、地点。

        隐私：姓名、电话、地址等列从不读取。有 --study 时位置写为最近网格的中心，否则保留经纬度三位小数（约 100 米）；\
        --exact-positions 保留原样。
        """,
      en: """
        Finds the columns, says what is wrong with every row, and drops no call: incidents.csv has them all, with
        findings as flags. Totals and notes are no calls and left out; rows marked as not valid are no demand. The audit says what the table can be used for: demand, response, service, places.

        Privacy: columns of names, telephone numbers, addresses and the like are never read. Positions are
        written as the center of the nearest grid with --study, otherwise to three decimals of a degree (about
        100 m); --exact-positions keeps them.
        """,
      examples: """
        dunjing import incidents calls.csv --zone America/Los_Angeles --out audit
        dunjing import incidents 接处警.csv --coordinates GCJ-02 --study scenarios/baicheng --out audit
        dunjing import incidents week.csv --start-date 2022-07-06 --priority-order Immediate,Prompt,Standard --out audit
        """))

  @Argument(help: ArgumentHelp(zh: "接处警表格：带表头的 CSV。", en: "The table of calls: CSV with a header."))
  var file: String

  @Option(
    help:
      ArgumentHelp(
        zh: "写入 incidents.csv、audit.json 和页面 audit.zh.html、audit.en.html、audit.zh.md、audit.en.md 的文件夹。",
        en:
          "The folder for incidents.csv, audit.json and the pages audit.zh.html, audit.en.html, audit.zh.md, audit.en.md."
      )
  )
  var out: String

  @Option(
    help: ArgumentHelp(
      zh: "一个研究，其网格决定地图范围和位置写到哪里，并给没有坐标的行定位。",
      en:
        "A study whose grids say where the map ends and where positions are written, and place rows without any."
    ))
  var study: String?

  @Flag(help: ArgumentHelp(zh: "位置按记录的精度写出。", en: "Write positions as exactly as they were recorded."))
  var exactPositions = false

  @OptionGroup(title: "Columns")
  var columns: IncidentColumnOptions

  @OptionGroup(title: "Reading")
  var reading: IncidentReadingOptions

  @Flag(help: ArgumentHelp(zh: "替换文件夹中已有的导入结果。", en: "Replace an import that is already in the folder."))
  var overwrite = false

  @OptionGroup var former: FormerForce

  @Flag(help: ArgumentHelp(zh: "输出 audit.json，而不是摘要。", en: "Print audit.json instead of the summary."))
  var json = false

  @Option(help: LanguageOption.ofPages)
  var language = LanguageOption.both

  /// The names of all files of an import.
  static let fileNames =
    [IncidentFile.name, "audit.json"]
    + TextLanguage.allCases.flatMap { ["audit.\($0.rawValue).html", "audit.\($0.rawValue).md"] }

  func run() throws {
    try Reporting.run(in: language.messages) {
      let folder = FreshFolder(out)
      try folder.checkFree(overwrite: overwrite || former.isGiven, inputs: [file], known: Self.fileNames)
      let audit = try settings().audit(ImportTable(reading: file))
      let record = AuditRecord(audit)
      try folder.write(files(of: audit, record))
      print(
        json
          ? try JSONFile.text(record) : AuditText(audit, in: language.messages, out: out, study: study).text)
    }
  }

  private func settings() throws -> IncidentImport {
    var settings = try reading.settings()
    settings.columns = try columns.named()
    settings.keepsExactPositions = exactPositions
    guard let study else { return settings }
    let scenario = try ScenarioBundle(path: study).load().scenario
    (settings.grids, settings.gridCoordinates) = (scenario.grids, scenario.coordinates)
    if settings.zone == nil { settings.zone = CityZone(scenario.time.zone) }
    let isLocal = scenario.coordinates == .local
    if let told = settings.coordinates, (told == .local) != isLocal {
      throw CommandFault(
        zh:
          "\(study) 的坐标是 \(scenario.coordinates.rawValue)，与 --coordinates \(told.name) 不能对应。请换一个 --study，或不用它。",
        en:
          "the coordinates of \(study) are \(scenario.coordinates.rawValue), which --coordinates \(told.name) does not fit. "
          + "Use another --study, or none.")
    }
    return settings
  }

  private func files(of audit: IncidentAudit, _ record: AuditRecord) throws -> [(name: String, data: Data)] {
    let page = AuditPage(audit)
    return [
      (IncidentFile.name, Data(IncidentFile.text(of: audit.records).utf8)),
      ("audit.json", try JSONFile.data(record))
    ]
      + language.reports.flatMap { language in
        [
          ("audit.\(language.rawValue).html", Data(page.html(in: language).utf8)),
          ("audit.\(language.rawValue).md", Data(page.markdown(in: language).utf8))
        ]
      }
  }
}
