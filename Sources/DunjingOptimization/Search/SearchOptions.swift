import DunjingRandom

/// What a search is told once, at its beginning.
public struct SearchOptions: Sendable, Equatable, Codable {
  /// The number of points of the first design.
  public var initialCount: Int
  /// The number of candidates spread over the domain or the trust region, for each batch.
  public var candidateCount: Int
  /// How many further outputs have to be at most 0.
  public var constraintCount: Int
  /// How another model's values of the objective enter; nil where there is none.
  public var prior: PriorTrend?
  /// How hyperparameters are estimated.
  public var likelihood: LikelihoodOptions

  /// Creates options.
  /// - Parameters:
  ///   - dimension: the number of coordinates of a point.
  ///   - initialCount: nil gives 2 (coordinates + 1), at least 6, and at most 60 for any number of coordinates.
  ///   - candidateCount: candidates spread over the domain or the trust region, for each batch.
  ///   - constraintCount: how many further outputs have to be at most 0.
  ///   - prior: how another model's values of the objective enter; nil where there is none.
  ///   - likelihood: how hyperparameters are estimated.
  /// - Precondition: at least one candidate, and no negative count.
  public init(
    dimension: Int, initialCount: Int? = nil, candidateCount: Int = 2000, constraintCount: Int = 0,
    prior: PriorTrend? = nil, likelihood: LikelihoodOptions = LikelihoodOptions()
  ) {
    self.initialCount = initialCount ?? min(max(2 * (dimension + 1), 6), 60)
    (self.candidateCount, self.constraintCount) = (candidateCount, constraintCount)
    (self.prior, self.likelihood) = (prior, likelihood)
    precondition(
      self.initialCount >= 0 && candidateCount >= 1 && constraintCount >= 0, "counts of a search are positive"
    )
  }
}

/// A seed for each batch of a search.
enum SearchSeed {
  /// Returns the seed of a batch, which no other batch and no other search shares.
  static func batch(_ seed: UInt64, _ number: Int) -> UInt64 {
    var stream = RandomStream(seed: seed, purpose: .searchBatch, entity: UInt64(number))
    return stream.next()
  }
}
