import DunjingKernel
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

/// Who is asked, and when, while incidents wait.
@Suite struct QueueTests {
  @Test func aPreemptedIncidentGetsTheIdleUnitThatCouldServeIt() throws {
    // The car could not serve the criminal incident; it can serve the dispute that loses its unit.
    let world = try OneStation(
      units: OneStation.unit("street", skills: "[enforcement]") + OneStation.unit("car"),
      kinds: OneStation.kind("criminal", priority: 1, skills: "[enforcement]") + OneStation.kind("dispute"),
      dispatch: "policy: nearest, preemption: onScene, preemptingPriority: 1"
    ).world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    let dispute = simulator.add(kind: 1, at: 100, minutes: 60)
    _ = simulator.add(kind: 0, at: 700, minutes: 300)
    simulator.play(until: 700)
    #expect(simulator.incidents[dispute].assigned == 1 && !simulator.incidents[dispute].isWaiting)
    simulator.play(until: 7_200)
    #expect(!simulator.incidents.isOpen[dispute])
  }

  /// Nobody on duty has the skills of the odd one; it waits, and those behind it are served all the same.
  @Test func whatNobodyMayServeWaitsAndIsNotLookedThrough() throws {
    let none = OneStation.unit("two", skills: "[rare]").replacing(
      "unitsPerFacility: 1", with: "unitsPerFacility: 0")
    let world = try OneStation(
      units: OneStation.unit("one") + none,
      kinds: OneStation.kind("help") + OneStation.kind("odd", skills: "[rare]"),
      dispatch: "policy: nearest, preemption: never"
    ).world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    let odd = simulator.add(kind: 1, at: 0, minutes: 30)
    _ = simulator.add(kind: 0, at: 100, minutes: 30)
    let second = simulator.add(kind: 0, at: 200, minutes: 30)
    simulator.play(until: 200)
    #expect(simulator.waiting[0].count == 1 && simulator.stranded[0] == [Int32(odd)])
    simulator.play(until: 7_200)
    #expect(!simulator.incidents.isOpen[second] && simulator.incidents[odd].isWaiting)
    #expect(simulator.waiting[0].isEmpty && simulator.stranded[0].count == 1 && simulator.waitingCount == 1)
  }

  /// A later plan has the unit for the odd ones: who was stranded stands in line then, in order, and is stranded again without it.
  @Test func anotherPlanSortsOutAnewWhoIsStranded() throws {
    let world = try OneStation(
      units: OneStation.unit("one") + OneStation.unit("two", skills: "[rare]"),
      kinds: OneStation.kind("odd", skills: "[rare]"), dispatch: "policy: nearest, preemption: never",
      treatments: "[{id: base, name: base, sinkRatio: 0, unitsPerFacility: {two: 0}}, "
        + "{id: later, name: later, sinkRatio: 0, unitsPerFacility: {two: 1}}]"
    ).world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.apply(world.plans[0])
    let slots = (0..<3).map { simulator.add(kind: 0, at: Double(100 * $0), minutes: 30) }
    simulator.play(until: 300)
    #expect(simulator.waiting[0].isEmpty && simulator.stranded[0].count == 3 && simulator.waitingCount == 3)
    simulator.apply(world.plans[1])
    simulator.play(until: 400)
    // The first is being served, the others stand in line behind it.
    #expect(!simulator.incidents[slots[0]].isWaiting && simulator.waiting[0] == slots[1...].map(Int32.init))
    #expect(simulator.stranded[0].isEmpty && simulator.waitingCount == 2)
    simulator.apply(world.plans[0])
    #expect(simulator.waiting[0].isEmpty && Set(simulator.stranded[0]) == Set(slots[1...].map(Int32.init)))
  }

  @Test func aFreedUnitThatIsOfNoUseItselfMayReleaseTheReserve() throws {
    let world = try OneStation(
      units: OneStation.unit("street", skills: "[enforcement]") + OneStation.unit("car"),
      kinds: OneStation.kind("order", skills: "[enforcement]") + OneStation.kind("help"),
      dispatch: "policy: nearest, preemption: never, preemptingPriority: 1, reserveUnits: 1"
    ).world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    // The help call takes the car, because the street unit is not there yet.
    simulator.units[0].isOnDuty = false
    simulator.policy = NearestUnit()
    _ = simulator.add(kind: 1, at: 0, minutes: 30)
    simulator.play(until: 0)
    simulator.policy = world.scenario.dispatch.makePolicy
    simulator.units[0].isOnDuty = true
    let order = simulator.add(kind: 0, at: 600, minutes: 30)
    simulator.play(until: 600)
    #expect(simulator.incidents[order].isWaiting)
    simulator.play(until: 1_801)
    #expect(simulator.incidents[order].assigned == 1)
  }

  @Test func anEarlierReturnFromOtherWorkIsNotMissed() throws {
    let world = try OneStation(
      units: OneStation.unit("one", unavailableShare: 0.45) + OneStation.unit("two", unavailableShare: 0.45),
      kinds: OneStation.kind("help"), dispatch: "policy: nearest, preemption: never"
    ).world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    (simulator.units[0].isAway, simulator.units[0].awayUntil) = (true, 14_400)
    (simulator.units[1].isAway, simulator.units[1].awayUntil) = (false, 30)
    _ = simulator.add(kind: 0, at: 0, minutes: 10)
    simulator.play(until: 0)
    let waiting = simulator.add(kind: 0, at: 20, minutes: 10)
    simulator.play(until: 20)
    #expect(simulator.incidents[waiting].isWaiting)
    // Unit two is done at 600 s but away on other work until 900 s, long before unit one is back.
    (simulator.units[1].isAway, simulator.units[1].awayUntil) = (true, 900)
    simulator.play(until: 901)
    #expect(simulator.incidents[waiting].assigned == 1)
  }

  @Test func aCrewPastItsShiftIsNotTakenToAnotherIncident() throws {
    let world = try OneStation(
      units: OneStation.unit("late"), kinds: OneStation.kind("urgent", priority: 1) + OneStation.kind("help"),
      dispatch: "policy: nearest, preemption: onScene, preemptingPriority: 1",
      rosters: OneStation.roster(start: "08:00", end: "16:00", coversDay: false)
    ).world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    let help = simulator.add(kind: 1, at: 15.9 * 3_600, minutes: 120)
    let urgent = simulator.add(kind: 0, at: 17 * 3_600, minutes: 300)
    simulator.play(until: 17 * 3_600)
    #expect(simulator.incidents[urgent].assigned == 0)
    #expect(simulator.incidents[help].assigned == 1)
  }
}
