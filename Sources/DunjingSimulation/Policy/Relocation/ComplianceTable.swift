import DunjingNumerics
import DunjingScenario
import DunjingWorld

/// Keeps the facilities staffed that a table names for the number of units that are idle.
///
/// At every change the idle units are assigned to the facilities of their row so that the sum of their travel times is
/// least; whoever is left over, or of more idle units than the table has rows, goes to the own post. A table is nested
/// when each row has one facility more than the row before: then the order of the facilities says it all. Units of
/// groups that have no post at any facility of the table stay out of it and are not counted.
///
/// Source: M. Gendreau, G. Laporte, F. Semet (2006), "The maximal expected coverage relocation problem for emergency
/// vehicles", Journal of the Operational Research Society 57, 22–28; K. Sudtachat, M. E. Mayorga, L. A. McLay (2016),
/// "A nested-compliance table policy for emergency medical service systems under relocation", Omega 58, 154–168.
public struct ComplianceTable: RelocationPolicy {
  /// The facilities to staff, in scenario order, for one idle unit, for two, and so on.
  private let rows: [[Int]]
  private let places: [[Int?]]
  private let travel: StandbyTravel
  /// Whether a group has a post at any facility of the table.
  private let isCounted: [Bool]

  /// Creates the policy of a table.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - rows: facilities by index in the scenario; row k (from 0) is for k + 1 idle units.
  /// - Precondition: row k has k + 1 facilities.
  public init(_ world: World, rows: [[Int]]) {
    precondition(rows.enumerated().allSatisfy { $1.count == $0 + 1 }, "row k staffs k + 1 facilities")
    let places = world.scenario.units.indices.map { world.posts(ofGroup: $0) }
    let known = Set(rows.joined())
    isCounted = places.map { posts in known.contains { posts[$0] != nil } }
    self.rows = rows
    self.places = places
    travel = StandbyTravel(world)
  }

  /// Creates the policy of a nested table.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - order: facilities by index in the scenario, the first to be staffed first.
  public init(_ world: World, order: [Int]) {
    self.init(world, rows: order.indices.map { Array(order[...$0]) })
  }

  /// Returns the moves that bring the idle units to the facilities of their row.
  public mutating func relocate(after change: StandbyChange, in state: StandbyView) -> [StandbyMove] {
    let units = state.units.filter { isCounted[$0.group] }
    guard let row = rows.prefix(units.count).last else { return [] }
    let costs = row.map { facility in
      units.map { unit in
        places[unit.group][facility].map { travel.seconds(of: unit, to: $0) } ?? .infinity
      }
    }
    // Where units of several groups cannot staff the row, they stay where they are.
    guard let assignment = Assignment(costs: costs) else { return [] }
    var posts = units.map(\.home)
    for (facility, worker) in zip(row, assignment.workers) {
      posts[worker] = places[units[worker].group][facility] ?? posts[worker]
    }
    return StandbyMove.moves(of: units, to: posts)
  }
}

/// Travel of idle units to posts, at free flow.
struct StandbyTravel: Sendable {
  private let world: World
  private let modes: [Int]

  init(_ world: World) {
    self.world = world
    modes = world.scenario.units.indices.map { world.mode(ofGroup: $0) }
  }

  /// Seconds from where a unit is to a post of its group.
  func seconds(of unit: StandbyUnit, to post: Int) -> Double {
    world.travel[modes[unit.group]].freeFlowSeconds(from: unit.place, to: world.posts[post].place)
  }
}

extension StandbyMove {
  /// The moves that bring units to posts; those that stand there need none.
  static func moves(of units: [StandbyUnit], to posts: [Int]) -> [StandbyMove] {
    zip(units, posts).filter { $0.post != $1 }.map { StandbyMove(unit: $0.unit, post: $1) }
  }
}
