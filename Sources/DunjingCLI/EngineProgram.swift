import ArgumentParser
import Dunjing
import Foundation

/// Runs a program of an engine, such as sbatch.
enum EngineProgram {
  /// Whether there is such a program on the path.
  static func isThere(_ name: String) -> Bool { path(of: name) != nil }

  /// Makes sure that a program is there, before anything is written for it.
  static func require(_ name: String, for engine: SubmitScript.Engine) throws {
    guard isThere(name) else { throw missing(name, engine) }
  }

  private static func path(of name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program and returns what it prints, without the last end of line.
  static func run(_ name: String, _ arguments: [String], for engine: SubmitScript.Engine) throws -> String {
    // Two pipes read one after the other would wait for ever once the second one is full.
    let errors = FileManager.default.temporaryDirectory.appendingPathComponent("dunjing-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: errors) }
    try Data().write(to: errors)
    let (output, complaints) = (Pipe(), try FileHandle(forWritingTo: errors))
    let process = try start(name, arguments, needing: name, engine) {
      ($0.standardOutput, $0.standardError) = (output, complaints)
    }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let complaint = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    try check(process, name, complaint)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Runs a program that prints to the terminal itself, and waits for its end.
  static func wait(
    _ name: String, _ arguments: [String], needing program: String, for engine: SubmitScript.Engine
  ) throws {
    Interruption.listen()
    let process = try start(name, arguments, needing: program, engine) { _ in }
    while process.isRunning && !Interruption.isRequested { Thread.sleep(forTimeInterval: 0.1) }
    guard Interruption.isRequested else {
      process.waitUntilExit()
      return engine == .local ? try pass(process) : try check(process, program, "")
    }
    // GNU parallel lets what runs come to its end when it is told once, and ends it when it is told twice.
    for _ in 0..<2 where process.isRunning {
      process.terminate()
      Thread.sleep(forTimeInterval: 0.2)
    }
    process.waitUntilExit()
    throw ExitStatus.interrupted
  }

  private static func start(
    _ name: String, _ arguments: [String], needing program: String, _ engine: SubmitScript.Engine,
    _ prepare: (Process) -> Void
  ) throws -> Process {
    try require(program, for: engine)
    guard let path = path(of: name) else { throw missing(name, engine) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    prepare(process)
    do {
      try process.run()
    } catch {
      throw FileFault(path: path, operation: .read, reason: error)
    }
    return process
  }

  private static func missing(_ program: String, _ engine: SubmitScript.Engine) -> CommandFault {
    CommandFault(
      zh: "找不到程序 \(program)：引擎 \(engine.rawValue) 需要它。请在装有它的机器上提交，用 --print 查看脚本，或用 --engine local。",
      en:
        "there is no program \(program), which the engine \(engine.rawValue) needs. Submit where it is installed, look at "
        + "the script with --print, or use --engine local.")
  }

  /// The status of a command of this program, which has said itself why it failed.
  private static func pass(_ process: Process) throws {
    let status = process.terminationStatus
    let isSignal = process.terminationReason == .uncaughtSignal
    guard status == 0 && !isSignal else { throw ExitCode(isSignal ? 128 + status : status) }
  }

  private static func check(_ process: Process, _ name: String, _ complaint: String) throws {
    guard process.terminationStatus != 0 else { return }
    let words = complaint.trimmingCharacters(in: .whitespacesAndNewlines)
    throw CommandFault(
      zh: "\(name) 失败（退出码 \(process.terminationStatus)）" + (words.isEmpty ? "。" : "：\(words)"),
      en: "\(name) failed (exit code \(process.terminationStatus))" + (words.isEmpty ? "." : ": \(words)"))
  }
}
