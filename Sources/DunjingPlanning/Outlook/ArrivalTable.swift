import DunjingScenario
import DunjingWorld

/// For each grid of a part, when which unit would arrive from where it may be, in the order of preference.
///
/// The dispatcher sends the unit with the least time less preference: going through the list, each entry is the chance of
/// a unit to be there, and the first that comes true is sent.
struct ArrivalTable: Sendable {
  /// A unit, by its position in the part, at one of its places.
  struct Entry: Sendable {
    var unit: Int32
    var probability: Float
    /// Seconds from the order to the arrival.
    var seconds: Float
  }

  /// The entries of all grids, one grid after the other.
  let entries: [Entry]
  /// Where those of each grid begin, and at last where they end.
  let first: [Int]
  /// Of grids with a first responder: its seconds to arrive and their probabilities; by grid of the part.
  let posts: [Int: [(seconds: Double, probability: Double)]]

  init(
    _ world: World, geometry: PartGeometry, slowness: [Double], isTargeted: Bool, ownFirst: Bool
  ) {
    let points = geometry.points(isTargeted: isTargeted)
    let besideTurnout = world.scenario.dispatch.fixedSeconds
    var entries: [Entry] = []
    var first = [0]
    for (position, grid) in geometry.part.grids.enumerated() {
      var keyed: [(key: Float, entry: Entry)] = []
      for (unit, times) in points[position] {
        let compiled = world.units[geometry.part.units[unit]]
        let isOwn = compiled.station == world.grids[grid].station
        let preference = (isOwn ? compiled.preferenceSeconds : 0) + (isOwn && ownFirst ? 1e6 : 0)
        for time in times {
          let turnout = time.isMoving ? compiled.movingTurnoutSeconds : compiled.turnoutSeconds
          let seconds = besideTurnout + turnout + Double(time.seconds) * slowness[compiled.mode]
          keyed.append(
            (
              Float(seconds - preference),
              Entry(unit: Int32(unit), probability: time.probability, seconds: Float(seconds))
            ))
        }
      }
      keyed.sort { ($0.key, $0.entry.unit) < ($1.key, $1.entry.unit) }
      entries += keyed.map(\.entry)
      first.append(entries.count)
    }
    (self.entries, self.first) = (entries, first)
    posts = geometry.posts.mapValues { post in
      let unit = world.units[post.unit]
      return post.times.map {
        (
          besideTurnout + unit.turnoutSeconds + Double($0.seconds) * slowness[unit.mode],
          Double($0.probability)
        )
      }
    }
  }
}

/// A part of a study with the times from its units to its grids.
struct PartGeometry: Sendable {
  let part: DispatchPart
  /// The share of all demand in each grid, and in all of them.
  let shares: [Double]
  let share: Double
  /// The share of each county's demand that lies in the part.
  let countyShares: [(county: Int, share: Double)]
  /// The area class of each grid, by index.
  let classes: [Int]
  /// The target of each grid in seconds.
  let targets: [Double]
  /// Of grids that have one: the first responder, by index in the world, with its times.
  let posts: [Int: (unit: Int, times: [StartingPoints.Point])]
  private let regular: [[(unit: Int, times: [StartingPoints.Point])]]
  private let targeted: [[(unit: Int, times: [StartingPoints.Point])]]?

  init(_ world: World, part: DispatchPart) {
    self.part = part
    shares = part.grids.map { world.grids[$0].demandShare }
    share = shares.reduce(0, +)
    var byCounty: [Int: Double] = [:]
    for grid in part.grids { byCounty[world.grids[grid].county, default: 0] += world.grids[grid].demandShare }
    countyShares = byCounty.sorted { $0.key < $1.key }.map { county, share in
      (county, share / max(world.counties[county].demandShare, 1e-300))
    }
    classes = part.grids.map { AreaClass.allCases.firstIndex(of: world.grids[$0].areaClass) ?? 0 }
    targets = part.grids.map { world.grids[$0].targetSeconds }
    regular = Self.points(world, part, isTargeted: false)
    targeted =
      world.posts.contains { $0.targetedRoute >= 0 } ? Self.points(world, part, isTargeted: true) : nil
    posts = Self.posts(world, part)
  }

  /// The units whose duty matters: those that answer, and first responders.
  var dutyUnits: [Int] { part.units + posts.values.map(\.unit).sorted() }

  /// The units that may go to each grid, with their times.
  func points(isTargeted: Bool) -> [[(unit: Int, times: [StartingPoints.Point])]] {
    isTargeted ? targeted ?? regular : regular
  }

  private static func points(
    _ world: World, _ part: DispatchPart, isTargeted: Bool
  ) -> [[(unit: Int, times: [StartingPoints.Point])]] {
    let starts = part.units.map { StartingPoints(world, unit: $0, isTargeted: isTargeted) }
    return part.grids.map { grid in
      guard world.grids[grid].demandShare > 0 else { return [] }
      return part.units.indices.filter {
        world.units[part.units[$0]].mayServe(world.grids[grid], at: grid)
      }.map { ($0, starts[$0].times(to: grid, in: world)) }
    }
  }

  private static func posts(
    _ world: World, _ part: DispatchPart
  ) -> [Int: (unit: Int, times: [StartingPoints.Point])] {
    var posts: [Int: (unit: Int, times: [StartingPoints.Point])] = [:]
    let first = world.units.indices.filter {
      world.units[$0].isFirstResponderOnly && world.units[$0].area == .grid
    }
    for (position, grid) in part.grids.enumerated() {
      guard let unit = first.first(where: { world.units[$0].grid == grid }) else { continue }
      let times = StartingPoints(world, unit: unit, isTargeted: false).times(to: grid, in: world)
      posts[position] = (unit, times)
    }
    return posts
  }
}
