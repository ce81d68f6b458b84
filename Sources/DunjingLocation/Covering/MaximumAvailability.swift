import DunjingLinear
import DunjingNumerics

/// The sites from which the most demand finds a free unit with a given reliability: MALP I.
///
/// Source: C. ReVelle & K. Hogan (1989), "The maximum availability location problem", model I. With every unit busy
/// with the same probability q, a point is served with reliability α if at least b = ⌈ln(1 − α) / ln q⌉ units cover
/// it. Maximize Σ wᵢ yᵢ_b subject to Σₖ yᵢₖ ≤ units that cover i and yᵢₖ₊₁ ≤ yᵢₖ.
public struct MaximumAvailability: LocationModel {
  /// The points and who covers them.
  public let tier: CoverageTier
  /// The units that have to cover a point.
  public let unitsNeeded: Int
  /// How many units may stand at a site.
  public let unitsPerSite: Int
  public let rules: SiteRules

  /// Creates the problem; the number of the rules counts units.
  /// - Precondition: 0 < `busyFraction` < 1, 0 < `reliability` < 1, `unitsPerSite` > 0, and the rules have a number.
  public init(
    _ tier: CoverageTier, busyFraction: Double, reliability: Double, unitsPerSite: Int = 1, rules: SiteRules
  ) {
    precondition(unitsPerSite > 0 && rules.number != nil, "the number of units has to be limited")
    precondition(tier.coverage.siteCount == rules.siteCount, "coverage and rules are of different sites")
    unitsNeeded = Self.unitsNeeded(busyFraction: busyFraction, reliability: reliability)
    (self.tier, self.unitsPerSite, self.rules) = (tier, unitsPerSite, rules)
  }

  /// Returns the least number of units of which one is free with a reliability: 1 − qᵇ ≥ α.
  /// - Precondition: both lie between 0 and 1.
  public static func unitsNeeded(busyFraction: Double, reliability: Double) -> Int {
    precondition(busyFraction > 0 && busyFraction < 1, "a busy fraction lies between 0 and 1")
    precondition(reliability > 0 && reliability < 1, "a reliability lies between 0 and 1")
    let exact = PortableMath.logarithm(1 - reliability) / PortableMath.logarithm(busyFraction)
    // A ratio of logarithms may exceed a whole number by its last bits.
    return max(1, Int((exact - 1e-9).rounded(.up)))
  }

  public var sense: LinearModel.Sense { .maximize }
  public var unreachable: [Int] { tier.unreachable(under: rules) }
  public var needsAllPoints: Bool { false }

  public func program() -> LocationProgram {
    var program = LocationProgram(.maximize, rules, unitsPerSite: unitsPerSite)
    program.addCounts(tier, inOrder: true, isWhole: true) { weight, most in
      most < unitsNeeded ? [] : [Double](repeating: 0, count: unitsNeeded - 1) + [weight]
    }
    return program
  }

  public func objective(of sites: [Int]) -> Double? {
    guard rules.allows(sites, unitsPerSite: unitsPerSite) else { return nil }
    return tier.worth(of: tier.coverage.counts(by: sites), atLeast: unitsNeeded)
  }
}
