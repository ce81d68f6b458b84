import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// `study`: a replication of a shipped study's baseline, warm-up and horizon; work is counted in events.
///
/// Reading and compiling the study are not timed. The value is the number of incidents received in the horizon.
struct Study: Sendable {
  private let world: World

  init(path: String) throws {
    world = World(compiling: try ScenarioBundle(path: path).load())
  }

  func run(seed: UInt64, replication: Int) -> Outcome {
    var simulator = Simulator(world, seed: seed, replication: replication)
    simulator.run(until: world.measurementStart)
    simulator.startMeasuring()
    simulator.run(until: world.end)
    return Outcome(work: simulator.eventCount, value: Double(simulator.result().kindCounts.reduce(0, +)))
  }
}
