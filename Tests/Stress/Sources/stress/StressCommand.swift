import ArgumentParser
import Foundation
import StressTrials

@main
struct StressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "Plays random cities and mutated scenario files, and checks all that has to hold.",
    subcommands: [
      CitiesCommand.self, FilesCommand.self, ReproduceCommand.self, CorpusCommand.self, WorkCommand.self
    ])
}

/// What is tried.
enum Series: String, ExpressibleByArgument, CaseIterable {
  case cities
  case files

  func trial(seed: UInt64) throws -> any Trial {
    switch self {
    case .cities: CityTrial(seed: seed)
    case .files: try FileTrial(seed: seed, folders: [Self.repository + "/scenarios/minimal"])
    }
  }

  /// Seconds of processor time after which a case counts as hanging.
  var patience: Double { self == .cities ? 60 : 10 }

  private static let repository = #filePath.components(separatedBy: "/Tests/Stress/")[0]
}

struct SeriesOptions: ParsableArguments {
  @Option(help: "Cases to try.") var count = 1_000
  @Option(help: "Seed of the cases.") var seed: UInt64 = 20_231_222
  @Option(help: "Processes that work at a time.") var jobs = 2
  @Option(help: "Number of the first case.") var first = 0
  @Option(help: "Failures after which it stops.") var failures = 20
}

struct CitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cities", abstract: "Plays random small cities.")
  @OptionGroup var options: SeriesOptions

  func run() throws { try Supervisor(.cities, options).run() }
}

struct FilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files", abstract: "Reads mutated scenario files.")
  @OptionGroup var options: SeriesOptions

  func run() throws { try Supervisor(.files, options).run() }
}

struct ReproduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce", abstract: "Plays one case, after writing its files to a folder.")
  @Argument(help: "What is tried.") var series: Series
  @Argument(help: "The number of the case.") var number: Int
  @Option(help: "Seed of the cases.") var seed: UInt64 = 20_231_222
  @Option(help: "Folder for the files of the case.") var out: String?

  func run() throws {
    let trial = try series.trial(seed: seed)
    let files = trial.files(number)
    if let out { try CaseFolder.write(files, to: out) }
    switch trial.play(files, number: number) {
    case .refused(let text): print("refused:\n\(text)")
    case .played(let events): print("played \(events) events")
    case .failed(let text):
      print("failed: \(text)")
      throw ExitCode.failure
    }
  }
}

struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Writes the inputs that a fuzzer starts from.")
  @Argument(help: "The folder.") var folder: String

  func run() throws {
    guard let trial = try Series.files.trial(seed: 0) as? FileTrial else { return }
    let inputs = Dictionary(uniqueKeysWithValues: trial.inputs.enumerated().map { ("\($0)", $1) })
    try CaseFolder.write(inputs, to: folder)
  }
}

/// Writes the files of a case.
enum CaseFolder {
  static func write(_ files: [String: [UInt8]], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, bytes) in files {
      let path = "\(folder)/\(name.replacing("/", with: "_"))"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
  }
}
