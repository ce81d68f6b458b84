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

  @Test func `sources of records that are gone are named`() throws {
    let keys = (1...6).map { "units.gone\($0).crewSworn" }
    let found = try warnings { scenario in
      scenario.sources = keys.map {
        SourceNote(
          key: $0, value: "", statedValue: nil, mark: .assumed, note: LocalizedText(""), isStray: true)
      }
    }
    #expect(found.count == 1, "\(found)")
    #expect(found[0].contains("\(keys[4]) and 1 more. Delete these rows"), "\(found)")
  }

  @Test func hazardsThatNobodyVisitsAreNamed() throws {
    let found = try warnings { $0.community.visitors = [] }
    #expect(found.count == 1 && found[0].contains("nobody visits under the baseline"), "\(found)")
    let none = try warnings { scenario in
      scenario.community.visitors = []
      for index in scenario.hazardKinds.indices { scenario.hazardKinds[index].arrivalsPerYear = 0 }
    }
    #expect(none.isEmpty)
  }

  @Test func crewsWithoutOfficersAreNamed() throws {
    let found = try warnings { scenario in
      let street = scenario.units.firstIndex { $0.id == "street" } ?? 0
      scenario.units[street].unitsPerFacility = 2
    }
    #expect(found.count == 1)
    #expect(found[0].contains("18 units") && found[0].contains("164 sworn") && found[0].contains("has 82"))
  }

  /// Two groups that each have officers enough share them.
  @Test func groupsThatTogetherLackOfficersAreNamedOnce() throws {
    let found = try warnings { scenario in
      guard var second = scenario.units.first(where: { $0.id == "street" }) else { return }
      (second.id, second.name) = ("street2", LocalizedText("Second crew"))
      scenario.units.append(second)
    }
    #expect(found.count == 1, "\(found)")
    #expect(
      found[0].contains("18 units of “") && found[0].contains("”, “Second crew” need 164 sworn"), "\(found)")
  }

  @Test func `officers of patrol are counted against the crews on the street`() throws {
    func force(_ edit: (inout Scenario) -> Void) throws -> StreetForce {
      var scenario = try #require(LatticeCity.scenario)
      edit(&scenario)
      return World(compiling: ValidScenario(scenario, bundleHash: "", log: IssueLog())).streetForce
    }
    let street = try #require(LatticeCity.scenario?.force.categories.firstIndex { $0.id == "street" })
    // 9 crews of 2, 4 teams at an availability of 0.88; core posts have no sworn officers, cars those of stations.
    #expect(try force { _ in } == StreetForce(officers: 82, units: 9, needed: 82))
    #expect(try force { _ in }.spare == 0)
    #expect(try force { $0.force.categories[street].count = 87 }.spare == 0)
    #expect(try force { $0.force.categories[street].count = 88 }.spare == 6)
    #expect(try force { $0.force.categories[street].count = 60 }.spare == 0)
  }

  @Test func `units that alone may answer more than they can are named`() throws {
    // Station cars answer what needs no patrol and no traffic police: for the rest there are nine crews and the core posts.
    func flood(_ scenario: inout Scenario) {
      for kind in scenario.incidentKinds.indices where scenario.incidentKinds[kind].skills != ["basic"] {
        scenario.incidentKinds[kind].exogenousPerYear *= 12
      }
    }
    let found = try warnings(flood)
    let warning = try #require(found.first { $0.contains("can be answered by") })
    #expect(found.count == 1 && warning.contains("Traffic") && !warning.contains("Dispute"), "\(warning)")
    #expect(warning.contains("Street") && !warning.contains("Station"))
    let relieved = try warnings { scenario in
      flood(&scenario)
      for group in scenario.units.indices { scenario.units[group].skills = ["basic", "patrol", "traffic"] }
    }
    #expect(relieved.isEmpty, "nobody is idle beside units that may all answer everything")
  }
}
