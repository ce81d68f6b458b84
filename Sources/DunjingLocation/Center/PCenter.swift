import DunjingLinear

/// The sites with the shortest longest way: the p-center problem.
///
/// Source: S. L. Hakimi (1964); solved by a search over the distances with set covering, after E. Minieka (1970), "The
/// m-center problem": a radius can be kept if the points can be covered within it by the number of sites. The
/// objective is the greatest minutes from a point to its nearest site. A point that no allowed site reaches makes the
/// problem infeasible, and the plan names it.
public struct PCenter: LocationModel {
  /// The minutes from sites to points.
  public let travel: TravelMatrix
  public let rules: SiteRules

  /// Creates the problem.
  /// - Precondition: travel and rules are of the same sites.
  public init(_ travel: TravelMatrix, rules: SiteRules) {
    precondition(travel.siteCount == rules.siteCount, "travel and rules are of different sites")
    (self.travel, self.rules) = (travel, rules)
  }

  public var sense: LinearModel.Sense { .minimize }
  public var needsAllPoints: Bool { true }
  public var requiredCoverage: Coverage? { travel.reach(of: Array(0..<travel.pointCount)) }
  public var unreachable: [Int] { travel.pointsOutOfReach(of: rules.allowed) }

  public func objective(of sites: [Int]) -> Double? {
    guard rules.allows(sites) else { return nil }
    let worst =
      (0..<travel.pointCount).map { point in
        sites.reduce(Double.infinity) { min($0, travel[$1, point]) }
      }.max() ?? 0
    return worst.isFinite ? worst : nil
  }

  /// The program by radii, one variable for each distance that the objective can have (S. Elloumi, M. Labbé &
  /// Y. Pochet, 2004, "A new formulation and resolution method for the p-center problem").
  public func program() -> LocationProgram {
    var program = LocationProgram(.minimize, rules)
    let radii = radii
    guard let least = radii.first else { return program }
    program.linear.constant = least
    var beyond: [Int] = []
    for (radius, next) in zip(radii, radii.dropFirst()) {
      beyond.append(program.linear.addBinary(objective: next - radius))
    }
    for point in 0..<travel.pointCount {
      for (step, radius) in radii.enumerated() {
        let near = rules.allowed.filter { travel[$0, point] <= radius }.map { LinearTerm(program.open[$0]) }
        program.linear.addRow(near + (step < beyond.count ? [LinearTerm(beyond[step])] : []), atLeast: 1)
      }
    }
    return program
  }

  /// Returns the best plan by a binary search over the distances.
  public func plan(by solver: any LinearSolver, _ options: SolveOptions) -> LocationPlan {
    let watch = Stopwatch()
    if isHopeless { return .infeasible(unreachable: unreachable, seconds: watch.seconds) }
    let radii = radii
    guard !radii.isEmpty else { return exactPlan(by: solver, options) }
    var (low, high) = (0, radii.count)
    var sites: [Int]?
    while low < high {
      let middle = (low + high) / 2
      var left = options
      left.timeLimitSeconds = options.timeLimitSeconds.map { max($0 - watch.seconds, 0.01) }
      let cover = SetCovering(Coverage(travel, withinMinutes: radii[middle]), rules: rules).plan(
        by: solver, left)
      if cover.status.hasSolution {
        (sites, high) = (filled(cover.sites), middle)
      } else if cover.status == .infeasible {
        low = middle + 1
      } else {
        return stopped(cover.status, sites, bound: radii[low], watch)
      }
    }
    guard let sites else { return .infeasible(unreachable: [], seconds: watch.seconds) }
    // The sites left to add may cost more than is left; then the whole program has to choose.
    guard let objective = objective(of: sites) else { return exactPlan(by: solver, options) }
    return LocationPlan(
      sites: sites, objective: objective, bound: objective, status: .optimal, seconds: watch.seconds,
      unreachable: [])
  }

  private func stopped(
    _ status: SolveStatus, _ sites: [Int]?, bound: Double, _ watch: Stopwatch
  ) -> LocationPlan {
    LocationPlan(
      sites: sites ?? [], objective: sites.flatMap(objective(of:)), bound: bound,
      status: sites == nil ? status : .feasible, seconds: watch.seconds, unreachable: [])
  }

  /// Adds sites up to the number asked for, the cheapest first; they cannot make a way longer.
  private func filled(_ sites: [Int]) -> [Int] {
    guard let number = rules.attainable() else { return sites }
    var left = rules.budget.map { $0 - rules.cost(of: sites) } ?? .infinity
    var plan = sites
    let cheapest = rules.allowed.sorted { (rules.costs[$0], $0) < (rules.costs[$1], $1) }
    for site in cheapest where plan.count < number && !sites.contains(site) && rules.costs[site] <= left {
      plan.append(site)
      left -= rules.costs[site]
    }
    return plan.sorted()
  }

  /// The distances that the objective can have, ascending: no less than the way from some point to its nearest site.
  private var radii: [Double] {
    let allowed = rules.allowed
    var least = 0.0
    var distances: Set<Double> = []
    for point in 0..<travel.pointCount {
      let ways = allowed.map { travel[$0, point] }.filter(\.isFinite)
      least = max(least, ways.min() ?? 0)
      distances.formUnion(ways)
    }
    return distances.filter { $0 >= least }.sorted()
  }
}
