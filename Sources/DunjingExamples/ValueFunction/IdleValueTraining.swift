import Dunjing

/// Fits ``IdleValuePolicy`` by simulated episodes: approximate policy iteration.
///
/// An episode plays one replication under the prices so far and evaluates them by ``IdleValueLearner``; the prices then move
/// towards the new ones by the harmonic step 1/k. The seed is the training's own, so that a policy is not judged on the
/// incidents it was fitted to.
public struct IdleValueTraining: Sendable {
  /// Episodes to play.
  public var episodes = 8
  /// The time after which a cost counts only 1/e, in hours.
  public var discountHours = 2.0
  /// The seed of the episodes.
  public var seed: UInt64

  /// Creates a training.
  /// - Parameter seed: another one than that of the comparison.
  public init(seed: UInt64) { self.seed = seed }

  /// Returns the policy that the episodes lead to; the nearest unit where they tell nothing.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - treatment: the index of the treatment to play.
  public func policy(for world: World, treatment: Int) -> IdleValuePolicy {
    var policy = IdleValuePolicy(world, prices: world.posts.map { _ in 0 })
    for episode in 0..<episodes {
      let learner = play(policy, in: world, treatment: treatment, replication: episode)
      guard let prices = learner?.prices else { continue }
      let step = 1 / Double(episode + 1)
      policy = IdleValuePolicy(world, prices: zip(policy.prices, prices).map { $0 + step * ($1 - $0) })
    }
    return policy
  }

  private func play(
    _ policy: IdleValuePolicy, in world: World, treatment: Int, replication: Int
  ) -> IdleValueLearner? {
    var simulator = Simulator(world, seed: seed, replication: replication, policy: policy)
    simulator.startRecording(into: IdleValueLearner(world, discountHours: discountHours))
    simulator.run(until: world.implementation)
    simulator.apply(world.plans[treatment])
    simulator.run(until: world.end)
    return simulator.finishRecording()
  }
}
