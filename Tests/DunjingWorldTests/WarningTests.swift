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

  /// Who edits a study needs the key of a number; who reads a report needs what it is.
  @Test func `a value outside of its range is told with its name, and with its key only to who edits`() throws
  {
    var scenario = try #require(LatticeCity.scenario)
    let street = try #require(scenario.units.first { $0.id == "street" }).name
    scenario.sources = [
      SourceNote(
        key: "units.street.unavailableShare", value: "0.2", statedValue: nil, mark: .assumed,
        note: LocalizedText(""), range: 0.3...0.6),
      SourceNote(
        key: "dispatch.callTakingSeconds", value: "45", statedValue: nil, mark: .assumed,
        note: LocalizedText(""),
        name: LocalizedText(zh: "接警用时", en: "call taking"), range: 60...120),
      SourceNote(
        key: "dispatch.oneClickSeconds", value: "45", statedValue: nil, mark: .assumed,
        note: LocalizedText(""),
        range: 30...60)
    ]
    let world = World(compiling: ValidScenario(scenario, bundleHash: "", log: IssueLog()))
    let plans = Array(world.plans.indices)
    let (edited, read) = (world.warnings(about: plans), world.warnings(about: plans, namesKeys: false))
    #expect(
      read.map(\.zh) == [
        "取值在来源所给的合理范围之外：“\(street.zh)：因窗口、押解、自办案件而不能派的时间比例”取 0.2，合理范围 0.3–0.6；“接警用时”取 45，合理范围 60–120。"
      ])
    #expect(read.allSatisfy { !$0.en.contains("unavailableShare") && $0.en.contains("“call taking” is 45") })
    #expect(
      edited.map(\.zh) == [
        "取值在来源所给的合理范围之外：“\(street.zh)：因窗口、押解、自办案件而不能派的时间比例”（units.street.unavailableShare）取 0.2，合理范围 0.3–0.6；"
          + "“接警用时”（dispatch.callTakingSeconds）取 45，合理范围 60–120。"
      ])
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
    #expect(found[0].hasPrefix("Under the baseline 18 units of “Street"))
    #expect(found[0].contains("need 164 sworn") && found[0].contains("the force has 82 patrol officers."))
    #expect(!found[0].contains("force.categories"), "a report says the same, and its readers see no file")
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
      found[0].contains("18 units (“") && found[0].contains("” 9, “Second crew” 9) need 164 sworn"),
      "\(found)")
  }

  /// What lacks officers by itself hides no other group of the same officers, and groups of one name are added up.
  @Test func `all groups of a pool are added up`() throws {
    func cars(_ second: LocalizedText?) throws -> [String] {
      try warnings { scenario in
        guard let car = scenario.units.firstIndex(where: { $0.id == "stationCar" }) else { return }
        scenario.units[car].unitsPerFacility = 3
        var other = scenario.units[car]
        (other.id, other.name, other.unitsPerFacility) = ("stationCar2", second ?? other.name, 1)
        scenario.units.append(other)
      }
    }
    let alike = try cars(nil)
    // 12 stations with 4 cars of one officer, at 4.55 officers around the clock.
    #expect(alike.count == 1 && alike[0].contains("48 units of “"), "\(alike)")
    #expect(
      alike[0].contains("need 218 sworn") && alike[0].contains("has 123 officers on station duty"), "\(alike)"
    )
    let apart = try cars(LocalizedText("Van"))
    #expect(apart.count == 1 && apart[0].contains("” 36, “Van” 12) need 218 sworn"), "\(apart)")
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
      for group in scenario.units.indices {
        scenario.units[group].skills = Array(Set(scenario.incidentKinds.flatMap(\.skills)))
      }
    }
    #expect(relieved.isEmpty, "nobody is idle beside units that may all answer everything")
  }

  private func world(_ edit: (inout Scenario) -> Void) throws -> World {
    var scenario = try #require(LatticeCity.scenario)
    edit(&scenario)
    return World(compiling: ValidScenario(scenario, bundleHash: "", log: IssueLog()))
  }

  /// Only the cars of one station are left, for its own district.
  private func strand(_ scenario: inout Scenario) {
    let first = scenario.facilities.first { $0.kind == .station }?.id ?? ""
    for index in scenario.units.indices {
      if scenario.units[index].facilityKind == .station {
        (scenario.units[index].facilities, scenario.units[index].area) = ([first], .district)
        scenario.units[index].skills = ["basic", "patrol", "traffic"]
      } else {
        scenario.units[index].unitsPerFacility = 0
      }
    }
  }

  @Test func `districts where no unit may go are named first`() throws {
    let world = try world(strand)
    let incidents = try #require(world.unserved(under: world.plans[world.baseline]))
    let station = try #require(world.scenario.facilities.firstIndex { $0.kind == .station })
    #expect(abs(incidents.share - (1 - world.districtShares[station + 1])) < 1e-9)
    #expect(incidents.grids == world.grids.indices.filter { world.grids[$0].station != station })
    #expect(incidents.kinds.isEmpty && incidents.gridsOfKinds.isEmpty)
    let warning = try #require(world.warnings(about: [world.baseline]).first)
    #expect(warning.en.hasPrefix("No unit may ever go to ") && warning.en.contains("area: city"))
    #expect(warning.en.contains("\(incidents.grids.count) of \(world.grids.count) grids are out of the area"))
    #expect(warning.zh.contains("任何单元都不能去") && warning.zh.contains("待派警情无界增长"))
    let sound = try self.world { _ in }
    #expect(sound.plans.allSatisfy { sound.unserved(under: $0) == nil })
  }

  @Test func `kinds that no unit may answer where it may go are named`() throws {
    let world = try world { scenario in
      for index in scenario.units.indices { scenario.units[index].skills = ["basic"] }
    }
    let incidents = try #require(world.unserved(under: world.plans[world.baseline]))
    let demand = ExpectedDemand(world.scenario).incidentsPerYear
    let lost = world.scenario.incidentKinds.indices.filter {
      demand[$0] > 0 && !Set(world.scenario.incidentKinds[$0].skills).isSubset(of: ["basic"])
    }
    #expect(!lost.isEmpty && incidents.kinds == lost && incidents.grids.isEmpty)
    #expect(abs(incidents.share - lost.reduce(0) { $0 + demand[$1] } / demand.reduce(0, +)) < 1e-9)
    let warning = try #require(world.warnings(about: [world.baseline]).first)
    #expect(warning.en.contains("none of the units that may go has the skills for"))
  }

  @Test func `a treatment that supplies units is not named with the others`() throws {
    let world = try world { scenario in
      strand(&scenario)
      for index in scenario.treatments.indices {
        scenario.treatments[index].unitsPerFacility = []
        scenario.treatments[index].streetShare = 0
      }
      scenario.treatments[1].unitsPerFacility = scenario.units.filter { $0.facilityKind != .station }.map {
        UnitCount(group: $0.id, units: 1)
      }
    }
    let warning = try #require(world.unservedWarnings(about: Array(world.plans.indices)).first)
    #expect(warning.en.hasPrefix("Under “"))
    #expect(!warning.en.contains("“\(world.scenario.treatments[1].name.en)”"))
  }

  @Test func `officers of stations are counted where nobody else drives`() throws {
    #expect(try world { _ in }.stationForce == nil)
    let world = try world { scenario in
      for index in scenario.units.indices where scenario.units[index].facilityKind != .station {
        scenario.units[index].crewSworn = 0
      }
      for index in scenario.force.categories.indices where scenario.force.categories[index].pool == .patrol {
        scenario.force.categories[index].pool = .investigation
      }
    }
    let force = try #require(world.stationForce)
    #expect(force.officers == world.scenario.force.sworn(in: .stationDuty) && force.officers > 0)
    #expect(force.units == 12 && force.needed > force.units)
  }
}
