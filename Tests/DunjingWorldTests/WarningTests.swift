import Testing

@testable import DunjingScenario
@testable import DunjingWorld

/// What a planner is told before any simulation.
@Suite struct WarningTests {
  private func warnings(_ edit: (inout Scenario) -> Void) throws -> [String] {
    var scenario = try #require(LatticeCity.scenario)
    edit(&scenario)
    let world = World(compiling: ValidScenario(scenario, bundleHash: "", log: IssueLog()))
    return world.warnings(about: Array(world.plans.indices)).map(\.en)
  }

  @Test func theShippedStudyHasOfficersForItsCrews() throws {
    // The lattice city has the facilities and forces of the shipped one.
    #expect(try warnings { _ in }.isEmpty)
  }

  @Test func aRatioThatTheFloorsDoNotAllowIsNamed() throws {
    let found = try warnings { $0.treatments[7].sinkRatio.agency = 0.6 }
    #expect(found.count == 1)
    #expect(found[0].contains("asks for 105 officers") && found[0].contains("leave only 86"))
  }

  @Test func crewsWithoutOfficersAreNamed() throws {
    let found = try warnings { scenario in
      let street = scenario.units.firstIndex { $0.id == "street" } ?? 0
      scenario.units[street].unitsPerFacility = 2
    }
    #expect(found.count == 1)
    #expect(found[0].contains("18 units") && found[0].contains("164 sworn") && found[0].contains("has 82"))
  }
}
