import DunjingLinear

/// The sites that cover the most demand, within one radius or several: the maximal covering location problem.
///
/// Source: R. Church & C. ReVelle (1974), "The maximal covering location problem". Maximize Σ wᵢ yᵢ subject to
/// yᵢ ≤ Σ xⱼ over the sites j that cover i and to the number of sites. With several tiers (1, 3, 5 minutes) each point
/// counts once for every tier in which it is covered, with the weight it has there.
public struct MaximalCovering: LocationModel {
  /// The tiers; at least one.
  public let tiers: [CoverageTier]
  public let rules: SiteRules
  /// How long the heuristics search.
  public var effort = SearchEffort()

  /// Creates the problem.
  /// - Precondition: there is a tier, and tiers and rules are of the same sites and points.
  public init(_ tiers: [CoverageTier], rules: SiteRules) {
    precondition(
      !tiers.isEmpty
        && tiers.allSatisfy {
          $0.coverage.siteCount == rules.siteCount && $0.coverage.pointCount == tiers[0].coverage.pointCount
        },
      "tiers and rules have to be of the same sites and points")
    (self.tiers, self.rules) = (tiers, rules)
  }

  /// Creates the problem with radii in minutes, each with the worth of covering within it.
  /// - Parameters:
  ///   - travel: minutes from each site to each point.
  ///   - weights: of the points, such as incidents per day.
  ///   - radii: pairs such as (1, 0.5), (3, 0.3), (5, 0.2); the worth multiplies the weight of a point.
  ///   - rules: which sites a plan may and must have.
  public init(
    _ travel: TravelMatrix, weights: [Double], radii: [(minutes: Double, worth: Double)], rules: SiteRules
  ) {
    self.init(
      radii.map { radius in
        CoverageTier(
          Coverage(travel, withinMinutes: radius.minutes), weights: weights.map { $0 * radius.worth })
      }, rules: rules)
  }

  public var sense: LinearModel.Sense { .maximize }
  /// The weighted points that no allowed site covers in any tier.
  public var unreachable: [Int] {
    let lists = tiers.map { Set($0.unreachable(under: rules)) }
    return lists.dropFirst().reduce(lists[0]) { $0.intersection($1) }.sorted()
  }
  public var needsAllPoints: Bool { false }

  public func program() -> LocationProgram {
    var program = LocationProgram(.maximize, rules)
    let items = CoveringItems(tiers, rules)
    program.linear.constant = items.constant
    for item in items.weights.indices {
      let covered = program.linear.addVariable(0...1, objective: items.weights[item])
      let terms = items.coverage.sites(of: item).map { LinearTerm(program.open[Int($0)]) }
      program.linear.addRow(terms + [LinearTerm(covered, -1)], atLeast: 0)
    }
    return program
  }

  /// Returns the best plan: search and Lagrangian bound first, then branch and bound on what is left undecided.
  ///
  /// Where money limits the sites, there is only the program.
  public func plan(by solver: any LinearSolver, _ options: SolveOptions) -> LocationPlan {
    let watch = Stopwatch()
    if isHopeless { return .infeasible(unreachable: unreachable, seconds: watch.seconds) }
    var brief = self
    brief.effort = effort.beforeTree
    guard let search = CoveringHeuristic(brief, timeLimitSeconds: options.timeLimitSeconds) else {
      return exactPlan(by: solver, options)
    }
    let left = options.timeLimitSeconds.map { max($0 - watch.seconds, 0.01) }
    return search.provenPlan(watch, seconds: left ?? .infinity)
  }

  /// Returns a good plan and a bound, without any solver; `optimal` where the bound proves it.
  ///
  /// Nil where the rules limit money rather than the number of sites.
  public func heuristicPlan(timeLimitSeconds: Double? = nil) -> LocationPlan? {
    let watch = Stopwatch()
    if isHopeless { return .infeasible(unreachable: unreachable, seconds: watch.seconds) }
    return CoveringHeuristic(self, timeLimitSeconds: timeLimitSeconds)?.plan(watch)
  }

  public func objective(of sites: [Int]) -> Double? {
    guard rules.allows(sites) else { return nil }
    return tiers.reduce(0) { $0 + $1.worth(of: $1.coverage.counts(by: sites)) }
  }
}
