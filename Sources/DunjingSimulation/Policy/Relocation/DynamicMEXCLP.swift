import DunjingScenario
import DunjingWorld

/// Sends a unit that has become idle to the post where it adds most expected coverage.
///
/// The marginal coverage of post p is Σ dᵢ (1 − q) q^kᵢ over the grids i that p covers, with dᵢ the grid's share of
/// demand, kᵢ the idle units whose posts cover it already, and q the share of time a unit is busy.
///
/// Source: C. J. Jagtenberg, S. Bhulai, R. D. van der Mei (2015), "An efficient heuristic for real-time ambulance
/// redeployment", equation (3). It differs in the target, which depends on the grid.
public struct DynamicMEXCLP: RelocationPolicy {
  private let busyFraction: Double
  private let demand: [Double]
  /// The grids that each post covers.
  private let covered: [[Int32]]
  private let postsOfGroup: [[Int]]

  /// Creates the policy for a world.
  /// - Precondition: `busyFraction` is at least 0 and below 1.
  public init(_ world: World, busyFraction: Double) {
    precondition((0..<1).contains(busyFraction), "the busy fraction has to be at least 0 and below 1")
    self.busyFraction = busyFraction
    demand = world.grids.map(\.demandShare)
    covered = PostCoverage(world).covered
    postsOfGroup = world.postsOfGroup
  }

  /// Returns the move of the unit that has become idle; nobody moves when a unit leaves.
  public mutating func relocate(after change: StandbyChange, in state: StandbyView) -> [StandbyMove] {
    guard case .idle(let unit) = change, let mover = state.units.first(where: { $0.unit == unit }) else {
      return []
    }
    var weights = demand
    for other in state.units where other.unit != unit {
      for grid in covered[other.post] { weights[Int(grid)] *= busyFraction }
    }
    var best = (post: mover.home, gain: gain(of: mover.home, weights))
    for post in postsOfGroup[mover.group] {
      let candidate = gain(of: post, weights)
      if candidate > best.gain { best = (post, candidate) }
    }
    return best.post == mover.post ? [] : [StandbyMove(unit: unit, post: best.post)]
  }

  private func gain(of post: Int, _ weights: [Double]) -> Double {
    covered[post].reduce(0) { $0 + weights[Int($1)] } * (1 - busyFraction)
  }
}
