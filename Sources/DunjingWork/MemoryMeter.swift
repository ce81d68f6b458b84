import Dispatch
import DunjingExperiment
import DunjingSimulation
import DunjingWorld
import Foundation
import Synchronization

/// Measures what a run needs of memory, by playing two weeks of it.
public struct MemoryMeter: Sendable {
  /// Bytes that the program and the compiled study had before anything was played.
  public let process: Int
  /// Bytes that a thread has while it plays, two branches of a replication at once.
  public let thread: Int
  /// A result as every replication has one of every treatment, but of a week.
  public let result: ReplicationResult

  /// Bytes of a result of one treatment in one replication while it is kept.
  public var resultBytes: Int { MemoryLayout<ReplicationResult>.stride + result.storedBytes }

  /// Bytes of memory for every byte of JSON while it is made: a tree of values, and the text twice.
  public static let bytesToEncodeByte = 5

  /// How many times as much a thread has in the course of a long replication as after two weeks.
  ///
  /// What is under way, hazards above all, becomes more for months: 11 MB grow to 33 MB in the shipped province.
  private static let growth = 3

  /// Plays a week of replication 0 under the baseline and a second one under the last treatment.
  ///
  /// It is played on a thread that has not played before, as memory that others gave back would hide what it needs.
  public init(_ experiment: Experiment) {
    let before = Self.resident
    let played = Mutex<(after: Int, result: ReplicationResult)?>(nil)
    let done = DispatchSemaphore(value: 0)
    DispatchQueue(label: "memory").async {
      let outcome = Self.play(experiment)
      played.withLock { $0 = outcome }
      done.signal()
    }
    done.wait()
    guard let (after, result) = played.withLock({ $0 }) else { preconditionFailure("it has been played") }
    (process, self.result) = (before, result)
    thread = max(after - before, 0) * Self.growth
  }

  private static func play(_ experiment: Experiment) -> (after: Int, result: ReplicationResult) {
    let world = experiment.world(ofReplication: 0)
    let week = EngineProof.week(of: world)
    var warmUp = Simulator(world, seed: experiment.seed, replication: 0)
    warmUp.run(until: week)
    var branch = warmUp
    branch.apply(world.plans[experiment.treatments.last ?? world.baseline])
    branch.startMeasuring()
    branch.run(until: 2 * week)
    let result = branch.result()
    // Both branches are there in a replication, too, while one is played.
    return withExtendedLifetime((world, warmUp, branch)) { (resident, result) }
  }

  /// The memory of this process now, in bytes; 0 where the kernel does not tell.
  public static var resident: Int {
    let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = text?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
