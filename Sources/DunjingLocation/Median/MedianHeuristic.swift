import DunjingLinear
import DunjingParallel
import DunjingRandom

/// Searches for a p-median plan and a bound, side by side, until they meet or the effort is spent.
struct MedianHeuristic {
  private let problem: PMedian
  private let costs: SortedCosts
  private var workers: [MedianWorker] = []
  private let number: Int
  private var best: Interchange

  /// Searches; nil where the rules do not limit the number of sites, or limit money.
  init?(_ problem: PMedian, timeLimitSeconds: Double?) {
    let rules = problem.rules
    guard let number = rules.attainable(), rules.budget == nil, number > 0 else { return nil }
    let watch = Stopwatch()
    (self.problem, self.number) = (problem, number)
    costs = SortedCosts(
      problem.travel, weights: problem.countedWeights, rules: rules, threads: problem.effort.threads)
    best = Self.start(costs, rules, number: number, seed: problem.effort.seed)
    workers = Self.workers(costs, rules, number: number, start: best, effort: problem.effort)
    run(timeLimitSeconds.map { max($0 - watch.seconds, 0) } ?? .infinity)
  }

  /// The least cost of any plan, as far as is proven.
  private var bound: Double {
    max(0, workers.compactMap { $0.bound?.value }.max() ?? 0)
  }

  private var isProven: Bool { costs.rounded(bound) >= best.cost - 1e-9 * best.cost }

  private mutating func run(_ seconds: Double) {
    let watch = Stopwatch()
    let effort = problem.effort.fitted(to: number)
    var idle = 0
    while !isProven, watch.seconds < seconds,
      idle < effort.idleRounds || workers.contains(where: \.isBounding)
    {
      let target = costs.rounded(bound)
      Parallel.update(&workers, threads: effort.threads) { $0.work(effort, target: target) }
      let before = best.cost
      for worker in workers where worker.search.best.cost < best.cost { best = worker.search.best }
      for index in workers.indices { workers[index].adopt(best) }
      idle = best.cost < before ? 0 : idle + 1
    }
  }

  /// The plan, and what is proven of it.
  func plan(_ watch: Stopwatch) -> LocationPlan {
    let objective = problem.objective(of: best.sites)
    let bound = isProven ? objective : costs.rounded(bound)
    return LocationPlan(
      sites: objective == nil ? [] : best.sites, objective: objective, bound: bound,
      status: objective == nil ? .timeLimit : isProven ? .optimal : .feasible, seconds: watch.seconds,
      unreachable: problem.unreachable)
  }

  /// Looks for a better plan by branch and bound, and returns the best there is.
  func provenPlan(_ watch: Stopwatch, seconds: Double) -> LocationPlan {
    var found = plan(watch)
    guard found.status == .feasible, let root = workers.compactMap(\.bound).first else { return found }
    let costs = costs
    var tree = SiteTree(
      root, rules: undecided, number: number, upper: best.cost, threads: problem.effort.threads,
      improvement: { costs.isIntegral ? $0 - 1 + 1e-6 : $0 - 1e-9 * $0.magnitude },
      cost: { costs.cost(of: $0) })
    let isDone = tree.search(seconds: seconds)
    if let better = tree.best {
      (found.sites, found.objective) = (better.sites, problem.objective(of: better.sites))
    }
    found.seconds = watch.seconds
    let least = found.objective ?? .infinity
    found.bound = isDone ? least : min(least, max(found.bound ?? 0, costs.rounded(tree.openBound)))
    if isDone { found.status = .optimal }
    return found
  }

  /// The rules of what a better plan could be: sites that every better plan has are fixed, those that none has
  /// forbidden.
  var undecided: SiteRules {
    let limit = costs.isIntegral ? best.cost - 1 + 1e-6 : best.cost
    var inside: Set<Int> = []
    var outside: Set<Int> = []
    for worker in workers {
      guard var bound = worker.bound else { continue }
      let decided = bound.decided(limit: limit)
      inside.formUnion(decided.inside)
      outside.formUnion(decided.outside)
    }
    return problem.rules.narrowed(fixed: inside.sorted(), forbidden: outside.subtracting(inside).sorted())
  }

  private static func start(
    _ costs: SortedCosts, _ rules: SiteRules, number: Int, seed: UInt64
  ) -> Interchange {
    var numbers = RandomStream(seed: seed, purpose: .locationSearch)
    let isFixed = rules.isFixed
    var free = rules.allowed.filter { !isFixed[$0] }
    for index in free.indices {
      free.swapAt(index, index + numbers.nextInteger(below: free.count - index))
    }
    var start = Interchange(
      costs, plan: rules.fixed + free.prefix(number - rules.fixed.count), fixedCount: rules.fixed.count,
      candidates: free)
    start.descend()
    return start
  }

  private static func workers(
    _ costs: SortedCosts, _ rules: SiteRules, number: Int, start: Interchange, effort: SearchEffort
  ) -> [MedianWorker] {
    let isFixed = rules.isFixed
    let free = rules.allowed.filter { !isFixed[$0] }
    let bound = MedianBound(
      costs, chooser: SiteChooser(rules, number: number), start: start.betweenNearestAndSecond)
    let fixed = rules.fixed
    return [nil, bound].enumerated().map { index, bound in
      MedianWorker(
        search: MedianSearch(from: start, seed: effort.seed, number: index + 1, candidates: free),
        bound: bound, iterations: effort.boundIterations
      ) { chosen in
        Interchange(
          costs, plan: fixed + free.filter { chosen[$0] }, fixedCount: fixed.count, candidates: free)
      }
    }
  }
}
