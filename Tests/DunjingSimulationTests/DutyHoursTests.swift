import DunjingWorld
import Testing

@testable import DunjingSimulation

/// Units on duty by the plan, hour by hour.
@Suite struct DutyHoursTests {
  @Test func unitsAwayOnOtherWorkAreNotAvailable() throws {
    let world = try SmallCity.compiled(
      """
      schema: dunjing/1
      name: two cars and a post
      time: {warmUpDays: 0, horizonDays: 3}
      grids: [{id: g1, x: 0, y: 0, population: 20000}]
      facilities: [{id: s1, kind: station, x: 0, y: 0}]
      units:
        - {id: car, facilityKind: station, unitsPerFacility: 2, unavailableShare: 0.25}
        - {id: post, facilityKind: station, unavailableShare: 0}
      incidentKinds: [{id: k, exogenousPerYear: 300, priority: 1, sceneMinutes: 10}]
      hazardKinds: []
      """)
    let hours = DutyHours(world, plan: world.plans[world.baseline])
    #expect(hours.unitsByHourOfWeek() == Array(repeating: 3, count: 168))
    #expect(hours.availableUnitsByHourOfWeek() == Array(repeating: 2.5, count: 168))
  }
}
