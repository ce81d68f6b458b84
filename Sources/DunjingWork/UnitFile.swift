import DunjingScenario
import DunjingSimulation
import Foundation

/// The file with the results of a unit: a line with what they are of and a checksum, a line of notes, then the results.
///
/// The first line is `dunjing-unit/2 PLAN NUMBER ENGINE SHA256`, so that a file of another plan, of another engine and a
/// damaged one can be told apart. Who only asks how far a unit is checks every byte, but decodes no result.
struct UnitFile {
  /// What is noted with the results.
  struct Notes: Codable, Equatable {
    /// Seconds of one core it took to play them.
    var seconds: Double
    /// The largest memory of the worker so far, in bytes.
    var memoryBytes: Int
    /// The name of the machine.
    var host: String
  }

  /// A file whose every byte is as it was written, by a worker of the plan.
  struct Sound: Equatable {
    var notes: Notes
    /// The results as JSON.
    fileprivate var body: Data

    /// Results by replication, then treatment; nil where they are not those of the unit.
    func results(of unit: WorkUnit) -> [[ReplicationResult]]? {
      guard let results = try? JSONDecoder().decode([[ReplicationResult]].self, from: body),
        results.count == unit.replications, results.allSatisfy({ $0.count == unit.treatments })
      else { return nil }
      return results
    }
  }

  /// What is known of a unit.
  enum State: Equatable {
    case missing
    case done(Sound)
    case damaged(Damage)
  }

  /// Why a file does not count.
  enum Damage: String, Equatable, Codable {
    /// It was cut off or changed.
    case content
    /// It belongs to another plan.
    case plan
    /// Its worker plays the study otherwise.
    case engine
    /// Its schema is another one.
    case schema
  }

  static let schema = "dunjing-unit/2"

  /// The bytes of the file of a unit.
  static func data(
    _ results: [[ReplicationResult]], _ notes: Notes, of unit: WorkUnit, in plan: WorkPlan
  ) throws -> Data {
    let encoder = ResultCoding.encoder
    let body = try encoder.encode(notes) + Data([newLine]) + encoder.encode(results)
    let line = [schema, plan.identity, "\(unit.number)", plan.engine].joined(separator: " ")
    return Data("\(line) \(checksum(line, body))\n".utf8) + body
  }

  /// Reads the bytes of the file of a unit.
  static func state(of data: Data, _ unit: WorkUnit, in plan: WorkPlan) -> State {
    guard let lineEnd = data.prefix(500).firstIndex(of: newLine) else { return .damaged(.content) }
    let words = String(decoding: data[..<lineEnd], as: UTF8.self).split(separator: " ").map(String.init)
    let body = data[(lineEnd + 1)...]
    guard words.count == 5 else {
      return .damaged(
        words.first.map { $0.hasPrefix("dunjing-unit/") && $0 != schema } == true ? .schema : .content)
    }
    guard checksum(words[0..<4].joined(separator: " "), body) == words[4] else { return .damaged(.content) }
    guard words[0] == schema else { return .damaged(.schema) }
    guard words[3] == plan.engine else { return .damaged(.engine) }
    guard words[1] == plan.identity, words[2] == "\(unit.number)" else { return .damaged(.plan) }
    guard let notesEnd = body.firstIndex(of: newLine),
      let notes = try? JSONDecoder().decode(Notes.self, from: Data(body[..<notesEnd]))
    else { return .damaged(.content) }
    return .done(Sound(notes: notes, body: Data(body[(notesEnd + 1)...])))
  }

  private static let newLine = UInt8(ascii: "\n")

  private static func checksum(_ line: String, _ body: Data) -> String {
    SHA256.hexadecimal(of: Array(line.utf8) + [newLine] + Array(body))
  }
}
