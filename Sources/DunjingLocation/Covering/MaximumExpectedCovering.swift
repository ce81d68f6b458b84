import DunjingLinear
import DunjingNumerics

/// The sites from which the most demand is expected to find a free unit: MEXCLP.
///
/// Source: M. S. Daskin (1983), "A maximum expected covering location model". Every unit is busy with the same
/// probability q, independent of the others; a point covered by n units counts wᵢ (1 − qⁿ). Maximize
/// Σ wᵢ Σₖ (1 − q) qᵏ⁻¹ yᵢₖ subject to Σₖ yᵢₖ ≤ units that cover i. The independence is an approximation; the
/// hypercube and the simulation do without it.
public struct MaximumExpectedCovering: LocationModel {
  /// The points and who covers them.
  public let tier: CoverageTier
  /// The probability that a unit is busy.
  public let busyFraction: Double
  /// How many units may stand at a site.
  public let unitsPerSite: Int
  public let rules: SiteRules

  /// Creates the problem; the number of the rules counts units.
  /// - Precondition: 0 ≤ `busyFraction` < 1, `unitsPerSite` > 0, and the rules have a number.
  public init(_ tier: CoverageTier, busyFraction: Double, unitsPerSite: Int = 1, rules: SiteRules) {
    precondition(busyFraction >= 0 && busyFraction < 1, "a busy fraction lies between 0 and 1")
    precondition(unitsPerSite > 0 && rules.number != nil, "the number of units has to be limited")
    precondition(tier.coverage.siteCount == rules.siteCount, "coverage and rules are of different sites")
    (self.tier, self.busyFraction, self.unitsPerSite) = (tier, busyFraction, unitsPerSite)
    self.rules = rules
  }

  public var sense: LinearModel.Sense { .maximize }
  public var unreachable: [Int] { tier.unreachable(under: rules) }
  public var needsAllPoints: Bool { false }

  public func program() -> LocationProgram {
    var program = LocationProgram(.maximize, rules, unitsPerSite: unitsPerSite)
    var gains: [Double] = []
    var gain = 1 - busyFraction
    for _ in 0..<(rules.attainable(unitsPerSite: unitsPerSite) ?? 0) {
      gains.append(gain)
      gain *= busyFraction
    }
    program.addCounts(tier) { weight, most in
      gains.prefix(most).filter { $0 > 0 }.map { weight * $0 }
    }
    return program
  }

  public func objective(of sites: [Int]) -> Double? {
    guard rules.allows(sites, unitsPerSite: unitsPerSite) else { return nil }
    return zip(tier.weights, tier.coverage.counts(by: sites)).reduce(0) { sum, point in
      sum + point.0 * (1 - (0..<point.1).reduce(1) { power, _ in power * busyFraction })
    }
  }
}
