import DunjingScenario
import DunjingWorld

/// Which grids a unit that stands at a post reaches in time.
///
/// A post covers a grid when acknowledgement, turnout, free-flow travel and access are within the target of the grid's class,
/// times a factor, for at least half of the grid's places.
struct PostCoverage: Sendable {
  /// The grids that each post covers, by the index of the post in ``World/posts``.
  let covered: [[Int32]]

  init(_ world: World, targetFactor: Double = 1) {
    covered = world.posts.map { post in
      let reach = PostReach(post, in: world)
      return world.grids.indices.filter { grid in
        let places = world.geography.placesOfGrid[grid]
        let within = places.filter { reach.seconds(to: $0) <= world.grids[grid].targetSeconds * targetFactor }
        return 2 * within.count >= places.count
      }.map(Int32.init)
    }
  }
}

/// How soon a unit that stands at a post is anywhere.
struct PostReach {
  private let table: TravelTable
  private let place: Int
  private let fixedSeconds: Double

  init(_ post: StandbyPost, in world: World) {
    let group = world.scenario.units[post.group]
    table = world.travel[world.mode(ofGroup: post.group)]
    place = post.place
    fixedSeconds = world.scenario.dispatch.fixedSeconds + group.turnoutSeconds
  }

  /// Acknowledgement, turnout, free-flow travel to a place and access there, in seconds.
  func seconds(to destination: Int32) -> Double {
    fixedSeconds + table.freeFlowSeconds(from: place, to: Int(destination))
  }
}

extension World {
  /// The index of the mode by which the units of a group travel.
  func mode(ofGroup group: Int) -> Int {
    scenario.travel.modes.firstIndex { $0.id == scenario.units[group].mode } ?? 0
  }

  /// The posts of each group, by index.
  var postsOfGroup: [[Int]] {
    scenario.units.indices.map { group in posts.indices.filter { posts[$0].group == group } }
  }

  /// The post of a group at each facility, in scenario order; nil where the group has none.
  func posts(ofGroup group: Int) -> [Int?] {
    scenario.facilities.indices.map { facility in
      posts.firstIndex { $0.group == group && $0.facility == facility }
    }
  }
}
