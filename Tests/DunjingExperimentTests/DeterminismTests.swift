import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Synchronization
import Testing

/// The same scenario, seed and treatment are the same bytes, whatever else is played, and by whom.
@Suite struct DeterminismTests {
  private static let world = Result { try shortWorld() }

  private static func shortWorld(_ edit: (inout Scenario) -> Void = { _ in }) throws -> World {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
      .scenario
    scenario.time.warmUpDays = 20
    scenario.time.horizonDays = 28
    edit(&scenario)
    return World(compiling: try scenario.validated())
  }

  private func bytes(_ results: [[ReplicationResult]]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(results)
  }

  private func played(_ experiment: Experiment, threads: Int, known: [Int: [ReplicationResult]] = [:])
    throws -> [[ReplicationResult]]
  {
    let results = experiment.run(
      threads: threads, found: { known[$0] }, planned: { _ in }, finished: { _, _ in true })
    return try #require(results)
  }

  @Test func anyNumberOfThreadsGivesTheSameBytes() throws {
    var experiment = Experiment(try Self.world.get())
    experiment.replications = 6
    let one = try bytes(played(experiment, threads: 1))
    for threads in [2, 3, 4, 6, 8] {
      #expect(try bytes(played(experiment, threads: threads)) == one, "\(threads) threads")
    }
  }

  @Test(arguments: [1, 2, 4])
  func aStoppedRunGoesOnToTheSameBytes(threads: Int) throws {
    var experiment = Experiment(try Self.world.get())
    experiment.replications = 6
    let whole = try bytes(played(experiment, threads: 1))
    let kept = Mutex([Int: [ReplicationResult]]())
    let stopped = experiment.run(
      threads: threads, found: { _ in nil }, planned: { _ in },
      finished: { number, results in
        kept.withLock {
          $0[number] = results
          return $0.count < 3
        }
      })
    #expect(stopped == nil)
    // What was kept comes back as a run folder gives it: written and read.
    let found = try kept.withLock { $0 }.mapValues {
      try JSONDecoder().decode([ReplicationResult].self, from: JSONEncoder().encode($0))
    }
    #expect(found.count >= 3)
    #expect(try bytes(played(experiment, threads: threads, known: found)) == whole)
  }

  @Test func addingATreatmentChangesNoOther() throws {
    let world = try Self.world.get()
    let more = try Self.shortWorld { scenario in
      var added = scenario.treatments[1]
      added.id = "added"
      added.sinkRatio.agency = 0.3
      scenario.treatments.insert(added, at: 1)
    }
    for replication in 0..<2 {
      let few = Experiment(world).play(replication: replication)
      var many = Experiment(more).play(replication: replication)
      let added = many.remove(at: 1)
      #expect(few == many)
      #expect(added != few[1])
    }
  }

  @Test func theOrderOfTreatmentsDoesNotMatter() throws {
    let world = try Self.world.get()
    let turned = try Self.shortWorld { $0.treatments.reverse() }
    #expect(turned.baseline == world.plans.count - 1)
    for replication in 0..<2 {
      let forward = Experiment(world).play(replication: replication)
      #expect(Array(Experiment(turned).play(replication: replication).reversed()) == forward)
    }
  }

  @Test func aTraceIsTheSameWhateverElseIsPlayed() throws {
    let world = try Self.world.get()
    let turned = try Self.shortWorld { $0.treatments.reverse() }
    let last = world.plans.count - 1
    let trace = Experiment(world).trace(treatment: last, replication: 1, days: 7)
    #expect(trace.entries.count > 500)
    #expect(Experiment(turned).trace(treatment: 0, replication: 1, days: 7) == trace)
    #expect(Experiment(world).trace(treatment: last, replication: 2, days: 7) != trace)
  }
}
