/// What corrects the product of workloads for the dependence between units: Larson's factors.
///
/// If k + 1 units are drawn one after the other from the N of a queue M/M/N, the first k are busy and the last is free
/// with probability Q(k) ρᵏ (1 − ρ), ρ the busy share of a unit; a product of workloads of units that differ is
/// multiplied with the same Q(k). Source: R. C. Larson (1975), "Approximating the performance of urban emergency service
/// systems", Operations Research 23, eq. 14, here from the state probabilities without factorials.
struct CorrectionFactors: Sendable {
  /// The busy share of a unit.
  let workload: Double
  /// The probability that all units are busy, with or without a queue.
  let allBusy: Double
  /// Q(k) ρᵏ, by k: the probability that k units drawn are busy, given that the next one is free.
  let scaled: [Double]
  /// The probability that k units drawn are busy, by k: for coverage, where ``scaled`` is for dispatches.
  let busy: [Double]

  /// Finds the factors of a queue.
  /// - Parameters:
  ///   - load: the offered load in erlangs, below the number of units if the line is infinite.
  ///   - count: how many factors are needed at most.
  /// - Complexity: O(units · count).
  init(units: Int, load: Double, line: HypercubeModel.Line, count: Int) {
    let (levels, queue) = Self.levels(units: units, load: load, line: line)
    allBusy = levels[units] + queue
    let idle = levels.indices.reduce(0) { $0 + levels[$1] * Double(units - $1) } / Double(units)
    workload = 1 - idle
    var ways = levels
    var (scaled, busy): ([Double], [Double]) = ([], [])
    for drawn in 0...min(count, units) {
      if drawn > 0 {
        // Given n busy of N, the next unit drawn is busy too.
        for level in 0...units {
          ways[level] *= Double(max(0, level - drawn + 1)) / Double(units - drawn + 1)
        }
      }
      busy.append(ways.reduce(queue, +))
      guard drawn < units else { break }
      let free = ways.indices.reduce(0) { $0 + ways[$1] * Double(units - $1) }
      scaled.append(free / Double(units - drawn) / idle)
    }
    (self.scaled, self.busy) = (scaled, busy)
  }

  /// The probabilities of the numbers of busy units, nobody waiting, and that somebody waits.
  private static func levels(
    units: Int, load: Double, line: HypercubeModel.Line
  ) -> (levels: [Double], queue: Double) {
    // From the mode outward, so that nothing overflows or is lost.
    let mode = Int(min(load, Double(units)))
    var levels = [Double](repeating: 0, count: units + 1)
    levels[mode] = 1
    for level in stride(from: mode, to: 0, by: -1) {
      levels[level - 1] = levels[level] * Double(level) / load
    }
    for level in mode..<units { levels[level + 1] = levels[level] * load / Double(level + 1) }
    let ratio = line == .infinite ? load / Double(units) : 0
    let queue = levels[units] * ratio / (1 - ratio)
    let total = levels.reduce(queue, +)
    return (levels.map { $0 / total }, queue / total)
  }
}
