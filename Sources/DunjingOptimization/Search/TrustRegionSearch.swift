import DunjingNumerics
import DunjingRandom
import DunjingStatistics

/// A search in many coordinates: Bayesian optimization inside a region around the best point, which grows with success and
/// shrinks with failure, and starts anew elsewhere when it has become small.
///
/// Only the evaluations since the last start shape the surrogate. It differs from the source in choosing a batch by the
/// acquisition of ``BayesianSearch`` rather than by Thompson sampling, which would need the covariances of all candidates;
/// and in comparing posterior means, so that noise alone is no success.
///
/// Source: D. Eriksson et al. (2019), "Scalable global optimization via local Bayesian optimization" (TuRBO-1).
public struct TrustRegionSearch: AskTellSearch, Equatable {
  /// Where the search looks.
  public let domain: SearchDomain
  /// What it was told at its beginning.
  public let options: SearchOptions
  /// The same seed and values give the same points.
  public let seed: UInt64
  /// The points that were asked for and not yet told.
  public private(set) var pending: [[Double]] = []
  /// How often the search started anew.
  public private(set) var restartCount = 0

  private var planned: [[Double]]
  private var log: EvaluationLog
  private var memory = SurrogateMemory()
  private var batchCount = 0
  private var region = TrustRegion()
  /// The evaluations from here on belong to the region.
  private var start = 0
  /// How many values there were at the last batch, and the best point then.
  private var countAtLastBatch = 0
  private var bestAtLastBatch: [Double]?
  /// The answers of former regions.
  private var formerAnswers: [SearchAnswer] = []

  /// Creates a search.
  /// - Parameters:
  ///   - domain: where the search may look.
  ///   - options: nil gives the usual ones.
  ///   - firstPoints: points to evaluate before the first design, such as the plan in force.
  ///   - seed: of the designs and candidates; the same seed and answers give the same search.
  public init(
    domain: SearchDomain, options: SearchOptions? = nil, firstPoints: [[Double]] = [], seed: UInt64
  ) {
    precondition(domain.dimension <= SobolSequence.largestDimension, "too many coordinates for a search")
    let options = options ?? SearchOptions(dimension: domain.dimension)
    (self.domain, self.options, self.seed) = (domain, options, seed)
    planned = firstPoints + domain.design(options.initialCount, seed: seed)
    log = EvaluationLog(outputs: options.constraintCount + 1)
  }

  /// What the search was told, point by point.
  public var evaluations: [Evaluation] { log.evaluations }

  /// The side of the region as a share of the box; it starts at 0.8.
  public var regionLength: Double { region.length }

  public mutating func tell(
    _ point: [Double], mean: Double, standardError: Double, constraints: [NoisyValue], priorMean: Double?
  ) {
    precondition((priorMean == nil) == (options.prior == nil), "a prior mean exactly where options say so")
    precondition(point.count == domain.dimension, "a point has a number for each coordinate")
    if let index = pending.firstIndex(of: point) { pending.remove(at: index) }
    let objective = NoisyValue(mean: mean, standardError: standardError)
    log.add(point, [objective] + constraints, priorMean: priorMean)
  }

  public func answer(level: Double) -> SearchAnswer? {
    var memory = memory
    let surrogate =
      SearchSurrogate(regionEvaluations, box: domain.box, prior: options.prior, memory: memory)
      ?? SearchSurrogate(
        regionEvaluations, box: domain.box, prior: options.prior, options: options.likelihood, seed: seed,
        memory: &memory)
    let current = surrogate.flatMap { SearchAnswer($0, level: level) }
    let all = formerAnswers.map { $0.at(level: level) } + (current.map { [$0] } ?? [])
    return all.min {
      if ($0.feasibility >= 0.5) != ($1.feasibility >= 0.5) { return $0.feasibility >= 0.5 }
      return $0.feasibility >= 0.5 ? $0.interval.mean < $1.interval.mean : $0.feasibility > $1.feasibility
    }
  }

  private var regionEvaluations: [Evaluation] { Array(log.evaluations[start...]) }

  /// Returns the next points to evaluate; fewer than asked for only where the domain has no further candidates.
  ///
  /// - Parameters:
  ///   - count: how many points are wanted.
  ///   - priorMean: what the other model says of a point, where ``SearchOptions/prior`` says that there is one.
  /// - Complexity: O(n³ + candidates · n²), for n evaluated points of the region.
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
    guard let surrogate = surrogate(batchSeed) else {
      return domain.sampled(count, seed: batchSeed).map(domain.box.point)
    }
    judge(surrogate, batch: count)
    if region.isExhausted { return restarted(surrogate, count, batchSeed) }
    let center = surrogate.bestShares(1)[0]
    let sides = region.sides(
      around: center, lengthScales: surrogate.objective.parameters.kernel.lengthScales)
    var pool = CandidatePool(
      surrogate, domain: domain, excluded: log.failures.map(domain.box.shares),
      waiting: (pending + waiting).map(domain.box.shares), noiseVariances: log.noiseVariances,
      priorMean: priorMean, seed: batchSeed)
    pool.add(candidates(in: sides, around: center, batchSeed))
    if log.noiseVariances[0] > 0 { pool.add(surrogate.bestShares(20)) }
    if count > 1 { pool.setAside(300) }
    pool.keepBest(max(200, 2 * count))
    return pool.chosen(count).shares.map(domain.box.point)
  }

  private mutating func surrogate(_ batchSeed: UInt64) -> SearchSurrogate? {
    SearchSurrogate(
      regionEvaluations, box: domain.box, prior: options.prior, options: options.likelihood, seed: batchSeed,
      memory: &memory)
  }

  /// Counts a success where the best point is a new one and better than the former best by a thousandth.
  private mutating func judge(_ surrogate: SearchSurrogate, batch: Int) {
    let best = surrogate.shares.firstIndex(of: surrogate.bestShares(1)[0]) ?? 0
    defer {
      countAtLastBatch = log.tellCount
      bestAtLastBatch = surrogate.shares[best]
    }
    guard log.tellCount > countAtLastBatch, let former = bestAtLastBatch,
      let old = surrogate.shares.firstIndex(of: former)
    else { return }
    let (mean, before) = (surrogate.prediction.means[best], surrogate.prediction.means[old])
    let isFirstFeasible = surrogate.isFeasible(best) && !surrogate.isFeasible(old)
    let success = isFirstFeasible || mean < before - 1e-3 * before.magnitude
    region.count(success: success, batch: batch, dimension: domain.dimension)
  }

  /// Begins a new region with a new first design.
  private mutating func restarted(
    _ surrogate: SearchSurrogate, _ count: Int, _ batchSeed: UInt64
  ) -> [[Double]] {
    if let answer = SearchAnswer(surrogate, level: 0.95) { formerAnswers.append(answer) }
    (region, memory, start, bestAtLastBatch) = (TrustRegion(), SurrogateMemory(), log.evaluations.count, nil)
    restartCount += 1
    planned = domain.design(max(options.initialCount, 2), seed: batchSeed)
    let result = Array(planned.prefix(count))
    planned.removeFirst(result.count)
    return result
  }

  /// Points of a scrambled Sobol sequence in the region, of which each moves some twenty coordinates from the center.
  private func candidates(in sides: Box, around center: [Double], _ batchSeed: UInt64) -> [[Double]] {
    var sequence = SobolSequence(dimension: domain.dimension, scramblingSeed: batchSeed)
    var stream = RandomStream(seed: batchSeed, purpose: .searchCandidate, entity: 1)
    let probability = min(1, 20 / Double(domain.dimension))
    return sequence.points(options.candidateCount).compactMap { shares in
      // The numbers of choices know no distance: each is within the region.
      let (near, any) = (sides.point(at: shares), domain.evenly(shares))
      let point = near.indices.map { domain.whole.contains($0) ? any[$0] : near[$0] }
      let kept = stream.nextInteger(below: domain.dimension)
      let mixed = point.indices.map {
        stream.nextTrial(probability: probability) || $0 == kept ? point[$0] : center[$0]
      }
      return domain.projected(mixed)
    }
  }
}
