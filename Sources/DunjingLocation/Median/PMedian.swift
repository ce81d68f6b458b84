import DunjingLinear

/// The sites with the least weighted travel to the nearest of them: the p-median problem.
///
/// Source: S. L. Hakimi (1964), "Optimum locations of switching centers and the absolute centers and medians of a
/// graph"; C. ReVelle & R. Swain (1970), "Central facilities location". The objective is Σ wᵢ minⱼ tᵢⱼ in weighted
/// minutes, for demand in incidents a day that is minutes a day. A point that some site reaches has to be reached by
/// the plan; points with weight that no allowed site reaches are named and do not count.
public struct PMedian: LocationModel {
  /// The minutes from sites to points.
  public let travel: TravelMatrix
  /// The weight of each point.
  public let weights: [Double]
  public let rules: SiteRules
  /// How long the heuristics search.
  public var effort = SearchEffort()

  /// Creates the problem.
  /// - Precondition: travel, weights and rules are of the same sites and points, and no weight is negative.
  public init(_ travel: TravelMatrix, weights: [Double], rules: SiteRules) {
    precondition(
      travel.siteCount == rules.siteCount && travel.pointCount == weights.count
        && weights.allSatisfy { $0 >= 0 }, "travel, weights and rules are of different sites or points")
    (self.travel, self.weights, self.rules) = (travel, weights, rules)
  }

  public var sense: LinearModel.Sense { .minimize }
  public var needsAllPoints: Bool { false }
  public var unreachable: [Int] {
    travel.pointsOutOfReach(of: rules.allowed).filter { weights[$0] > 0 }
  }

  public var requiredCoverage: Coverage? {
    let counted = countedWeights
    return travel.reach(of: counted.indices.filter { counted[$0] > 0 })
  }

  /// The weights that count: those of points that some site reaches.
  var countedWeights: [Double] {
    var counted = weights
    for point in unreachable { counted[point] = 0 }
    return counted
  }

  public func objective(of sites: [Int]) -> Double? {
    guard rules.allows(sites) else { return nil }
    var total = 0.0
    for (point, weight) in countedWeights.enumerated() where weight > 0 {
      total += weight * sites.reduce(Double.infinity) { min($0, travel[$1, point]) }
    }
    return total.isFinite ? total : nil
  }

  public func program() -> LocationProgram {
    program(of: rules)
  }

  /// Returns the best plan: search and Lagrangian bound first, then branch and bound on what is left undecided.
  ///
  /// The solver is needed only where money limits the sites, or where the search finds no plan that reaches all.
  public func plan(by solver: any LinearSolver, _ options: SolveOptions) -> LocationPlan {
    let watch = Stopwatch()
    if isHopeless { return .infeasible(unreachable: unreachable, seconds: watch.seconds) }
    guard let search = MedianHeuristic(self, timeLimitSeconds: options.timeLimitSeconds) else {
      return exactPlan(by: solver, options)
    }
    let left = options.timeLimitSeconds.map { max($0 - watch.seconds, 0.01) }
    let found = search.provenPlan(watch, seconds: left ?? .infinity)
    if found.objective != nil { return found }
    return exactPlan(by: solver, SolveOptions(timeLimitSeconds: left, absoluteGap: options.absoluteGap))
  }

  /// Returns a good plan and a bound, without any solver; `optimal` where the bound proves it.
  ///
  /// Nil where the rules limit money rather than the number of sites.
  public func heuristicPlan(timeLimitSeconds: Double? = nil) -> LocationPlan? {
    let watch = Stopwatch()
    if isHopeless { return .infeasible(unreachable: unreachable, seconds: watch.seconds) }
    return MedianHeuristic(self, timeLimitSeconds: timeLimitSeconds)?.plan(watch)
  }
}
