import Dunjing
import Foundation

/// The replications that were played in a folder: `history.jsonl`, and `history-I.jsonl` of each process that plays together
/// with others.
///
/// It has a line for each replication, with a checksum; a line that was cut off or damaged counts as not played.
struct History: Sendable {
  /// The path of the folder.
  let folder: String
  /// All that the replications depend on.
  let identity: String

  /// The path of the file that a process writes.
  func path(of shard: Int?) -> String { FolderPath.joined(folder, Self.fileName(of: shard)) }

  /// The name of the file that a process writes.
  static func fileName(of shard: Int?) -> String { "history\(shard.map { "-\($0)" } ?? "").jsonl" }

  /// The processes with files, nil for one that played alone.
  var writers: [Int?] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name -> Int?? in
      guard let match = name.wholeMatch(of: /history(?:-([0-9]{1,9}))?\.jsonl/) else { return nil }
      return .some(match.1.flatMap { Int($0) })
    }.sorted { ($0 ?? 0) < ($1 ?? 0) }
  }

  /// Reads all that was played so far, whoever played it.
  func ledger() -> PlanLedger {
    PlanLedger(
      writers.flatMap { writer in
        (FileManager.default.contents(atPath: path(of: writer)) ?? Data()).split(separator: 10).compactMap {
          HistoryLine.record(of: Data($0), identity)
        }
      })
  }

  /// Removes everything that was played.
  func remove() throws {
    for writer in writers { try FileManager.default.removeItem(atPath: path(of: writer)) }
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

  /// Reads a line; nil where it is damaged, or of something else.
  /// - Parameter identity: all that the record depends on; nil takes the line for what it says.
  static func record(of line: Data, _ identity: String?) -> PlanRecord? {
    guard let space = line.firstIndex(of: 32) else { return nil }
    let body = Data(line[(space + 1)...])
    if let identity, String(decoding: line[..<space], as: UTF8.self) != checksum(body, identity) {
      return nil
    }
    return try? JSONDecoder().decode(PlanRecord.self, from: body)
  }

  private static func checksum(_ body: Data, _ identity: String) -> String {
    String(SHA256.hexadecimal(of: Array(identity.utf8) + Array(body)).prefix(16))
  }
}
