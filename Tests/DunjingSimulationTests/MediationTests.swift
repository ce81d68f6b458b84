import DunjingKernel
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

/// The officers of a district mediate one case after another, and only those that have not escalated.
@Suite struct MediationTests {
  private func recorder(
    hoursPerYear: Double, arrivalsPerYear: Double, caseHours: Double, incubationDays: Double = 45
  ) throws -> (recorder: Recorder, days: Double) {
    var city = OneStation(
      units: OneStation.unit("car"), kinds: OneStation.kind("dispute"), horizonDays: 1_500)
    city.more = """
      hazardKinds:
        - {id: dispute, name: d, arrivalsPerYear: \(arrivalsPerYear), incubationDays: {exponential: {mean: \
      \(incubationDays)}}, detectionPerVisit: 1, closure: 1, becomes: [{kind: dispute, share: 1}], jointShare: 0, \
      mediationHours: \(caseHours)}
      community: {visitors: [{category: community, tourHoursPerYear: 8000, weight: 1}], beats: 1, visitHours: 1, \
      mediationHoursPerYear: \(hoursPerYear)}
      force: {categories: [{id: community, name: c, pool: community, isSworn: true, count: 1}]}
      """
    let world = try city.world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.play(until: 500 * 86_400)
    simulator.startMeasuring()
    simulator.play(until: world.end)
    return (simulator.recorder, 1_000)
  }

  @Test func timeIsNotSpentOnHazardsThatHaveEscalated() throws {
    // Two cases of an hour a day against one hour a day: half of them can be closed.
    let (recorder, days) = try recorder(hoursPerYear: 365, arrivalsPerYear: 730, caseHours: 1)
    #expect(recorder.mediationHours <= days + 1)
    #expect(Double(recorder.closed) > 0.9 * days)
  }

  @Test func withoutCapacityNothingIsMediated() throws {
    let (none, _) = try recorder(hoursPerYear: 0, arrivalsPerYear: 730, caseHours: 1)
    #expect(none.closed == 0 && none.escalated > 1_900)
    let (free, _) = try recorder(hoursPerYear: 0, arrivalsPerYear: 730, caseHours: 0)
    #expect(free.closed > 1_900)
  }
}
