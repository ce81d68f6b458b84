/// Means of consecutive parts of one long series, treated as independent observations.
///
/// Source: B. W. Schmeiser (1982), "Batch size effects in the analysis of simulation output": 10 to 30
/// batches. Assumption: the batches are long against the correlation of the series; ``correlation`` near
/// zero is a sign of it.
public struct BatchMeans: Sendable, Equatable {
  /// The mean of each batch, in the unit of the observations.
  public let means: [Double]
  /// The number of observations in each batch.
  public let batchSize: Int

  /// Divides a series into batches, leaving out the first observations that do not fill one;
  /// nil with fewer than two batches or fewer observations than batches.
  public init?(_ series: [Double], batches: Int = 20) {
    guard batches >= 2, series.count >= batches else { return nil }
    let size = series.count / batches
    let start = series.count - size * batches
    batchSize = size
    means = (0..<batches).map { batch in
      let first = start + batch * size
      return series[first..<(first + size)].reduce(0, +) / Double(size)
    }
  }

  /// Returns the interval for the mean of the series.
  public func interval(level: Double = 0.95) -> ConfidenceInterval? {
    ConfidenceInterval(means, level: level)
  }

  /// The correlation of neighboring batch means; zero if they are all equal.
  public var correlation: Double {
    let tally = Tally(means)
    guard let variance = tally.variance, variance > 0 else { return 0 }
    let products = zip(means, means.dropFirst()).map { ($0 - tally.mean) * ($1 - tally.mean) }
    return products.reduce(0, +) / (variance * Double(means.count - 1))
  }
}
