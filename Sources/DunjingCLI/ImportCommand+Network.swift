import ArgumentParser
import Dunjing
import Foundation

/// `dunjing import network`: a study out of tables of nodes, edges and facilities.
struct ImportNetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Makes a study out of tables of nodes, edges and facilities.",
    discussion: """
      Every node becomes a grid of its own, every facility a street workstation with one car unit. The tables
      are CSV files with a header. Example:

        dunjing import network --nodes nodes.csv --edges edges.csv --facilities platforms.csv \\
          --scale 0.1 --speed 60 --out city
      """)

  @Option(help: "Table of nodes: id, position, incidents a day.")
  var nodes: String

  @Option(help: "Table of edges: from, to, and maybe a length.")
  var edges: String

  @Option(help: "Table of facilities: id and node.")
  var facilities: String

  @Option(help: "Table of incidents a day by node (default: a column of the nodes).")
  var demand: String?

  @Option(help: "Encoding of the tables: UTF-8, GB18030, GBK or GB2312.")
  var encoding = TextEncoding.utf8

  @Option(help: "The folder of the new study.")
  var out: String

  @Option(help: "The name of the study.")
  var name: String?

  @Option(help: "Speed of cars, in km/h.")
  var speed = 40.0

  @Option(help: "Kilometers of one map unit of the positions.")
  var scale = 1.0

  @Option(help: "Meters of one unit of the length column (default: by its name, otherwise as --scale).")
  var metersPerLength: Double?

  @Option(help: "Incidents a day in all (default: the sum over the nodes).")
  var incidentsPerDay: Double?

  @Option(help: "Response target of all grids, in minutes.")
  var targetMinutes = 3.0

  @Flag(help: "A response is driving alone: no acknowledgement, no turnout, units wait at their facility.")
  var drivingOnly = false

  @OptionGroup(title: "Columns")
  var columns: ImportColumnOptions

  @Flag(help: "Replace an imported study that is already in the folder.")
  var force = false

  @Option(help: "Language of messages: zh, en or both (= by locale).")
  var language = LanguageOption.both

  func run() throws {
    try Reporting.run(in: language.messages) {
      try checkNumbers()
      let folder = ImportFolder(out)
      try folder.checkFree(
        force: force, inputs: [nodes, edges, facilities] + (demand.map { [$0] } ?? []),
        known: ImportedBundle.fileNames)
      let bundle = try settings.bundle(
        nodes: table(nodes), edges: table(edges), facilities: table(facilities), demand: demand.map(table))
      try folder.write(bundle)
      print(text(of: bundle))
    }
  }

  private func checkNumbers() throws {
    let numbers: [(option: String, value: Double?, limit: Double)] = [
      ("--speed", speed, 300), ("--scale", scale, 1e6), ("--meters-per-length", metersPerLength, 1e9),
      ("--incidents-per-day", incidentsPerDay, 1e6), ("--target-minutes", targetMinutes, 1e4)
    ]
    for case (let option, let value?, let limit) in numbers where !(value > 0 && value <= limit) {
      throw CommandFault(
        zh: "\(option) 应大于 0 且不大于 \(Int(limit))，而不是 \(value)。",
        en: "\(option) has to be more than 0 and at most \(Int(limit)), not \(value).")
    }
  }

  private var settings: NetworkImport {
    var settings = NetworkImport()
    settings.speedKilometersPerHour = speed
    settings.kilometersPerUnit = scale
    settings.metersPerLengthUnit = metersPerLength
    settings.incidentsPerDay = incidentsPerDay
    settings.targetMinutes = targetMinutes
    settings.isDrivingOnly = drivingOnly
    settings.encoding = encoding
    settings.name = name
    settings.columns = columns.named
    return settings
  }

  private func table(_ path: String) throws -> ImportTable {
    do {
      return ImportTable(name: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      throw FileFault(path: path, operation: .read, reason: error)
    }
  }

  private func text(of bundle: ImportedBundle) -> String {
    let isChinese = language.messages == .zh
    let columns = bundle.choices.map { choice in
      let noun = choice.purpose.noun.text(in: language.messages)
      let guess = isChinese ? "（按列名猜测）" : " (guessed)"
      return "  \(choice.table): \(noun) = \(choice.column)" + (choice.isGuess ? guess : "")
    }
    let incidents = String(format: "%.1f", bundle.incidentsPerDay)
    let residents = String(format: "%.0f", bundle.residents)
    let lines =
      isChinese
      ? ["列："] + columns + [
        "\(bundle.nodes) 个节点（各为一个网格），\(bundle.edges) 条道路，\(bundle.facilities) 个设施，"
          + "日均警情 \(incidents) 起，人口 \(residents)。",
        "已写入 \(out)。接着：dunjing validate \(out)"
      ]
      : ["Columns:"] + columns + [
        "\(bundle.nodes) nodes (a grid each), \(bundle.edges) edges, \(bundle.facilities) facilities, "
          + "\(incidents) incidents a day, \(residents) residents.",
        "Written to \(out). Next: dunjing validate \(out)"
      ]
    return lines.joined(separator: "\n")
  }
}
