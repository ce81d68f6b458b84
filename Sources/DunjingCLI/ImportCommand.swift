import ArgumentParser
import Dunjing
import Foundation

/// `dunjing import`: makes a study of data from elsewhere.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Makes a study of data from elsewhere.",
    subcommands: [ImportNetworkCommand.self])
}

/// `dunjing import network`: a study from tables of nodes, edges, facilities and demand.
struct ImportNetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Makes a study of tables of nodes, edges, facilities and demand.",
    discussion:
      "Columns are found by their usual names: id|node, x, y, district, incidents_per_day; from, to; node.")

  @Option(help: "Table of nodes: id, x, y, and if there, district and incidents a day.")
  var nodes: String

  @Option(help: "Table of edges: from, to, and if there, lengthMeters.")
  var edges: String

  @Option(help: "Table of facilities: id, node.")
  var facilities: String

  @Option(help: "Table of demand by node, where the nodes do not have it.")
  var demand: String?

  @Option(help: "The folder of the study to make; it must not exist.")
  var out: String

  @Option(help: "The name of the study.")
  var name = "Imported network"

  @Option(help: "Kilometers for one unit of the coordinates.")
  var scale = 1.0

  @Option(help: "Speed on all roads, in km/h.")
  var speed = 40.0

  @Option(help: "Response target everywhere, in minutes.")
  var targetMinutes = 3.0

  @Flag(help: "Orders and turnout take no time: coverage is that of driving alone.")
  var drivingOnly = false

  @Option(help: "Language of messages: zh, en or both (= by locale).")
  var language = LanguageOption.both

  func validate() throws {
    for (value, option) in [(scale, "--scale"), (speed, "--speed"), (targetMinutes, "--target-minutes")]
    where !(value > 0 && value.isFinite) {
      throw ValidationError("\(option) has to be a number above 0.")
    }
    guard !FileManager.default.fileExists(atPath: out) else {
      throw ValidationError("\(out) exists already; name a new folder with --out.")
    }
  }

  func run() throws {
    var network = NetworkImport(
      nodes: try table(nodes), edges: try table(edges), facilities: try table(facilities),
      demand: try demand.map(table))
    network.name = name
    network.kilometersPerUnit = scale
    network.speedKilometersPerHour = speed
    network.targetMinutes = targetMinutes
    network.drivingOnly = drivingOnly
    let files: [(name: String, text: String)]
    do {
      files = try network.bundle()
    } catch {
      for issue in error.issues { Message.write(issue.text(in: language.messages)) }
      throw ExitStatus.invalidInput
    }
    try write(files)
  }

  private func table(_ path: String) throws -> NetworkImport.Table {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      Message.write("error: cannot read \(path) as UTF-8 text")
      throw ExitStatus.inputOutput
    }
    return NetworkImport.Table(name: URL(fileURLWithPath: path).lastPathComponent, text: text)
  }

  /// Writes into a folder beside the target, checks the study, and renames: nothing half-made is left.
  private func write(_ files: [(name: String, text: String)]) throws {
    let manager = FileManager.default
    let target = URL(fileURLWithPath: out)
    let draft = target.deletingLastPathComponent().appendingPathComponent(
      ".\(target.lastPathComponent).draft")
    defer { try? manager.removeItem(at: draft) }
    do {
      try? manager.removeItem(at: draft)
      try manager.createDirectory(at: draft, withIntermediateDirectories: true)
      for file in files {
        try Data(file.text.utf8).write(to: draft.appendingPathComponent(file.name))
      }
    } catch {
      Message.write("error: \(FileFault(path: draft.path, operation: "write", reason: error))")
      throw ExitStatus.inputOutput
    }
    let valid = try StudyLoading.load(draft.path, language: language.messages)
    try manager.moveItem(at: draft, to: target)
    print(StudySummary(World(compiling: valid), hash: valid.bundleHash).text(in: language.messages))
  }
}
