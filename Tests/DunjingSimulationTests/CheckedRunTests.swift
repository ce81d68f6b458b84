import DunjingScenario
import Testing

@testable import DunjingSimulation
@testable import DunjingWorld

/// Runs whose whole state is checked after every event, in release builds as well.
@Suite struct CheckedRunTests {
  private func simulator() throws -> Simulator {
    Simulator(try SmallCity.world(), seed: 5, replication: 0)
  }

  @Test func aCheckedRunPlaysTheSame() throws {
    var plain = try simulator()
    plain.startMeasuring()
    var checked = plain
    plain.run(until: 3 * World.daySeconds)
    #expect(try checked.runChecked(until: 3 * World.daySeconds))
    #expect(plain.result() == checked.result())
    #expect(checked.eventCount > 100)
  }

  @Test func itStopsAfterSoManyEvents() throws {
    var simulator = try simulator()
    #expect(try !simulator.runChecked(until: World.daySeconds, eventLimit: 10))
    #expect(simulator.eventCount == 10)
  }

  @Test(arguments: ["cleared", "occurred", "closed"])
  func whatIsLostIsNoticed(count: String) throws {
    var simulator = try simulator()
    try simulator.runChecked(until: World.daySeconds)
    switch count {
    case "cleared": simulator.ledger.ended += 1
    case "occurred": simulator.ledger.occurred += 1
    default: simulator.ledger.closed += 1
    }
    #expect(throws: InvariantViolation.self) { try simulator.runChecked(until: 2 * World.daySeconds) }
  }

  /// The queue is not looked at when a unit comes back that cannot serve it.
  @Test func absencesOfUnitsThatOnlyComeFirstAreNoEvents() throws {
    let events = try [0, 0.5].map { share in
      let world = try SmallCity.compiled(
        """
        schema: dunjing/1
        name: overloaded
        time: {warmUpDays: 0, horizonDays: 3}
        grids: [{id: g1, x: 0, y: 0, population: 20000}]
        facilities: [{id: s1, kind: station, x: 0, y: 0}]
        units:
          - {id: car, facilityKind: station, unavailableShare: 0}
          - {id: post, facilityKind: station, skills: [other], isFirstResponderOnly: true,
             unavailableShare: \(share), unavailableMeanMinutes: 1}
        incidentKinds: [{id: k, exogenousPerYear: 30000, priority: 1, sceneMinutes: 60}]
        hazardKinds: []
        """)
      var simulator = Simulator(world, seed: 1, replication: 0)
      simulator.run(until: world.end)
      return simulator.eventCount
    }
    #expect(events[0] == events[1])
  }

  @Test func hazardsThatNeverAriseAreNoEvents() throws {
    let kinds = "[{id: h, arrivalsPerYear: 1e-308, incubationDays: 9, detectionPerVisit: 0.5, closure: 1, "
    let world = try SmallCity.world([
      ("hazardKinds: default", "hazardKinds: \(kinds)becomes: [{kind: other, share: 1}]}]")
    ])
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.run(until: world.end)
    #expect(simulator.ledger.escalated == 0)
  }

  /// Sums of seconds in another order differ in their last digits; no way is shorter than none.
  @Test func noWayTakesNoTime() throws {
    let world = try SmallCity.compiled(
      """
      schema: dunjing/1
      name: one grid
      time: {warmUpDays: 0, horizonDays: 30}
      grids: [{id: g1, x: 0, y: 0, population: 20000}]
      facilities: [{id: s1, kind: station, x: 0, y: 0}]
      units: [{id: car, facilityKind: station, turnoutSeconds: 478.514, unitsPerFacility: 9}]
      dispatch: {acknowledgeSeconds: 37.121}
      incidentKinds: [{id: k, exogenousPerYear: 9000, priority: 1, sceneMinutes: 10}]
      hazardKinds: []
      """)
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.startMeasuring()
    simulator.run(until: world.end)
    let travel = try #require(simulator.result()[.travelMean])
    #expect(travel >= 0 && travel < 1e-9)
  }
}
