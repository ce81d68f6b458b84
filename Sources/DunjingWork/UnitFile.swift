import DunjingScenario
import DunjingSimulation
import Foundation

/// The file with the results of a unit: a line with what they are of and a checksum, then the data.
///
/// The line is `dunjing-unit/1 PLAN NUMBER ENGINE SHA256`, so that a file of another plan, of another engine and a damaged one
/// can be told apart.
struct UnitFile {
  /// What is in the file.
  struct Content: Codable, Equatable {
    /// Results by replication, then treatment.
    var results: [[ReplicationResult]]
    /// Seconds of one core it took to play them.
    var seconds: Double
    /// The largest memory of the worker so far, in bytes.
    var memoryBytes: Int
    /// The name of the machine.
    var host: String
  }

  /// What is known of a unit.
  enum State: Equatable {
    case missing
    case done(Content)
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

  static let schema = "dunjing-unit/1"

  /// The bytes of the file of a unit.
  static func data(_ content: Content, of unit: WorkUnit, in plan: WorkPlan) throws -> Data {
    let body = try ResultCoding.encoder.encode(content)
    let line = [schema, plan.identity, "\(unit.number)", plan.engine].joined(separator: " ")
    return Data("\(line) \(checksum(line, body))\n".utf8) + body
  }

  /// Reads the bytes of the file of a unit.
  static func state(of data: Data, _ unit: WorkUnit, in plan: WorkPlan) -> State {
    guard let lineEnd = data.prefix(500).firstIndex(of: 10) else { return .damaged(.content) }
    let words = String(decoding: data[..<lineEnd], as: UTF8.self).split(separator: " ").map(String.init)
    let body = Data(data[(lineEnd + 1)...])
    guard words.count == 5 else {
      return .damaged(
        words.first.map { $0.hasPrefix("dunjing-unit/") && $0 != schema } == true ? .schema : .content)
    }
    guard checksum(words[0..<4].joined(separator: " "), body) == words[4] else { return .damaged(.content) }
    guard words[0] == schema else { return .damaged(.schema) }
    guard words[3] == plan.engine else { return .damaged(.engine) }
    guard words[1] == plan.identity, words[2] == "\(unit.number)" else { return .damaged(.plan) }
    guard let content = try? JSONDecoder().decode(Content.self, from: body),
      content.results.count == unit.replications,
      content.results.allSatisfy({ $0.count == unit.treatments })
    else { return .damaged(.content) }
    return .done(content)
  }

  private static func checksum(_ line: String, _ body: Data) -> String {
    SHA256.hexadecimal(of: Array(line.utf8) + [10] + Array(body))
  }
}
