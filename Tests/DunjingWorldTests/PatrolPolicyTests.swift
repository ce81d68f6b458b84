import Testing

@testable import DunjingScenario
@testable import DunjingWorld

@Suite struct PatrolPolicyTests {
  private func map() throws -> PatrolMap { try #require(LatticeCity.map) }

  private func bases(_ map: PatrolMap) -> [Int] {
    map.scenario.facilities.indices.filter { map.scenario.facilities[$0].kind == .streetWorkstation }.map {
      Int(map.geography.placeOfFacility[$0])
    }
  }

  @Test func aRoundServesEveryPointOnEachLapAndEveryLineOnce() throws {
    let map = try map()
    let routes = PatrolRouteBuilder(map, policy: PointsAndLines()).routes(bases: bases(map), movingShare: 0.6)
    let duties = routes.flatMap { $0.services.map(\.duty) }
    for point in map.scenario.patrol.points.indices {
      #expect(duties.count { $0 == .visit(point: point) } == 3)
    }
    for line in map.scenario.patrol.lines.indices {
      #expect(duties.count { $0 == .pass(line: line) } == 1)
    }
    for route in routes {
      let standing = Double(route.isStanding.count { $0 }) / Double(route.places.count)
      #expect(abs(standing - 0.4) < 0.02)
      #expect(zip(route.services, route.services.dropFirst()).allSatisfy { $0.end <= $1.end })
    }
  }

  @Test func hotSpotsGetTimeByTheirDemand() throws {
    let map = try map()
    var policy = HotSpots(dwellMinutes: 60)
    policy.lapCount = 200
    let grids = Array(map.scenario.grids.indices)
    let laps = policy.laps(
      of: PatrolBeat(base: bases(map)[0], points: [], lines: [], grids: grids), on: map)
    var stops = [Double](repeating: 0, count: grids.count)
    for stop in laps.flatMap({ $0 }) { stops[Int(map.geography.gridOfPlace[stop.path[0]])] += 1 }
    let total = map.scenario.grids.map(\.demandWeight).reduce(0, +)
    for grid in grids {
      let wanted = map.scenario.grids[grid].demandWeight / total * 1_200
      #expect(abs(stops[grid] - wanted) < 4, "grid \(grid): \(stops[grid]) stops, \(wanted) by demand")
    }
  }

  @Test func aTourIsNotMuchLongerThanTheShortest() throws {
    let map = try map()
    let base = bases(map)[0]
    for first in stride(from: 0, to: 54, by: 6) {
      let stops = (first..<first + 6).map(map.stop(atPoint:))
      func length(_ tour: [PatrolStop]) -> Double {
        let places = [base] + tour.map { $0.path[0] } + [base]
        return zip(places, places.dropFirst()).map { map.seconds(from: $0, to: $1) }.reduce(0, +)
      }
      let shortest = permutations(stops).map(length).min() ?? 0
      #expect(length(map.ordered(stops, from: base)) < 1.1 * shortest)
    }
  }

  @Test func aRouteDrivesAlongTheRoads() throws {
    let map = try map()
    let route = PatrolRouteBuilder(map, policy: PointsAndLines()).routes(bases: bases(map), movingShare: 0.6)[
      0]
    for (from, to) in zip(route.places, route.places.dropFirst()) where from != to {
      // At 20 km/h a block of 200 m takes 36 s, more than two steps: places follow one another along edges.
      let (dx, dy) = (
        map.geography.x[Int(from)] - map.geography.x[Int(to)],
        map.geography.y[Int(from)] - map.geography.y[Int(to)]
      )
      #expect(abs((dx * dx + dy * dy).squareRoot() - 0.2) < 1e-9)
    }
  }

  @Test func aDetourIsNotTakenForAShortcut() throws {
    // From n0 to n2 two blocks are 400 m; a street of its own between them is 20 km long.
    var scenario = try #require(LatticeCity.scenario)
    scenario.roads?.edges.append(
      RoadEdge(from: "n0", to: "n2", lengthMeters: 20_000, roadClass: "local", isOneWay: false))
    let geography = Geography(scenario)
    let travel = TravelTable.tables(for: scenario, in: geography, between: TravelStops(geography))
    struct ToTheCorner: PatrolPolicy {
      func laps(of beat: PatrolBeat, on map: PatrolMap) -> [[PatrolStop]] {
        [[PatrolStop(path: [2], duty: .visit(point: 0))]]
      }
    }
    let map = PatrolMap(scenario, geography: geography, mode: 0, travel: travel)
    let route = PatrolRouteBuilder(map, policy: ToTheCorner()).route(freeBase: 0, movingShare: 1)
    let seconds = 0.4 / 20 * 3_600
    #expect(abs(route.services[0].end - seconds) < 1)
  }

  @Test func aPolicyOfOnesOwnIsFollowed() throws {
    struct StayAway: PatrolPolicy {
      func laps(of beat: PatrolBeat, on map: PatrolMap) -> [[PatrolStop]] {
        [[PatrolStop(path: [7], dwellSeconds: 3_600)]]
      }
    }
    let map = try map()
    let route = PatrolRouteBuilder(map, policy: StayAway()).route(freeBase: bases(map)[0], movingShare: 1)
    #expect(route.places.count { $0 == 7 } >= 240)
  }

  private func permutations(_ stops: [PatrolStop]) -> [[PatrolStop]] {
    guard stops.count > 1 else { return [stops] }
    return stops.indices.flatMap { index -> [[PatrolStop]] in
      var rest = stops
      let head = rest.remove(at: index)
      return permutations(rest).map { [head] + $0 }
    }
  }
}

/// Rounds that no unit could drive.
@Suite struct EndlessRoundTests {
  @Test func aRoundIsCutOffAfterFourWeeks() {
    var track = PatrolTrack(step: PatrolRoute.stepSeconds)
    track.move(to: 1, seconds: 1e12)
    track.stay(at: 1, seconds: 60)
    #expect(track.isFull)
    #expect(track.route.cycleSeconds == 28 * World.daySeconds)
  }

  @Test func aTourOfThousandsOfStopsIsLeftAsItIs() throws {
    let map = try #require(LatticeCity.map)
    let stops = (0..<3_000).map { PatrolStop(path: [$0 % map.geography.placeCount]) }
    #expect(map.ordered(stops, from: 0).count == 3_000)
  }
}
