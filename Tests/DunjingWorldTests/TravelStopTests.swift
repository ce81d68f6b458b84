import DunjingScenario
import Testing

@testable import DunjingWorld

/// Places that are only driven through have no row in the table of times, and change none.
@Suite struct TravelStopTests {
  /// The lattice with incidents at every node, and with incidents at one node of each grid only.
  private func worlds() throws -> (whole: Scenario, sparse: Scenario) {
    let whole = try #require(LatticeCity.scenario)
    var sparse = whole
    for (index, node) in (whole.roads?.nodes ?? []).enumerated() where index % 3 != 0 || node.grid == nil {
      sparse.roads?.nodes[index].grid = nil
    }
    return (whole, sparse)
  }

  @Test func timesBetweenStopsAreThoseOfTheWholeTable() throws {
    let (whole, sparse) = try worlds()
    let (full, part) = (Geography(whole), Geography(sparse))
    let stops = TravelStops(part)
    #expect(!stops.areAllPlaces && TravelStops(full).areAllPlaces)
    let complete = TravelTable.tables(for: whole, in: full, between: TravelStops(full))[0]
    let table = TravelTable.tables(for: sparse, in: part, between: stops)[0]
    #expect(table.seconds.count == stops.places.count * stops.places.count)
    for from in stops.places.map(Int.init) {
      for to in stops.places.map(Int.init) {
        #expect(table.freeFlowSeconds(from: from, to: to) == complete.freeFlowSeconds(from: from, to: to))
      }
    }
    let driven = try #require(stops.numbers.firstIndex(of: -1))
    #expect(!table.hasTime(from: driven, to: Int(stops.places[0])) && complete.hasTime(from: driven, to: 0))
  }

  @Test func patrolRoutesAreTheSameAndAllTheirPlacesAreStops() throws {
    let (whole, sparse) = try worlds()
    struct Corners: PatrolPolicy {
      func laps(of beat: PatrolBeat, on map: PatrolMap) -> [[PatrolStop]] {
        [[0, map.geography.placeCount - 1].map { PatrolStop(path: [$0]) }]
      }
    }
    func routes(_ scenario: Scenario, isWhole: Bool) -> [PatrolRoute] {
      let geography = Geography(scenario)
      let travel =
        isWhole ? TravelTable.tables(for: scenario, in: geography, between: TravelStops(geography)) : nil
      let map = PatrolMap(scenario, geography: geography, mode: 0, travel: travel)
      return PatrolRouteBuilder(map, policy: Corners()).routes(bases: [1, 7], movingShare: 0.5)
    }
    let (expected, found) = (routes(whole, isWhole: true), routes(sparse, isWhole: false))
    #expect(expected.map(\.places) == found.map(\.places))
    let stops = TravelStops(Geography(sparse), routes: found)
    #expect(found.allSatisfy { $0.places.allSatisfy { stops.numbers[Int($0)] >= 0 } })
  }

  @Test func aTableThatWasKeptIsUsed() throws {
    final class Shelf: TravelStore {
      nonisolated(unsafe) var tables: [TravelKey: [Float]] = [:]
      func seconds(for key: TravelKey) -> [Float]? { tables[key] }
      func keep(_ seconds: [Float], for key: TravelKey) { tables[key] = seconds }
    }
    let (whole, sparse) = try worlds()
    let shelf = Shelf()
    func tables(_ scenario: Scenario) -> [TravelTable] {
      let geography = Geography(scenario)
      return TravelTable.tables(for: scenario, in: geography, between: TravelStops(geography), store: shelf)
    }
    let first = tables(whole)
    let key = try #require(shelf.tables.first { $0.value == first[0].seconds }?.key)
    // What is on the shelf is believed; other stops or speeds have another key.
    shelf.tables[key] = Array(repeating: 7, count: first[0].seconds.count)
    #expect(tables(whole)[0].seconds.allSatisfy { $0 == 7 })
    let kept = shelf.tables.count
    _ = tables(sparse)
    var faster = whole
    faster.travel.modes[0].speedKilometersPerHour += 1
    faster.travel.modes[0].classSpeeds = []
    _ = tables(faster)
    #expect(shelf.tables.count > kept + 1)
  }

  @Test func aStretchIsDrivenAtItsOwnSpeedByModesThatLookAtIt() throws {
    var scenario = try #require(LatticeCity.scenario)
    let count = scenario.roads?.edges.count ?? 0
    for index in 0..<count { scenario.roads?.edges[index].speedKilometersPerHour = 72 }
    func seconds(_ factor: Double?) -> Double {
      scenario.travel.modes[0].roadSpeedFactor = factor
      let geography = Geography(scenario)
      let table = TravelTable.tables(for: scenario, in: geography, between: TravelStops(geography))[0]
      return table.freeFlowSeconds(from: 0, to: 1)
    }
    // 200 m at 72 km/h, and half as fast.
    #expect(seconds(1) == 10 && seconds(0.5) == 20 && seconds(nil) != 10)
  }
}
