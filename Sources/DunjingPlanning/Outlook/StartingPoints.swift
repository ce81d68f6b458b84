import DunjingScenario
import DunjingWorld

/// From where an idle unit starts to a grid: travel times at factor 1 with their probabilities.
///
/// A unit on moving standby is anywhere on its route with equal probability, and for handover and breaks of a shift at its
/// base; any other unit is at its base. The place of the incident is any of the grid. Times of a few seconds' difference are
/// one.
struct StartingPoints: Sendable {
  /// A time with its probability.
  struct Point: Sendable {
    var seconds: Float
    var probability: Float
    var isMoving: Bool
  }

  /// Seconds within which times are taken together, of units that stand and of units that move.
  private static let resolution = (standing: 5.0, moving: 10.0)
  /// Positions taken of a route.
  private static let positions = 64

  private let places: [(place: Int, share: Double, isMoving: Bool)]
  private let mode: Int

  init(_ world: World, unit index: Int, isTargeted: Bool) {
    let unit = world.units[index]
    mode = unit.mode
    let number = world.posts[unit.post].route(isTargeted: isTargeted)
    guard number >= 0, !world.routes[number].places.isEmpty else {
      places = [(unit.base, 1, false)]
      return
    }
    let route = world.routes[number]
    let roster = world.scenario.rosters[unit.roster]
    let length = roster.shifts.first.map { Double($0.lengthMinutes) } ?? 480
    let owed = min(0.5, (roster.handoverMinutes + roster.breakMinutes) / max(length, 1))
    let count = min(Self.positions, route.places.count)
    places =
      [(unit.base, owed, false)]
      + (0..<count).map { number in
        let step = (2 * number + 1) * route.places.count / (2 * count)
        return (Int(route.places[step]), (1 - owed) / Double(count), !route.isStanding[step])
      }
  }

  /// The times to a grid, those of standing units first, ascending.
  func times(to grid: Int, in world: World) -> [Point] {
    let targets = world.geography.placesOfGrid[grid]
    var standing: [(seconds: Double, share: Double)] = []
    var moving = standing
    for (place, share, isMoving) in places {
      for target in targets {
        let seconds = min(
          world.travel[mode].freeFlowSeconds(from: place, to: Int(target)), World.daySeconds)
        let time = (seconds, share / Double(targets.count))
        if isMoving { moving.append(time) } else { standing.append(time) }
      }
    }
    return Self.merged(standing, isMoving: false) + Self.merged(moving, isMoving: true)
  }

  private static func merged(_ times: [(seconds: Double, share: Double)], isMoving: Bool) -> [Point] {
    var points: [Point] = []
    var (first, sum, weight) = (0.0, 0.0, 0.0)
    let width = isMoving ? resolution.moving : resolution.standing
    func close() {
      guard weight > 0 else { return }
      points.append(Point(seconds: Float(sum / weight), probability: Float(weight), isMoving: isMoving))
    }
    for time in times.sorted(by: { $0.seconds < $1.seconds }) {
      if weight == 0 || time.seconds - first > width {
        close()
        (first, sum, weight) = (time.seconds, 0, 0)
      }
      sum += time.seconds * time.share
      weight += time.share
    }
    close()
    return points
  }
}
