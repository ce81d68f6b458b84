import DunjingKernel
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

/// What is not over at the end of the horizon counts; it is never dropped, nor taken for zero.
@Suite struct CensoringTests {
  /// One car, three calls an hour of an hour each: two of three are never reached.
  private func overloaded(clock: String) throws -> ReplicationResult {
    let world = try OneStation(
      grids: "[{id: g, x: 0, y: 0, population: 1000}, {id: h, x: 4, y: 0, population: 1000}]",
      units: OneStation.unit("car"), kinds: OneStation.kind("help", perYear: 8_760 * 3), horizonDays: 30,
      more: "hazardKinds: []\ntargets: {clockOrigin: \(clock)}"
    ).world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.startMeasuring()
    simulator.play(until: world.end)
    return simulator.result()
  }

  @Test(arguments: ["dispatch", "call"])
  func theWorstDecileIsNotBetterThanTheMean(clock: String) throws {
    let result = try overloaded(clock: clock)
    let worst = try #require(result[.worstDecileResponse])
    let mean = try #require(result[clock == "call" ? .responseMeanFromCall : .responseMeanFromDispatch])
    #expect(worst >= mean)
    let (all, reached) = (result.gridCounts.reduce(0, +), result.gridReached.reduce(0, +))
    let unreached = result.unreached.reduce(0, +)
    #expect(all - reached == unreached && unreached > 1_000)
  }

  @Test func aPercentileBeyondTheBinsHasNoValue() throws {
    #expect(try overloaded(clock: "dispatch")[.responseP90] == nil)
  }

  @Test func incidentsNeverOrderedCountAsQueued() throws {
    let result = try overloaded(clock: "dispatch")
    // Of arrivals over 30 days at a growing queue the mean wait so far is about 2/3 of the mean age, 15 days.
    let wait = try #require(result[.queueMean])
    #expect(wait > 8 * 1_440 && wait < 13 * 1_440)
    #expect((result[.queuedShare] ?? 0) > 0.99)
  }

  @Test func utilizationCountsWorkPastTheShift() throws {
    let world = try OneStation(
      units: OneStation.unit("late"), kinds: OneStation.kind("help", perYear: 365 * 6, scene: "300"),
      rosters: OneStation.roster(start: "08:00", end: "12:00", coversDay: false), horizonDays: 60
    ).world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.startMeasuring()
    simulator.play(until: world.end)
    let result = simulator.result()
    let utilization = try #require(result[.streetUtilization])
    #expect(utilization > 0.9 && utilization <= 1)
    #expect((result[.overrunHours] ?? 0) > 300)
  }
}
