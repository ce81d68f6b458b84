import ArgumentParser
import Dunjing
import Foundation

/// `dunjing report`: writes the reports of a finished run again, in any format, from its folder alone.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: String(
      zh: "不作仿真，重新写出已完成运行的报告。", en: "Writes reports of a finished run again, without simulating."),
    discussion: String(
      zh: """
        一切取自运行的文件夹：其中研究的副本和各次重复。
        """,
      en: """
        Everything comes from the folder of the run: its copy of the study and its replications.
        """,
      examples: """
        dunjing report out/baicheng --format pdf
        dunjing report out/baicheng --format md,csv,geojson --language en --out out/tables
        """))

  @Argument(help: ArgumentHelp(zh: "运行的文件夹。", en: "The folder of a run."))
  var path: String

  @Option(
    help: ArgumentHelp(
      zh: "格式，用逗号分隔：html、pdf、md（Markdown 摘要）、csv（全部表格）、geojson（地图）、json（结果和报告的结构），或 all。",
      en: """
        Formats, separated by commas: html, pdf, md (a summary in Markdown), csv (every table), geojson (maps), json (results \
        and the tree of the report), or all.
        """))
  var format = "html"

  @Option(
    help: ArgumentHelp(
      zh: "写入报告的文件夹（默认：运行的文件夹）。", en: "The folder for the reports (default: that of the run)."))
  var out: String?

  @Option(help: LanguageOption.ofReports)
  var language = LanguageOption.both

  @Option(
    help: ArgumentHelp(
      zh: "打印 PDF 的浏览器（默认：PATH 中的 chromium 或 chrome）。",
      en: "The browser that prints PDF (default: chromium or chrome on the PATH)."))
  var browser: String?

  @Flag(
    help: ArgumentHelp(
      zh: "也接受程序另一版本的运行；报告可能有出入。",
      en: "Also take the run of another build of the program; its report may come out differently."))
  var anyBuild = false

  @Flag(help: ArgumentHelp(zh: "以 JSON 输出文件名。", en: "Print the names of the files as JSON."))
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages) {
      let formats = try ReportFormat.list(format)
      // Of all formats, PDF is left out where nothing prints it; asked for by itself, it is a fault.
      let printer = try formats.contains(.pdf) ? printer(isWanted: formats != ReportFormat.allCases) : nil
      let folder = RunFolder(out ?? path)
      if out != nil { try folder.checkTakesReports(of: RunFolder(path)) }
      let run = try FinishedRun(path, anyBuild: anyBuild)
      let report = try run.report()
      var files: [String] = []
      for format in formats {
        do {
          files += try write(format, of: run, report, to: folder, printer)
        } catch let fault as CommandFault where format == .pdf && formats == ReportFormat.allCases {
          // Of all formats, one that a browser fails to print is no reason to lose the others.
          Message.write(Message.warning(fault.text, in: language.messages))
        }
      }
      if formats.contains(.geojson), run.valid.scenario.coordinates == .local {
        Message.write(Message.warning(Self.planarNote, in: language.messages))
      }
      if json { return print(try JSONFile.text(files.map { folder.url.appendingPathComponent($0).path })) }
      print(language.messages == .zh ? "已写入：" : "Written:")
      for file in files { print("  " + folder.url.appendingPathComponent(file).path) }
    }
  }

  private static let planarNote = LocalizedText(
    zh: "研究只有平面坐标（公里），没有经纬度：maps/ 中的地图在 GIS 中须设为平面坐标系，不能当作经纬度。",
    en:
      "the study has positions in kilometers in a plane, not in degrees: give the maps in maps/ a plane coordinate system in "
      + "your GIS; they are no longitudes and latitudes.")

  private func printer(isWanted: Bool) throws -> PagePrinter? {
    do {
      return try PagePrinter(browser: browser)
    } catch let fault as CommandFault where !isWanted && browser == nil {
      Message.write(Message.warning(fault.text, in: language.messages))
      return nil
    }
  }

  /// Writes the files of a format and returns their names.
  private func write(
    _ format: ReportFormat, of run: FinishedRun, _ report: Report, to folder: RunFolder,
    _ printer: PagePrinter?
  ) throws -> [String] {
    var files: [(name: String, data: Data)] = []
    for language in language.reports {
      let name = "report.\(language.rawValue)"
      switch format {
      case .html: files.append((name + ".html", Data(report.html(in: language).utf8)))
      case .md:
        files.append((name + ".md", Data(report.markdown(in: language, page: name + ".html").utf8)))
      case .csv:
        files += report.tables(in: language).map { ("tables/\(name)/\($0.name)", Data($0.text.utf8)) }
      case .json: files.append((name + ".json", try JSONFile.data(report.document(in: language))))
      case .pdf:
        if let printer { files.append((name + ".pdf", try printer.pdf(of: report.html(in: language)))) }
      case .geojson: break
      }
    }
    switch format {
    case .csv: files += ResultTables(run.result).files.map { ("tables/" + $0.name, Data($0.text.utf8)) }
    case .json: files.append(("results.json", try JSONFile.data(ResultsDocument(run.result))))
    case .geojson:
      files += try MapFiles(result: run.result, scenario: run.valid.scenario).files.map {
        ("maps/" + $0.name, $0.data)
      }
    default: break
    }
    for file in files { try folder.write(file.data, to: file.name, creatingFolder: true) }
    return files.map(\.name)
  }
}
