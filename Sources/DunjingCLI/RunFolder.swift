import Dunjing
import Foundation

/// The folder of a run: manifest, one file per finished replication, results, tables and reports.
///
/// Every file is written under another name first and then renamed, so that none is ever half there.
struct RunFolder {
  let url: URL

  /// The names of the tables.
  static let tables = [
    "indicators", "responses", "grids", "week-hours", "departments", "backlog", "redeployment",
    "officer-moves", "counties"
  ]

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
    /// Keys of the study that were set on top of its files; the hash of the scenario follows them.
    var settings: [String]?
    var played: Int?
    /// Wall-clock time of the run in seconds, in whole tenths.
    var runSeconds: Double?
    /// When the results were written, in local time with its offset, such as `2026-01-31T16:05:00+08:00`.
    var finishedAt: String?
    /// The files of the study, of which the folder keeps a copy.
    var studyFiles: [String]?
    var stopped: StoppingReason?
  }

  /// Notes in the manifest how the run ended.
  func finish(_ manifest: Manifest, _ result: ExperimentResult) throws {
    var finished = manifest
    finished.played = result.replications
    finished.stopped = result.stoppingReason
    try write(try JSONFile.data(finished), to: "manifest.json")
  }

  /// Reads a finished replication; nil when it is missing, damaged or of another run, so that it is played again.
  func replication(_ number: Int, of manifest: Manifest) -> [ReplicationResult]? {
    guard let data = try? Data(contentsOf: url.appendingPathComponent(Self.name(number))),
      let lineEnd = data.firstIndex(of: 10)
    else { return nil }
    let body = data[(lineEnd + 1)...]
    let checksum = Self.checksum(of: body, manifest, number)
    guard String(decoding: data[..<lineEnd], as: UTF8.self) == checksum else { return nil }
    return try? JSONDecoder().decode([ReplicationResult].self, from: Data(body))
  }

  /// Writes a finished replication with its checksum in the first line.
  func write(_ results: [ReplicationResult], replication number: Int, of manifest: Manifest) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let body = try encoder.encode(results)
    let checksum = Self.checksum(of: body, manifest, number)
    try write(Data((checksum + "\n").utf8) + body, to: Self.name(number))
  }

  /// Writes a file whole or not at all.
  func write(_ data: Data, to name: String) throws {
    do {
      try data.write(to: url.appendingPathComponent(name), options: .atomic)
    } catch {
      throw FileFault(path: url.appendingPathComponent(name).path, operation: .write, reason: error)
    }
  }

  func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: url.appendingPathComponent(name)))
  }

  /// The hash of what a replication is of, and of its bytes.
  static func checksum(of body: Data, _ manifest: Manifest, _ number: Int) -> String {
    let identity = [
      manifest.scenarioHash, "\(manifest.seed)", manifest.treatments.joined(separator: ","), manifest.version,
      manifest.build, "\(number)"
    ].joined(separator: "\n")
    return SHA256.hexadecimal(of: Array(identity.utf8) + Array(body))
  }

  private static func name(_ number: Int) -> String {
    "replications/" + String(format: "%05d.json", number)
  }
}

extension RunFolder.Manifest {
  /// Whether replications of one may be used by the other: only their number, what decides on it, the path
  /// and the order of what was set may differ.
  func isSameRun(as other: RunFolder.Manifest) -> Bool {
    var copy = other
    (copy.replications, copy.precision) = (replications, precision)
    (copy.played, copy.stopped) = (played, stopped)
    (copy.scenarioPath, copy.settings) = (scenarioPath, settings)
    (copy.runSeconds, copy.finishedAt, copy.studyFiles) = (runSeconds, finishedAt, studyFiles)
    return self == copy
  }
}
