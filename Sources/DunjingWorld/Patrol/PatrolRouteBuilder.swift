import DunjingScenario

/// Turns the laps of a patrol policy into routes: a table of places by time for each base.
struct PatrolRouteBuilder {
  private let map: PatrolMap
  private let policy: any PatrolPolicy

  init(_ map: PatrolMap, policy: any PatrolPolicy) {
    (self.map, self.policy) = (map, policy)
  }

  /// Returns a route for each base; the duties of the city are shared out among them, each to the nearest.
  func routes(bases: [Int], movingShare: Double) -> [PatrolRoute] {
    guard !bases.isEmpty else { return [] }
    map.expect(from: bases)
    func owner(_ place: Int) -> Int {
      bases.indices.min { map.seconds(from: bases[$0], to: place) < map.seconds(from: bases[$1], to: place) }
        ?? 0
    }
    let geography = map.geography
    let points = geography.placeOfPoint.map { owner(Int($0)) }
    let lines = geography.placesOfLine.map { $0.isEmpty ? -1 : owner(Int($0[$0.count / 2])) }
    let grids = geography.placesOfGrid.map { owner(Int($0[0])) }
    return bases.indices.map { base in
      route(
        PatrolBeat(
          base: bases[base], points: points.indices.filter { points[$0] == base },
          lines: lines.indices.filter { lines[$0] == base }, grids: grids.indices.filter { grids[$0] == base }
        ),
        movingShare: movingShare)
    }
  }

  /// Returns the route of a base that has no duties of its own: it looks after the 24 grids next to it.
  func route(freeBase base: Int, movingShare: Double) -> PatrolRoute {
    map.expect(from: [base])
    let grids = map.scenario.grids.indices.sorted { left, right in
      let (a, b) = (
        map.seconds(from: base, to: Int(map.geography.placesOfGrid[left][0])),
        map.seconds(from: base, to: Int(map.geography.placesOfGrid[right][0]))
      )
      return a == b ? left < right : a < b
    }
    return route(
      PatrolBeat(base: base, points: [], lines: [], grids: Array(grids.prefix(24))), movingShare: movingShare)
  }

  private func route(_ beat: PatrolBeat, movingShare: Double) -> PatrolRoute {
    var track = PatrolTrack(step: PatrolRoute.stepSeconds)
    for lap in policy.laps(of: beat, on: map) where !track.isFull {
      let start = track.time
      drive(lap, from: beat.base, on: &track)
      let moving = track.time - start
      let standing = movingShare < 1 ? moving * (1 - movingShare) / movingShare : 0
      track.stand(at: beat.base, seconds: max(standing, PatrolRoute.stepSeconds))
    }
    if track.places.isEmpty { track.stand(at: beat.base, seconds: PatrolRoute.stepSeconds) }
    return track.route
  }

  private func drive(_ lap: [PatrolStop], from base: Int, on track: inout PatrolTrack) {
    var here = base
    for stop in lap {
      drive(from: here, to: stop.entry, on: &track)
      let start = track.time
      for (place, next) in zip(stop.path, stop.path.dropFirst()) {
        drive(from: place, to: next, on: &track)
      }
      track.stay(at: stop.exit, seconds: stop.dwellSeconds)
      if stop.duty != .none && !track.isFull {
        track.services.append(PatrolService(start: start, end: track.time, duty: stop.duty))
      }
      here = stop.exit
    }
    drive(from: here, to: base, on: &track)
  }

  private func drive(from: Int, to: Int, on track: inout PatrolTrack) {
    let metersPerSecond = map.scenario.patrol.speedKilometersPerHour / 3.6
    let path = path(from: from, to: to)
    for (place, next) in zip(path, path.dropFirst()) {
      track.move(to: next, seconds: kilometers(place, next) * 1_000 / metersPerSecond)
    }
  }

  private func kilometers(_ from: Int, _ to: Int) -> Double {
    let geography = map.geography
    if let length = geography.network[from].filter({ Int($0.to) == to }).map(\.kilometers).min() {
      return length
    }
    let (dx, dy) = (geography.x[from] - geography.x[to], geography.y[from] - geography.y[to])
    return (dx * dx + dy * dy).squareRoot() * map.scenario.travel.detourFactor
  }

  /// The places of a shortest path, read off the table: every next place lies on it.
  private func path(from: Int, to: Int) -> [Int] {
    guard map.scenario.travelsOnRoads else { return from == to ? [from] : [from, to] }
    map.expect(to: to)
    var path = [from]
    var here = from
    while here != to && path.count <= map.geography.placeCount {
      let left = map.seconds(from: here, to: to)
      func through(_ arc: RoadArc) -> Double {
        map.seconds(over: arc) + map.seconds(from: Int(arc.to), to: to)
      }
      let choices = map.geography.network[here].filter { arc in
        arc.isForward && map.seconds(from: Int(arc.to), to: to) < left
      }
      guard let next = choices.min(by: { through($0) < through($1) }) else { break }
      path.append(Int(next.to))
      here = Int(next.to)
    }
    return path
  }
}
