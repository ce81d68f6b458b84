import DunjingNumerics

/// A distribution-free interval for a quantile, between two of the sorted observations.
///
/// The number of observations at or below the true quantile is binomial, whatever the distribution; so the
/// probability that the quantile lies between two given ranks is a sum of binomial probabilities, exact for a
/// continuous distribution and a lower bound for one with ties. Of all pairs of ranks the nearest one that
/// reaches the level is taken. The interval is conservative: ``coverage`` is at least ``level``, and exceeds
/// it by less than the largest binomial probability.
///
/// Source: W. R. Thompson (1936), "On confidence ranges for the median and other expectation distributions";
/// G. J. Hahn & W. Q. Meeker (1991), "Statistical Intervals", §5.2.
///
/// Assumption: independent observations of one distribution. The observations of one replication are not; take
/// the quantile of each replication, and ``ConfidenceInterval`` of those.
public struct QuantileInterval: Sendable, Equatable, Codable {
  /// The probability of the quantile: ½ for the median.
  public let probability: Double
  /// The level asked for.
  public let level: Double
  /// The probability with which such intervals contain the true quantile, at least ``level``.
  public let coverage: Double
  /// The sample quantile, by ``Quantile``.
  public let estimate: Double
  /// The lower end, an observation in its unit.
  public let lower: Double
  /// The upper end, an observation in its unit.
  public let upper: Double

  /// Creates the interval of observations in any order; nil if they are too few for the level, if one is not a
  /// number, or if the probability or the level is not between 0 and 1.
  ///
  /// A level of 95 % takes at least 6 observations for the median and 29 for the ninth decile.
  public init?(_ values: [Double], at probability: Double, level: Double = 0.95) {
    guard !values.contains(where: \.isNaN),
      let ranks = Self.ranks(count: values.count, at: probability, level: level)
    else { return nil }
    let sorted = values.sorted()
    guard let estimate = Quantile.ofSorted(sorted, at: probability) else { return nil }
    self.probability = probability
    self.level = level
    self.estimate = estimate
    coverage = ranks.coverage
    lower = sorted[ranks.lower - 1]
    upper = sorted[ranks.upper - 1]
  }

  /// Returns whether a value lies in the interval.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// The nearest ranks, from 1, whose observations enclose the quantile with the level.
  ///
  /// They enclose it if at least `lower` and fewer than `upper` observations are at or below it. The binomial
  /// has one peak, so the fewest such numbers are found by adding the more probable neighbor.
  static func ranks(
    count: Int, at probability: Double, level: Double
  ) -> (lower: Int, upper: Int, coverage: Double)? {
    guard count >= 2, probability > 0, probability < 1, level > 0, level < 1 else { return nil }
    let peak = min(max(1, Int(Double(count + 1) * probability)), count - 1)
    let odds = probability / (1 - probability)
    var (first, last) = (peak, peak)
    var atFirst = binomial(peak, of: count, probability)
    var atLast = atFirst
    var coverage = atFirst
    while coverage < level {
      let before = first > 1 ? atFirst * Double(first) / (Double(count - first + 1) * odds) : 0
      let after = last < count - 1 ? atLast * Double(count - last) * odds / Double(last + 1) : 0
      guard max(before, after) > 0 else { return nil }
      if before > after { (first, atFirst) = (first - 1, before) } else { (last, atLast) = (last + 1, after) }
      coverage += max(before, after)
    }
    return (first, last + 1, min(1, coverage))
  }

  /// The binomial probability of a number of successes.
  private static func binomial(_ successes: Int, of trials: Int, _ probability: Double) -> Double {
    let (some, rest) = (Double(successes), Double(trials - successes))
    let ways =
      SpecialFunctions.logGamma(Double(trials + 1)) - SpecialFunctions.logGamma(some + 1)
      - SpecialFunctions.logGamma(rest + 1)
    let logarithm =
      ways + some * PortableMath.logarithm(probability) + rest * PortableMath.logarithmOfOnePlus(-probability)
    return PortableMath.exponential(logarithm)
  }
}
