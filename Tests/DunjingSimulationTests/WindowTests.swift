import DunjingRandom
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

/// Service windows: the same visitors under either discipline, the shape of a day, and the figures of one station.
@Suite struct WindowTests {
  private let windows = DefaultCatalog.windows

  private func waits(
    _ windows: ServiceWindows, visitsPerDay: [Double], days: Int = 4_000, seed: UInt64 = 1
  ) -> (separate: WindowWaits, pooled: WindowWaits) {
    let waits = WindowService(windows, visitsPerDay: visitsPerDay).waits(
      on: Array(0..<days), [.separate, .pooled], seed: seed, replication: 0)
    return (waits[0], waits[1])
  }

  /// The figures of the independent prototype, 79 visits a day at one station, within 7 %.
  ///
  /// They come out if the windows go on serving during the lunch hour, in which nobody arrives. If they paused there,
  /// separate queues would have a mean wait of 31 minutes or more and one queue of 5.
  @Test func theDefaultsGiveTheFiguresOfTheCityOfReference() throws {
    let (separate, pooled) = waits(windows, visitsPerDay: [79])
    func expect(_ found: Double?, _ prototype: Double) throws {
      #expect(abs(try #require(found) / prototype - 1) < 0.07, "\(found ?? -1), prototype \(prototype)")
    }
    try expect(pooled.meanMinutes, 4.4)
    try expect(pooled.p90Minutes, 14.6)
    try expect(pooled.longWaitShare, 0.057)
    try expect(separate.meanMinutes, 24.3)
    try expect(separate.p90Minutes, 70.8)
    try expect(separate.longWaitShare, 0.367)
  }

  @Test func nobodyIsLostAndNobodyComesInTheGapOrAfterClosing() throws {
    var demand = windows
    demand.serviceMinutes = .constant(11)
    var visitors = WindowVisitors()
    var stream = RandomStream(seed: 3, purpose: StreamPurpose(rawValue: 900))
    WindowDemand(demand).draw(8_000, into: &visitors, using: &stream)
    let count = visitors.arrivals.count
    #expect(abs(Double(count) - 8_000) < 4 * 8_000.0.squareRoot())
    #expect(visitors.businesses.count == count && visitors.services.allSatisfy { $0 == 11 })
    #expect(visitors.arrivals == visitors.arrivals.sorted())
    for (hour, weight) in windows.hourWeights.enumerated() {
      let found = visitors.arrivals.count { Int($0 / 60) == hour }
      #expect(abs(Double(found) - weight * 1_000) <= 4 * (weight * 1_000).squareRoot(), "hour \(hour)")
    }
    for (business, share) in windows.businessShares.enumerated() {
      let found = visitors.businesses.count { $0 == business }
      #expect(abs(Double(found) - share * 8_000) < 4 * (share * 8_000).squareRoot())
    }
    let (separate, pooled) = waits(windows, visitsPerDay: [30, 0, 50], days: 500)
    #expect(separate.visits == pooled.visits && abs(Double(pooled.visits) - 40_000) < 4 * 200)
  }

  /// With one window the two disciplines are one, to the last bit; a discipline alone is what it is beside the other.
  @Test func bothDisciplinesServeTheSameVisitors() {
    var single = windows
    (single.windowsPerStation, single.businessShares) = (1, [1])
    let (separate, pooled) = waits(single, visitsPerDay: [20, 30], days: 300)
    #expect(separate == pooled && pooled.visits > 10_000)

    let service = WindowService(windows, visitsPerDay: [79])
    let days = Array(0..<100)
    let both = service.waits(on: days, [.separate, .pooled], seed: 2, replication: 5)
    #expect(service.waits(on: days, [.pooled], seed: 2, replication: 5) == [both[1]])
    #expect(service.waits(on: days, [.separate], seed: 2, replication: 5) == [both[0]])
    #expect(both[1] != service.waits(on: days, [.pooled], seed: 2, replication: 6)[0])
  }

  @Test func theFirstFreeWindowServes() {
    var visitors = WindowVisitors()
    visitors.arrivals = [0, 1, 2, 3, 9]
    visitors.businesses = [0, 0, 0, 1, 0]
    visitors.services = [10, 3, 5, 4, 1]
    var (pooled, separate) = (PooledWindows(count: 2), SeparateWindows(count: 2))
    var (pooledWaits, separateWaits) = (WindowTally(longWaitMinutes: 8), WindowTally(longWaitMinutes: 8))
    // One queue: 0, 0, 2, 6, 1 minutes. A queue each: 0, 9, 11, 0, 9. The second day begins as empty as the first.
    for _ in 0..<2 {
      pooled.serve(visitors, &pooledWaits)
      separate.serve(visitors, &separateWaits)
    }
    #expect(pooledWaits.minutes == 18 && pooledWaits.longWaits == 0 && pooledWaits.visits == 10)
    #expect(separateWaits.minutes == 58 && separateWaits.longWaits == 6)
  }

  /// Visits follow the residents of the districts: half a visit a year each, whatever the stations.
  @Test func visitsOfAYearFollowTheResidents() throws {
    let world = try SmallCity.world([
      ("horizonDays: 14", "horizonDays: 365"), ("hazardKinds: default", "hazardKinds: []\nwindows: {}")
    ])
    let outcome = try #require(WindowOutcome(world, seed: 1, replication: 0))
    let waits = try #require(outcome[.separate])
    #expect(abs(Double(waits.visits) - 9_000) < 4 * 9_000.0.squareRoot())
    #expect(outcome[.pooled] == nil)
  }

  @Test func aScenarioWithoutWindowsHasNoSuchIndicators() throws {
    let simulator = Simulator(try SmallCity.world(), seed: 1, replication: 0)
    #expect(simulator.windows == nil)
    let result = simulator.result()
    for indicator in Indicator.allCases where indicator.channel == .service {
      #expect(result[indicator] == nil)
    }
  }

  /// Of a weekend nothing can be said.
  @Test func aWeekendHasNoVisitors() throws {
    let world = try SmallCity.world([
      ("warmUpDays: 3", "warmUpDays: 5"), ("start: \"2024-01-01\"", "start: \"2024-01-06\""),
      ("horizonDays: 14", "horizonDays: 2"), ("hazardKinds: default", "hazardKinds: default\nwindows: {}")
    ])
    #expect(Simulator(world, seed: 1, replication: 0).windows == nil)
  }
}
