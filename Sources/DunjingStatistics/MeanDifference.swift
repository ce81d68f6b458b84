import DunjingNumerics

/// The difference of two means with what an interval and a test of it need: the second sample minus the first.
///
/// Assumption: the observations are independent within a sample and nearly normal, as replication means are.
public struct MeanDifference: Sendable, Equatable {
  /// The mean of the first sample, in the unit of the observations.
  public let first: Double
  /// The mean of the second sample.
  public let second: Double
  /// The standard error of the difference.
  public let standardError: Double
  /// The degrees of freedom of Student's t.
  public let degreesOfFreedom: Double

  /// The difference of the means, second minus first.
  public let mean: Double

  /// Compares samples pair by pair, as replications on common random numbers; nil with fewer than two pairs or with samples
  /// of two sizes.
  public init?(paired first: [Double], _ second: [Double]) {
    let differences = Tally(zip(second, first).map(-))
    guard first.count == second.count, let error = differences.standardError else { return nil }
    self.init(
      Tally(first), Tally(second), mean: differences.mean, error: error,
      freedom: Double(differences.count - 1))
  }

  /// Compares two independent samples whose variances may differ; nil if one of them has fewer than two observations.
  ///
  /// Source: B. L. Welch (1947), "The generalization of 'Student's' problem when several different population variances
  /// are involved"; degrees of freedom by F. E. Satterthwaite (1946).
  public init?(independent first: [Double], _ second: [Double]) {
    let (a, b) = (Tally(first), Tally(second))
    guard let errorA = a.standardError, let errorB = b.standardError else { return nil }
    let (varianceA, varianceB) = (errorA * errorA, errorB * errorB)
    let variance = varianceA + varianceB
    let spread =
      varianceA * varianceA / Double(a.count - 1) + varianceB * varianceB / Double(b.count - 1)
    self.init(
      a, b, mean: b.mean - a.mean, error: variance.squareRoot(),
      freedom: spread > 0 ? variance * variance / spread : Double(a.count + b.count - 2))
  }

  private init(_ first: Tally, _ second: Tally, mean: Double, error: Double, freedom: Double) {
    (self.first, self.second, self.mean) = (first.mean, second.mean, mean)
    (standardError, degreesOfFreedom) = (error, freedom)
  }

  /// The two-sided p-value of a difference of zero; 1 where both samples are the same constant, 0 where they are two.
  public var probability: Double {
    if standardError == 0 { return mean == 0 ? 1 : 0 }
    return 2
      * SpecialFunctions.studentTCumulative(
        -(mean / standardError).magnitude, degreesOfFreedom: degreesOfFreedom)
  }

  /// Returns the interval of the difference by itself.
  public func interval(level: Double) -> ConfidenceInterval {
    ConfidenceInterval(
      mean: mean, standardError: standardError, degreesOfFreedom: degreesOfFreedom, level: level)
  }

  /// Returns p-values raised by Holm (1979), so that each may be compared with the error probability of the family.
  public static func adjusted(_ probabilities: [Double]) -> [Double] {
    PairedComparison.adjustedByHolm(probabilities)
  }
}
