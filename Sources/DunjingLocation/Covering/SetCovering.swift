import DunjingLinear

/// The cheapest sites that cover every demand point: the location set covering problem.
///
/// Source: C. Toregas, R. Swain, C. ReVelle & L. Bergman (1971), "The location of emergency service facilities".
/// Minimize Σ cₖ xₖ over sites to add, subject to Σ xⱼ ≥ 1 over the sites j that cover point i, for every i.
/// Without costs the objective is the number of sites to add to the fixed ones. A point that no allowed site covers
/// makes the problem infeasible, and the plan names it.
public struct SetCovering: LocationModel {
  /// Which sites cover which points.
  public let coverage: Coverage
  public let rules: SiteRules

  /// Creates the problem.
  /// - Precondition: coverage and rules are of the same sites.
  public init(_ coverage: Coverage, rules: SiteRules) {
    precondition(coverage.siteCount == rules.siteCount, "coverage and rules are of different sites")
    (self.coverage, self.rules) = (coverage, rules)
  }

  public var sense: LinearModel.Sense { .minimize }
  public var unreachable: [Int] { coverage.uncoverablePoints(under: rules) }
  public var needsAllPoints: Bool { true }
  public var requiredCoverage: Coverage? { coverage }

  public func program() -> LocationProgram {
    program(of: rules, points: Array(0..<coverage.pointCount))
  }

  public func objective(of sites: [Int]) -> Double? {
    guard rules.allows(sites, exactly: false), coverage.counts(by: sites).allSatisfy({ $0 > 0 }) else {
      return nil
    }
    return rules.cost(of: sites)
  }

  /// Returns the cheapest plan: reduction first, then the program of what is left.
  public func plan(by solver: any LinearSolver, _ options: SolveOptions) -> LocationPlan {
    let watch = Stopwatch()
    if isHopeless { return .infeasible(unreachable: unreachable, seconds: watch.seconds) }
    let reduction = CoveringReduction(coverage, rules)
    guard let narrowed = reduction.rules else {
      return .infeasible(unreachable: [], seconds: watch.seconds)
    }
    return plan(of: program(of: narrowed, points: reduction.points), by: solver, options, watch)
  }

  private func program(of narrowed: SiteRules, points: [Int]) -> LocationProgram {
    var program = LocationProgram(.minimize, narrowed, addsExactly: false)
    let isFixed = rules.isFixed
    for site in 0..<rules.siteCount where !isFixed[site] {
      program.linear.setObjective(rules.costs[site], of: program.open[site])
    }
    for point in points {
      let terms = coverage.sites(of: point).map { LinearTerm(program.open[Int($0)]) }
      program.linear.addRow(terms, atLeast: 1)
    }
    return program
  }
}
