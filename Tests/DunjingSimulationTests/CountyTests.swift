import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Testing

/// Two counties of the same size, ten kilometers apart, with all that a county has.
@Suite struct CountyTests {
  private static func text(
    ratio: String = "{agency: 0.2}", weights: (Int, Int) = (1, 1), area: String = "county"
  ) -> String {
    func grids(_ county: String, _ x: Int) -> String {
      (0..<6).map { "  - {id: \(county)\($0), x: \(x + $0), y: 0, population: 30000, county: \(county)}" }
        .joined(separator: "\n")
    }
    func facilities(_ county: String, _ x: Int) -> String {
      """
        - {id: s\(county), kind: station, x: \(x), y: 0, county: \(county)}
        - {id: w\(county), kind: streetWorkstation, x: \(x + 3), y: 0, county: \(county)}
        - {id: r\(county), kind: reserveSite, x: \(x + 5), y: 0, county: \(county)}
      """
    }
    return """
      schema: dunjing/1
      name: two counties
      time: {zone: UTC, start: "2024-01-01", warmUpDays: 3, settlingDays: 0, horizonDays: 60}
      coordinates: local
      counties:
        - {id: a, prefecture: north, forceWeight: \(weights.0)}
        - {id: b, prefecture: south, forceWeight: \(weights.1)}
      grids:
      \(grids("a", 0))
      \(grids("b", 16))
      travel: {metric: euclidean}
      facilities:
      \(facilities("a", 0))
      \(facilities("b", 16))
      units:
        - {id: street, facilityKind: streetWorkstation, area: \(area), movingShare: 0, skills: [basic, patrol, traffic]}
        - {id: car, facilityKind: station, area: district, skills: [basic], unavailableShare: 0.4}
      demand: {incidentsPerDay: 90}
      departments: default
      treatments:
        - {id: none, sinkRatio: 0}
        - {id: sunk, sinkRatio: \(ratio), streetShare: 0.4}
      experiment: {replications: 2, baseline: none}
      """
  }

  private func result(
    _ text: String = CountyTests.text(), treatment: Int = 1
  ) throws -> ReplicationResult {
    let world = try SmallCity.compiled(text)
    var simulator = Simulator(world, seed: 11, replication: 0)
    simulator.play(until: world.implementation)
    simulator.apply(world.plans[treatment])
    simulator.startMeasuring()
    simulator.play(until: world.end)
    return simulator.result()
  }

  @Test func countiesAddUpToTheWhole() throws {
    let result = try result()
    #expect(result.counties.count == 2)
    let incidents = result.counties.flatMap(\.kindCounts).reduce(0, +)
    #expect(incidents == result.kindCounts.reduce(0, +))
    // Counted once by the call and once by the grid.
    for county in result.counties { #expect(county.kindCounts.reduce(0, +) == county.incidents) }
    #expect(result.counties.map(\.incidents).reduce(0, +) == result.gridCounts.reduce(0, +))
    #expect(result.counties.map(\.reached).reduce(0, +) == result.gridReached.reduce(0, +))
    let escalated = try #require(result[.hazardsEscalated])
    let years = 60.0 / 365
    let byCounty = Double(result.counties.map(\.escalated).reduce(0, +)) / years
    #expect(abs(byCounty - escalated) < 1e-6)
    let backlog = try #require(result[.backlogEnd])
    let backlogs = result.counties.map(\.backlog).reduce(0, +)
    #expect(abs(backlogs - backlog) < 1e-6 * max(1, backlog))
  }

  /// Also where one officer and one floor fall to different counties by themselves.
  @Test(arguments: [(2, 1), (1, 1), (1, 50)]) func officersAndRoomAddUpToTheForce(weights: (Int, Int)) throws
  {
    let one =
      "departments: [{id: one, agencyOfficers: 1, agencyFloor: 1, fixedHoursPerYear: 900}, "
      + "{id: odd, agencyOfficers: 7, countyOfficers: 5, agencyFloor: 4, countyFloor: 3, fixedHoursPerYear: 9000}]"
    for text in [
      Self.text(weights: weights), Self.text(weights: weights).replacing("departments: default", with: one)
    ] {
      try checkForce(try SmallCity.compiled(text), weights)
    }
  }

  private func checkForce(_ world: World, _ weights: (Int, Int)) throws {
    for (number, department) in world.scenario.departments.enumerated() {
      let parts = world.counties.map { $0.departments[number] }
      #expect(parts.map(\.agencyOfficers).reduce(0, +) == department.agencyOfficers)
      #expect(parts.map(\.countyOfficers).reduce(0, +) == department.countyOfficers)
      #expect(parts.allSatisfy { $0.agencyFloor <= $0.agencyOfficers && $0.countyFloor <= $0.countyOfficers })
      #expect(parts.map(\.agencyFloor).reduce(0, +) >= department.agencyFloor)
      #expect(parts.map(\.countyFloor).reduce(0, +) == min(department.countyFloor, department.countyOfficers))
      let fixed = parts.map(\.fixedHoursPerYear).reduce(0, +)
      #expect(abs(fixed - department.fixedHoursPerYear) < 1e-6)
    }
    let mediation = world.counties.map(\.mediationHoursPerYear).reduce(0, +)
    #expect(abs(mediation - world.scenario.community.mediationHoursPerYear) < 1e-6)
    let demand = world.counties.map(\.demandShare).reduce(0, +)
    #expect(abs(demand - 1) < 1e-9)
    let ratio = world.counties[0].visitorHoursPerYear / world.counties[1].visitorHoursPerYear
    #expect(abs(ratio - Double(weights.0) / Double(weights.1)) < 1e-9)
    let total = Double(world.scenario.departments.map(\.agencyOfficers).reduce(0, +))
    #expect(world.plans[1].wanted == Int((0.2 * total).rounded()))
    for (number, department) in world.scenario.departments.enumerated() {
      #expect(world.plans[1].takenFromAgencies[number] <= department.agencyOfficers - department.agencyFloor)
    }
    #expect(world.plans[1].sunk == world.plans[1].counties.map(\.sunk).reduce(0, +))
  }

  /// A county on its own ratio leaves the other as it is, to the last bit.
  @Test func oneCountyDoesNotTouchTheOther() throws {
    let none = try result(treatment: 0)
    let south = try result(Self.text(ratio: "{agency: 0, byPrefecture: {south: 0.3}}"))
    #expect(south.counties[0] == none.counties[0])
    #expect(south.counties[1] != none.counties[1])
    #expect(south.counties[1].escalated < none.counties[1].escalated)
    #expect(south.counties[1].departmentUtilization > none.counties[1].departmentUtilization)
  }

  @Test func agenciesGiveByTheRatioOfTheCounty() throws {
    let south = try result(Self.text(ratio: "{agency: 0, byPrefecture: {south: 0.3}}"))
    let own = try result(
      Self.text(ratio: "{agency: 0.1, byPrefecture: {south: 0.2}, agencyByCounty: {a: 0, b: 0.3}}"))
    #expect(own == south)
  }

  @Test func countyRatiosTakeFromCountyDepartments() throws {
    let floorless = Self.text(ratio: "{county: 0, byCounty: {b: 0.5}}").replacing(
      "departments: default",
      with: "departments: [{id: desk, agencyOfficers: 10, countyOfficers: 20, countyFloor: 0, "
        + "fixedHoursPerYear: 1000}]")
    let plan = try SmallCity.compiled(floorless).plans[1]
    #expect(plan.counties.map(\.sunk) == [0, 5])
    #expect(plan.takenFromAgencies == [0] && plan.takenFromCounties == [5])
  }

  /// Whoever a scan may find for a grid serves the queue in which its incidents wait.
  @Test(arguments: ["district", "county", "city"]) func scansAndQueuesAgree(area: String) throws {
    let text = Self.text().replacing(
      "units:\n",
      with: """
          - {id: box, kind: corePost, x: 11, y: 0, county: a}
        units:
          - {id: box, facilityKind: corePost, area: \(area), skills: [basic]}

        """)
    let world = try SmallCity.compiled(text)
    #expect(world.units.count == 7)
    for (index, grid) in world.grids.enumerated() {
      let queue = Set(world.unitsOfQueue[world.queue(ofGrid: index)])
      let found = world.unitsOfDistrict[grid.station + 1].map(Int.init)
      #expect(found.allSatisfy { queue.contains($0) && world.units[$0].mayServe(grid, at: index) })
    }
  }

  /// The department that lost its last officer still has its backlog in the delay.
  @Test func workThatNobodyIsLeftForCounts() throws {
    let text = Self.text(ratio: "{agency: 0, byPrefecture: {south: 1}}").replacing(
      "departments: default",
      with: "departments: [{id: desk, agencyOfficers: 10, fixedHoursPerYear: 9000}]")
    #expect(try SmallCity.compiled(text).plans[1].sunk == 5)
    let (before, after) = (try result(text, treatment: 0), try result(text))
    let (delayBefore, delayAfter) = (
      try #require(before[.weightedDelay]), try #require(after[.weightedDelay])
    )
    #expect(delayAfter > 5 * delayBefore + 1)
  }

  /// With nobody left at all, work waits at least as long as one officer would need for it.
  @Test func workOfADepartmentWithoutOfficersCounts() throws {
    let text = Self.text(ratio: "1").replacing(
      "departments: default",
      with: "departments: [{id: desk, agencyOfficers: 10, fixedHoursPerYear: 9000}]")
    #expect(try SmallCity.compiled(text).plans[1].sunk == 10)
    let (before, after) = (try result(text, treatment: 0), try result(text))
    let (delay, backlog) = (try #require(after[.weightedDelay]), try #require(after[.backlogMean]))
    #expect(delay > 5 * (try #require(before[.weightedDelay])) + 1)
    #expect(abs(delay / backlog - 1) < 1e-9)
  }

  @Test func departmentsThatNobodyWorksAtAreWarnedAbout() throws {
    let text = Self.text().replacing(
      "departments: default",
      with: "departments: [{id: desk, agencyOfficers: 1, fixedHoursPerYear: 900}]")
    let warnings = try SmallCity.compiled(text).warnings(about: [0])
    #expect(warnings.contains { $0.en.contains("departments of counties (1) have work and no officer") })
    #expect(
      try SmallCity.compiled(Self.text()).warnings(about: [0]).allSatisfy { !$0.en.contains("no officer") })
  }

  /// Units of a county answer there only; units that go anywhere make one queue of all.
  @Test func unitsOfACountyStayThere() throws {
    let world = try SmallCity.compiled(Self.text())
    #expect(!world.sharesQueue && world.unitsOfQueue.count == 2)
    let street = try #require(world.units.firstIndex { $0.area == .county && $0.county == 0 })
    for (index, grid) in world.grids.enumerated() {
      #expect(world.units[street].mayServe(grid, at: index) == (grid.county == 0))
    }
    let shared = try SmallCity.compiled(Self.text(area: "city"))
    #expect(shared.sharesQueue && shared.unitsOfQueue.map(\.count) == [shared.units.count])
    _ = try result(Self.text(area: "city"))
  }

  /// A study of one county is the same as one without counties, but for rounding in its shares.
  @Test func oneCountyIsTheWholeStudy() throws {
    let one = SmallCity.oneCounty
    let (with, without) = (try result(one.with), try result(one.without))
    #expect(with.kindCounts == without.kindCounts && with.gridWithin == without.gridWithin)
    #expect(with.departmentBacklog == without.departmentBacklog)
  }
}

extension SmallCity {
  /// The same study with one county, and without any.
  static var oneCounty: (with: String, without: String) {
    let without = """
      schema: dunjing/1
      name: one county
      time: {zone: UTC, start: "2024-01-01", warmUpDays: 3, settlingDays: 0, horizonDays: 30}
      coordinates: local
      grids:
        - {id: g0, x: 0, y: 0, population: 32768, county: a}
        - {id: g1, x: 1, y: 0, population: 32768, county: a}
      travel: {metric: euclidean}
      facilities:
        - {id: s, kind: station, x: 0, y: 0, county: a}
        - {id: w, kind: streetWorkstation, x: 1, y: 0, county: a}
        - {id: r, kind: reserveSite, x: 0, y: 0, county: a}
      units:
        - {id: street, facilityKind: streetWorkstation, movingShare: 0, skills: [basic, patrol, traffic]}
        - {id: car, facilityKind: station, skills: [basic]}
      departments: default
      treatments: [{id: none, sinkRatio: 0}, {id: sunk, sinkRatio: 0.2}]
      experiment: {replications: 2, baseline: none}
      """
    return (without.replacing("grids:\n", with: "counties: [{id: a, forceWeight: 1}]\ngrids:\n"), without)
  }
}
