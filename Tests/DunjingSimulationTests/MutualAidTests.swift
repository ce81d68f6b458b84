import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

/// Counties that help one another: a busy one next to a quiet one.
@Suite struct MutualAidTests {
  private func world(minutes: Double = 30, isOn: Bool = true) throws -> World {
    try SmallCity.compiled(
      """
      schema: dunjing/1
      name: two counties
      time: {zone: UTC, start: "2024-01-01", warmUpDays: 3, settlingDays: 0, horizonDays: 30}
      coordinates: local
      counties: [{id: a, forceWeight: 1}, {id: b, forceWeight: 1}]
      grids:
        - {id: ga, x: 0, y: 0, population: 90000, county: a}
        - {id: gb, x: 6, y: 0, population: 5000, county: b}
      facilities:
        - {id: sa, kind: station, x: 0, y: 0, county: a}
        - {id: sb, kind: station, x: 6, y: 0, county: b}
        - {id: wa, kind: streetWorkstation, x: 0, y: 0, county: a}
        - {id: wb, kind: streetWorkstation, x: 6, y: 0, county: b}
      units:
        - {id: street, facilityKind: streetWorkstation, area: county, unitsPerFacility: 2, movingShare: 0, \
      skills: [basic, patrol, traffic]}
      dispatch: {preemption: onScene, mutualAidMinutes: \(minutes)}
      demand: {incidentsPerDay: 40}
      treatments:
        - {id: alone, sinkRatio: 0}
        - {id: aid, sinkRatio: 0, switches: {mutualAid: \(isOn)}}
      experiment: {replications: 2, baseline: alone}
      """)
  }

  private func result(_ world: World, _ treatment: Int) throws -> ReplicationResult {
    var simulator = Simulator(world, seed: 11, replication: 0)
    simulator.play(until: world.implementation)
    simulator.apply(world.plans[treatment])
    simulator.startMeasuring()
    simulator.play(until: world.end)
    return simulator.result()
  }

  @Test func aidShortensTheQueueAndTheGiverPays() throws {
    let world = try world()
    let (alone, aided) = (try result(world, 0), try result(world, 1))
    #expect(alone[.mutualAids] == 0)
    #expect(try #require(aided[.mutualAids]) > 50)
    #expect(try #require(aided[.queuedShare]) < #require(alone[.queuedShare]) - 0.02)
    // Hours given and received are the same hours.
    let given = aided.counties.map(\.aidGiven)
    let received = aided.counties.map(\.aidReceived)
    #expect(abs(given[0] - received[1]) < 1e-6 && abs(given[1] - received[0]) < 1e-6)
    #expect(given[1] > given[0])
    #expect(aided.counties[1].busySeconds > alone.counties[1].busySeconds)
  }

  @Test func whoeverIsTooFarDoesNotCome() throws {
    let far = try world(minutes: 1)
    #expect(try result(far, 1)[.mutualAids] == 0)
  }

  @Test func withoutTheSwitchNothingChanges() throws {
    let world = try world(isOn: false)
    let (alone, aided) = (try result(world, 0), try result(world, 1))
    var same = aided
    same.events = alone.events
    #expect(same == alone)
  }
}
