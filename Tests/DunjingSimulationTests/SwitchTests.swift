import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

/// What each switch moves, on the same incidents; and that a switch that is off changes not a bit.
@Suite struct SwitchTests {
  private static let package = "sinkRatio: 0.4, streetShare: 0.5, switches: {"

  /// The small city over some months, with a treatment that differs from the baseline by switches only.
  private func world(_ switches: String) throws -> World {
    try SmallCity.world([
      ("skills: [], roster: threeShifts", "skills: [], mergedSkills: [enforcement], roster: threeShifts"),
      ("warmUpDays: 3", "warmUpDays: 30"), ("horizonDays: 14", "horizonDays: 180"),
      ("hazardKinds: default", "hazardKinds: default\nwindows: {visitsPerResidentYear: 2}"),
      (
        "- {id: package, name: package, sinkRatio: 0.4, streetShare: 0.5, switches: {oneClickDispatch: true, "
          + "residentPolicing: true, ",
        "- {id: package, name: package, sinkRatio: 0, switches: {\(switches)}}\n  - {id: other, switches: {"
      )
    ])
  }

  private func result(_ world: World, treatment: String) throws -> ReplicationResult {
    var simulator = Simulator(world, seed: 5, replication: 0)
    simulator.play(until: world.implementation)
    simulator.apply(try #require(world.plans.first { $0.treatment.id == treatment }))
    simulator.startMeasuring()
    simulator.play(until: world.end)
    return simulator.result()
  }

  @Test(arguments: [
    ("oneClickDispatch", Indicator.dispatchMean, -1.0), ("residentPolicing", .hazardsFoundShare, 1),
    ("intelligence", .hazardsFoundShare, 1), ("jointMediation", .hazardsClosedShare, 1),
    ("coLocation", .hazardsFoundShare, 1), ("contactCards", .contactCardShare, 1),
    ("mergeTrafficPatrol", .queuedShare, -1), ("resourceSupport", .handlingMean, -1),
    ("targetedPatrol", .pointVisitRate, -1), ("unitAutonomy", .responseMeanFromDispatch, 1),
    ("oneWindow", .windowWaitMean, -1)
  ])
  func everySwitchMovesItsIndicator(name: String, indicator: Indicator, direction: Double) throws {
    let on = try world("\(name): true")
    let baseline = on.plans[on.baseline].treatment.id
    let (before, after) = (
      try result(on, treatment: baseline), try result(on, treatment: "package")
    )
    let change = try #require(after[indicator]) - #require(before[indicator])
    #expect(change * direction > 0.002)

    let off = try world("\(name): false")
    var same = try result(off, treatment: "package")
    // Whether a plan is put into effect or goes on is an event of its own for every hazard that is rescheduled.
    same.events = before.events
    #expect(same == before)
  }

  @Test func aMergedCorpsServesAtOnceWhoeverWaits() throws {
    let world = try world("mergeTrafficPatrol: true")
    let plan = try #require(world.plans.first { $0.treatment.id == "package" })
    // Many incidents at once, so that some wait for a unit with powers of enforcement.
    var waited = 0
    for replication in 0..<40 {
      var simulator = Simulator(world, seed: 5, replication: replication)
      simulator.play(until: world.implementation)
      waited += simulator.waitingCount
      simulator.apply(plan)
      #expect(simulator.invariantViolation == nil)
    }
    #expect(waited > 0)
  }
}
