import DunjingRandom

/// Variable neighborhood search for the p-median problem.
///
/// Source: P. Hansen & N. Mladenović (1997), "Variable neighborhood search for the p-median": k random sites come
/// in, each for the site missed least; interchange descends; k grows by one after a failure and is 1 after success.
struct MedianSearch: Sendable {
  private(set) var best: Interchange
  private var numbers: RandomStream
  private let outsiders: [Int]
  private let mostShaken: Int
  private var shaken = 1

  init(from start: Interchange, seed: UInt64, number: Int, candidates: [Int]) {
    best = start
    numbers = RandomStream(seed: seed, purpose: .locationSearch, entity: UInt64(number))
    outsiders = candidates
    mostShaken = max(1, min(start.plan.count, 24))
  }

  /// Shakes a number of times; ends early at a cost that is known to be the least.
  mutating func run(shakes: Int, target: Double) {
    guard outsiders.count > best.plan.count else { return }
    for _ in 0..<shakes where best.cost > target {
      var trial = best
      var kept = [Bool](repeating: false, count: trial.plan.count)
      for _ in 0..<shaken {
        let site = outsiders[numbers.nextInteger(below: outsiders.count)]
        if trial.isOutside(site) { trial.insert(site, keeping: &kept) }
      }
      trial.descend()
      if trial.cost < best.cost - 1e-9 * max(1, best.cost) {
        (best, shaken) = (trial, 1)
      } else {
        shaken = shaken % mostShaken + 1
      }
    }
  }

  /// Goes on from a better plan of another search.
  mutating func adopt(_ other: Interchange) {
    if other.cost < best.cost { (best, shaken) = (other, 1) }
  }
}
