import DunjingLinear
import DunjingParallel

/// Searches for a plan of maximal covering and a bound, side by side, until they meet or the effort is spent.
struct CoveringHeuristic {
  private let problem: MaximalCovering
  /// What can be won.
  let items: CoveringItems
  private var workers: [CoveringWorker] = []
  private var best: CoveringInterchange
  private let isIntegral: Bool
  private let number: Int

  /// Searches; nil where the rules do not limit the number of sites, or limit money.
  init?(_ problem: MaximalCovering, timeLimitSeconds: Double?) {
    let rules = problem.rules
    guard let number = rules.attainable(), rules.budget == nil else { return nil }
    let watch = Stopwatch()
    (self.problem, self.number) = (problem, number)
    items = CoveringItems(problem.tiers, rules)
    isIntegral = problem.tiers.allSatisfy { $0.weights.allSatisfy { $0 == $0.rounded() && $0 < 0x1p52 } }
    let isFixed = rules.isFixed
    let free = rules.allowed.filter { !isFixed[$0] }
    let empty = CoveringInterchange(items, number: number - rules.fixed.count, candidates: free)
    best = empty
    best.fill(to: number - rules.fixed.count)
    best.descend()
    let bound = CoveringBound(
      items, chooser: SiteChooser(rules, number: number), plan: best.plan.map { Int($0) })
    let effort = problem.effort.fitted(to: number)
    for (index, bound) in [nil, bound].enumerated() {
      let search = CoveringSearch(from: best, seed: effort.seed, number: index + 1, candidates: free)
      workers.append(
        CoveringWorker(search: search, bound: bound, iterations: effort.boundIterations, empty: empty))
    }
    run(effort, timeLimitSeconds.map { max($0 - watch.seconds, 0) } ?? .infinity)
  }

  /// The most that any plan is worth, as far as is proven.
  private var bound: Double {
    let proven = min(
      workers.compactMap { $0.bound?.value }.min() ?? .infinity, items.weights.reduce(items.constant, +))
    return isIntegral ? (proven + 1e-6).rounded(.down) : proven
  }

  private var isProven: Bool { bound <= best.worth + 1e-9 * best.worth }

  private mutating func run(_ effort: SearchEffort, _ seconds: Double) {
    let watch = Stopwatch()
    var idle = 0
    while !isProven, watch.seconds < seconds, idle < effort.idleRounds {
      let (target, before) = (bound, (best.worth, bound))
      Parallel.update(&workers, threads: effort.threads) { $0.work(effort, target: target) }
      for worker in workers where worker.search.best.worth > best.worth { best = worker.search.best }
      for index in workers.indices { workers[index].adopt(best) }
      let gap = before.1 - before.0
      // A bound that still falls by a hundredth of the gap in a round is worth going on with.
      idle = best.worth > before.0 || before.1 - bound > 0.01 * gap ? 0 : idle + 1
    }
  }

  /// The plan, and what is proven of it.
  func plan(_ watch: Stopwatch) -> LocationPlan {
    let sites = (problem.rules.fixed + best.plan.map { Int($0) }).sorted()
    let objective = problem.objective(of: sites)
    return LocationPlan(
      sites: sites, objective: objective, bound: isProven ? objective : bound,
      status: isProven ? .optimal : .feasible, seconds: watch.seconds, unreachable: problem.unreachable)
  }

  /// Looks for a better plan by branch and bound, and returns the best there is.
  func provenPlan(_ watch: Stopwatch, seconds: Double) -> LocationPlan {
    var found = plan(watch)
    guard found.status == .feasible, let root = workers.compactMap(\.bound).first else { return found }
    let (isIntegral, items, fixed) = (isIntegral, items, problem.rules.fixed)
    var tree = SiteTree(
      NegatedCoveringBound(root), rules: undecided, number: number, upper: -best.worth,
      threads: problem.effort.threads,
      improvement: { isIntegral ? $0 - 1 + 1e-6 : $0 - 1e-9 * $0.magnitude },
      cost: { -items.worth(of: $0) })
    let isDone = tree.search(seconds: seconds)
    if let better = tree.best {
      found.sites = Set(better.sites + fixed).sorted()
      found.objective = problem.objective(of: found.sites)
    }
    found.seconds = watch.seconds
    let most = found.objective ?? -.infinity
    found.bound = isDone ? most : max(most, min(found.bound ?? .infinity, -tree.openBound))
    if isDone { found.status = .optimal }
    return found
  }

  /// The rules of what a better plan could be: sites that every better plan has are fixed, those that none has
  /// forbidden.
  var undecided: SiteRules {
    let limit = isIntegral ? best.worth + 1 - 1e-6 : best.worth
    var narrowed = problem.rules
    for worker in workers {
      guard var bound = worker.bound else { continue }
      let decided = bound.decided(limit: limit)
      narrowed = narrowed.narrowed(fixed: decided.inside, forbidden: decided.outside)
    }
    return narrowed
  }
}
