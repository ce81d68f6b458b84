import DunjingNumerics

/// Estimates of several groups with known standard errors, drawn to their mean the more the less sure they are.
///
/// The true values are normal among the groups; their variance solves the moment equation Σ w (y − ȳ)² = k − 1.
///
/// Sources: R. C. Paule & J. Mandel (1982), "Consensus values and weighting factors"; C. N. Morris (1983), "Parametric
/// empirical Bayes inference", for the part of the variance that comes from not knowing the mean.
public struct NormalShrinkage: Sendable, Equatable {
  /// The mean of the true values, in the unit of the estimates.
  public let mean: Double
  /// The standard error of the mean.
  public let meanError: Double
  /// The variance of the true values among the groups; zero where they do not differ.
  public let variance: Double
  /// The estimates after shrinkage, in their unit.
  public let values: [Double]
  /// Their standard errors.
  public let errors: [Double]

  /// Draws estimates to their mean.
  /// - Precondition: there is at least one, and a positive standard error for each.
  /// - Complexity: O(groups) for each of some tens of steps.
  public init(_ estimates: [Double], errors standardErrors: [Double]) {
    precondition(
      !estimates.isEmpty && estimates.count == standardErrors.count && standardErrors.allSatisfy { $0 > 0 },
      "each estimate has a positive standard error")
    let squares = standardErrors.map { $0 * $0 }
    func center(_ variance: Double) -> (mean: Double, weight: Double) {
      let weights = squares.map { 1 / ($0 + variance) }
      let total = weights.reduce(0, +)
      return (zip(weights, estimates).reduce(0) { $0 + $1.0 * $1.1 } / total, total)
    }
    func excess(_ variance: Double) -> Double {
      let mean = center(variance).mean
      let spread = zip(estimates, squares).reduce(0) {
        $0 + ($1.0 - mean) * ($1.0 - mean) / ($1.1 + variance)
      }
      return Double(estimates.count - 1) - spread
    }
    var upper = max(squares.max() ?? 1, 1e-12)
    while excess(upper) < 0 && upper < 1e12 { upper *= 4 }
    let found = MonotoneRoot.find(between: 0, and: upper, of: excess)
    let (mean, weight) = center(found)
    (self.mean, variance, meanError) = (mean, found, 1 / weight.squareRoot())
    let shares = squares.map { $0 / ($0 + found) }
    values = zip(estimates, shares).map { $0 * (1 - $1) + mean * $1 }
    errors = zip(squares, shares).map { square, share in
      (square * (1 - share) + share * share / weight).squareRoot()
    }
  }
}
