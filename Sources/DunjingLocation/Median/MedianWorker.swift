/// One of the two workers of the p-median heuristic: the first shakes, the second improves the bound and tries the
/// sites that the bound chooses; when the bound is done, it shakes too.
struct MedianWorker: Sendable {
  private(set) var search: MedianSearch
  private(set) var bound: MedianBound?
  private var iterationsLeft: Int
  private var tried: Set<[Int]> = []
  private let makePlan: @Sendable ([Bool]) -> Interchange

  init(
    search: MedianSearch, bound: MedianBound?, iterations: Int,
    makePlan: @escaping @Sendable ([Bool]) -> Interchange
  ) {
    (self.search, self.bound, self.makePlan) = (search, bound, makePlan)
    iterationsLeft = iterations
  }

  /// Whether the worker still improves the bound.
  var isBounding: Bool { iterationsLeft > 0 && bound.map { !$0.isExhausted } ?? false }

  /// Works for a round.
  /// - Parameter target: a cost that is known to be the least.
  mutating func work(_ effort: SearchEffort, target: Double) {
    guard isBounding else { return search.run(shakes: effort.shakesInRound, target: target) }
    for _ in 0..<min(effort.boundIterationsInRound, iterationsLeft) where search.best.cost > target {
      iterationsLeft -= 1
      guard improveBound() else { return }
    }
  }

  /// Makes a step and tries the chosen sites; returns false when the bound meets the best plan.
  private mutating func improveBound() -> Bool {
    guard var bound else { return false }
    let isBetter = bound.step(toward: search.best.cost)
    self.bound = bound
    if isBetter { tryChosen(bound.chosen) }
    return search.best.costs.rounded(bound.value) < search.best.cost - 1e-9 * search.best.cost.magnitude
  }

  private mutating func tryChosen(_ chosen: [Bool]) {
    guard search.best.costs.cost(of: chosen) < search.best.cost * 1.03 else { return }
    guard tried.insert(chosen.indices.filter { chosen[$0] }).inserted else { return }
    var plan = makePlan(chosen)
    plan.descend()
    search.adopt(plan)
  }

  /// Takes over a better plan.
  mutating func adopt(_ plan: Interchange) { search.adopt(plan) }
}
