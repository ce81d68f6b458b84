import DunjingKernel
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

@Suite struct FleetTests {
  /// The seconds until each of the first two units would arrive at each grid.
  private func arrivals(_ extra: String) throws -> [[Double]] {
    let world = try SmallCity.compiled(Self.city.replacing("#extra", with: extra))
    var simulator = Simulator(world, seed: 1, replication: 0)
    #expect(simulator.isOneFleet == extra.isEmpty)
    simulator.play(until: 3_600 * 9)
    // As the next event before nine would.
    simulator.enterHour(8)
    return world.grids.indices.map { grid in
      let slot = simulator.incidents.insert(
        IncidentState(
          kind: 0, grid: Int32(grid), place: Int32(grid), priority: 1, needed: 1, isMeasured: false,
          number: 0,
          received: simulator.queue.now, sceneSeconds: 0, fullSceneSeconds: 0))
      defer { simulator.incidents.remove(slot) }
      simulator.scan(for: slot)
      return simulator.candidates.filter { $0.unit < 2 }.map(\.expectedSeconds)
    }
  }

  /// One loop over a fleet says what a list says, and a car is faster than an e-bike: 40 and 15 km/h.
  @Test func aFleetOfTwoModesIsScannedAsEachUnitTravels() throws {
    let fleet = try arrivals("")
    let listed = try arrivals(
      "  - {id: bound, name: bound, facilityKind: station, unitsPerFacility: 1, mode: car, area: district, "
        + "skills: [], roster: always, movingShare: 0, unavailableShare: 0}")
    #expect(fleet == listed)
    try #require(fleet.allSatisfy { $0.count == 2 }, "\(fleet)")
    // Four kilometers with a detour of 1.25; from eight to nine cars are 0.85 times as fast as in free flow, e-bikes as ever.
    let (car, bike) = (fleet[1][0] - fleet[0][0], fleet[1][1] - fleet[0][1])
    #expect(abs(car - 4 * 1.25 / 40 * 3_600 / 0.85) < 1e-9 && abs(bike - 4 * 1.25 / 15 * 3_600) < 1e-9)
  }

  private static let city = """
    schema: dunjing/1
    name: two modes
    time: {zone: UTC, start: "2024-03-04", warmUpDays: 1, settlingDays: 0, horizonDays: 1}
    coordinates: local
    grids:
      - {id: near, x: 0, y: 0, population: 3000, station: s}
      - {id: far, x: 4, y: 0, population: 4000, station: s}
    facilities: [{id: s, name: s, kind: station, x: 0, y: 0}]
    force:
      categories:
        - {id: community, name: community, pool: community, isSworn: true, count: 4}
    rosters:
      - id: always
        shifts: [{id: all, start: "00:00", end: "00:00"}]
        handoverMinutes: 0
        breakMinutes: 0
        availability: 1
        teams: 1
        coversDay: true
    units:
      - {id: car, name: car, facilityKind: station, unitsPerFacility: 1, mode: car, area: city, \
    skills: [], roster: always, movingShare: 0, unavailableShare: 0}
      - {id: bike, name: bike, facilityKind: station, unitsPerFacility: 1, mode: ebike, area: city, \
    skills: [], roster: always, movingShare: 0, unavailableShare: 0}
    #extra
    dispatch: {policy: nearest}
    incidentKinds:
      - {id: theft, name: theft, exogenousPerYear: 0, priority: 2, urgentShare: 0, urgentPriority: 1, \
    sceneMinutes: 60, paperworkMinutes: 15, secondUnitProbability: 0, skills: [], harm: 1, followUps: [], units: 1}
    hazardKinds: []
    climbs: []
    departments: []
    treatments: [{id: base, name: base, sinkRatio: 0}]
    """
}
