import DunjingScenario
import Testing

@testable import DunjingSimulation
@testable import DunjingWorld

/// What strikes on given days, checked after every event.
@Suite struct ShockTests {
  private func result(_ shocks: String) throws -> ReplicationResult {
    let world = try SmallCity.world([("treatments:", "shocks:\n\(shocks)\ntreatments:")])
    var simulator = Simulator(world, seed: 5, replication: 0)
    simulator.play(until: world.implementation)
    simulator.apply(world.plans[1])
    simulator.startMeasuring()
    simulator.play(until: world.end)
    return simulator.result()
  }

  private static let nothing = "  - {id: s, kind: surge, day: 2024-01-06, hours: 48, factor: 1}"

  @Test func aSurgeBringsMoreIncidents() throws {
    let calm = try result(Self.nothing)
    let surge = try result("  - {id: s, kind: surge, day: 2024-01-06, hours: 48, factor: 6}")
    #expect(surge.kindCounts.reduce(0, +) > calm.kindCounts.reduce(0, +) + 100)
    #expect(try #require(surge[.shockWithinTarget]) < #require(calm[.shockWithinTarget]))
    #expect(try #require(surge[.recoveryMean]) >= 0)
  }

  @Test func aSurgeMayBeOfSomeKinds() throws {
    let calm = try result(Self.nothing)
    let surge = try result(
      "  - {id: s, kind: surge, day: 2024-01-06, hours: 48, factor: 6, incidentKinds: [traffic]}")
    #expect(surge.kindCounts[4] > calm.kindCounts[4])
    #expect(surge.kindCounts[2] == calm.kindCounts[2])
  }

  @Test func aShockThatDoesNothingChangesNothing() throws {
    let world = try SmallCity.world()
    var simulator = Simulator(world, seed: 5, replication: 0)
    simulator.play(until: world.implementation)
    simulator.apply(world.plans[1])
    simulator.startMeasuring()
    simulator.play(until: world.end)
    var plain = simulator.result()
    var calm = try result(Self.nothing)
    for indicator in [Indicator.shockWithinTarget, .recoveryMean] { calm.indicators[indicator.index] = nil }
    (plain.events, calm.events) = (0, 0)
    #expect(plain == calm)
  }

  @Test func aMassEventKeepsItsUnits() throws {
    let calm = try result(Self.nothing)
    let event = try result(
      "  - {id: m, kind: massEvent, day: 2024-01-06, time: \"10:00\", hours: 12, incidentKind: order, grid: g2, units: 2}"
    )
    #expect(event.kindCounts[2] == calm.kindCounts[2] + 1)
    #expect(try #require(event[.streetUtilization]) > #require(calm[.streetUtilization]) + 0.02)
    #expect(try #require(event[.shockWithinTarget]) < #require(calm[.shockWithinTarget]))
  }

  @Test func aLostStationSendsNobody() throws {
    let calm = try result("  - {id: s, kind: surge, day: 2024-01-04, hours: 240, factor: 1}")
    let lost = try result(
      "  - {id: l, kind: facilityLoss, day: 2024-01-04, hours: 240, facilities: [w1, s1]}")
    #expect(try #require(lost[.shockWithinTarget]) < #require(calm[.shockWithinTarget]))
    #expect(try #require(lost[.queuedShare]) > #require(calm[.queuedShare]))
  }

  /// A street is closed, a grid is cut off altogether for a day, and units are stranded there and come back.
  @Test func aRoadCutMakesUnitsDriveAround() throws {
    let calm = try result("  - {id: s, kind: surge, day: 2024-01-05, hours: 120, factor: 1}")
    let cut = try result("  - {id: c, kind: roadCut, day: 2024-01-05, hours: 120, nodes: [n3, n4, n5]}")
    #expect(try #require(cut[.travelMean]) > #require(calm[.travelMean]))
    let isolated = try result(
      """
        - {id: c, kind: roadCut, day: 2024-01-05, hours: 30, nodes: [n1, n0, n3]}
        - {id: d, kind: roadCut, day: 2024-01-07, hours: 30, nodes: [n1, n4, n7, n6, n3, n4, n5]}
      """)
    #expect(try #require(isolated[.recoveryMean]) >= 0)
    #expect(isolated.kindCounts == calm.kindCounts)
  }

  @Test func shocksThatOverlapAreSoundTogether() throws {
    let result = try result(
      """
        - {id: a, kind: surge, day: 2024-01-05, hours: 60, factor: 4}
        - {id: b, kind: massEvent, day: 2024-01-05, hours: 30, incidentKind: criminal, grid: g8, units: 3}
        - {id: c, kind: facilityLoss, day: 2024-01-05, time: "07:00", hours: 20, facilities: [w1, p1]}
        - {id: d, kind: facilityLoss, day: 2024-01-05, time: "09:30", hours: 9, facilities: [w1]}
        - {id: e, kind: roadCut, day: 2024-01-05, time: "08:00", hours: 5, nodes: [n4, n7]}
      """)
    #expect(result.unreached.reduce(0, +) >= 0)
    #expect(result[.recoveryMean] != nil)
  }

  @Test func theTraceTellsOfShocks() throws {
    let world = try SmallCity.world([("treatments:", "shocks:\n\(Self.nothing)\ntreatments:")])
    var simulator = Simulator(world, seed: 5, replication: 0)
    simulator.play(until: world.implementation)
    simulator.startTracing()
    simulator.play(until: world.end)
    let steps = simulator.finishTracing().ordered.map(\.step)
    #expect(steps.filter { $0 == .shockBegan }.count == 1)
    #expect(steps.filter { $0 == .shockEnded }.count == 1)
  }
}
