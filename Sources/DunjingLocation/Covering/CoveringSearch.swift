import DunjingRandom

/// Variable neighborhood search for maximal covering: k random sites come in, each for the site missed least;
/// interchange climbs; k grows by one after a failure and is 1 after success.
///
/// Source: P. Hansen & N. Mladenović (1997), as for the p-median problem.
struct CoveringSearch: Sendable {
  private(set) var best: CoveringInterchange
  private var numbers: RandomStream
  private let candidates: [Int]
  private var shaken = 1

  init(from start: CoveringInterchange, seed: UInt64, number: Int, candidates: [Int]) {
    (best, self.candidates) = (start, candidates)
    numbers = RandomStream(seed: seed, purpose: .locationSearch, entity: UInt64(number))
  }

  /// Shakes a number of times; ends early at a worth that is known to be the most.
  mutating func run(shakes: Int, target: Double) {
    guard candidates.count > best.plan.count, !best.plan.isEmpty else { return }
    for _ in 0..<shakes where best.worth < target {
      var trial = best
      var kept = [Bool](repeating: false, count: trial.plan.count)
      for _ in 0..<shaken {
        let site = candidates[numbers.nextInteger(below: candidates.count)]
        if trial.isOutside(site) { trial.insert(site, keeping: &kept) }
      }
      trial.descend()
      if trial.worth > best.worth + 1e-9 * max(1, best.worth) {
        (best, shaken) = (trial, 1)
      } else {
        shaken = shaken % min(trial.plan.count, 24) + 1
      }
    }
  }

  /// Goes on from a better plan of another search.
  mutating func adopt(_ other: CoveringInterchange) {
    if other.worth > best.worth { (best, shaken) = (other, 1) }
  }
}
