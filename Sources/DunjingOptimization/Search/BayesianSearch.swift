import DunjingNumerics
import DunjingRandom

/// A search for the least value of an expensive, noisy function, by a Gaussian process of all that was told.
///
/// The first points are a Latin hypercube. Then each batch is chosen among candidates for the augmented expected improvement
/// times the probability that the constraints hold, one point after another, each believed to give its predicted mean.
/// Candidates are points spread over the domain, steps from the best points of several lengths, and, where values are noisy,
/// the best evaluated points themselves, whose replications then add up. The answer is the evaluated point with the best
/// posterior mean. With twenty coordinates or more ``TrustRegionSearch`` may be better.
///
/// Assumptions: errors are normal and independent from point to point, with known standard errors; the function is smooth.
/// Under common random numbers the part of the errors that all points share goes into the constant: comparisons of points
/// are then better than stated, and intervals of their level too narrow.
///
/// Source: D. R. Jones, M. Schonlau & W. J. Welch (1998), "Efficient global optimization of expensive black-box functions";
/// D. Huang et al. (2006); D. Ginsbourger et al. (2010); J. R. Gardner et al. (2014).
public struct BayesianSearch: AskTellSearch, Equatable {
  /// Where the search looks.
  public let domain: SearchDomain
  /// What it was told at its beginning.
  public let options: SearchOptions
  /// The same seed and values give the same points.
  public let seed: UInt64
  /// The expected improvement of the best candidate of the last batch, times its probability of feasibility, in units of
  /// the objective; nil before a batch was chosen by it, and while no point is feasible.
  public internal(set) var expectedImprovement: Double?
  /// The points that were asked for and not yet told.
  public internal(set) var pending: [[Double]] = []

  var planned: [[Double]]
  var log: EvaluationLog
  var memory = SurrogateMemory()
  var batchCount = 0

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

  /// The process of the objective over the shares of the box's intervals, with the hyperparameters last estimated, for
  /// diagnostics; nil before a batch was chosen by it.
  public var surrogate: GaussianProcess? {
    SearchSurrogate(log.evaluations, box: domain.box, prior: options.prior, memory: memory)?.objective
  }

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
    let known = SearchSurrogate(log.evaluations, box: domain.box, prior: options.prior, memory: memory)
    if let known { return SearchAnswer(known, level: level) }
    guard !log.evaluations.isEmpty else { return nil }
    return SearchSurrogate(
      log.evaluations, box: domain.box, prior: options.prior, options: options.likelihood, seed: seed,
      memory: &memory
    ).flatMap { SearchAnswer($0, level: level) }
  }

  /// Returns whether the last batch promised less than a share of the standard error of an evaluation, or than a tolerance
  /// in units of the objective: then further evaluations tell noise apart rather than points.
  public func isConverged(shareOfNoise: Double = 0.1, tolerance: Double = 0) -> Bool {
    guard let expectedImprovement else { return false }
    return expectedImprovement < max(shareOfNoise * log.noiseVariances[0].squareRoot(), tolerance)
  }
}

extension SearchDomain {
  /// The points of a first design: a Latin hypercube in a box, an even sample where half spaces cut it.
  func design(_ count: Int, seed: UInt64) -> [[Double]] {
    let shares =
      constraints.isEmpty
      ? LatinHypercube(count: count, dimension: dimension, seed: seed).points.map(evenly)
      : sampled(count, seed: seed)
    return shares.map(box.point)
  }
}
