import DunjingNumerics
import DunjingRandom

extension BayesianSearch {
  /// Returns the next points to evaluate; fewer than asked for only where the domain has no further candidates.
  ///
  /// - Parameters:
  ///   - count: how many points are wanted.
  ///   - priorMean: what the other model says of a point, where ``SearchOptions/prior`` says that there is one.
  /// - Complexity: O(n³ + candidates · n²), for n evaluated points.
  public mutating func ask(count: Int, priorMean: (([Double]) -> Double)?) -> [[Double]] {
    precondition((priorMean == nil) == (options.prior == nil), "a prior mean exactly where options say so")
    precondition(count >= 0, "\(count) points cannot be asked for")
    var result = Array(planned.prefix(count))
    planned.removeFirst(result.count)
    if result.count < count { result += chosen(count - result.count, waiting: result, priorMean) }
    pending += result
    return result
  }

  private mutating func chosen(
    _ count: Int, waiting: [[Double]], _ priorMean: (([Double]) -> Double)?
  ) -> [[Double]] {
    batchCount += 1
    let batchSeed = SearchSeed.batch(seed, batchCount)
    guard
      let surrogate = SearchSurrogate(
        log.evaluations, box: domain.box, prior: options.prior, options: options.likelihood, seed: batchSeed,
        memory: &memory)
    else { return domain.sampled(count, seed: batchSeed).map(domain.box.point) }
    let waiting = (pending + waiting).map(domain.box.shares)
    var pool = CandidatePool(
      surrogate, domain: domain, excluded: log.failures.map(domain.box.shares), waiting: waiting,
      noiseVariances: log.noiseVariances, priorMean: priorMean, seed: batchSeed)
    pool.add(pool.steps(from: surrogate.bestShares(5), count: options.candidateCount / 2))
    pool.add(domain.sampled(options.candidateCount, seed: batchSeed))
    if log.noiseVariances[0] > 0 { pool.add(surrogate.bestShares(50)) }
    if count > 1 { pool.setAside(300) }
    pool.keepBest(max(200, 2 * count))
    for round in 1...4 {
      pool.add(pool.refinements(of: 4, round: round, count: 200))
      pool.keepBest(max(200, 2 * count))
    }
    let (chosen, improvement) = pool.chosen(count)
    expectedImprovement = improvement
    return chosen.map(domain.box.point)
  }
}

extension SearchSurrogate {
  /// The shares of the evaluated points with the best posterior means, feasible ones first.
  func bestShares(_ count: Int) -> [[Double]] {
    let order = shares.indices.sorted { first, second in
      if isFeasible(first) != isFeasible(second) { return isFeasible(first) }
      if !isFeasible(first), feasibilities[first] != feasibilities[second] {
        return feasibilities[first] > feasibilities[second]
      }
      let (own, other) = (prediction.means[first], prediction.means[second])
      return own != other ? own < other : first < second
    }
    return order.prefix(count).map { shares[$0] }
  }
}
