/// Counts of observations in bins of equal width, with those outside counted apart.
///
/// Merging is exact and does not depend on the order, so replications may be combined in any grouping.
/// Quantiles follow ``Quantile``, with the observations of a bin taken as spread evenly over it: the error
/// is less than one bin width.
public struct Histogram: Sendable, Equatable, Codable {
  /// The lower end of the first bin, in the unit of the observations.
  public let low: Double
  /// The width of each bin, in the same unit.
  public let binWidth: Double

  @usableFromInline let inverseWidth: Double
  @usableFromInline var bins: [Int]
  @usableFromInline var below = 0
  @usableFromInline var above = 0

  /// Creates an empty histogram.
  /// - Precondition: the width and the number of bins are positive.
  public init(low: Double = 0, binWidth: Double, bins: Int) {
    precondition(binWidth > 0 && bins > 0, "a histogram needs a positive width and number of bins")
    self.low = low
    self.binWidth = binWidth
    inverseWidth = 1 / binWidth
    self.bins = [Int](repeating: 0, count: bins)
  }

  /// The number of observations in each bin; a bin includes its lower end.
  public var counts: [Int] { bins }

  /// The number of observations below the first bin.
  public var underflow: Int { below }

  /// The number of observations at or above the end of the last bin.
  public var overflow: Int { above }

  /// The number of all observations.
  public var count: Int { counts.reduce(underflow + overflow, +) }

  /// The upper end of the last bin.
  public var high: Double { low + binWidth * Double(counts.count) }

  /// Adds one observation; not-a-number counts as overflow.
  @inlinable
  public mutating func add(_ value: Double) {
    let position = (value - low) * inverseWidth
    if position < 0 {
      below += 1
    } else if position < Double(bins.count) {
      bins[Int(position)] += 1
    } else {
      above += 1
    }
  }

  /// Adds all observations of another histogram.
  /// - Precondition: both have the same bins.
  public mutating func merge(_ other: Histogram) {
    precondition(
      low == other.low && binWidth == other.binWidth && counts.count == other.counts.count,
      "only histograms with the same bins can be merged")
    for bin in bins.indices { bins[bin] += other.bins[bin] }
    below += other.below
    above += other.above
  }

  /// Returns the quantile of the observations; nil if there are none, if p is outside [0, 1], or if it falls
  /// among those outside the bins, whose values are not known.
  public func quantile(_ probability: Double) -> Double? {
    let total = count
    guard total > 0, probability >= 0, probability <= 1 else { return nil }
    let (index, fraction) = Quantile.position(of: probability, among: total)
    guard let value = observation(index) else { return nil }
    guard fraction > 0 else { return value }
    return observation(index + 1).map { value + fraction * ($0 - value) }
  }

  /// Returns the fraction of the observations below `value`, linear inside the bins; nil if there are none.
  public func fraction(below value: Double) -> Double? {
    let total = count
    guard total > 0 else { return nil }
    let position = (value - low) * inverseWidth
    guard position >= 0 else { return position < 0 && underflow == 0 ? 0 : nil }
    guard position < Double(counts.count) else {
      return overflow == 0 || value == high ? Double(total - overflow) / Double(total) : nil
    }
    let bin = Int(position)
    let whole = counts[..<bin].reduce(underflow, +)
    return (Double(whole) + (position - Double(bin)) * Double(counts[bin])) / Double(total)
  }

  /// The observation of a rank, from 0, placed evenly within its bin.
  private func observation(_ rank: Int) -> Double? {
    var before = underflow
    guard rank >= before else { return nil }
    for (bin, inside) in counts.enumerated() {
      if rank < before + inside {
        let share = (Double(rank - before) + 0.5) / Double(inside)
        return low + binWidth * (Double(bin) + share)
      }
      before += inside
    }
    return nil
  }
}
