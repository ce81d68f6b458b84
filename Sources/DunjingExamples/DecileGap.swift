import Dunjing

extension CustomIndicator {
  /// The gap between the worst and the best tenth of the incidents by grid, in minutes: the mean response time in the grids
  /// that are reached slowest less that in the grids that are reached soonest, each with a tenth of the reached incidents.
  ///
  /// Needs no recorder: the result of a replication has times by grid.
  public static let decileGap = CustomIndicator(
    "decileGap", name: LocalizedText(zh: "最慢与最快十分之一网格到场时间之差", en: "response gap of the deciles of grids"),
    unit: .minutes, direction: .lowerIsBetter
  ) { result in
    decileGap(counts: result.gridReached, seconds: result.gridSeconds).map { $0 / 60 }
  }

  /// The gap in the unit of the sums; nil without an incident.
  /// - Parameters:
  ///   - counts: incidents by grid.
  ///   - seconds: the sum of their response times by grid.
  static func decileGap(counts: [Int], seconds: [Double]) -> Double? {
    let grids = zip(counts, seconds).filter { $0.0 > 0 }.map { (count: Double($0), mean: $1 / Double($0)) }
      .sorted { $0.mean < $1.mean }
    let tenth = grids.reduce(0) { $0 + $1.count } / 10
    guard tenth > 0 else { return nil }
    return mean(ofFirst: tenth, in: grids.reversed()) - mean(ofFirst: tenth, in: grids)
  }

  /// The mean over the first so many incidents; the grid in which they end counts in part.
  private static func mean(ofFirst share: Double, in grids: [(count: Double, mean: Double)]) -> Double {
    var (left, sum) = (share, 0.0)
    for grid in grids {
      let taken = min(left, grid.count)
      sum += taken * grid.mean
      left -= taken
    }
    return sum / share
  }
}
