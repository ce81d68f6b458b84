import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation

/// How an engine plays a study, in sixteen hexadecimal digits: programs that play it alike have the same ones.
///
/// It takes the place of the identity of a build. A static worker is another file than the command that planned, and a
/// cluster may compile its own; what matters is that they play alike, to the last bit. The proof plays the first week of
/// replication 0 under the baseline and a second one under the last treatment, measures that, and hashes all it has to
/// say, with the names of the indicators in their order. It does not see what happens later only; a difference that does
/// not show in two weeks of every stream is no difference of libraries or compilers.
public enum EngineProof {
  /// Days under each of the two treatments, at most.
  static let days = 7

  /// The proof of this engine for an experiment.
  public static func text(_ experiment: Experiment) throws -> String {
    let world = experiment.world
    let week = week(of: world)
    var simulator = Simulator(world, seed: experiment.seed, replication: 0)
    var results: [ReplicationResult] = []
    for (number, plan) in [world.baseline, experiment.treatments.last ?? world.baseline].enumerated() {
      simulator.apply(world.plans[plan])
      simulator.startMeasuring()
      simulator.run(until: Double(number + 1) * week)
      results.append(simulator.result())
    }
    let names = Indicator.allCases.map(\.rawValue).joined(separator: ",")
    let bytes = Array(names.utf8) + Array(try ResultCoding.encoder.encode(results))
    return String(SHA256.hexadecimal(of: bytes).prefix(16))
  }

  /// Seconds under each of the two treatments: a week, or less where the study is shorter than two.
  static func week(of world: World) -> Double {
    min(Double(min(days, world.scenario.time.horizonDays)) * World.daySeconds, world.end / 2)
  }
}
