import ArgumentParser
import Dunjing
import Foundation

/// `dunjing import tables`: a study out of the tables of an office.
struct ImportTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: String(zh: "由单位现有的表格生成一个研究。", en: "Makes a study out of the tables that an office has."),
    discussion: String(
      zh: """
        需要网格表（位置、人口，最好还有警情数和类别）和设施表（名称、种类、位置）；机关部门表、警员表若有也读，没有则按居民数推算。\
        表是什么、各列是什么，按列名判断，中文、英文都可以；编码为 UTF-8 或 GBK，以逗号、分号或制表符分隔，表头上的标题行和末尾的合计行\
        略去。读出了什么会一一列出；其余各数取模板 city 的值，带注释，供修改。
        """,
      en: """
        Needed are a table of grids (position, residents, best also incidents and class) and one of facilities (name, kind, position).
        Tables of departments and of officers are read where there are any; otherwise they follow from the residents. What a table
        lists, and what its columns hold, goes by the headings, in Chinese or English. UTF-8 or GBK, commas, semicolons or tabs,
        a title above and totals below are all read. What was understood is shown; all other numbers are those of the template
        city, with comments, to be edited.
        """,
      examples: """
        dunjing import tables tables --out my-city
        dunjing import tables 网格.csv 驻点.csv 机关.csv --out my-city --name 双河市
        dunjing import tables tables --out my-city --column grids.population=实有人口 --days 365
        """))

  @Argument(
    help: ArgumentHelp(
      zh: "含这些表（.csv、.txt、.tsv）的文件夹，或各表。", en: "A folder with the tables (.csv, .txt, .tsv), or the tables."))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      zh: "新研究的文件夹；必须不存在或为空。", en: "The folder of the new study; it must not exist, or be empty."))
  var out: String

  @Option(help: ArgumentHelp(zh: "城市或研究的名称。", en: "The name of the city or of the study."))
  var name: String?

  @Option(
    help: ArgumentHelp(
      zh: "经纬度的坐标系：WGS-84、CGCS2000、GCJ-02 或 BD-09（后两者换算为 WGS-84）；不写则看列名，列名也没有时按 WGS-84。",
      en:
        "System of longitudes and latitudes: WGS-84, CGCS2000, GCJ-02 or BD-09 (the last two are converted); without it what headings name, otherwise WGS-84."
    )
  )
  var coordinates: DegreeSystem?

  @Option(
    help: ArgumentHelp(
      zh: "时区，例如 America/New_York，只印在报告中（默认：中国境内 Asia/Shanghai，境外 UTC）。",
      en:
        "The time zone, such as America/New_York, only printed (default: Asia/Shanghai in China, UTC elsewhere)."
    ))
  var zone: String?

  @Option(
    help: ArgumentHelp(
      zh: "警情数所含的天数（默认：列名写明一整年时 365，如 2024年、全年、Calls 2023；否则只作份额）。",
      en:
        "Days that the incidents of grids cover (default: 365 where the heading names one whole year, as 2024年, 全年 or Calls 2023, otherwise they are shares)."
    ))
  var days: Double?

  @Flag(
    help: ArgumentHelp(
      zh: "县、县级市公安局或市辖区公安分局：部门民警是县级的，没有省、市机关。",
      en:
        "A county, a county-level city or a district of a city: its departments have county officers, and no agencies of province or prefecture."
    ))
  var county = false

  @Option(
    help: ArgumentHelp(
      zh: "指明一列，可重复，例如 grids.population=实有人口。",
      en: "Names a column, such as grids.population=Residents; may be repeated."))
  var column: [String] = []

  @Option(help: LanguageOption.ofComments)
  var language = LanguageOption.both

  func run() throws {
    let language = language.messages
    try Reporting.run(in: language) {
      let files = try OfficeFiles(paths)
      var settings = try settings()
      settings.workbooks = files.workbooks
      let study = ImportedStudy(try settings.tables(files.tables), name: name, zone: zone)
      let texts = study.files(in: language)
      do {
        try NewStudyFolder(out).write(texts.map { ($0.name, Data($0.text.utf8)) })
      } catch let invalid as InvalidScenario {
        throw study.tables.traced(invalid)
      }
      print(ImportedTablesText(study, out: out, in: language).text)
    }
  }

  private func settings() throws -> TablesImport {
    var settings = TablesImport()
    (settings.coordinates, settings.isOfCounty) = (coordinates, county)
    if let days, !(days > 0 && days <= 36_600) {
      throw CommandFault(
        zh: "--days 应大于 0 且不大于 36600，而不是 \(CommandNumber.short(days))。",
        en: "--days has to be more than 0 and at most 36600, not \(CommandNumber.short(days)).")
    }
    settings.days = days
    if let name, name.isEmpty || name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
      throw CommandFault(
        zh: "--name 应为一行文字，不能为空，也不能有控制字符。",
        en: "--name has to be a line of text, neither empty nor with control characters.")
    }
    if let zone, TimeZone(identifier: zone) == nil {
      throw CommandFault(
        zh: "--zone 应为时区名称，例如 America/New_York，而不是 '\(zone)'。",
        en: "--zone has to be the name of a time zone, such as America/New_York, not '\(zone)'.")
    }
    settings.columns = try columns()
    return settings
  }

  /// The columns that were named, each once.
  private func columns() throws -> [TablesImport.NamedColumn] {
    let columns = try column.map { text in
      if let column = TablesImport.NamedColumn(text) { return column }
      let near = Spelling.nearest(to: String(text.prefix { $0 != "=" }), in: TablesImport.NamedColumn.paths)
      throw CommandFault(
        zh: "--column 应为 表.键=列名，例如 grids.population=实有人口，而不是 '\(text)'。"
          + (near.map { "是否想写 '\($0)'？" } ?? "键有：\(TablesImport.NamedColumn.paths.listed.zh)。"),
        en: "--column has to be TABLE.KEY=HEADING, such as grids.population=Residents, not '\(text)'."
          + (near.map { " Did you mean '\($0)'?" } ?? " Keys: \(TablesImport.NamedColumn.paths.listed.en)."))
    }
    let paths = columns.map { "\($0.kind.rawValue).\($0.key)" }
    if let twice = paths.first(where: { path in paths.count { $0 == path } > 1 }) {
      throw CommandFault(
        zh: "--column \(twice) 写了两次；请只留一个。", en: "--column \(twice) is there twice; leave one of them.")
    }
    return columns
  }
}
