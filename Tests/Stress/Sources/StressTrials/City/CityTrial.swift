import Dunjing
import Foundation
import Synchronization

/// Plays random small cities, every treatment of them, with all invariants checked after every event.
public struct CityTrial: Trial {
  /// The seed of the cities.
  public let seed: UInt64

  public init(seed: UInt64) {
    self.seed = seed
  }

  public func files(_ number: Int) -> [String: [UInt8]] {
    CityDraw(seed: seed, number: number).files
  }

  public func play(_ files: [String: [UInt8]], number: Int) -> TrialOutcome {
    do {
      let valid = try ScenarioBundle(files: files).load()
      return .played(events: try play(valid, rendersReport: number % 8 == 0))
    } catch let error as InvalidScenario {
      return .refused(error.text(in: .en))
    } catch let error as Broken {
      return .failed(error.text)
    } catch {
      return .failed("\(error)")
    }
  }

  private func play(_ valid: ValidScenario, rendersReport: Bool) throws -> Int {
    let world = World(compiling: valid)
    let experiment = Experiment(world)
    let checked = try playChecked(world, seed: experiment.seed)
    let threaded = Mutex<[Int: [ReplicationResult]]>([:])
    experiment.run([0, 1], threads: 2) { number, results in
      threaded.withLock { $0[number] = results }
      return true
    }
    let (first, second) = threaded.withLock { ($0[0], $0[1]) }
    try Broken.unless(checked == first, "the results differ from those of an unchecked run")
    try Broken.unless(
      second == experiment.play(replication: 1), "the results differ from those on a single thread")
    for (result, plan) in zip(checked, world.plans) {
      try ResultCheck(world, plan).check(result)
    }
    if rendersReport { try render(experiment, valid) }
    return checked.map(\.events).reduce(0, +)
  }

  /// Runs the whole experiment, with its precision, on one and on two threads, and renders all that is written.
  private func render(_ experiment: Experiment, _ valid: ValidScenario) throws {
    let one = experiment.run(threads: 1, scenarioHash: valid.bundleHash)
    let two = experiment.run(threads: 2, scenarioHash: valid.bundleHash)
    let document = try Self.json(one)
    try Broken.unless(document == Self.json(two), "the results differ with two threads")
    try OutputCheck.check(one, document, valid.scenario)
  }

  /// Plays as ``Experiment/play(replication:)`` does, and checks the state after every event.
  private func playChecked(_ world: World, seed: UInt64) throws -> [ReplicationResult] {
    var warmUp = Simulator(world, seed: seed, replication: 0)
    try warmUp.runChecked(until: world.implementation)
    return try world.plans.map { plan in
      var simulator = warmUp
      simulator.apply(plan)
      try simulator.runChecked(until: world.measurementStart)
      simulator.startMeasuring()
      try simulator.runChecked(until: world.end)
      return simulator.result()
    }
  }

  private static func json(_ result: ExperimentResult) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(ResultsDocument(result)), as: UTF8.self)
  }
}
