import Dunjing
import Foundation
import Testing

/// The policies of Documentation/AddingAPolicy.md, written as a user of the package writes them.
@Suite struct PolicyExampleTests {
  /// Sends the nearest unit, but only if it arrives within a limit; otherwise waits for a better one.
  struct NearestWithin: DispatchPolicy {
    var limitSeconds: Double

    mutating func dispatch(_ incident: Incident, in state: StateView) -> DispatchDecision {
      let nearest = state.candidates.min { $0.expectedSeconds < $1.expectedSeconds }
      guard let nearest, nearest.expectedSeconds <= limitSeconds || incident.priority == 1 else {
        return .hold
      }
      return .send(unit: nearest.unit)
    }
  }

  /// Goes to the first grid of the beat and stays there.
  struct StayAtTheMarket: PatrolPolicy {
    func laps(of beat: PatrolBeat, on map: PatrolMap) -> [[PatrolStop]] {
      [[PatrolStop(path: [Int(map.geography.placesOfGrid[beat.grids[0]][0])], dwellSeconds: 3_600)]]
    }
  }

  /// Serves who has waited longest, whatever the priority.
  struct FirstCome: QueueDiscipline {
    func precedes(_ left: WaitingIncident, _ right: WaitingIncident) -> Bool { left.number < right.number }
  }

  private func study() throws -> ValidScenario {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
  }

  private func result(of simulator: Simulator, in world: World) -> ReplicationResult {
    var simulator = simulator
    simulator.run(until: world.implementation)
    simulator.startMeasuring()
    simulator.run(until: world.end)
    return simulator.result()
  }

  @Test func aDisciplineOrdersWhoWaits() {
    let early = WaitingIncident(priority: 3, received: 10, number: 1)
    let urgent = WaitingIncident(priority: 1, received: 20, number: 2)
    #expect(FirstCome().precedes(early, urgent) && !FirstCome().precedes(urgent, early))
    #expect(PriorityThenFirstCome().precedes(urgent, early))
  }

  @Test func aDispatchPolicyIsAsked() throws {
    let world = World(compiling: try study())
    let shipped = result(of: Simulator(world, seed: 1, replication: 0), in: world)
    let patient = result(
      of: Simulator(world, seed: 1, replication: 0, policy: NearestWithin(limitSeconds: 240)), in: world)
    let (before, after) = (shipped[.queuedShare] ?? 0, patient[.queuedShare] ?? 0)
    #expect(after > before + 0.05)
    #expect(shipped[.incidents] == patient[.incidents])
  }

  @Test func patrolDestinationAndRelocationAreFollowed() throws {
    let study = try study()
    let world = World(compiling: study, patrol: StayAtTheMarket(), destination: ShiftByShift())
    let shipped = World(compiling: study)
    let relocation = DynamicMEXCLP(world, busyFraction: 0.3)
    let ours = result(of: Simulator(world, seed: 1, replication: 0, relocation: relocation), in: world)
    let theirs = result(of: Simulator(shipped, seed: 1, replication: 0), in: shipped)
    #expect(ours[.responseMeanFromDispatch] != theirs[.responseMeanFromDispatch])
    #expect(ours[.incidents] == theirs[.incidents])
  }
}
