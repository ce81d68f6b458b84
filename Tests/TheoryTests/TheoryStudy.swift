import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Synchronization
import Testing

/// One replication of a study: its indicators, and what it counted by unit, place and hour.
struct Play: Sendable {
  let result: ReplicationResult
  let detail: OperationalDetail

  /// The larger of the two relative differences between numbers over time and seconds by incident, for incidents
  /// waiting and open: zero but for rounding by Little's law.
  var littlesGap: Double {
    func gap(_ mean: Double, _ seconds: Double) -> Double {
      seconds == 0 ? abs(mean) : abs(mean * detail.measuredSeconds / seconds - 1)
    }
    return max(gap(detail.meanWaiting, detail.waitingSeconds), gap(detail.meanOpen, detail.openSeconds))
  }
}

/// A study of a theory check: the text of a scenario, read and compiled like any other.
protocol TheoryStudy {
  /// The file `scenario.yaml`.
  var yaml: String { get }
}

extension TheoryStudy {
  /// The study as the command would compile it.
  func world() throws -> World {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(yaml.utf8).write(to: folder.appendingPathComponent("scenario.yaml"))
    return try World.loaded(from: folder.path)
  }

  /// Plays replications and returns their results.
  func results(replications: Int, seed: UInt64) throws -> [ReplicationResult] {
    try plays(replications: replications, seed: seed).map(\.result)
  }

  /// Plays replications; Little's law has to hold in each.
  func plays(replications: Int, seed: UInt64) throws -> [Play] {
    let world = try world()
    let plays = inParallel(replications) { world.play(seed: seed, replication: $0) }
    #expect(plays.allSatisfy { $0.littlesGap < 1e-9 }, "Little's law does not hold on a sample path")
    return plays
  }
}

extension World {
  /// Reads and compiles a bundle.
  static func loaded(from path: String) throws -> World {
    do {
      return World(compiling: try ScenarioBundle(path: path).load())
    } catch {
      throw TheoryFault(text: error.issues.map { $0.text(in: .en) }.joined(separator: "\n"))
    }
  }

  /// Plays one replication of the baseline, as an experiment does.
  func play(seed: UInt64, replication: Int) -> Play {
    var simulator = Simulator(self, seed: seed, replication: replication)
    simulator.run(until: implementation)
    simulator.apply(plans[baseline])
    simulator.run(until: measurementStart)
    simulator.startMeasuring(keepsOrders: true)
    simulator.run(until: end)
    return Play(result: simulator.result(), detail: simulator.detail())
  }
}

/// Returns the values of a function of 0, 1, …, worked out on two threads.
func inParallel<Value: Sendable>(_ count: Int, _ value: @Sendable (Int) throws -> Value) rethrows -> [Value] {
  let collected = Mutex([Int: Result<Value, any Error>]())
  DispatchQueue.concurrentPerform(iterations: 2) { thread in
    for number in stride(from: thread, to: count, by: 2) {
      let outcome = Result { try value(number) }
      collected.withLock { $0[number] = outcome }
    }
  }
  return try collected.withLock { found in try (0..<count).compactMap { try found[$0]?.get() } }
}

/// A study of a theory check that could not be read.
struct TheoryFault: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}
