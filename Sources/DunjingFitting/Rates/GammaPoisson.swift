import DunjingDense
import DunjingNumerics

/// Rates of several groups whose counts are thin: each is drawn to the mean of all the more the less it was observed.
///
/// Counts are Poisson with rate · exposure, rates gamma among the groups; so counts are negative binomial, and the two
/// parameters of the gamma distribution maximize that likelihood. The variance of a rate has the part that comes from not
/// knowing them, to first order.
///
/// Sources: D. G. Clayton & J. Kaldor (1987), "Empirical Bayes estimates of age-standardized relative risks";
/// R. E. Kass & D. Steffey (1989), "Approximate Bayesian inference in conditionally independent hierarchical models",
/// eq. 3.8.
public struct GammaPoisson: Sendable, Equatable {
  /// What the counts say about the scatter of the rates.
  public enum Status: String, Sendable, Codable {
    /// Rates differ: the gamma distribution has a finite shape.
    case fitted
    /// The counts scatter no more than those of one rate: all rates are the same.
    case pooled
    /// There is no exposure or no count at all.
    case empty
  }

  /// What the counts say about the scatter of the rates.
  public let status: Status
  /// The counts.
  public let counts: [Double]
  /// How long, or with what weight, each group was observed.
  public let exposures: [Double]
  /// The mean of the rates.
  public let mean: ParameterEstimate
  /// The shape of their gamma distribution; infinite where they are all the same.
  public let shape: Double
  /// The covariances of the logarithms of mean and shape; nil where the rates are all the same.
  public let covariance: DenseMatrix?
  /// The negative binomial log-likelihood.
  public let logLikelihood: Double

  /// Fits the distribution of the rates.
  /// - Precondition: there is an exposure ≥ 0 for each count ≥ 0.
  /// - Complexity: about 150 likelihoods of O(groups).
  public init(counts: [Double], exposures: [Double]) {
    precondition(counts.count == exposures.count, "each count has an exposure")
    precondition(
      (counts + exposures).allSatisfy { $0 >= 0 && $0.isFinite }, "counts and exposures are finite")
    (self.counts, self.exposures) = (counts, exposures)
    let (total, exposure) = (counts.reduce(0, +), exposures.reduce(0, +))
    let pooled = total / exposure
    guard total > 0, exposure > 0 else {
      (status, shape, covariance, logLikelihood) = (.empty, .infinity, nil, 0)
      mean = ParameterEstimate(value: 0, standardError: nil, lower: nil, upper: nil)
      return
    }
    let excess = zip(counts, exposures).reduce(0) { sum, group in
      let expected = pooled * group.1
      return sum + (group.0 - expected) * (group.0 - expected) - group.0
    }
    let likelihood = SmoothLikelihood { Self.logLikelihood(counts, exposures, $0) }
    let expectedSquares = exposures.reduce(0) { $0 + pooled * $1 * pooled * $1 }
    let start = max(-3, min(8, PortableMath.logarithm(expectedSquares / max(excess, 1e-9 * expectedSquares))))
    let maximum = LikelihoodMaximum.find(likelihood, from: [PortableMath.logarithm(pooled), start])
    // The derivative of the likelihood by 1 / shape at zero has the sign of the excess of variance.
    guard excess > 0, maximum.status == .converged, maximum.covariance != nil, maximum.point[1] < 14 else {
      (status, shape, covariance) = (.pooled, .infinity, nil)
      mean = ParameterEstimate(gammaMean: pooled, variance: pooled / exposure)
      logLikelihood = Self.poissonLogLikelihood(counts, exposures, pooled)
      return
    }
    (status, covariance, logLikelihood) = (.fitted, maximum.covariance, maximum.value)
    mean = maximum.positiveEstimate(0)
    shape = PortableMath.exponential(maximum.point[1])
  }

  /// Returns the rate of a group with its interval, by the quantiles of a gamma distribution.
  public func rate(_ group: Int, level: Double = 0.95) -> ParameterEstimate {
    guard status == .fitted, let covariance else {
      let exposure = exposures.reduce(0, +)
      return ParameterEstimate(
        gammaMean: mean.value, variance: status == .empty ? 0 : mean.value / exposure, level: level)
    }
    let (count, exposure) = (counts[group], exposures[group])
    let prior = shape / mean.value
    let rate = (shape + count) / (prior + exposure)
    let byMean = rate * prior / (prior + exposure)
    let byShape = (shape - rate * prior) / (prior + exposure)
    let spread =
      byMean * byMean * covariance[0, 0] + 2 * byMean * byShape * covariance[0, 1]
      + byShape * byShape * covariance[1, 1]
    return ParameterEstimate(
      gammaMean: rate, variance: rate / (prior + exposure) + max(0, spread), level: level)
  }

  /// How far a group is drawn to the mean: 0 if not at all, 1 if it is the mean.
  public func shrinkage(_ group: Int) -> Double {
    guard status == .fitted else { return 1 }
    let prior = shape / mean.value
    return prior / (prior + exposures[group])
  }

  /// The negative binomial log-likelihood at the logarithms of mean and shape.
  static func logLikelihood(_ counts: [Double], _ exposures: [Double], _ point: [Double]) -> Double {
    guard point.allSatisfy({ $0.magnitude < 40 }) else { return -.infinity }
    let shape = PortableMath.exponential(point[1])
    let prior = PortableMath.exponential(point[1] - point[0])
    var sum = NeumaierSum()
    for (count, exposure) in zip(counts, exposures) where exposure > 0 {
      sum.add(logRising(shape, count) - SpecialFunctions.logGamma(count + 1))
      sum.add(-shape * PortableMath.logarithmOfOnePlus(exposure / prior))
      if count > 0 { sum.add(count * PortableMath.logarithm(exposure / (prior + exposure))) }
    }
    return sum.value
  }

  /// log Γ(shape + count) − log Γ(shape), without cancellation where few are counted.
  static func logRising(_ shape: Double, _ count: Double) -> Double {
    if count == 0 { return 0 }
    if count > 60 || count != count.rounded() {
      return SpecialFunctions.logGamma(shape + count) - SpecialFunctions.logGamma(shape)
    }
    var (product, logarithm) = (1.0, 0.0)
    for step in 0..<Int(count) {
      product *= shape + Double(step)
      if product > 1e200 || product < 1e-200 {
        logarithm += PortableMath.logarithm(product)
        product = 1
      }
    }
    return logarithm + PortableMath.logarithm(product)
  }

  private static func poissonLogLikelihood(
    _ counts: [Double], _ exposures: [Double], _ rate: Double
  ) -> Double {
    var sum = NeumaierSum()
    for (count, exposure) in zip(counts, exposures) where exposure > 0 {
      sum.add(
        count * PortableMath.logarithm(rate * exposure) - rate * exposure
          - SpecialFunctions.logGamma(count + 1))
    }
    return sum.value
  }
}
