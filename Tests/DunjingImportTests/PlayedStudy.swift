import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// An imported study that is played once under its baseline.
enum PlayedStudy {
  /// The incidents in the measured days.
  static func counts(_ world: World) throws -> Double {
    var simulator = Simulator(world, seed: world.scenario.experiment.seed, replication: 0)
    simulator.run(until: world.implementation)
    simulator.startMeasuring()
    simulator.run(until: world.end)
    return Double(simulator.result().kindCounts.reduce(0, +))
  }
}
