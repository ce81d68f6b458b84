import DunjingNumerics

/// Whether counts scatter more than Poisson counts of one rate do.
///
/// Source: R. A. Fisher (1950), "The significance of deviations from expectation in a Poisson series".
public struct Dispersion: Sendable, Equatable {
  /// The index: the mean squared deviation in units of the expected count; 1 for Poisson counts.
  public let index: Double
  /// The probability of an index at least as large under Poisson counts.
  public let probability: Double
  /// The degrees of freedom.
  public let degreesOfFreedom: Int

  /// Tests counts against their expected numbers; nil with no degree of freedom.
  /// - Parameters:
  ///   - counts: the numbers observed.
  ///   - expected: of each count; counts of which none is expected are left out.
  ///   - fitted: the number of parameters fitted to the same counts.
  /// - Precondition: there is an expected number for each count.
  public init?(counts: [Double], expected: [Double], fitted: Int = 1) {
    precondition(counts.count == expected.count, "each count has an expected number")
    var (sum, cells) = (NeumaierSum(), 0)
    for (count, mean) in zip(counts, expected) where mean > 0 {
      sum.add((count - mean) * (count - mean) / mean)
      cells += 1
    }
    guard cells > fitted else { return nil }
    degreesOfFreedom = cells - fitted
    index = sum.value / Double(degreesOfFreedom)
    probability = SpecialFunctions.regularizedGammaUpper(
      shape: 0.5 * Double(degreesOfFreedom), at: 0.5 * sum.value)
  }
}
