import Foundation
import Testing

@testable import DunjingSimulation
@testable import DunjingWorld

/// Runs whose events are counted and timed by kind.
@Suite struct ProfiledRunTests {
  private let end = 3 * World.daySeconds

  private func simulator() throws -> Simulator {
    var simulator = Simulator(try SmallCity.world(), seed: 5, replication: 0)
    simulator.run(until: World.daySeconds)
    simulator.startMeasuring()
    return simulator
  }

  /// A clock that goes on by seven nanoseconds whenever it is read.
  private func profile(_ simulator: inout Simulator) -> [EventTally] {
    var time: UInt64 = 0
    return simulator.runProfiled(until: end) {
      time += 7
      return time
    }
  }

  @Test func aProfiledRunPlaysTheSame() throws {
    var plain = try simulator()
    var profiled = plain
    plain.run(until: end)
    _ = profile(&profiled)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try encoder.encode(plain.result()) == encoder.encode(profiled.result()))
    #expect(plain.eventCount == profiled.eventCount)
  }

  @Test func countsAddUpToTheEventsPlayed() throws {
    var simulator = try simulator()
    let before = simulator.eventCount
    let tallies = profile(&simulator)
    #expect(tallies.map(\.count).reduce(0, +) == simulator.eventCount - before)
    #expect(tallies.map(\.name) == EventKind.allCases.map { "\($0)" })
    #expect(tallies.first { $0.name == "day" }?.count == 2)
  }

  @Test func everyEventTakesTheTimeBetweenTwoReadingsOfTheClock() throws {
    var simulator = try simulator()
    for tally in profile(&simulator) { #expect(tally.nanoseconds == 7 * UInt64(tally.count)) }
  }
}
