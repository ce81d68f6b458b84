import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Synchronization

/// The text of a study, written as a bundle and read like any other.
struct StudyText {
  let yaml: String

  /// Plays replications and returns their results.
  func results(replications: Int, seed: UInt64) throws -> [ReplicationResult] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(yaml.utf8).write(to: folder.appendingPathComponent("scenario.yaml"))
    let valid: ValidScenario
    do {
      valid = try ScenarioBundle(path: folder.path).load()
    } catch {
      throw TheoryFault(text: error.issues.map { $0.text(in: .en) }.joined(separator: "\n"))
    }
    var experiment = Experiment(World(compiling: valid))
    experiment.seed = seed
    let collected = Mutex([Int: ReplicationResult]())
    experiment.run(Array(0..<replications), threads: 2) { number, results in
      collected.withLock { $0[number] = results[0] }
      return true
    }
    return collected.withLock { found in (0..<replications).compactMap { found[$0] } }
  }
}
