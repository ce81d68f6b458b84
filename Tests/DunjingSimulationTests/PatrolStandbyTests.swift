import DunjingKernel
import DunjingScenario
import DunjingWorld
import Testing

@testable import DunjingSimulation

/// Units that go round while they wait.
@Suite struct PatrolStandbyTests {
  private func quiet(_ edits: [(String, String)] = []) throws -> World {
    try SmallCity.world(
      [
        ("incidentsPerDay: 30", "incidentsPerDay: 0.001"),
        ("hazardKinds: default", "hazardKinds: []\nclimbs: []")
      ]
        + edits)
  }

  @Test func unitsOfOneBaseAreApart() throws {
    let world = try quiet()
    var simulator = Simulator(world, seed: 7, replication: 0)
    let street = world.units.indices.filter {
      world.posts[world.units[$0].post].route >= 0 && !world.units[$0].isReserve
    }
    var together = 0
    for step in 1...1_000 {
      let time = Double(step) * 300
      simulator.play(until: time)
      let places = street.map { simulator.position(of: $0, at: time).place }
      together += Set(places).count == 1 ? 1 : 0
    }
    #expect(street.count == 2 && together < 600)
  }

  @Test func busyUnitsStillServeAllLapsAlike() throws {
    // Three lines are served in three different laps; rounds run by the clock, so none of them falls behind.
    let world = try SmallCity.world([
      (
        "lines: [{id: l1, nodes: n2 n5 n8, passesPerShift: 1}]",
        "lines: [{id: l1, nodes: n2 n5, passesPerShift: 50}, {id: l2, nodes: n0 n3, passesPerShift: 50}, "
          + "{id: l3, nodes: n6 n7, passesPerShift: 50}]"
      ),
      ("horizonDays: 14", "horizonDays: 120")
    ])
    var simulator = Simulator(world, seed: 7, replication: 0)
    simulator.startMeasuring()
    simulator.play(until: world.end)
    let passes = simulator.recorder.linePasses
    let (least, most) = (passes.min() ?? 0, passes.max() ?? 0)
    #expect(least > 100)
    #expect(Double(most - least) < 0.1 * Double(most), "\(passes)")
  }

  /// The rates of places, weighted by what is required of each, are the indicators.
  @Test func ratesOfPlacesMakeUpTheIndicators() throws {
    var simulator = Simulator(try SmallCity.world(), seed: 7, replication: 0)
    simulator.startMeasuring()
    simulator.play(until: simulator.world.end)
    let result = simulator.result()
    func mean(_ rates: [Double], _ required: [Double]) -> Double {
      zip(rates, required).map(*).reduce(0, +) / required.reduce(0, +)
    }
    #expect(result.pointVisitRates.count == simulator.world.scenario.patrol.points.count)
    #expect(result.linePassRates.count == simulator.world.scenario.patrol.lines.count)
    #expect(result.linePassRates.allSatisfy { (0...1).contains($0) } && !result.linePassRates.isEmpty)
    let passes = try #require(result[.linePassRate])
    #expect(abs(mean(result.linePassRates, simulator.requiredPasses) - passes) < 1e-12)
    if let visits = result[.pointVisitRate] {
      #expect(abs(mean(result.pointVisitRates, simulator.requiredVisits) - visits) < 1e-12)
    }
  }

  @Test func anUnusedRosterChangesNoRate() throws {
    func rate(_ world: World) -> Double? {
      var simulator = Simulator(world, seed: 7, replication: 0)
      simulator.startMeasuring()
      simulator.play(until: world.end)
      return simulator.result()[.linePassRate]
    }
    let plain = try rate(SmallCity.world())
    let unused =
      "rosters:\n  - {id: unused, shifts: [{id: all, start: \"00:00\", end: \"00:00\"}], coversDay: true}\n"
    #expect(try rate(SmallCity.world([("rosters:\n", unused)])) == plain)
  }
}
