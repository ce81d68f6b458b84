/// Where the warm-up of a series ends.
///
/// Source: K. P. White (1997), "An effective truncation heuristic for bias reduction in simulation output";
/// in batches of five after K. P. White, M. J. Cobb & S. C. Spratt (2000). The point minimizes the estimated
/// standard error of the mean of what remains. Only the first half is searched: an end at its border means
/// that the series is too short.
public struct MSER5: Sendable, Equatable {
  /// The number of observations to leave out, a multiple of five.
  public let truncation: Int
  /// Whether the series is long enough for the answer to be trusted.
  public let isConclusive: Bool
  /// The mean of the whole batches that remain.
  public let truncatedMean: Double

  /// Finds the end of the warm-up; nil with fewer than ten observations.
  public init?(_ series: [Double]) {
    let count = series.count / 5
    guard count >= 2 else { return nil }
    let batches = (0..<count).map { series[($0 * 5)..<($0 * 5 + 5)].reduce(0, +) / 5 }
    let border = count / 2
    var rest = Tally()
    var best = (index: 0, statistic: Double.infinity, mean: 0.0)
    for index in batches.indices.reversed() {
      rest.add(batches[index])
      guard index <= border, let variance = rest.variance else { continue }
      let size = Double(rest.count)
      let statistic = variance * (size - 1) / (size * size)
      // On a tie the shorter truncation wins.
      if statistic <= best.statistic { best = (index, statistic, rest.mean) }
    }
    truncation = best.index * 5
    isConclusive = best.index < border
    truncatedMean = best.mean
  }
}
