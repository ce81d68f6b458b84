import DunjingScenario
import DunjingWorld

/// Moves idle units so that most demand is covered twice, and all of it at least by a wider standard.
///
/// Of the posts that idle units could stand at, those are sought that maximize
///
///     Σ dᵢ [covered twice within the target]
///       − w max(0, α − Σ dᵢ [covered once within the target]) − w Σ dᵢ [not covered within the wider limit]
///       − c · minutes of driving,
///
/// with dᵢ the grid's share of demand and w = 10: a shortfall counts ten times as much as double coverage of the same
/// demand. One unit at a time is moved to where the sum grows most, from where the units stand now, until none can gain: a local optimum. The
/// original solves the same program by tabu search.
///
/// Source: M. Gendreau, G. Laporte, F. Semet (2001), "A dynamic model and parallel tabu search heuristic for real-time
/// ambulance relocation", Parallel Computing 27, 1641–1653; the constraints are penalties, as some instants allow no
/// feasible plan.
public struct DynamicDoubleStandard: RelocationPolicy {
  /// The parameters of the model.
  public struct Standard: Sendable, Equatable {
    /// α: the share of demand to be covered once within the target.
    public var share: Double
    /// How many times the target the wider limit is.
    public var widerFactor: Double
    /// c: the share of demand for which a minute's drive of one unit is worthwhile.
    public var minuteCost: Double

    /// Creates the parameters.
    /// - Precondition: the share is from 0 to 1, the factor at least 1 and the cost not negative.
    public init(share: Double, widerFactor: Double, minuteCost: Double) {
      precondition((0...1).contains(share) && widerFactor >= 1 && minuteCost >= 0, "no double standard")
      (self.share, self.widerFactor, self.minuteCost) = (share, widerFactor, minuteCost)
    }
  }

  private let standard: Standard
  private let demand: [Double]
  private let near: [[Int32]]
  private let wide: [[Int32]]
  private let postsOfGroup: [[Int]]
  private let travel: StandbyTravel

  /// Creates the policy for a world.
  public init(_ world: World, standard: Standard) {
    self.standard = standard
    demand = world.grids.map(\.demandShare)
    near = PostCoverage(world).covered
    wide = PostCoverage(world, targetFactor: standard.widerFactor).covered
    travel = StandbyTravel(world)
    postsOfGroup = world.postsOfGroup
  }

  /// Returns the moves to a plan that no single move improves.
  public mutating func relocate(after change: StandbyChange, in state: StandbyView) -> [StandbyMove] {
    var posts = state.units.map(\.post)
    var tally = tally(of: posts)
    // Each round improves the sum, and there are finitely many plans.
    while let move = bestMove(state.units, posts, &tally) {
      shift(&tally, from: posts[move.index], to: move.post)
      posts[move.index] = move.post
    }
    return StandbyMove.moves(of: state.units, to: posts)
  }

  /// The sum that units at posts make, without the driving.
  func score(of posts: [Int]) -> Double { tally(of: posts).score(share: standard.share) }

  private func tally(of posts: [Int]) -> DoubleCoverage {
    var tally = DoubleCoverage(demand: demand)
    for post in posts { tally.change(near[post], wide[post], by: 1) }
    return tally
  }

  private func shift(_ tally: inout DoubleCoverage, from post: Int, to other: Int) {
    tally.change(near[post], wide[post], by: -1)
    tally.change(near[other], wide[other], by: 1)
  }

  private func bestMove(
    _ units: [StandbyUnit], _ posts: [Int], _ tally: inout DoubleCoverage
  ) -> (index: Int, post: Int)? {
    let now = tally.score(share: standard.share)
    // Rounding is no gain.
    var best = (gain: 1e-9, move: nil as (index: Int, post: Int)?)
    for (index, unit) in units.enumerated() {
      for post in postsOfGroup[unit.group] where post != posts[index] {
        shift(&tally, from: posts[index], to: post)
        let drive = driveCost(unit, to: post) - driveCost(unit, to: posts[index])
        let gain = tally.score(share: standard.share) - now - drive
        if gain > best.gain { best = (gain, (index, post)) }
        shift(&tally, from: post, to: posts[index])
      }
    }
    return best.move
  }

  private func driveCost(_ unit: StandbyUnit, to post: Int) -> Double {
    standard.minuteCost * travel.seconds(of: unit, to: post) / 60
  }
}

/// How often grids are covered, and the shares of demand that follow.
private struct DoubleCoverage {
  /// How much worse a shortfall is than missing double coverage of the same demand.
  private static let weight = 10.0

  private let demand: [Double]
  private var nearCount: [Int32]
  private var wideCount: [Int32]
  private var once = 0.0
  private var twice = 0.0
  private var wide = 0.0
  private let total: Double

  init(demand: [Double]) {
    self.demand = demand
    total = demand.reduce(0, +)
    nearCount = [Int32](repeating: 0, count: demand.count)
    wideCount = nearCount
  }

  /// Adds a unit that covers grids, or takes one away.
  mutating func change(_ near: [Int32], _ wide: [Int32], by step: Int32) {
    for grid in near.map(Int.init) {
      let (before, after) = (nearCount[grid], nearCount[grid] + step)
      nearCount[grid] = after
      if (before >= 1) != (after >= 1) { once += Double(step) * demand[grid] }
      if (before >= 2) != (after >= 2) { twice += Double(step) * demand[grid] }
    }
    for grid in wide.map(Int.init) {
      let (before, after) = (wideCount[grid], wideCount[grid] + step)
      wideCount[grid] = after
      if (before >= 1) != (after >= 1) { self.wide += Double(step) * demand[grid] }
    }
  }

  func score(share: Double) -> Double {
    twice - Self.weight * max(0, share * total - once) - Self.weight * (total - wide)
  }
}
