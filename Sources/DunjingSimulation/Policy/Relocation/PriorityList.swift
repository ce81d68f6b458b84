import DunjingScenario
import DunjingWorld

/// Sends a unit that has become idle to the first facility of a list that lacks one.
///
/// A facility may stand in the list several times; its second entry asks for a second unit. Where nothing is lacking the
/// unit goes to its own post. Nobody moves when a unit leaves.
///
/// Source: the priority list policy of S. Ridler, A. J. Mason, A. Raith (2022), "A simulation and optimisation package
/// for emergency medical services", European Journal of Operational Research 298, 1101–1113.
public struct PriorityList: RelocationPolicy {
  private let order: [Int]
  private let facilityOfPost: [Int]
  private let posts: [[Int?]]

  /// Creates the policy.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - order: facilities by index in the scenario, the most important first.
  public init(_ world: World, order: [Int]) {
    self.order = order
    facilityOfPost = world.posts.map(\.facility)
    posts = world.scenario.units.indices.map { world.posts(ofGroup: $0) }
  }

  /// Returns the move of the unit that has become idle.
  public mutating func relocate(after change: StandbyChange, in state: StandbyView) -> [StandbyMove] {
    guard case .idle(let unit) = change, let mover = state.units.first(where: { $0.unit == unit }) else {
      return []
    }
    var standing = [Int](repeating: 0, count: posts.first?.count ?? 0)
    for other in state.units where other.unit != unit { standing[facilityOfPost[other.post]] += 1 }
    for facility in order {
      standing[facility] -= 1
      guard standing[facility] < 0, let post = posts[mover.group][facility] else { continue }
      return StandbyMove.moves(of: [mover], to: [post])
    }
    return StandbyMove.moves(of: [mover], to: [mover.home])
  }
}
