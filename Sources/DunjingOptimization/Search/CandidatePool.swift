import DunjingNumerics
import DunjingRandom

/// The shares among which a batch is chosen, the most promising first.
struct CandidatePool {
  private let surrogate: SearchSurrogate
  private let domain: SearchDomain
  /// Shares that are no further candidates, or candidates already.
  private var known: Set<[Double]>
  /// The shares of points that are being evaluated.
  private let waiting: [[Double]]
  private let noiseVariances: [Double]
  private let priorMean: (([Double]) -> Double)?
  private var stream: RandomStream
  private(set) var candidates: [[Double]] = []
  /// Candidates for the later points of a batch, which should not all lie where the first one does.
  private var reserve: [[Double]] = []

  init(
    _ surrogate: SearchSurrogate, domain: SearchDomain, excluded: [[Double]],
    waiting: [[Double]],
    noiseVariances: [Double], priorMean: (([Double]) -> Double)?, seed: UInt64
  ) {
    (self.surrogate, self.domain, self.waiting) = (surrogate, domain, waiting)
    (self.noiseVariances, self.priorMean) = (noiseVariances, priorMean)
    stream = RandomStream(seed: seed, purpose: .searchCandidate)
    // Exact values are not asked for twice.
    known = Set(excluded + (noiseVariances[0] == 0 ? surrogate.shares + waiting : []))
  }

  mutating func add(_ shares: [[Double]]) {
    for share in shares.map(domain.canonical) where known.insert(share).inserted { candidates.append(share) }
  }

  /// Normal steps from shares, of lengths from a tenth of the intervals to a thousandth, in all coordinates or in some.
  mutating func steps(from centers: [[Double]], count: Int) -> [[Double]] {
    moved(centers, lengths: [0.1, 0.03, 0.01, 0.001], count: count)
  }

  /// Shorter steps from the best candidates, from round to round.
  mutating func refinements(of centers: Int, round: Int, count: Int) -> [[Double]] {
    let length = 0.1 * PortableMath.power(0.3, Double(round))
    return moved(Array(candidates.prefix(centers)), lengths: [length, 0.3 * length], count: count)
  }

  private mutating func moved(_ centers: [[Double]], lengths: [Double], count: Int) -> [[Double]] {
    guard !centers.isEmpty else { return [] }
    return (0..<count).compactMap { number in
      let center = centers[number % centers.count]
      let length = lengths[number / centers.count % lengths.count]
      let probability = number % 2 == 0 ? 1 : min(1, 3 / Double(center.count))
      let kept = stream.nextInteger(below: center.count)
      let shares = center.indices.map { index -> Double in
        let isMoved = stream.nextTrial(probability: probability) || index == kept
        guard isMoved else { return center[index] }
        if domain.whole.contains(index) { return wholeShare(index, from: center[index]) }
        let moved = center[index] + length * stream.nextNormal()
        return min(max(moved, 0), 1)
      }
      return domain.projected(shares)
    }
  }

  /// Any whole number, or as often the one that is there: a step has no length where numbers are choices.
  private mutating func wholeShare(_ index: Int, from share: Double) -> Double {
    let length = Int(domain.box.upper[index] - domain.box.lower[index])
    guard length > 0, stream.nextTrial(probability: 0.5) else { return share }
    return Double(stream.nextInteger(below: length + 1)) / Double(length)
  }

  /// Keeps the most promising candidates, in order.
  mutating func keepBest(_ count: Int) {
    let block = block()
    candidates = block.best(count, among: candidates.count).map { candidates[$0] }
  }

  /// Sets aside the most promising candidates, and as many of all others, evenly over their ranks.
  mutating func setAside(_ count: Int) {
    let block = block()
    let order = block.best(candidates.count, among: candidates.count)
    let rest = order.dropFirst(count)
    let stride = max(rest.count / max(count, 1), 1)
    let spread = rest.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    reserve = (order.prefix(count) + spread).map { candidates[$0] }
    candidates = order.map { candidates[$0] }
  }

  /// Returns the shares of a batch, and the expected improvement of the best candidate.
  mutating func chosen(_ count: Int) -> (shares: [[Double]], improvement: Double?) {
    if count > 1 {
      let present = Set(candidates)
      candidates += reserve.filter { !present.contains($0) }
    }
    var block = block()
    let first = block.best(1, among: candidates.count).first
    let improvement = first.flatMap { block.logImprovement($0) }.map(PortableMath.exponential)
    return (block.chosen(count, among: candidates.count).map { candidates[$0] }, improvement)
  }

  /// The candidates followed by the points being evaluated, which are believed.
  private func block() -> AcquisitionBlock {
    let all = candidates + waiting
    let means = priorMean.map { mean in all.map { mean(domain.box.point(at: $0)) } }
    var block = AcquisitionBlock(surrogate, all, priorMeans: means, noiseVariances: noiseVariances)
    for index in candidates.count..<all.count { block.believe(index) }
    return block
  }
}
