import DunjingKernel
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

@Suite struct SimulatorTests {
  private func branch(_ world: World, _ treatment: Int, replication: Int = 0) -> Simulator {
    var simulator = Simulator(world, seed: 7, replication: replication)
    simulator.play(until: world.implementation)
    simulator.apply(world.plans[treatment])
    simulator.startMeasuring()
    return simulator
  }

  private func result(_ world: World, _ treatment: Int, replication: Int = 0) -> ReplicationResult {
    var simulator = branch(world, treatment, replication: replication)
    simulator.play(until: world.end)
    return simulator.result()
  }

  @Test(arguments: 0..<3)
  func invariantsHoldAfterEveryEvent(treatment: Int) throws {
    let world = try SmallCity.world()
    var simulator = branch(world, treatment)
    while let event = simulator.queue.next(upTo: world.end) {
      simulator.handle(event)
      #expect(simulator.invariantViolation == nil)
      if simulator.invariantViolation != nil { break }
    }
    #expect(simulator.eventCount > 2_000)
  }

  @Test(arguments: ["never", "enRoute", "onScene"])
  func incidentsInAreIncidentsOutAndOpen(preemption: String) throws {
    let world = try SmallCity.world([
      ("preemption: onScene", "preemption: \(preemption)"), ("incidentsPerDay: 30", "incidentsPerDay: 70"),
      ("{id: other, skills: []}", "{id: other, skills: [], urgentShare: 0.5, urgentPriority: 1}")
    ])
    var simulator = branch(world, 0)
    let openBefore = simulator.incidents.openCount
    simulator.play(until: world.end)
    let recorder = simulator.recorder
    #expect(
      openBefore + recorder.kindCounts.reduce(0, +) == recorder.clearedCount + simulator.incidents.openCount)
    #expect(recorder.reached <= recorder.kindCounts.reduce(0, +))
    let least = ["never": 0, "enRoute": 3, "onScene": 20][preemption] ?? 0
    #expect(recorder.preemptions >= least && (least > 0 || recorder.preemptions == 0))
  }

  @Test func hazardsInAreHazardsOutAndOpen() throws {
    let world = try SmallCity.world()
    var simulator = branch(world, 1)
    let openBefore = simulator.hazards.openCount
    simulator.play(until: world.end)
    let recorder = simulator.recorder
    #expect(
      openBefore + recorder.arisen == recorder.closed + recorder.escalated + simulator.hazards.openCount)
    #expect(recorder.found >= recorder.closed)
  }

  @Test func theSameKeyGivesTheSameResult() throws {
    let world = try SmallCity.world()
    #expect(result(world, 1) == result(world, 1))
    #expect(result(world, 1) != result(world, 1, replication: 1))
  }

  @Test func callsAreTheSameUnderEveryTreatment() throws {
    // Without hazards and climbs, treatments differ in response only.
    let world = try SmallCity.world([("hazardKinds: default", "hazardKinds: []\nclimbs: []")])
    let (base, sunk) = (result(world, 0), result(world, 1))
    #expect(base.kindCounts == sunk.kindCounts)
    #expect(base.gridCounts == sunk.gridCounts)
    #expect(base.hourIncidents == sunk.hourIncidents)
    #expect(base.gridSeconds != sunk.gridSeconds)
  }

  @Test func branchingIntoTheBaselineChangesNothing() throws {
    let world = try SmallCity.world()
    var straight = Simulator(world, seed: 7, replication: 0)
    straight.play(until: world.implementation)
    var branched = straight
    branched.apply(world.plans[0])
    straight.startMeasuring()
    branched.startMeasuring()
    straight.play(until: world.end)
    branched.play(until: world.end)
    #expect(straight.result().indicators == branched.result().indicators)
  }

  @Test func branchingIntoASunkBaselineChangesNothing() throws {
    let world = try SmallCity.world([
      ("warmUpDays: 3", "warmUpDays: 100"), ("demand:", "experiment: {baseline: sink40}\ndemand:")
    ])
    var straight = Simulator(world, seed: 7, replication: 0)
    straight.play(until: world.implementation)
    var branched = straight
    branched.apply(world.plans[world.baseline])
    let tomorrow = world.implementation + World.daySeconds
    #expect(
      straight.visits.visits(inGrid: 0, at: tomorrow) == branched.visits.visits(inGrid: 0, at: tomorrow))
  }

  @Test func eventsAreCountedFromTheBranch() throws {
    let world = try SmallCity.world()
    var simulator = Simulator(world, seed: 7, replication: 0)
    simulator.play(until: world.implementation)
    #expect(simulator.eventCount > 100)
    simulator.apply(world.plans[1])
    #expect(simulator.eventCount == 0)
  }

  @Test func sinkingAndThePackagePreventEscalations() throws {
    let world = try SmallCity.world()
    let escalated = (0..<3).map { treatment in
      (0..<4).map { result(world, treatment, replication: $0)[.hazardsEscalated] ?? 0 }.reduce(0, +)
    }
    #expect(escalated[2] < escalated[1] && escalated[1] < escalated[0])
  }

  @Test func oneClickDispatchSavesCallTakingTime() throws {
    // Without hazards both treatments have the same incidents; a light load keeps queueing out of it.
    let world = try SmallCity.world([
      ("hazardKinds: default", "hazardKinds: []\nclimbs: []"), ("incidentsPerDay: 30", "incidentsPerDay: 6")
    ])
    let plain = try #require(result(world, 1)[.responseMeanFromCall])
    let quick = try #require(result(world, 2)[.responseMeanFromCall])
    #expect(quick < plain - 0.3)
  }

  @Test func aUnitIsWhereItsRouteSays() throws {
    let world = try SmallCity.world()
    var simulator = branch(world, 0)
    for hour in 1...48 {
      simulator.play(until: world.implementation + Double(hour) * 3_600)
      for unit in simulator.units.indices where simulator.units[unit].activity == .idle {
        let position = simulator.position(of: unit, at: simulator.queue.now)
        #expect((0..<world.geography.placeCount).contains(position.place))
        if world.posts[world.units[unit].post].route < 0 && simulator.units[unit].returnSeconds == 0 {
          #expect(position.place == world.units[unit].base)
        }
      }
    }
  }

  @Test func theStagesOfAnIncidentAddUp() throws {
    // One unit for every incident and nobody who comes ahead of it: call to arrival is the sum of its stages.
    let world = try SmallCity.world([("corePost, unitsPerFacility: 1", "corePost, unitsPerFacility: 0")])
    let result = result(world, 0)
    let parts = [Indicator.dispatchMean, .turnoutMean, .travelMean].compactMap { result[$0] }
    let whole = try #require(result[.responseMeanFromCall])
    #expect(parts.count == 3)
    #expect(abs(parts.reduce(0, +) - whole) < 1e-9)
    let complete = try #require(result[.fullComplementMean])
    #expect(complete > 0 && (result[.handlingMean] ?? 0) > 10)
  }

  @Test func visitsAreInvertedExactly() throws {
    let world = try SmallCity.world()
    let schedules = VisitSchedules(world, plan: world.plans[1])
    for step in 1..<300 {
      let time = Double(step) * 10_007.3
      guard time < world.end else { break }
      let visits = schedules.visits(inGrid: 0, at: time)
      let found = schedules.time(inGrid: 0, of: visits, after: 0)
      #expect(abs(found - time) < 1e-3)
    }
    #expect(schedules.time(inGrid: 0, of: 1e12, after: 0) == .infinity)
  }
}
