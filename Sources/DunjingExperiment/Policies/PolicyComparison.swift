import DunjingParallel
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Synchronization

/// Plays one treatment of a world under several policies, on common random numbers.
///
/// Replication r draws from the same streams under every alternative, so that what they share cancels out of the differences.
/// Warm-up and settling days are played under the policies themselves: each alternative starts where it would have brought
/// the city. The result depends on world, treatment, seed, alternatives and replications only, never on the number of
/// threads; all replications have the values of the study, also where it has estimates with a range.
public struct PolicyComparison: Sendable {
  /// The compiled scenario.
  public let world: World
  /// What is compared; the others are compared with the first one.
  public let alternatives: [PolicyAlternative]
  /// Measures of one's own, beside all shipped indicators.
  public let indicators: [CustomIndicator]
  /// The index of the treatment to play.
  public var treatment: Int
  /// Replications of each alternative.
  public var replications: Int
  /// The master seed.
  public var seed: UInt64

  /// Creates a comparison under the baseline, with the replications and the seed of the scenario.
  /// - Precondition: there is an alternative, no two have one name in a language, and no custom indicator has the id of another indicator.
  public init(_ world: World, _ alternatives: [PolicyAlternative], indicators: [CustomIndicator] = []) {
    precondition(!alternatives.isEmpty, "a comparison needs an alternative")
    let names = alternatives.map(\.name)
    precondition(
      [names.map(\.zh), names.map(\.en)].allSatisfy { Set($0).count == names.count },
      "two alternatives have the same name")
    let ids = Indicator.allCases.map(\.rawValue) + indicators.map(\.id)
    precondition(Set(ids).count == ids.count, "two indicators have the same id")
    (self.world, self.alternatives, self.indicators) = (world, alternatives, indicators)
    treatment = world.baseline
    replications = world.scenario.experiment.replications
    seed = world.scenario.experiment.seed
  }

  /// Plays all replications and compares the alternatives.
  /// - Parameters:
  ///   - threads: how many play; they do not change the result.
  ///   - progress: who is told how far it is; nil for nobody.
  /// - Precondition: there is such a treatment, and at least one replication.
  public func run(threads: Int = 1, progress: PlayProgress? = nil) -> PolicyComparisonResult {
    precondition(world.plans.indices.contains(treatment), "the study has no treatment \(treatment)")
    precondition(replications > 0, "a comparison needs a replication")
    let count = alternatives.count
    let total = replications * count
    let done = Mutex(0)
    let plays = Parallel.map(total, threads: threads) { number in
      let play = play(number % count, replication: number / count)
      done.withLock { done in
        done += 1
        progress?.tell(done, total)
      }
      return play
    }
    return PolicyComparisonResult(
      self, plays: alternatives.indices.map { own in (0..<replications).map { plays[$0 * count + own] } })
  }

  /// What is kept of one replication.
  struct Play: Sendable {
    /// The shipped indicators in their order, then the custom ones.
    let values: [Double?]
    /// Whether the number of waiting incidents grows without bound.
    let isQueueGrowing: Bool
  }

  private func play(_ number: Int, replication: Int) -> Play {
    let own = alternatives[number]
    var simulator = Simulator(
      world, seed: seed, replication: replication, policy: own.dispatch, discipline: own.discipline,
      relocation: own.relocation)
    simulator.run(until: world.implementation)
    simulator.apply(world.plans[treatment])
    simulator.run(until: world.measurementStart)
    simulator.startMeasuring()
    let recorders = RecorderGroup(indicators)
    if !recorders.isEmpty { simulator.startRecording(into: recorders) }
    simulator.run(until: world.end)
    let kept = simulator.finishRecording(RecorderGroup.self) ?? recorders
    let result = simulator.result()
    return Play(
      values: result.indicators + zip(indicators, kept.recorders).map { $0.value($1, result) },
      isQueueGrowing: result.isQueueGrowing == true)
  }
}
