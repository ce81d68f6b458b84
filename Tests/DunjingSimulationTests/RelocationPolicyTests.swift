import DunjingKernel
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

@Suite struct RelocationPolicyTests {
  /// Two workstations, in the middle and in a corner, one unit at each; the middle covers more demand.
  private func world(relocation: String = "dynamicMEXCLP") throws -> World {
    try SmallCity.world([
      (
        "  - {id: w1, name: w1, kind: streetWorkstation, x: 1, y: 1}",
        "  - {id: w1, name: w1, kind: streetWorkstation, x: 1, y: 1}\n"
          + "  - {id: w2, name: w2, kind: streetWorkstation, x: 2, y: 2}"
      ),
      ("unitsPerFacility: 2, mode: car", "unitsPerFacility: 1, mode: car"),
      (
        "dispatch: {policy: nearest,",
        "dispatch: {policy: nearest, relocation: \(relocation), busyFraction: 0.3,"
      )
    ])
  }

  @Test func aUnitFillsTheEmptyPostRatherThanDoubleACoveredOne() throws {
    let world = try world()
    var policy = DynamicMEXCLP(world, busyFraction: 0.3)
    let posts = world.posts.indices.filter { world.posts[$0].group == 0 }
    let (first, second) = (posts[0], posts[1])
    // Unit 1 belongs to the second post; unit 0 already stands there, the first post is empty.
    let state = StandbyView(
      time: 0,
      units: [
        StandbyUnit(unit: 0, group: 0, post: second, home: first, place: world.posts[second].place),
        StandbyUnit(unit: 1, group: 0, post: second, home: second, place: world.posts[second].place)
      ])
    #expect(policy.relocate(after: .idle(unit: 1), in: state) == [StandbyMove(unit: 1, post: first)])
    #expect(policy.relocate(after: .left(unit: 1), in: state) == [])
  }

  @Test func withNothingToGainAUnitGoesHome() throws {
    let world = try world()
    var policy = DynamicMEXCLP(world, busyFraction: 0)
    let posts = world.posts.indices.filter { world.posts[$0].group == 0 }
    let state = StandbyView(
      time: 0,
      units: [
        StandbyUnit(unit: 0, group: 0, post: posts[0], home: posts[0], place: world.posts[posts[0]].place),
        StandbyUnit(unit: 1, group: 0, post: posts[1], home: posts[1], place: world.posts[posts[1]].place),
        StandbyUnit(unit: 2, group: 0, post: posts[1], home: posts[0], place: world.posts[posts[1]].place)
      ])
    // With units that are never busy a second one adds nothing anywhere.
    #expect(
      policy.relocate(after: .idle(unit: 2), in: state) == [StandbyMove(unit: 2, post: posts[0])])
  }

  @Test(arguments: [
    "homePost", "dynamicMEXCLP", "slotBenefits", "doubleStandard",
    "complianceTable, standby: {order: [w2, w1]}",
    "priorityList, standby: {order: [w2, w2, w1]}"
  ])
  func invariantsHoldAfterEveryEvent(relocation: String) throws {
    let world = try world(relocation: relocation)
    var simulator = Simulator(world, seed: 3, replication: 0)
    var moves = 0
    while let event = simulator.queue.next(upTo: world.end) {
      simulator.handle(event)
      #expect(simulator.invariantViolation == nil)
      if simulator.invariantViolation != nil { break }
      moves += zip(simulator.units, world.units).contains { Int($0.post) != $1.post } ? 1 : 0
    }
    #expect((moves > 0) == (relocation != "homePost"))
  }

  @Test func aBreakIsNotCutShort() throws {
    let world = try world()
    var simulator = Simulator(world, seed: 3, replication: 0)
    var taken = 0
    while let event = simulator.queue.next(upTo: world.end) {
      let owed = simulator.units.map(\.owedStanding)
      simulator.handle(event)
      for unit in owed.indices where owed[unit] > 0 && simulator.units[unit].activity == .idle {
        guard simulator.units[unit].isOnDuty else { continue }
        #expect(simulator.units[unit].standingSeconds >= owed[unit], "unit \(unit) at \(event.time)")
        taken += 1
      }
    }
    #expect(taken > 10)
  }

  @Test func onlyFreeCityWideUnitsMove() throws {
    struct Watch: RelocationPolicy {
      mutating func relocate(after change: StandbyChange, in state: StandbyView) -> [StandbyMove] {
        #expect(state.units.allSatisfy { $0.group == 0 })
        return []
      }
    }
    let world = try world(relocation: "homePost")
    var simulator = Simulator(world, seed: 3, replication: 0, relocation: Watch())
    simulator.play(until: world.implementation)
    #expect(simulator.units.indices.allSatisfy { Int(simulator.units[$0].post) == world.units[$0].post })
  }
}
