import DunjingNumerics

/// Treatments compared with a baseline under common random numbers, replication by replication.
///
/// Intervals of one treatment are by the paired t method. Statements about all treatments together hold with
/// the family level: intervals by Bonferroni, tests by S. Holm (1979), "A simple sequentially rejective
/// multiple test procedure", which is never weaker.
public struct PairedComparison: Sendable, Equatable, Codable {
  /// The probability with which all simultaneous statements are right.
  public let level: Double
  /// The tally of the baseline.
  public let baseline: Tally
  /// The differences to the baseline, in the order of the treatments.
  public let differences: [PairedDifference]

  /// Creates a comparison from the results of each replication.
  ///
  /// Replication r of a treatment is compared with replication r of the baseline.
  /// Returns nil if there are no treatments, fewer than two replications, or unequal numbers of them.
  public init?(baseline: [Double], treatments: [[Double]], level: Double = 0.95) {
    guard baseline.count >= 2, !treatments.isEmpty, treatments.allSatisfy({ $0.count == baseline.count })
    else { return nil }
    let tallies = treatments.map { Tally(zip($0, baseline).map(-)) }
    let probabilities = tallies.map(Self.probabilityOfChance)
    let adjusted = Self.adjustedByHolm(probabilities)
    let reference = Tally(baseline)
    let share = (1 - level) / Double(treatments.count)
    let differences = tallies.indices.compactMap { index -> PairedDifference? in
      guard let single = ConfidenceInterval(tallies[index], level: level),
        let simultaneous = ConfidenceInterval(tallies[index], level: 1 - share)
      else { return nil }
      return PairedDifference(
        interval: single, simultaneousInterval: simultaneous, probability: probabilities[index],
        adjustedProbability: adjusted[index], isSignificant: adjusted[index] <= 1 - level,
        baselineMean: reference.mean)
    }
    self.level = level
    self.baseline = reference
    self.differences = differences
  }

  /// The two-sided p-value of a mean difference of zero.
  private static func probabilityOfChance(_ tally: Tally) -> Double {
    guard let error = tally.standardError else { return 1 }
    if error == 0 { return tally.mean == 0 ? 1 : 0 }
    let statistic = -(tally.mean / error).magnitude
    return 2 * SpecialFunctions.studentTCumulative(statistic, degreesOfFreedom: Double(tally.count - 1))
  }

  /// Returns p-values raised so that each may be compared with the family's error probability.
  static func adjustedByHolm(_ probabilities: [Double]) -> [Double] {
    let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
    var adjusted = probabilities
    var largest = 0.0
    for (rank, index) in order.enumerated() {
      largest = max(largest, min(1, Double(order.count - rank) * probabilities[index]))
      adjusted[index] = largest
    }
    return adjusted
  }
}

/// The difference of one treatment to the baseline.
public struct PairedDifference: Sendable, Equatable, Codable {
  /// The mean difference, treatment minus baseline, with its own interval.
  public let interval: ConfidenceInterval
  /// The same with the Bonferroni interval: all of them together hold with the family level.
  public let simultaneousInterval: ConfidenceInterval
  /// The two-sided p-value of the paired t test.
  public let probability: Double
  /// The p-value adjusted by Holm for the number of treatments.
  public let adjustedProbability: Double
  /// Whether the difference is significant in the family.
  public let isSignificant: Bool
  /// The mean of the baseline, in the unit of the observations.
  public let baselineMean: Double

  /// The mean difference.
  public var mean: Double { interval.mean }

  /// The mean difference as a share of the baseline's mean; nil if that is zero.
  public var relativeDifference: Double? { relativeInterval?.mean }

  /// The interval of the difference as a share of the baseline's mean, which is taken as known; nil if it is
  /// zero.
  public var relativeInterval: ConfidenceInterval? {
    baselineMean == 0 ? nil : interval.scaled(by: 1 / baselineMean)
  }
}
