import Dunjing
import Foundation
import Synchronization

/// What replications may be used again: those of work of the same kind on the same study, with the same seed and build.
protocol HistoryManifest: Codable, Equatable, Sendable {
  /// The file it is kept in.
  static var fileName: String { get }
  /// What the work is called: 寻优, a search.
  static var noun: LocalizedText { get }
  /// What makes it another one, as a list in words.
  static var differences: LocalizedText { get }
  /// All that its replications depend on, for the checksums of the history.
  var identity: String { get }
}

/// The folder of work that plays replications one by one: what was asked, every replication played, results and reports.
///
/// The history has a line for each replication, with a checksum; a line that was cut off or damaged counts as not played.
struct HistoryFolder<Manifest: HistoryManifest> {
  let url: URL

  init(_ path: String) {
    url = URL(fileURLWithPath: path, isDirectory: true)
  }

  /// Prepares the folder and returns what has been played there.
  func prepare(_ manifest: Manifest, overwrite: Bool) throws -> PlanLedger {
    let files = FileManager.default
    let noun = Manifest.noun
    if files.fileExists(atPath: path(ScenarioBundle.fileName)) {
      throw CommandFault(
        zh: "\(url.path) 是一个场景文件夹，结果不能写在其中。请换一个 --out。",
        en: "\(url.path) is the folder of a study; \(noun.en) cannot be written into it. Use another --out.")
    }
    let isThere = files.fileExists(atPath: path(Manifest.fileName))
    if isThere && !overwrite {
      let found = try? JSONDecoder().decode(
        Manifest.self, from: Data(contentsOf: url.appendingPathComponent(Manifest.fileName)))
      guard found == manifest else {
        throw CommandFault(
          zh: "\(url.path) 中是另一次\(noun.zh)（\(Manifest.differences.zh)不同）。请加 --overwrite 替换，或换一个 --out。",
          en:
            "\(url.path) holds another \(noun.en.dropFirst(2)) (\(Manifest.differences.en) differ). Use --overwrite to "
            + "replace it, or another --out.")
      }
      return PlanLedger(records(manifest))
    }
    if !isThere && !overwrite, let names = try? files.contentsOfDirectory(atPath: url.path), !names.isEmpty {
      throw CommandFault(
        zh: "\(url.path) 不是空文件夹，其中也没有\(noun.zh)结果。请换一个 --out，或加 --overwrite。",
        en:
          "\(url.path) is not empty and holds no \(noun.en.dropFirst(2)). Use another --out, or --overwrite.")
    }
    do {
      try files.createDirectory(at: url, withIntermediateDirectories: true)
      try? files.removeItem(atPath: path("history.jsonl"))
    } catch {
      throw FileFault(path: url.path, operation: .create, reason: error)
    }
    try write(try JSONFile.data(manifest), to: Manifest.fileName)
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

  init<Manifest>(_ folder: HistoryFolder<Manifest>, _ manifest: Manifest) throws {
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

  /// Writes a record; false where it cannot be written, after which the work stops.
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
