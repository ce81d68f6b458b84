import DunjingExperiment
import DunjingSimulation
import DunjingWorld
import Foundation

/// Measures what an experiment costs, by playing the baseline in replication 0.
public enum WorkMeter {
  /// Measures.
  /// - Parameters:
  ///   - startSeconds: what it took to read and compile the study and to prove the engine.
  ///   - experiment: what is planned.
  public static func cost(of experiment: Experiment, startSeconds: Double) throws -> WorkCost {
    let world = experiment.world
    let clock = ContinuousClock()
    var simulator = Simulator(world, seed: experiment.seed, replication: 0)
    let warmUp = clock.measure { simulator.run(until: world.implementation) }
    let treatment = clock.measure {
      simulator.run(until: world.measurementStart)
      simulator.startMeasuring()
      simulator.run(until: world.end)
    }
    let bytes = try ResultCoding.encoder.encode([simulator.result()]).count
    return WorkCost(
      startSeconds: rounded(startSeconds), warmUpSeconds: rounded(seconds(warmUp)),
      treatmentSeconds: rounded(seconds(treatment)), resultBytes: bytes, memoryBytes: peakMemory)
  }

  /// The largest memory of this process so far, in bytes.
  public static var peakMemory: Int {
    var usage = rusage()
    return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss * 1_024 : 0
  }

  /// Seconds of a duration.
  public static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }

  /// Two digits that say something; what was measured once has no more.
  static func rounded(_ seconds: Double) -> Double {
    guard seconds > 0 else { return 0 }
    let digits = Int(1 - log10(seconds).rounded(.down))
    let scale = pow(10, Double(abs(digits)))
    return digits < 0 ? (seconds / scale).rounded() * scale : (seconds * scale).rounded() / scale
  }
}
