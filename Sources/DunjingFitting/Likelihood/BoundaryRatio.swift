import DunjingNumerics

/// Tests of a parameter that is zero under the hypothesis and cannot be negative.
public enum BoundaryRatio {
  /// Returns the probability of a likelihood ratio at least as large, where the parameter lies on the boundary and all
  /// others are known or estimable under the hypothesis: half of it is zero, half is χ² with one degree of freedom.
  ///
  /// Source: S. G. Self & K.-Y. Liang (1987), "Asymptotic properties of maximum likelihood estimators and likelihood ratio
  /// tests under nonstandard conditions", case 5.
  /// - Parameter statistic: twice the difference of the log-likelihoods.
  public static func probability(statistic: Double) -> Double {
    guard statistic > 0 else { return 1 }
    return 0.5 * SpecialFunctions.regularizedGammaUpper(shape: 0.5, at: 0.5 * statistic)
  }

  /// Returns an upper bound of that probability where a further parameter, here a rate of decay, exists only under the
  /// alternative, so that the ratio is the largest over all of its values.
  ///
  /// Source: R. B. Davies (1987), "Hypothesis testing when a nuisance parameter is present only under the alternative",
  /// eq. 2.1 with the total variation estimated as he proposes.
  /// - Parameters:
  ///   - statistic: twice the difference of the log-likelihoods at the best value.
  ///   - scores: the standardized score of the parameter along a fine grid of the further one.
  public static func probability(statistic: Double, scores: [Double]) -> Double {
    guard statistic > 0 else { return 1 }
    let variation = zip(scores, scores.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).magnitude }
    let crossing = variation * PortableMath.exponential(-0.5 * statistic) / (8 * Double.pi).squareRoot()
    return min(1, probability(statistic: statistic) + crossing)
  }
}
