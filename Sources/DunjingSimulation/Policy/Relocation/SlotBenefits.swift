import DunjingNumerics
import DunjingScenario
import DunjingWorld

/// Assigns all idle units to posts at every change, by an integer program.
///
/// Each post has slots, the first of which is worth most: slot k (from 1) of post p is worth Dₚ (1 − q) qᵏ⁻¹, with Dₚ
/// the share of demand that p covers and is nearest to among the posts of its group, and q the share of time a unit is
/// busy. The program chooses a slot for each unit so that the worth less the cost of driving there is greatest. Its
/// constraint matrix is totally unimodular, so that an assignment algorithm solves it exactly.
///
/// Source: L. Zhang (2012), "Simulation optimisation and Markov models for dynamic ambulance redeployment", PhD thesis,
/// University of Auckland, chapter 4, with slots whose worth falls geometrically, as in Daskin (1983).
public struct SlotBenefits: RelocationPolicy {
  private let worth: [Double]
  private let busyFraction: Double
  private let minuteCost: Double
  private let postsOfGroup: [[Int]]
  private let travel: StandbyTravel

  /// Creates the policy for a world.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - busyFraction: the share of time a unit is busy.
  ///   - minuteCost: the share of demand for which a minute's drive of one unit is worthwhile.
  /// - Precondition: `busyFraction` is at least 0 and below 1, `minuteCost` not negative.
  public init(_ world: World, busyFraction: Double, minuteCost: Double) {
    precondition((0..<1).contains(busyFraction), "the busy fraction has to be at least 0 and below 1")
    precondition(minuteCost >= 0, "driving costs something or nothing")
    self.busyFraction = busyFraction
    self.minuteCost = minuteCost
    travel = StandbyTravel(world)
    postsOfGroup = world.postsOfGroup
    worth = Self.worth(in: world, postsOfGroup)
  }

  /// Returns the moves to the slots of most worth.
  public mutating func relocate(after change: StandbyChange, in state: StandbyView) -> [StandbyMove] {
    var posts = state.units.map(\.post)
    for group in postsOfGroup.indices {
      let members = state.units.indices.filter { state.units[$0].group == group }
      let slots = postsOfGroup[group].flatMap { post in members.indices.map { (post: post, rank: $0) } }
      let costs = members.map { member in
        slots.map { cost(of: state.units[member], to: $0.post, rank: $0.rank) }
      }
      guard let assignment = Assignment(costs: costs) else { continue }
      for (member, slot) in zip(members, assignment.workers) { posts[member] = slots[slot].post }
    }
    return StandbyMove.moves(of: state.units, to: posts)
  }

  /// What a unit at a slot costs: the drive less the worth.
  private func cost(of unit: StandbyUnit, to post: Int, rank: Int) -> Double {
    let worth = worth[post] * (1 - busyFraction) * PortableMath.power(busyFraction, Double(rank))
    return minuteCost * travel.seconds(of: unit, to: post) / 60 - worth
  }

  /// The demand that each post covers and is nearest to among those of its group.
  private static func worth(in world: World, _ postsOfGroup: [[Int]]) -> [Double] {
    let covered = PostCoverage(world).covered
    var worth = [Double](repeating: 0, count: world.posts.count)
    for posts in postsOfGroup where !posts.isEmpty {
      let reach = posts.map { PostReach(world.posts[$0], in: world) }
      for grid in world.grids.indices {
        let seconds = reach.map { reach in
          world.geography.placesOfGrid[grid].reduce(0) { $0 + reach.seconds(to: $1) }
        }
        let nearest = posts.indices.min { seconds[$0] < seconds[$1] } ?? 0
        guard covered[posts[nearest]].contains(Int32(grid)) else { continue }
        worth[posts[nearest]] += world.grids[grid].demandShare
      }
    }
    return worth
  }
}
