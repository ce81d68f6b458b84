import DunjingExperiment
import DunjingSimulation
import DunjingWorld
import Foundation

/// Measures what an experiment costs, by playing the baseline in replication 0.
public enum WorkMeter {
  /// Proves how the engine plays an experiment, and measures what it costs, in seconds of one core.
  /// - Parameter open: reads and compiles the study.
  public static func measure(
    _ open: () throws -> Experiment
  ) throws -> (experiment: Experiment, engine: String, cost: WorkCost) {
    let start = CoreClock.seconds
    let experiment = try open()
    let engine = try EngineProof.text(experiment)
    let opened = CoreClock.seconds
    let world = experiment.world
    var simulator = Simulator(world, seed: experiment.seed, replication: 0)
    let warmUp = CoreClock.measure { simulator.run(until: world.implementation) }
    let treatment = CoreClock.measure {
      simulator.run(until: world.measurementStart)
      simulator.startMeasuring()
      simulator.run(until: world.end)
    }
    let bytes = try ResultCoding.encoder.encode([simulator.result()]).count
    let cost = WorkCost(
      startSeconds: rounded(opened - start), warmUpSeconds: rounded(warmUp),
      treatmentSeconds: rounded(treatment), resultBytes: bytes, memoryBytes: peakMemory)
    return (experiment, engine, cost)
  }

  /// The largest memory of this process so far, in bytes.
  public static var peakMemory: Int {
    var usage = rusage()
    return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss * 1_024 : 0
  }

  /// Two digits that say something; what was measured once has no more.
  static func rounded(_ seconds: Double) -> Double {
    guard seconds > 0 else { return 0 }
    let digits = Int(1 - log10(seconds).rounded(.down))
    let scale = pow(10, Double(abs(digits)))
    return digits < 0 ? (seconds / scale).rounded() * scale : (seconds * scale).rounded() / scale
  }
}
