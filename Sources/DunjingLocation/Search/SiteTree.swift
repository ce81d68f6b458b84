import DunjingLinear
import DunjingParallel

/// A lower bound of what the plans that keep some rules cost, improved step by step.
protocol SiteBound: Sendable {
  /// No plan costs less.
  var value: Double { get }
  /// The sites of the relaxed plan of the last step.
  var chosen: [Bool] { get }
  /// Whether further steps are too short to matter.
  var isExhausted: Bool { get }

  /// Makes a step, given what the best known plan costs; returns whether the bound became better.
  mutating func step(toward upper: Double) -> Bool
  /// Returns the sites that every plan that costs less than a limit has, and those that none has.
  mutating func decided(limit: Double) -> (inside: [Int], outside: [Int])
  /// Returns the bound of the plans that keep narrower rules.
  func narrowed(to rules: SiteRules) -> Self
}

/// A part of the plans that may hold a better one.
private struct SiteNode<Bound: SiteBound>: Sendable {
  var bound: Bound
  var rules: SiteRules
  var upper: Double
  var children: [SiteRules] = []
  var best: (sites: [Int], cost: Double)?
}

/// A branch and bound on sites with a Lagrangian bound: each branch has one more site fixed or forbidden.
///
/// Source: J. E. Beasley (1985), "A note on solving large p-median problems": a depth-first tree whose nodes improve the
/// multipliers of their parent and fix sites by reduced costs. Two nodes are worked on side by side, whatever the number
/// of threads, so that results do not depend on it; only a time limit makes them depend on the machine.
struct SiteTree<Bound: SiteBound>: Sendable {
  private let threads: Int
  /// What a plan that is better by the least costs, given the cost of the best one.
  private let improvement: @Sendable (Double) -> Double
  private let explorer: SiteExplorer<Bound>
  private var open: [SiteNode<Bound>]
  /// The best sites found, if better than those known at the start.
  private(set) var best: (sites: [Int], cost: Double)?

  /// Creates the tree.
  /// - Parameters:
  ///   - upper: what the best known plan costs.
  ///   - improvement: what a plan that is better by the least costs, given the cost of the best one.
  ///   - cost: what the sites of a relaxed plan cost.
  init(
    _ root: Bound, rules: SiteRules, number: Int, upper: Double, threads: Int,
    improvement: @escaping @Sendable (Double) -> Double, cost: @escaping @Sendable ([Bool]) -> Double
  ) {
    (self.threads, self.improvement) = (threads, improvement)
    explorer = SiteExplorer(number: number, improvement: improvement, cost: cost)
    open = [SiteNode(bound: root.narrowed(to: rules), rules: rules, upper: upper)]
  }

  /// No plan costs less than this, or than the best one.
  var openBound: Double { open.map(\.bound.value).min() ?? .infinity }

  /// Searches until nothing is open, or the time is up; returns whether nothing is open.
  mutating func search(seconds: Double) -> Bool {
    let watch = Stopwatch()
    let explorer = self.explorer
    var upper = open.first?.upper ?? .infinity
    while !open.isEmpty, watch.seconds < seconds {
      var batch = Array(open.suffix(2).reversed())
      open.removeLast(batch.count)
      for index in batch.indices { batch[index].upper = upper }
      Parallel.update(&batch, threads: threads) { explorer.explore(&$0) }
      for node in batch {
        if let found = node.best, found.cost < upper { (best, upper) = (found, found.cost) }
      }
      for node in batch.reversed() where node.bound.value < improvement(upper) {
        // The last child is explored first.
        for child in node.children {
          open.append(SiteNode(bound: node.bound.narrowed(to: child), rules: child, upper: upper))
        }
      }
    }
    return open.isEmpty
  }
}

/// What is done at one node.
private struct SiteExplorer<Bound: SiteBound>: Sendable {
  let number: Int
  let iterations = 120
  let improvement: @Sendable (Double) -> Double
  let cost: @Sendable ([Bool]) -> Double

  /// Improves the bound of a node and branches if it stays open.
  func explore(_ node: inout SiteNode<Bound>) {
    var frequency = [Double](repeating: 0, count: node.rules.siteCount)
    var left = 2
    repeat {
      left -= 1
      for _ in 0..<iterations where node.bound.value < improvement(node.upper) {
        _ = node.bound.step(toward: node.upper)
        let chosen = node.bound.chosen
        for site in chosen.indices { frequency[site] = 0.95 * frequency[site] + (chosen[site] ? 0.05 : 0) }
        note(chosen, in: &node)
        if node.bound.isExhausted { break }
      }
      guard node.bound.value < improvement(node.upper) else { return }
      let decided = node.bound.decided(limit: improvement(node.upper))
      guard let narrowed = node.rules.decided(decided, number: number) else { return }
      let isMuch = narrowed.allowed.count < node.rules.allowed.count * 3 / 4
      node.rules = narrowed
      if isMuch { node.bound = node.bound.narrowed(to: narrowed) } else { left = 0 }
    } while left > 0
    branch(&node, frequency)
  }

  /// Keeps the sites of a relaxed plan if they are the best so far.
  private func note(_ chosen: [Bool], in node: inout SiteNode<Bound>) {
    let cost = cost(chosen)
    guard cost < node.upper else { return }
    (node.upper, node.best) = (cost, (chosen.indices.filter { chosen[$0] }, cost))
  }

  private func branch(_ node: inout SiteNode<Bound>, _ frequency: [Double]) {
    let isFixed = node.rules.isFixed
    let free = node.rules.allowed.filter { !isFixed[$0] }
    let missing = number - node.rules.fixed.count
    if missing == 0 || free.count <= missing {
      var chosen = isFixed
      for site in free where missing > 0 { chosen[site] = true }
      return note(chosen, in: &node)
    }
    guard let site = free.min(by: { abs(frequency[$0] - 0.5) < abs(frequency[$1] - 0.5) }) else { return }
    node.children = [
      node.rules.narrowed(fixed: [], forbidden: [site]), node.rules.narrowed(fixed: [site], forbidden: [])
    ]
  }
}

extension SiteRules {
  /// Returns the rules with decided sites; nil if no plan has them all.
  fileprivate func decided(_ decided: (inside: [Int], outside: [Int]), number: Int) -> SiteRules? {
    let inside = Set(decided.inside)
    guard inside.isDisjoint(with: decided.outside) else { return nil }
    let isFixed = isFixed
    let more = decided.inside.filter { !isFixed[$0] }
    let isForbidden = isForbidden
    let without = decided.outside.filter { !isForbidden[$0] }
    guard fixed.count + more.count <= number, siteCount - forbidden.count - without.count >= number else {
      return nil
    }
    return narrowed(fixed: more, forbidden: without)
  }
}
