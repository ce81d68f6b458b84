import DunjingKernel
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

/// Incidents beyond the waiting limit go to other forces: counted as late, never dropped.
@Suite struct HandOverTests {
  private func station(limit: String, kinds: String, preemption: String = "never") throws -> World {
    try OneStation(
      units: OneStation.unit("car"), kinds: kinds,
      dispatch: "policy: nearest, preemption: \(preemption), preemptingPriority: 1\(limit)", horizonDays: 30
    ).world()
  }

  private func played(_ world: World) -> Simulator {
    var simulator = Simulator(world, seed: 3, replication: 0)
    simulator.startMeasuring()
    simulator.play(until: world.end)
    return simulator
  }

  @Test func whoeverFindsTheQueueFullIsHandedOver() throws {
    let world = try station(limit: ", waitingLimit: 1", kinds: OneStation.kind("help"))
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.startMeasuring()
    let first = simulator.add(kind: 0, at: 0, minutes: 60)
    let second = simulator.add(kind: 0, at: 60, minutes: 60)
    let third = simulator.add(kind: 0, at: 120, minutes: 60)
    simulator.play(until: 200)
    #expect(simulator.incidents.isOpen[first] && simulator.incidents[first].onScene == 1)
    #expect(simulator.incidents.isOpen[second] && simulator.incidents[second].isWaiting)
    #expect(!simulator.incidents.isOpen[third])
    #expect(simulator.recorder.handedOver == 1)
    simulator.play(until: 4_000)
    #expect(simulator.incidents[second].assigned == 1)
  }

  @Test func theyCountAsLateAndAreCountedOnce() throws {
    let kinds = OneStation.kind("help", perYear: 8_760 * 2)
    let simulator = played(try station(limit: ", waitingLimit: 0", kinds: kinds))
    let (result, recorder) = (simulator.result(), simulator.recorder)
    let all = recorder.kindCounts.reduce(0, +)
    #expect(recorder.handedOver > 500)
    // One call in three finds the only car free, and reaches a target of five minutes at once.
    let share = try #require(result[.handedOverShare])
    #expect(abs(share - Double(recorder.handedOver) / Double(all)) < 1e-12)
    #expect(abs((result[.withinTarget] ?? 0) + share - 1) < 1e-12)
    #expect(result.unreached.reduce(0, +) == recorder.handedOver && result[.unreached] == 0)
    #expect(result.gridCounts.reduce(0, +) == all && result[.queuedShare] == 0)
    #expect(all == recorder.clearedCount + recorder.handedOver + simulator.incidents.openCount)
  }

  @Test func withoutALimitNobodyIsHandedOver() throws {
    let kinds = OneStation.kind("help", perYear: 8_760 * 2)
    let result = played(try station(limit: "", kinds: kinds)).result()
    #expect(result[.handedOverShare] == nil && (result[.unreached] ?? 0) > 0)
  }

  /// An incident at the start, and an urgent one a minute later that takes its unit.
  private func losingItsUnit(limit: Int) throws -> (simulator: Simulator, slot: Int) {
    let world = try station(
      limit: ", waitingLimit: \(limit)",
      kinds: OneStation.kind("urgent", priority: 1) + OneStation.kind("help"), preemption: "onScene")
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.startMeasuring()
    let slot = simulator.add(kind: 1, at: 0, minutes: 60)
    _ = simulator.add(kind: 0, at: 60, minutes: 60)
    return (simulator, slot)
  }

  @Test func anIncidentThatLosesItsUnitWaitsBeyondTheLimit() throws {
    var (simulator, help) = try losingItsUnit(limit: 0)
    simulator.play(until: 70)
    #expect(simulator.incidents.isOpen[help] && simulator.incidents[help].isWaiting)
    #expect(simulator.recorder.handedOver == 0 && simulator.recorder.preemptions == 1)
  }

  @Test func anIncidentThatLostItsUnitTakesNobodysPlace() throws {
    var (simulator, _) = try losingItsUnit(limit: 1)
    let next = simulator.add(kind: 1, at: 120, minutes: 60)
    _ = simulator.add(kind: 1, at: 180, minutes: 60)
    simulator.play(until: 200)
    #expect(simulator.incidents.isOpen[next] && simulator.incidents[next].isWaiting)
    #expect(simulator.recorder.handedOver == 1)
  }

  @Test func postsThatWouldComeFirstStayAndTheStateIsSound() throws {
    let world = try SmallCity.world([
      ("preemption: onScene,", "waitingLimit: 1, preemption: onScene,"),
      ("incidentsPerDay: 30", "incidentsPerDay: 150")
    ])
    var simulator = Simulator(world, seed: 7, replication: 0)
    simulator.startMeasuring()
    while let event = simulator.queue.next(upTo: world.end) {
      simulator.handle(event)
      #expect(simulator.invariantViolation == nil)
      if simulator.invariantViolation != nil { break }
    }
    let recorder = simulator.recorder
    #expect(recorder.handedOver > 100)
    let over = recorder.clearedCount + recorder.handedOver + simulator.incidents.openCount
    #expect(recorder.kindCounts.reduce(0, +) == over)
  }
}
