import DunjingLinear

/// The sites that cover the most demand twice within a short radius, under two standards: the double standard model.
///
/// Source: M. Gendreau, G. Laporte & F. Semet (1997), "Solving an ambulance location model by tabu search". Every
/// point has to be covered within the long radius, and a share α of the demand within the short one; the demand
/// covered by two units within the short radius is maximized. Constraints (2)–(7) of the paper, with the number of
/// units at each site limited by ``unitsPerSite``.
public struct DoubleStandard: LocationModel {
  /// The points and who covers them within the short radius.
  public let near: CoverageTier
  /// Who covers them within the long radius.
  public let far: Coverage
  /// The share of the demand that has to be covered within the short radius.
  public let share: Double
  /// How many units may stand at a site.
  public let unitsPerSite: Int
  public let rules: SiteRules

  /// Creates the problem; the number of the rules counts units.
  /// - Precondition: the share lies between 0 and 1; both coverages and the rules are of the same sites and points.
  public init(
    near: CoverageTier, far: Coverage, share: Double, unitsPerSite: Int = 2, rules: SiteRules
  ) {
    precondition(share >= 0 && share <= 1, "the share of the short radius lies between 0 and 1")
    precondition(
      near.coverage.siteCount == rules.siteCount && far.siteCount == rules.siteCount
        && near.coverage.pointCount == far.pointCount, "coverages and rules are of different sites or points")
    precondition(unitsPerSite > 0 && rules.number != nil, "the number of units has to be limited")
    (self.near, self.far, self.share) = (near, far, share)
    (self.unitsPerSite, self.rules) = (unitsPerSite, rules)
  }

  public var sense: LinearModel.Sense { .maximize }
  public var unreachable: [Int] { far.uncoverablePoints(under: rules) }
  public var needsAllPoints: Bool { true }
  public var requiredCoverage: Coverage? { far }

  private var demandNeeded: Double { share * near.weights.reduce(0, +) }

  public func program() -> LocationProgram {
    var program = LocationProgram(.maximize, rules, unitsPerSite: unitsPerSite)
    program.requireCoverage(far)
    var firsts: [LinearTerm] = []
    for group in PointGroup.all(of: near) where group.weight > 0 {
      let first = program.linear.addBinary()
      let second = program.linear.addBinary(objective: group.weight)
      firsts.append(LinearTerm(first, group.weight))
      program.linear.addRow([LinearTerm(first), LinearTerm(second, -1)], atLeast: 0)
      let covering = group.sites.map { LinearTerm(program.units[$0]) }
      program.linear.addRow(covering + [LinearTerm(first, -1), LinearTerm(second, -1)], atLeast: 0)
    }
    if demandNeeded > 0 { program.linear.addRow(firsts, atLeast: demandNeeded * (1 - 1e-12)) }
    return program
  }

  public func objective(of sites: [Int]) -> Double? {
    let counts = near.coverage.counts(by: sites)
    guard rules.allows(sites, unitsPerSite: unitsPerSite), far.counts(by: sites).allSatisfy({ $0 > 0 }),
      near.worth(of: counts) >= demandNeeded * (1 - 1e-9)
    else { return nil }
    return near.worth(of: counts, atLeast: 2)
  }
}
