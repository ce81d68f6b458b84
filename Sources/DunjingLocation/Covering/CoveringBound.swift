/// The Lagrangian bound of maximal covering.
///
/// The rows yᵢ ≤ Σ xⱼ are relaxed with multipliers 0 ≤ λᵢ ≤ wᵢ: U(λ) = Σ (wᵢ − λᵢ) + the p greatest of Σᵢ λᵢ over the
/// items of a site; improved by subgradients with halved steps. Source: R. D. Galvão & C. ReVelle (1996), "A Lagrangean
/// heuristic for the maximal covering location problem"; direction of P. M. Camerini, L. Fratta & F. Maffioli (1975).
struct CoveringBound: Sendable {
  private var items: CoveringItems
  private var chooser: SiteChooser
  /// The sites that a plan may have.
  private var sites: [Int]
  /// The best bound so far.
  private(set) var value = Double.infinity
  /// The sites chosen at the last multipliers.
  private(set) var chosen: [Bool]
  private var multipliers: [Double]
  private var bestMultipliers: [Double]
  private var direction: [Double]
  private var reduced: [Double]
  private var scale = 2.0
  private var idle = 0

  /// Starts with the weight of an item shared among the sites of a plan that cover it.
  init(_ items: CoveringItems, chooser: SiteChooser, plan: [Int]) {
    (self.items, self.chooser) = (items, chooser)
    sites = Array(0..<items.coverage.siteCount)
    let counts = items.coverage.counts(by: plan)
    multipliers = zip(items.weights, counts).map { $1 == 0 ? $0 : $1 == 1 ? 0.7 * $0 : 0.2 * $0 }
    bestMultipliers = multipliers
    direction = [Double](repeating: 0, count: items.weights.count)
    reduced = [Double](repeating: 0, count: items.coverage.siteCount)
    chosen = [Bool](repeating: false, count: items.coverage.siteCount)
  }

  /// Returns the bound of narrower rules.
  func narrowed(to rules: SiteRules) -> CoveringBound {
    var bound = self
    (bound.chooser, bound.sites) = (SiteChooser(rules, number: chooser.number), rules.allowed)
    let (items, kept) = items.narrowed(to: rules)
    bound.items = items
    bound.multipliers = kept.map { bestMultipliers[$0] }
    bound.bestMultipliers = bound.multipliers
    bound.direction = [Double](repeating: 0, count: kept.count)
    for site in reduced.indices { bound.reduced[site] = 0 }
    (bound.scale, bound.idle) = (0.5, 0)
    return bound
  }

  /// Whether the steps have become too short to matter.
  var isExhausted: Bool { scale < 1e-4 }

  /// Evaluates the bound and moves the multipliers; returns whether the bound became better.
  mutating func step(toward lower: Double) -> Bool {
    let bound = evaluate(multipliers)
    let isBetter = bound < value
    if isBetter {
      if bound < value - 1e-6 * bound.magnitude { idle = 0 }
      (value, bestMultipliers) = (bound, multipliers)
    } else {
      idle += 1
    }
    if idle >= 20 { (scale, idle, multipliers) = (scale / 2, 0, bestMultipliers) }
    move(bound: bound, lower: lower)
    return isBetter
  }

  /// Returns U(λ), and leaves the negative worths of the sites and the chosen sites.
  private mutating func evaluate(_ multipliers: [Double]) -> Double {
    var total = items.constant
    for item in multipliers.indices { total += items.weights[item] - multipliers[item] }
    for site in sites {
      var sum = 0.0
      for item in items.coverage.points(of: site) { sum += multipliers[Int(item)] }
      reduced[site] = -sum
    }
    return total - chooser.choose(leastOf: reduced, into: &chosen)
  }

  private mutating func move(bound: Double, lower: Double) {
    // How often an item is covered by the chosen sites, less whether it is taken: to be brought to zero.
    var surplus = multipliers.indices.map { multipliers[$0] < items.weights[$0] ? -1.0 : 0 }
    for site in sites where chosen[site] {
      for item in items.coverage.points(of: site) { surplus[Int(item)] += 1 }
    }
    var norm = 0.0
    for item in surplus.indices {
      direction[item] = surplus[item] + 0.5 * direction[item]
      norm += direction[item] * direction[item]
    }
    guard norm > 0 else { return }
    let step = scale * max(bound - lower, 1e-6 * bound.magnitude) / norm
    for item in multipliers.indices {
      multipliers[item] = min(max(multipliers[item] - step * direction[item], 0), items.weights[item])
    }
  }

  /// Returns the sites that every better plan has, and those that none has.
  /// - Parameter limit: a better plan is worth more than this.
  mutating func decided(limit: Double) -> (inside: [Int], outside: [Int]) {
    let bound = evaluate(bestMultipliers)
    return chooser.decided(reduced, chosen, slack: bound - limit)
  }
}

/// The same bound as one of a minimization: of the worth, negated.
struct NegatedCoveringBound: SiteBound {
  private(set) var bound: CoveringBound

  init(_ bound: CoveringBound) { self.bound = bound }

  var value: Double { -bound.value }
  var chosen: [Bool] { bound.chosen }
  var isExhausted: Bool { bound.isExhausted }

  mutating func step(toward upper: Double) -> Bool { bound.step(toward: -upper) }
  mutating func decided(limit: Double) -> (inside: [Int], outside: [Int]) { bound.decided(limit: -limit) }
  func narrowed(to rules: SiteRules) -> NegatedCoveringBound {
    NegatedCoveringBound(bound.narrowed(to: rules))
  }
}
