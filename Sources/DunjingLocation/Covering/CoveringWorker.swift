/// One of the two workers of the heuristic for maximal covering: the first shakes, the second improves the bound and
/// tries the sites that the bound chooses; when the bound is done, it shakes too.
struct CoveringWorker: Sendable {
  private(set) var search: CoveringSearch
  private(set) var bound: CoveringBound?
  private var iterationsLeft: Int
  private let empty: CoveringInterchange
  private var tried: Set<[Int]> = []

  init(search: CoveringSearch, bound: CoveringBound?, iterations: Int, empty: CoveringInterchange) {
    (self.search, self.bound, iterationsLeft) = (search, bound, iterations)
    self.empty = empty
  }

  /// Whether the worker still improves the bound.
  var isBounding: Bool { iterationsLeft > 0 && bound.map { !$0.isExhausted } ?? false }

  /// Works for a round.
  /// - Parameter target: a worth that is known to be the most.
  mutating func work(_ effort: SearchEffort, target: Double) {
    guard isBounding else { return search.run(shakes: effort.shakesInRound, target: target) }
    for _ in 0..<min(effort.boundIterationsInRound, iterationsLeft) where search.best.worth < target {
      iterationsLeft -= 1
      guard var bound else { return }
      let isBetter = bound.step(toward: search.best.worth)
      self.bound = bound
      if isBetter { tryChosen(bound.chosen) }
    }
  }

  private mutating func tryChosen(_ chosen: [Bool]) {
    let sites = chosen.indices.filter { chosen[$0] && empty.isOutside($0) }
    guard tried.insert(sites).inserted else { return }
    var plan = empty
    for site in sites { plan.add(site) }
    guard plan.worth > search.best.worth * 0.97 else { return }
    plan.descend()
    search.adopt(plan)
  }

  /// Takes over a better plan.
  mutating func adopt(_ plan: CoveringInterchange) { search.adopt(plan) }
}
