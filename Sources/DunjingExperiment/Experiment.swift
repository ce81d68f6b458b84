import Dispatch
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld
import Synchronization

/// Treatments × replications on common random numbers, in parallel over replications.
///
/// Each replication plays one warm-up under the baseline and branches into every treatment from the same state. With
/// ``draws`` its world has numbers of its own, the same under every treatment.
/// The result depends on scenario, seed, replications and treatments only, never on the number of threads.
public struct Experiment: Sendable {
  /// The compiled scenario.
  public let world: World
  /// Replications of each treatment; with a ``precision``, those of the pilot.
  public var replications: Int
  /// The precision to add replications for; nil to play exactly ``replications``.
  public var precision: PrecisionSettings?
  /// The master seed.
  public var seed: UInt64
  /// Draws of the estimated numbers; nil where all replications have the values of the study.
  ///
  /// Every two replications share a draw, so that what the draws do can be told from chance.
  public var draws: EstimateDraws?
  /// Where travel times of drawn worlds may have been kept.
  public var travelStore: (any TravelStore)?
  /// Indices of the treatments to play, ascending; the baseline is always among them.
  public private(set) var treatments: [Int]

  /// Creates an experiment with the settings of the scenario.
  public init(_ world: World) {
    self.world = world
    replications = world.scenario.experiment.replications
    precision = world.scenario.experiment.precision
    seed = world.scenario.experiment.seed
    treatments = Array(world.plans.indices)
  }

  /// Restricts the experiment to some treatments, by id; the baseline is added when it is not named.
  /// - Returns: the ids that the scenario does not have.
  public mutating func restrict(to ids: [String]) -> [String] {
    let known = world.scenario.treatments.map(\.id)
    treatments = known.indices.filter { ids.contains(known[$0]) || $0 == world.baseline }
    return ids.filter { !known.contains($0) }
  }

  /// Plays one replication of every treatment, in the order of ``treatments``.
  public func play(replication: Int) -> [ReplicationResult] {
    play(replication: replication, treatments.indices)
  }

  /// Plays one replication of some treatments; the same results as when all are played.
  /// - Parameters:
  ///   - replication: the number of the replication, from 0, which names its streams.
  ///   - positions: positions in ``treatments``.
  public func play(replication: Int, _ positions: Range<Int>) -> [ReplicationResult] {
    let world = world(ofReplication: replication)
    var warmUp = Simulator(world, seed: seed, replication: replication)
    warmUp.run(until: world.implementation)
    return treatments[positions].map { treatment in
      var simulator = settled(treatment, after: warmUp, in: world)
      simulator.startMeasuring()
      simulator.run(until: world.end)
      return simulator.result()
    }
  }

  /// Plays the first measured days of one replication of one treatment and returns what happened in them.
  ///
  /// The same events as in ``play(replication:)``: a trace changes nothing.
  /// - Parameters:
  ///   - treatment: The index of the treatment in the scenario.
  ///   - replication: The number of the replication, from 0.
  ///   - days: How many measured days are played.
  public func trace(treatment: Int, replication: Int, days: Int) -> Trace {
    let world = world(ofReplication: replication)
    var warmUp = Simulator(world, seed: seed, replication: replication)
    warmUp.run(until: world.implementation)
    var simulator = settled(treatment, after: warmUp, in: world)
    simulator.startMeasuring()
    simulator.startTracing()
    simulator.run(until: min(world.end, world.measurementStart + Double(days) * World.daySeconds))
    return simulator.finishTracing()
  }

  /// Branches into a treatment and plays its settling days.
  private func settled(_ treatment: Int, after warmUp: Simulator, in world: World) -> Simulator {
    var simulator = warmUp
    simulator.apply(world.plans[treatment])
    simulator.run(until: world.measurementStart)
    return simulator
  }

  /// Plays the replications listed, on a number of threads.
  ///
  /// `finished` is called once for each replication as it ends, in any order, never twice at a time; when it
  /// returns false, no further replication is started.
  public func run(
    _ numbers: [Int], threads: Int, finished: @Sendable (Int, [ReplicationResult]) -> Bool
  ) {
    let next = Atomic<Int>(0)
    let isStopped = Atomic<Bool>(false)
    let gate = Mutex(())
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, numbers.count))) { _ in
      while !isStopped.load(ordering: .relaxed) {
        let position = next.add(1, ordering: .relaxed).oldValue
        guard position < numbers.count else { return }
        let results = play(replication: numbers[position])
        gate.withLock { _ in
          if !finished(numbers[position], results) { isStopped.store(true, ordering: .relaxed) }
        }
      }
    }
  }
}
