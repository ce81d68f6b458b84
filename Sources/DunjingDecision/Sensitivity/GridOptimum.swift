import DunjingOptimization
import DunjingWorld

/// The best plan of a space by trying a grid of points, and ever finer ones about the best of them.
///
/// For one or two decisions; ``DescentOptimum`` is for more. Plans of the same whole officers are looked at once. Nothing
/// promises the best of a function with several valleys; the objective of the outlook is smooth up to single officers.
public struct GridOptimum: PlanOptimum {
  /// Points of the first grid along a single decision.
  public var levels: Int

  /// Creates a grid.
  /// - Precondition: at least two levels.
  public init(levels: Int = 26) {
    precondition(levels >= 2, "a grid has two ends")
    self.levels = levels
  }

  /// - Precondition: one or two decisions.
  public func best(_ appraisal: PlanAppraisal) -> PlanAppraisal.Standing {
    var known = KnownPlans(appraisal)
    let count = appraisal.space.decisions.count
    precondition(count <= 2, "a grid over \(count) decisions is too large")
    if count == 1 {
      refine([levels], &known, rounds: 3, points: 5)
    } else {
      refine([max(levels / 2, 2), max(levels / 5, 2)], &known, rounds: 4, points: 3)
    }
    scan(&known)
    return known.best
  }

  /// Tries the first decision from end to end, where the others are best: its objective has valleys of a few officers.
  private func scan(_ known: inout KnownPlans) {
    let center = known.bestShares
    for level in 0...(2 * levels) {
      var point = center
      point[0] = Double(level) / Double(2 * levels)
      known.look(at: point)
    }
  }

  /// Tries a grid over all, then smaller ones around the best, each with a finer spacing.
  private func refine(
    _ first: [Int], _ known: inout KnownPlans, rounds: Int, points: Int
  ) {
    for point in Self.product(first.map { count in (0..<count).map { Double($0) / Double(count - 1) } }) {
      known.look(at: point)
    }
    var spacing = first.map { 1 / Double($0 - 1) }
    for _ in 0..<rounds {
      let center = known.bestShares
      spacing = spacing.map { $0 * 2 / Double(points + 1) }
      let half = points / 2
      let axes = center.indices.map { axis in
        (-half...half).map { min(max(center[axis] + Double($0) * spacing[axis], 0), 1) }
      }
      for point in Self.product(axes) { known.look(at: point) }
    }
  }

  private static func product(_ axes: [[Double]]) -> [[Double]] {
    axes.reduce([[]]) { points, axis in points.flatMap { point in axis.map { point + [$0] } } }
  }
}

/// Plans that were looked at, each set of whole officers once.
private struct KnownPlans {
  private let appraisal: PlanAppraisal
  private var keys: Set<PlanKey> = []
  private(set) var best: PlanAppraisal.Standing
  private(set) var bestShares: [Double]

  init(_ appraisal: PlanAppraisal) {
    self.appraisal = appraisal
    let box = appraisal.space.box
    bestShares = [Double](repeating: 0, count: box.dimension)
    let plan = appraisal.plan(at: box.lower)
    keys.insert(PlanKey(plan))
    best = appraisal.standing(of: plan, at: box.lower)
  }

  /// Looks at the plan at shares of the ranges of the decisions.
  mutating func look(at shares: [Double]) {
    let point = appraisal.space.box.point(at: shares)
    let plan = appraisal.plan(at: point)
    guard keys.insert(PlanKey(plan)).inserted else { return }
    let standing = appraisal.standing(of: plan, at: point)
    if standing.isBetter(than: best) { (best, bestShares) = (standing, shares) }
  }
}
