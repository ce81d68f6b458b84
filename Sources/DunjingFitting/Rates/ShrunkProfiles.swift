import DunjingNumerics

/// Profiles over categories, such as the hours of the day, of several groups: each is drawn to a common profile the more the
/// fewer it counted.
///
/// The counts of a group are multinomial, their probabilities Dirichlet around the common profile; the concentration
/// maximizes the Dirichlet-multinomial likelihood of all groups.
///
/// Source: J. E. Mosimann (1962), "On the compound multinomial distribution"; I. J. Good (1965), The Estimation of
/// Probabilities, chapter 5, for the choice of the concentration by likelihood.
public struct ShrunkProfiles: Sendable, Equatable {
  /// The concentration: as many incidents as the common profile counts for; infinite where groups do not differ.
  public let concentration: Double
  /// The common profile, relative rates.
  public let common: [Double]
  private let groups: [Group]
  private let commonErrors: [Double]?

  private struct Group: Sendable, Equatable {
    var counts: [Double]
    var shares: [Double]
    var total: Double
  }

  /// Fits the concentration.
  /// - Parameters:
  ///   - counts: by group and category.
  ///   - exposures: how much of each category was observed, by group: a category without exposure keeps the common rate.
  ///   - common: relative rates that the groups are drawn to.
  ///   - commonErrors: their relative standard errors; nil where they are known without error.
  /// - Precondition: all have the same number of categories.
  /// - Complexity: about 100 likelihoods of O(groups · categories).
  public init(
    counts: [[Double]], exposures: [[Double]], around common: [Double], commonErrors: [Double]? = nil
  ) {
    precondition(
      counts.count == exposures.count && (counts + exposures).allSatisfy { $0.count == common.count },
      "all groups have the categories of the common profile")
    (self.common, self.commonErrors) = (common, commonErrors)
    groups = zip(counts, exposures).map { counts, exposures in
      let weights = zip(exposures, common).map { $0 * max($1, 1e-12) }
      let sum = weights.reduce(0, +)
      let shares = weights.map { sum > 0 ? $0 / sum : 0 }
      let observed = zip(counts, shares).map { $1 > 0 ? $0 : 0 }
      return Group(counts: observed, shares: shares, total: observed.reduce(0, +))
    }
    concentration = Self.concentration(of: groups)
  }

  /// Where the likelihood is greatest; infinite where it rises without end.
  private static func concentration(of groups: [Group]) -> Double {
    guard groups.contains(where: { $0.total > 1 }) else { return .infinity }
    let likelihood = SmoothLikelihood { logLikelihood(of: groups, at: $0[0]) }
    // The likelihood may rise at both ends; the best of a coarse grid is a safe start.
    let grid = stride(from: -2.0, through: 14, by: 1).map { ($0, likelihood.value([$0])) }
    guard let best = grid.max(by: { $0.1 < $1.1 }), best.0 < 14 else { return .infinity }
    let maximum = LikelihoodMaximum.find(likelihood, from: [best.0])
    return maximum.point[0] < 13.5 ? PortableMath.exponential(maximum.point[0]) : .infinity
  }

  private static func logLikelihood(of groups: [Group], at logarithm: Double) -> Double {
    guard logarithm.magnitude < 30 else { return -.infinity }
    let concentration = PortableMath.exponential(logarithm)
    var sum = NeumaierSum()
    for group in groups where group.total > 0 {
      sum.add(-GammaPoisson.logRising(concentration, group.total))
      for (count, share) in zip(group.counts, group.shares) where count > 0 {
        sum.add(GammaPoisson.logRising(concentration * share, count))
      }
    }
    return sum.value
  }

  /// Returns the relative rate of a category in a group: the common one times how much more it counted than expected.
  public func weight(_ group: Int, _ category: Int) -> Double {
    let (group, concentration) = (groups[group], concentration)
    guard group.shares[category] > 0, concentration < .infinity else { return common[category] }
    let share = group.shares[category]
    let shrunk = (group.counts[category] + concentration * share) / (group.total + concentration)
    return common[category] * shrunk / share
  }

  /// Returns all relative rates of a group, scaled to a mean of 1.
  public func weights(_ group: Int) -> [Double] {
    let weights = common.indices.map { weight(group, $0) }
    let mean = weights.reduce(0, +) / Double(weights.count)
    return mean > 0 ? weights.map { $0 / mean } : weights.map { _ in 1 }
  }

  /// Returns the estimate of a scaled relative rate, its interval by quantiles of a beta distribution: of its share given
  /// the common profile, widened by what is not known of that.
  public func estimate(_ group: Int, _ category: Int, level: Double = 0.95) -> ParameterEstimate {
    let weight = weights(group)[category]
    let (share, total) = (groups[group].shares[category], groups[group].total)
    // Without errors of the common profile, no concentration is surer than all counts can tell.
    let all = groups.reduce(0) { $0 + $1.total }
    let prior = commonErrors == nil ? min(concentration, max(all, 1)) : min(concentration, 1e12)
    let mean = (groups[group].counts[category] + prior * share) / (total + prior)
    guard share > 0, mean > 0, mean < 1 else {
      return ParameterEstimate(value: weight, standardError: nil, lower: nil, upper: nil)
    }
    let drawn = prior / (total + prior) * (commonErrors?[category] ?? 0)
    let variance = mean * (1 - mean) / (total + prior + 1) + mean * mean * drawn * drawn
    let size = max(1e-6, mean * (1 - mean) / variance - 1)
    let bounds = [0.5 * (1 - level), 0.5 * (1 + level)].map { probability in
      MonotoneRoot.find(between: 0, and: 1) {
        SpecialFunctions.regularizedBeta(mean * size, (1 - mean) * size, at: $0) - probability
      }
    }
    return ParameterEstimate(
      value: weight, standardError: weight * variance.squareRoot() / mean, lower: weight * bounds[0] / mean,
      upper: weight * bounds[1] / mean)
  }
}
