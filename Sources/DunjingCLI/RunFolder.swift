import ArgumentParser
import Dunjing
import Foundation

/// The folder of a run: manifest, one file per finished replication, results, tables and reports.
///
/// Every file is written under another name first and then renamed, so that none is ever half there.
struct RunFolder {
  let url: URL

  init(_ path: String) {
    url = URL(fileURLWithPath: path, isDirectory: true)
  }

  /// What identifies a run, and once it is finished, how many replications were played and why no more.
  struct Manifest: Codable, Equatable {
    var schema = "dunjing-manifest/1"
    var scenarioHash: String
    var scenarioPath: String
    var seed: UInt64
    var replications: Int
    var precision: PrecisionSettings?
    var treatments: [String]
    var version: String
    var build: String
    var played: Int?
    var stopped: StoppingReason?
  }

  /// Prepares the folder: a new one, or one of the same run to go on with.
  func prepare(_ manifest: Manifest, resume: Bool, overwrite: Bool) throws {
    let manager = FileManager.default
    if let found = try? read(Manifest.self, "manifest.json") {
      guard overwrite || resume else {
        throw ValidationError(
          "\(url.path) already holds a run. Use --resume to finish it, --overwrite to replace it, or another --out."
        )
      }
      if resume && !overwrite {
        guard found.isSameRun(as: manifest) else {
          throw ValidationError(
            "\(url.path) holds another run (scenario, seed, treatments or build differ). "
              + "Use --overwrite to replace it, or another --out.")
        }
      } else {
        try? manager.removeItem(at: url.appendingPathComponent("replications"))
      }
    } else if let names = try? manager.contentsOfDirectory(atPath: url.path), !names.isEmpty, !overwrite {
      throw ValidationError("\(url.path) is not empty and holds no run. Use another --out, or --overwrite.")
    }
    try create("replications")
    try create("tables")
    try write(try JSONFile.data(manifest), to: "manifest.json")
  }

  /// Notes in the manifest how the run ended.
  func finish(_ manifest: Manifest, _ result: ExperimentResult) throws {
    var finished = manifest
    finished.played = result.replications
    finished.stopped = result.stoppingReason
    try write(try JSONFile.data(finished), to: "manifest.json")
  }

  /// Reads a finished replication; nil when it is missing or damaged, so that it is played again.
  func replication(_ number: Int) -> [ReplicationResult]? {
    guard let data = try? Data(contentsOf: url.appendingPathComponent(Self.name(number))),
      let lineEnd = data.firstIndex(of: 10)
    else { return nil }
    let body = data[(lineEnd + 1)...]
    guard String(decoding: data[..<lineEnd], as: UTF8.self) == SHA256.hexadecimal(of: Array(body)) else {
      return nil
    }
    return try? JSONDecoder().decode([ReplicationResult].self, from: Data(body))
  }

  /// Writes a finished replication with its checksum in the first line.
  func write(_ results: [ReplicationResult], replication number: Int) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let body = try encoder.encode(results)
    let checksum = SHA256.hexadecimal(of: Array(body))
    try write(Data((checksum + "\n").utf8) + body, to: Self.name(number))
  }

  /// Writes a file whole or not at all.
  func write(_ data: Data, to name: String) throws {
    do {
      try data.write(to: url.appendingPathComponent(name), options: .atomic)
    } catch {
      throw FileFault(path: url.appendingPathComponent(name).path, operation: "write", reason: error)
    }
  }

  private func create(_ name: String) throws {
    let folder = url.appendingPathComponent(name, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw FileFault(path: folder.path, operation: "create", reason: error)
    }
  }

  private func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: url.appendingPathComponent(name)))
  }

  private static func name(_ number: Int) -> String {
    "replications/" + String(format: "%05d.json", number)
  }
}

extension RunFolder.Manifest {
  /// Whether replications of one may be used by the other: only their number, what decides on it and the path may
  /// differ.
  func isSameRun(as other: RunFolder.Manifest) -> Bool {
    var copy = other
    (copy.replications, copy.precision) = (replications, precision)
    (copy.played, copy.stopped) = (played, stopped)
    copy.scenarioPath = scenarioPath
    return self == copy
  }
}

/// A file that cannot be read or written.
struct FileFault: Error, CustomStringConvertible {
  let path: String
  let operation: String
  let reason: any Error

  var description: String {
    "cannot \(operation) \(path): \((reason as NSError).localizedDescription)"
  }
}
