import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

/// Little's law on the sample path: numbers over time against seconds by incident.
@Suite struct OccupancyTests {
  private func agree(_ detail: OperationalDetail) {
    let time = detail.measuredSeconds
    #expect(abs(detail.meanOpen * time - detail.openSeconds) <= 1e-9 * detail.openSeconds)
    #expect(abs(detail.meanWaiting * time - detail.waitingSeconds) <= 1e-9 * detail.waitingSeconds)
    #expect(detail.openSeconds > 0 && detail.waitingSeconds > 0)
  }

  @Test(
    arguments: ["never", "enRoute", "onScene"],
    ["", "waitingLimit: 2, ", "reserveUnits: 1, "])
  func numbersOverTimeAreSecondsByIncident(preemption: String, rule: String) throws {
    // Crews of two units, first responders, absences, shifts, preemption; a warm-up leaves incidents open at its end.
    let world = try SmallCity.world([
      ("preemption: onScene,", "\(rule)preemption: \(preemption),"),
      ("incidentsPerDay: 30", "incidentsPerDay: 90"),
      ("{id: order, skills: [enforcement]}", "{id: order, skills: [enforcement], units: 2}")
    ])
    var simulator = Simulator(world, seed: 11, replication: 0)
    simulator.play(until: world.measurementStart)
    #expect(simulator.incidents.openCount > 0)
    simulator.startMeasuring(keepsOrders: true)
    simulator.play(until: world.end)
    #expect(simulator.incidents.openCount > 0)
    agree(simulator.detail())
  }

  @Test func theSecondsAreThoseOfTheIndicators() throws {
    // From an empty start, every wait in the queue is a wait for the first unit.
    let world = try OneStation(
      units: OneStation.unit("a") + OneStation.unit("b"),
      kinds: OneStation.kind("help", perYear: 8_760 * 1.7), horizonDays: 100
    ).world()
    var simulator = Simulator(world, seed: 2, replication: 0)
    simulator.startMeasuring(keepsOrders: true)
    simulator.play(until: world.end)
    let (result, detail) = (simulator.result(), simulator.detail())
    agree(detail)
    let wait = try #require(result[.queueMean])
    let incidents = Double(result.kindCounts.reduce(0, +))
    #expect(abs(detail.waitingSeconds - wait * 60 * incidents) < 1e-6 * detail.waitingSeconds)
    #expect(detail.orders.joined().reduce(0, +) <= result.kindCounts[0])
    let busy = detail.busySeconds.reduce(0, +)
    let duty = 2 * detail.measuredSeconds
    #expect(abs((result[.streetUtilization] ?? 0) - busy / duty) < 1e-12)
    // One unit works on one incident: open is waiting or busy.
    #expect(abs(detail.openSeconds - detail.waitingSeconds - busy) < 1e-6 * busy)
    let queued = (result[.queuedShare] ?? 0) * incidents
    #expect(abs(Double(detail.queuedByHour.reduce(0, +)) - queued) < 1e-6)
  }
}
