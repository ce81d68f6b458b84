import DunjingTestSupport
import Foundation

/// The program as a user runs it, in a folder of its own with a copy of the smallest shipped study as `study`.
struct Program {
  /// What a run of the program left.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let study = url("study")
    try FileManager.default.copyItem(
      at: PackageFolder.root.appendingPathComponent("scenarios/minimal"), to: study)
    let file = study.appendingPathComponent("scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("warmUpDays: 60", with: "warmUpDays: 1").replacing(
        "horizonDays: 182", with: "horizonDays: 2")
    try Data(text.utf8).write(to: file)
  }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url(name).path)
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs the program that was built beside the tests, in a locale.
  /// - Parameter environment: further variables.
  func run(
    _ arguments: [String], locale: String = "C.UTF-8", environment: [String: String] = [:]
  ) throws -> Outcome {
    let executable = Bundle.main.bundleURL.appendingPathComponent("dunjing")
    return try run(executable, arguments, environment.merging(["LANG": locale]) { $1 })
  }

  /// Runs another program in the folder.
  func run(_ executable: URL, _ arguments: [String], _ environment: [String: String]) throws -> Outcome {
    let process = Process()
    // Not in the folder, where a command could list them.
    let name = "\(folder.path)-\(UUID().uuidString)"
    let (output, errors) = (URL(fileURLWithPath: name + ".out"), URL(fileURLWithPath: name + ".err"))
    for file in [output, errors] { try Data().write(to: file) }
    defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}
