import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Testing

/// Static coverage of the contest city against independently checked values, and a short simulation of it.
@Suite(.enabled(if: ContestCity.isPresent, "the reference data of the contest city are not here"))
struct ContestCityTests {
  /// Travel tables are of single precision: a millisecond is far above their error, far below any difference.
  private let epsilon = 0.001 / 60

  private func world(targetMinutes: Double = 3) throws -> World {
    var scenario = try load(try ContestCity.bundle()).scenario
    scenario.targets.coreMinutes = targetMinutes
    scenario.targets.keyMinutes = targetMinutes
    scenario.targets.generalMinutes = targetMinutes
    return World(compiling: try scenario.validated())
  }

  @Test func theTablesAreReadWhole() throws {
    let bundle = try ContestCity.bundle()
    #expect(bundle.nodes == 582 && bundle.edges == 928 && bundle.facilities == 80)
  }

  @Test func staticCoverageIsThatOfTheContest() throws {
    let expected = try ContestCity.Expected.read()
    let world = try world()
    let minutes = PotentialCoverage(world, plan: world.plans[world.baseline]).minutes
    for (limit, count) in zip([1.0, 3, 5], expected.nodesWithin) {
      #expect(minutes.filter { $0 <= limit + epsilon }.count == count)
      #expect(
        minutes.filter { $0 <= limit }.count == count, "single precision moves a node across \(limit) min")
    }
    let beyond = minutes.indices.filter { minutes[$0] > 3 + epsilon }
    #expect(beyond.count == expected.nodesBeyond3Minutes)
    let districts = beyond.map { world.scenario.grids[$0].county }
    for (district, count) in expected.byDistrict {
      #expect(districts.filter { $0 == district }.count == count)
    }
    let greatest = try #require(minutes.max())
    #expect(abs(greatest - 12.6803) < 5e-5)
  }

  @Test(arguments: [(1.0, 0), (3.0, 1), (5.0, 2)])
  func weightedCoverageIsThatOfTheContest(limit: Double, position: Int) throws {
    let expected = try ContestCity.Expected.read()
    let world = try world(targetMinutes: limit)
    let share = PotentialCoverage(world, plan: world.plans[world.baseline]).weightedShare
    #expect(abs(share - expected.weightedWithin[position]) <= 5e-5 + 1e-9)
  }

  @Test func theSameStudyIsSimulated() throws {
    var scenario = try load(try ContestCity.bundle()).scenario
    scenario.time.warmUpDays = 3
    scenario.time.horizonDays = 7
    let world = World(compiling: try scenario.validated())
    for replication in 0..<2 {
      for plan in world.plans {
        var simulator = Simulator(world, seed: scenario.experiment.seed, replication: replication)
        simulator.run(until: world.implementation)
        simulator.apply(plan)
        simulator.startMeasuring()
        simulator.run(until: world.end)
        let result = simulator.result()
        #expect(result.kindCounts.reduce(0, +) > 7 * 600)
        #expect((result[.withinTarget] ?? 0) > 0.5)
      }
    }
  }
}
