import DunjingKernel
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

@Suite struct DeterrenceTests {
  private let deterred = (
    "{id: order, skills: [enforcement]}",
    "{id: order, skills: [enforcement], deterrence: {effect: 0.5, fadeMinutes: 60}}"
  )

  private func measured(_ world: World, until end: Double? = nil) -> Simulator {
    var simulator = Simulator(world, seed: 7, replication: 0)
    simulator.play(until: world.implementation)
    simulator.startMeasuring()
    simulator.play(until: end ?? world.end)
    return simulator
  }

  @Test func withoutDeterrenceThereIsNoSuchIndicator() throws {
    let world = try SmallCity.world()
    #expect(world.presence == nil)
    #expect(measured(world).result()[.deterred] == nil)
  }

  /// The same calls come in, less those that are deterred: no other number is drawn anew.
  @Test func everyCallOfTheKindIsReceivedOrDeterred() throws {
    let calm = [("hazardKinds: default", "hazardKinds: []\nclimbs: []")]
    let without = try measured(SmallCity.world(calm))
    let with = try measured(SmallCity.world(calm + [deterred]))
    let order = try #require(without.world.scenario.incidentKinds.firstIndex { $0.id == "order" })
    let (before, after) = (without.recorder.kindCounts, with.recorder.kindCounts)
    #expect(with.recorder.deterred > 3 && after[order] > 3)
    #expect(before[order] == after[order] + with.recorder.deterred)
    for kind in before.indices where kind != order { #expect(before[kind] == after[kind]) }
  }

  @Test func anEffectOfZeroDetersNothing() throws {
    let none = (deterred.0, deterred.1.replacing("0.5", with: "0"))
    let (plain, zero) = try (measured(SmallCity.world()), measured(SmallCity.world([none])))
    #expect(zero.recorder.deterred == 0)
    #expect(plain.recorder.kindCounts == zero.recorder.kindCounts)
    #expect(plain.recorder.grids == zero.recorder.grids)
  }

  /// Presence read off the routes when asked is what a watch that looks every five seconds, and whenever a unit joins its round, has seen, interruptions by
  /// incidents, handovers and breaks included.
  @Test func presenceIsWhatAWatchWouldHaveSeen() throws {
    let world = try SmallCity.world([deterred])
    var simulator = Simulator(world, seed: 7, replication: 0)
    var seen = [Double](repeating: -.infinity, count: world.grids.count)
    var checked = 0
    while let next = simulator.queue.nextTime, next <= 2 * World.daySeconds {
      let first = (simulator.queue.now / 5).rounded(.down) * 5 + 5
      let joins = simulator.units.indices.map { joined($0, simulator) + 0.001 }.filter {
        $0 > simulator.queue.now && $0 < next
      }
      for time in (Array(stride(from: first, to: next, by: 5)) + joins).sorted() + [next] {
        watch(simulator, at: time, &seen)
      }
      guard let event = simulator.queue.next() else { break }
      simulator.handle(event)
      watch(simulator, at: next, &seen)
      for grid in world.grids.indices where seen[grid] > -.infinity {
        let late = simulator.lastPresence(in: grid) - seen[grid]
        #expect(late > -0.001 && late < 5.001, "grid \(grid) at \(next): late \(late), event \(event.kind)")
        checked += 1
      }
    }
    #expect(checked > 2_000)
  }

  private func watch(_ simulator: Simulator, at time: Double, _ seen: inout [Double]) {
    for unit in simulator.units.indices where isOnPatrol(unit, simulator, at: time) {
      let place = simulator.position(of: unit, at: time).place
      seen[Int(simulator.world.geography.gridOfPlace[place])] = time
    }
  }

  /// When a unit has joined its round, if it is idle and stays so.
  private func joined(_ unit: Int, _ simulator: Simulator) -> Double {
    let state = simulator.units[unit]
    return state.idleSince + state.returnSeconds + state.standingSeconds + state.resumeSeconds
  }

  private func isOnPatrol(_ unit: Int, _ simulator: Simulator, at time: Double) -> Bool {
    let state = simulator.units[unit]
    guard state.activity == .idle, state.isOnDuty, state.followsRoute else { return false }
    return time > joined(unit, simulator) && !simulator.position(of: unit, at: time).isStanding
  }

  @Test func deterrenceWithoutPatrolIsWarnedAbout() throws {
    let still = ("movingShare: 0.6", "movingShare: 0")
    let world = try SmallCity.world([deterred, still])
    #expect(world.warnings(about: [0]).contains { $0.en.contains("it deters nothing") })
    #expect(try !SmallCity.world([deterred]).warnings(about: [0]).contains { $0.en.contains("deters") })
    #expect(measured(world).recorder.deterred == 0)
  }
}
