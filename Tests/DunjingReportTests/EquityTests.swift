import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

@Suite struct EquityTests {
  private func grid(_ minutes: Double?, _ incidents: Double) -> GridOutcome {
    GridOutcome(
      id: "g", incidentsPerYear: incidents, meanMinutes: minutes, withinTarget: 1, nearestPostMinutes: 1)
  }

  @Test func `tenths are means over the incidents in them`() throws {
    // Twelve incidents: nine of two minutes, three of ten. The last tenth holds 1.2 incidents of ten minutes.
    let equity = try #require(ResponseEquity([grid(10, 3), grid(2, 9), grid(nil, 0), grid(nil, 4)]))
    #expect(equity.deciles.prefix(7).allSatisfy { abs($0 - 2) < 1e-12 })
    // The eighth tenth is half of one and half of the other.
    #expect(abs(equity.deciles[7] - 6) < 1e-9)
    #expect(abs(equity.deciles[8] - 10) < 1e-9 && abs(equity.deciles[9] - 10) < 1e-9)
    #expect(abs(equity.deciles.reduce(0, +) / 10 - 4) < 1e-9)
  }

  @Test func `the Lorenz curve is under the diagonal and ends at one`() throws {
    let equity = try #require(ResponseEquity([grid(10, 3), grid(2, 9)]))
    #expect(equity.lorenz.map(\.incidents) == [0, 0.75, 1])
    #expect(zip(equity.lorenz, [0, 18.0 / 48, 1]).allSatisfy { abs($0.time - $1) < 1e-12 })
    let even = try #require(ResponseEquity((0..<500).map { _ in grid(3, 2) }))
    #expect(even.lorenz.allSatisfy { abs($0.incidents - $0.time) < 1e-9 } && even.lorenz.count <= 102)
  }

  @Test func `without reached incidents there is none`() {
    #expect(ResponseEquity([]) == nil)
    #expect(ResponseEquity([grid(nil, 3), grid(2, 0)]) == nil)
  }

  @Test func `a workload has the five numbers of its units`() throws {
    let name = LocalizedText("cars")
    let group = try #require(GroupWorkload(id: "car", name: name, utilization: [0.4, 0.1, 0.2, 0.3, 0.5]))
    #expect(group.units == 5 && abs(group.mean - 0.3) < 1e-12)
    #expect(zip(group.quartiles, [0.1, 0.2, 0.3, 0.4, 0.5]).allSatisfy { abs($0 - $1) < 1e-12 })
    let two = try #require(GroupWorkload(id: "car", name: name, utilization: [0.2, 0.4]))
    #expect(zip(two.quartiles, [0.2, 0.25, 0.3, 0.35, 0.4]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(GroupWorkload(id: "car", name: name, utilization: []) == nil)
  }
}
