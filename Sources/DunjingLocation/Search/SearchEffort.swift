import DunjingRandom

extension StreamPurpose {
  /// Numbers of the searches for sites and districts.
  static let locationSearch = StreamPurpose(rawValue: 0x4c6f_6361)
}

/// How long the heuristics of this room search, and with which numbers.
///
/// A search and the improvement of the bound run side by side and compare notes after every round, so that results do
/// not depend on the number of threads. Neither do they depend on time, unless a time limit ends a search early.
public struct SearchEffort: Sendable, Equatable {
  /// The seed of the random numbers.
  public var seed: UInt64
  /// Shakes of the search in a round; at most four for each site of the plan.
  public var shakesInRound: Int
  /// The search ends after so many rounds without a better plan.
  public var idleRounds: Int
  /// The most iterations of the subgradient method that proves the bound.
  public var boundIterations: Int
  /// Iterations of it in a round.
  public var boundIterationsInRound = 100
  /// Threads to use; the result is the same for any number.
  public var threads: Int

  /// Creates an effort.
  /// - Precondition: no number is negative, and there is a thread.
  public init(
    seed: UInt64 = 1, shakesInRound: Int = 100, idleRounds: Int = 25, boundIterations: Int = 2_000,
    threads: Int = 2
  ) {
    precondition(
      shakesInRound >= 0 && idleRounds >= 0 && boundIterations >= 0 && threads > 0,
      "an effort cannot be negative")
    (self.seed, self.shakesInRound, self.idleRounds) = (seed, shakesInRound, idleRounds)
    (self.boundIterations, self.threads) = (boundIterations, threads)
  }

  /// A part of the effort, where a tree is to prove what is left.
  var beforeTree: SearchEffort {
    var effort = self
    effort.boundIterations = min(boundIterations, 400)
    effort.shakesInRound = min(shakesInRound, 5)
    effort.idleRounds = min(idleRounds, 2)
    return effort
  }

  /// The same effort for plans of so many sites.
  func fitted(to number: Int) -> SearchEffort {
    var effort = self
    effort.shakesInRound = min(shakesInRound, 4 * number)
    return effort
  }
}
