import DunjingLinear

/// A question of where to stand, with a linear program that answers it exactly.
///
/// To implement: ``rules``, ``sense``, ``unreachable``, ``needsAllPoints``, ``program()`` and
/// ``objective(of:)``. Then solving and the best few plans come free; a model that knows a quicker way
/// implements ``plan(by:_:)`` too, and one that has to reach points ``requiredCoverage``.
public protocol LocationModel: Sendable {
  /// Which sites a plan may and must have.
  var rules: SiteRules { get }
  /// Whether less or more of the objective is better.
  var sense: LinearModel.Sense { get }
  /// The demand points with weight that no allowed site can reach.
  var unreachable: [Int] { get }
  /// Whether a plan has to reach every demand point.
  var needsAllPoints: Bool { get }
  /// Which sites reach which of the points that a plan has to reach; nil where it need not reach any.
  var requiredCoverage: Coverage? { get }

  /// Returns the program of the model.
  func program() -> LocationProgram
  /// Returns the objective of a plan after the definition of the model; nil if the plan is not allowed.
  func objective(of sites: [Int]) -> Double?
  /// Returns the best plan.
  func plan(by solver: any LinearSolver, _ options: SolveOptions) -> LocationPlan
}

extension LocationModel {
  /// Nil: a plan need not reach any point.
  public var requiredCoverage: Coverage? { nil }

  /// Returns the best plan, found by the program of the model.
  public func plan(by solver: any LinearSolver, _ options: SolveOptions) -> LocationPlan {
    exactPlan(by: solver, options)
  }

  /// Returns the best plan without a limit, in the way of the model.
  public func plan(by solver: any LinearSolver) -> LocationPlan { plan(by: solver, SolveOptions()) }

  /// Returns the best plan, found by the program of the model and nothing else.
  public func exactPlan(
    by solver: any LinearSolver, _ options: SolveOptions = SolveOptions()
  ) -> LocationPlan {
    let watch = Stopwatch()
    if isHopeless { return .infeasible(unreachable: unreachable, seconds: watch.seconds) }
    return plan(of: program(), by: solver, options, watch)
  }

  /// Returns the best plans that differ in their sites, the best first.
  ///
  /// Each plan is forbidden before the next search (E. Balas & R. Jeroslow, 1972, "Canonical cuts on the unit
  /// hypercube"). The list ends early where there are no more plans, and at the time limit, which is for all of them
  /// together; its last plan is then `feasible`.
  /// - Parameters:
  ///   - count: how many plans are wanted.
  ///   - solver: the solver of the programs.
  ///   - options: limits of the search, the seconds for all plans together.
  ///   - tolerance: the list also ends before a plan worse than the first by more than this.
  public func bestPlans(
    _ count: Int, by solver: any LinearSolver, _ options: SolveOptions = SolveOptions(),
    tolerance: Double = .infinity
  ) -> [LocationPlan] {
    let watch = Stopwatch()
    if isHopeless { return [.infeasible(unreachable: unreachable, seconds: watch.seconds)] }
    var program = program()
    var plans: [LocationPlan] = []
    while plans.count < count {
      var left = options
      left.timeLimitSeconds = options.timeLimitSeconds.map { max($0 - watch.seconds, 0) }
      let next = plan(of: program, by: solver, left, Stopwatch())
      guard next.status.hasSolution || plans.isEmpty else { break }
      if let first = plans.first?.objective, let other = next.objective,
        (other - first).magnitude > tolerance
      {
        break
      }
      plans.append(next)
      guard next.status == .optimal else { break }
      program.exclude(next.sites)
    }
    return plans
  }

  /// Whether no plan can be allowed, seen without a search.
  var isHopeless: Bool { !rules.isConsistent || (needsAllPoints && !unreachable.isEmpty) }

  func plan(
    of program: LocationProgram, by solver: any LinearSolver, _ options: SolveOptions, _ watch: Stopwatch
  ) -> LocationPlan {
    let solution = solver.solve(program.linear, options)
    let sites = solution.status.hasSolution ? program.sites(of: solution) : []
    // What the definition says of the sites, where it can be said; the program may round.
    let objective = solution.status.hasSolution ? self.objective(of: sites) ?? solution.objective : nil
    return LocationPlan(
      sites: sites, objective: objective,
      bound: solution.status == .optimal ? objective : solution.bound, status: solution.status,
      seconds: watch.seconds, unreachable: unreachable)
  }
}
