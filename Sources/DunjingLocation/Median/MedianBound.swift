/// The Lagrangian bound of the p-median problem.
///
/// The demand that every point be served once is relaxed with multipliers uᵢ: L(u) = Σ uᵢ + the p least of
/// ρⱼ = Σᵢ min(0, cᵢⱼ − uᵢ), fixed sites first; improved by subgradients with halved steps. Sources: G. Cornuéjols,
/// M. L. Fisher & G. L. Nemhauser (1977), "Location of bank accounts to optimize float"; N. Christofides & J. E.
/// Beasley (1982), "A tree search algorithm for the p-median problem"; direction of P. M. Camerini, L. Fratta & F. Maffioli
/// (1975). A point that nobody serves costs the penalty, so uᵢ never exceeds it.
struct MedianBound: SiteBound {
  private var costs: SortedCosts
  private var chooser: SiteChooser
  /// The best bound so far.
  private(set) var value = -Double.infinity
  /// The multipliers of the best bound.
  private(set) var bestMultipliers: [Double]
  /// The sites chosen at the last multipliers.
  private(set) var chosen: [Bool]
  private var multipliers: [Double]
  private var direction: [Double]
  private var reduced: [Double]
  private var scale = 2.0
  private var idle = 0

  /// Starts at the multipliers between the costs of the nearest and second nearest sites of a plan.
  init(_ costs: SortedCosts, chooser: SiteChooser, start: [Double]) {
    (self.costs, self.chooser) = (costs, chooser)
    (multipliers, bestMultipliers) = (start, start)
    direction = [Double](repeating: 0, count: costs.count)
    reduced = [Double](repeating: 0, count: costs.siteCount)
    chosen = [Bool](repeating: false, count: costs.siteCount)
  }

  /// Returns the bound of narrower rules, without the sites that are out and those beyond a fixed site.
  func narrowed(to rules: SiteRules) -> MedianBound {
    var bound = self
    bound.costs = costs.narrowed(to: rules)
    bound.chooser = SiteChooser(rules, number: chooser.number)
    bound.multipliers = bestMultipliers
    (bound.scale, bound.idle) = (0.5, 0)
    for point in bound.direction.indices { bound.direction[point] = 0 }
    return bound
  }

  /// Whether the steps have become too short to matter.
  var isExhausted: Bool { scale < 1e-4 }

  /// Evaluates the bound and moves the multipliers; returns whether the bound became better.
  mutating func step(toward upper: Double) -> Bool {
    let bound = evaluate(multipliers)
    let isBetter = bound > value
    if isBetter {
      if bound > value + 1e-6 * bound.magnitude { idle = 0 }
      (value, bestMultipliers) = (bound, multipliers)
    } else {
      idle += 1
    }
    if idle >= 20 { (scale, idle, multipliers) = (scale / 2, 0, bestMultipliers) }
    move(bound: bound, upper: upper)
    return isBetter
  }

  /// Returns L(u), and leaves the reduced costs and the chosen sites.
  private mutating func evaluate(_ multipliers: [Double]) -> Double {
    for site in reduced.indices { reduced[site] = 0 }
    var total = 0.0
    for point in multipliers.indices {
      let multiplier = multipliers[point]
      total += multiplier
      var position = costs.start[point]
      let end = costs.start[point + 1]
      while position < end, costs.costs[position] < multiplier {
        reduced[Int(costs.sites[position])] += costs.costs[position] - multiplier
        position += 1
      }
    }
    return total + chooser.choose(leastOf: reduced, into: &chosen)
  }

  private mutating func move(bound: Double, upper: Double) {
    var norm = 0.0
    for point in multipliers.indices {
      var served = 0.0
      var position = costs.start[point]
      let end = costs.start[point + 1]
      while position < end, costs.costs[position] < multipliers[point] {
        if chosen[Int(costs.sites[position])] { served += 1 }
        position += 1
      }
      direction[point] = 1 - served + 0.5 * direction[point]
      norm += direction[point] * direction[point]
    }
    guard norm > 0 else { return }
    let step = scale * max(upper - bound, 1e-6 * bound.magnitude) / norm
    for point in multipliers.indices {
      multipliers[point] = min(max(multipliers[point] + step * direction[point], 0), costs.penalty)
    }
  }

  /// Returns the sites that every better plan has, and those that none has.
  ///
  /// If leaving a site out, or taking it in, raises the best bound to the cost of a known plan, no better plan does so.
  /// - Parameter limit: a better plan costs less than this.
  mutating func decided(limit: Double) -> (inside: [Int], outside: [Int]) {
    let bound = evaluate(bestMultipliers)
    return chooser.decided(reduced, chosen, slack: limit - bound)
  }
}
