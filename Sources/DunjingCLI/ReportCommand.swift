import ArgumentParser
import Dunjing
import Foundation

/// `dunjing report`: writes the reports of a finished run again, in any format, from its folder alone.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Writes reports of a finished run again, without simulating.",
    discussion: """
      Everything comes from the folder of the run: its copy of the study and its replications. Examples:

        dunjing report out/baicheng --format pdf
        dunjing report out/baicheng --format md,csv,geojson --language en --out out/tables
      """)

  @Argument(help: "The folder of a run.")
  var path: String

  @Option(
    help: """
      Formats, separated by commas: html, pdf, md (a summary in Markdown), csv (every table), geojson (maps), json (results \
      and the tree of the report), or all.
      """)
  var format = "html"

  @Option(help: "The folder for the reports (default: that of the run).")
  var out: String?

  @Option(help: "Language of the reports: zh, en or both.")
  var language = LanguageOption.both

  @Option(help: "The browser that prints PDF (default: chromium or chrome on the PATH).")
  var browser: String?

  @Flag(help: "Also take the run of another build of the program; its report may come out differently.")
  var anyBuild = false

  @Flag(help: "Print the names of the files as JSON.")
  var json = false

  func run() throws {
    try Reporting.run(in: language.messages) {
      let formats = try ReportFormat.list(format)
      // Of all formats, PDF is left out where nothing prints it; asked for by itself, it is a fault.
      let printer = try formats.contains(.pdf) ? printer(isWanted: formats != ReportFormat.allCases) : nil
      let run = try FinishedRun(path, anyBuild: anyBuild)
      let folder = RunFolder(out ?? path)
      try check(folder)
      let report = try run.report()
      var files: [String] = []
      for format in formats {
        files += try write(format, of: run, report, to: folder, printer)
      }
      if json { return print(try JSONFile.text(files.map { folder.url.appendingPathComponent($0).path })) }
      print(language.messages == .zh ? "已写入：" : "Written:")
      for file in files { print("  " + folder.url.appendingPathComponent(file).path) }
    }
  }

  private func printer(isWanted: Bool) throws -> PagePrinter? {
    do {
      return try PagePrinter(browser: browser)
    } catch let fault as CommandFault where !isWanted && browser == nil {
      Message.write(Message.warning(fault.text, in: language.messages))
      return nil
    }
  }

  /// Refuses to write into a study.
  private func check(_ folder: RunFolder) throws {
    guard
      FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(ScenarioBundle.fileName).path)
    else { return }
    throw CommandFault(
      zh: "\(folder.url.path) 是一个场景文件夹，报告不能写在其中。请换一个 --out。",
      en: "\(folder.url.path) is the folder of a study; reports cannot be written into it. Use another --out."
    )
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
