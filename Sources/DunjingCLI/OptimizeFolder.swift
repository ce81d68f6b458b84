import Dunjing
import Foundation
import Synchronization

/// The folder of a search: what was asked, every replication played, results and reports.
///
/// The history has a line for each replication, with a checksum; a line that was cut off or damaged counts as not played.
struct OptimizeFolder {
  let url: URL

  init(_ path: String) {
    url = URL(fileURLWithPath: path, isDirectory: true)
  }

  /// What replications may be used again: those of the same study, seed, build and fixed parts of the plans.
  struct Manifest: Codable, Equatable {
    var schema = "dunjing-search/1"
    var scenarioHash: String
    var seed: UInt64
    var base: String
    var version: String
    var build: String
  }

  /// Prepares the folder and returns what has been played there.
  func prepare(_ manifest: Manifest, overwrite: Bool) throws -> PlanLedger {
    let files = FileManager.default
    if files.fileExists(atPath: path(ScenarioBundle.fileName)) {
      throw CommandFault(
        zh: "\(url.path) 是一个场景文件夹，结果不能写在其中。请换一个 --out。",
        en: "\(url.path) is the folder of a study; a search cannot be written into it. Use another --out.")
    }
    let isThere = files.fileExists(atPath: path("search.json"))
    if isThere && !overwrite {
      let found = try? JSONDecoder().decode(
        Manifest.self, from: Data(contentsOf: url.appendingPathComponent("search.json")))
      guard found == manifest else {
        throw CommandFault(
          zh: "\(url.path) 中是另一次寻优（场景、种子、基础方案或程序版本不同）。请加 --overwrite 替换，或换一个 --out。",
          en:
            "\(url.path) holds another search (scenario, seed, base treatment or build differ). Use --overwrite to "
            + "replace it, or another --out.")
      }
      return PlanLedger(records(manifest))
    }
    if !isThere && !overwrite, let names = try? files.contentsOfDirectory(atPath: url.path), !names.isEmpty {
      throw CommandFault(
        zh: "\(url.path) 不是空文件夹，其中也没有寻优结果。请换一个 --out，或加 --overwrite。",
        en: "\(url.path) is not empty and holds no search. Use another --out, or --overwrite.")
    }
    do {
      try files.createDirectory(at: url, withIntermediateDirectories: true)
      try? files.removeItem(atPath: path("history.jsonl"))
    } catch {
      throw FileFault(path: url.path, operation: .create, reason: error)
    }
    try write(try JSONFile.data(manifest), to: "search.json")
    return PlanLedger()
  }

  /// Writes a file whole or not at all.
  func write(_ data: Data, to name: String) throws {
    do {
      try data.write(to: url.appendingPathComponent(name), options: .atomic)
    } catch {
      throw FileFault(path: path(name), operation: .write, reason: error)
    }
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  private func records(_ manifest: Manifest) -> [PlanRecord] {
    guard let data = try? Data(contentsOf: url.appendingPathComponent("history.jsonl")) else { return [] }
    return data.split(separator: 10).compactMap { HistoryLine.record(of: Data($0), manifest.identity) }
  }
}

extension OptimizeFolder.Manifest {
  var identity: String { [scenarioHash, "\(seed)", base, version, build].joined(separator: "\n") }
}

/// One line of the history: a checksum, a space and a record as JSON.
enum HistoryLine {
  static func data(_ record: PlanRecord, _ identity: String) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = try encoder.encode(record)
    return Data((checksum(body, identity) + " ").utf8) + body + Data([10])
  }

  static func record(of line: Data, _ identity: String) -> PlanRecord? {
    guard let space = line.firstIndex(of: 32) else { return nil }
    let body = Data(line[(space + 1)...])
    guard String(decoding: line[..<space], as: UTF8.self) == checksum(body, identity) else { return nil }
    return try? JSONDecoder().decode(PlanRecord.self, from: body)
  }

  private static func checksum(_ body: Data, _ identity: String) -> String {
    String(SHA256.hexadecimal(of: Array(identity.utf8) + Array(body)).prefix(16))
  }
}

/// Appends records to the history, from any thread.
final class HistoryWriter: Sendable {
  private let handle: Mutex<FileHandle>
  private let identity: String
  private let path: String
  private let fault = Mutex<(any Error)?>(nil)

  init(_ folder: OptimizeFolder, _ manifest: OptimizeFolder.Manifest) throws {
    path = folder.path("history.jsonl")
    identity = manifest.identity
    let files = FileManager.default
    if !files.fileExists(atPath: path) { _ = files.createFile(atPath: path, contents: nil) }
    guard let file = FileHandle(forWritingAtPath: path) else {
      throw FileFault(path: path, operation: .write, reason: CocoaError(.fileWriteNoPermission))
    }
    let end = try file.seekToEnd()
    // A line that was cut off must not run into the next one.
    if end > 0, let data = try? Data(contentsOf: URL(fileURLWithPath: path)), data.last != 10 {
      try file.write(contentsOf: Data([10]))
    }
    handle = Mutex(file)
  }

  /// Writes a record; false where it cannot be written, after which the search stops.
  func append(_ record: PlanRecord) -> Bool {
    do {
      let line = try HistoryLine.data(record, identity)
      try handle.withLock { try $0.write(contentsOf: line) }
      return true
    } catch {
      let reason = error
      fault.withLock { $0 = reason }
      return false
    }
  }

  /// Throws what went wrong.
  func check() throws {
    if let error = fault.withLock({ $0 }) { throw FileFault(path: path, operation: .write, reason: error) }
  }
}
