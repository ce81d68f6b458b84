import Foundation
import Testing

@testable import DunjingScenario
@testable import DunjingWorld

/// How sunk community officers divide among the stations of a county.
@Suite struct StationDivisionTests {
  /// The smallest study with some treatment; one district has two thirds of the residents.
  private func plan(
    _ weights: [String: Double], change: (inout Scenario) -> Void = { _ in }
  ) throws -> (world: World, plan: TreatmentPlan) {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
      .scenario
    for grid in scenario.grids.indices {
      scenario.grids[grid].population = scenario.grids[grid].station == "s1" ? 2_000 : 1_000
    }
    change(&scenario)
    let world = World(compiling: try scenario.validated())
    var treatment = world.plans[1].treatment
    (treatment.id, treatment.streetShare, treatment.stationWeights) = ("other", 0, weights)
    return (world, world.plan(of: treatment))
  }

  @Test func `without weights nothing is divided`() throws {
    let (world, plan) = try plan([:])
    #expect(plan.officersByStation == [nil])
    let county = plan.counties[0]
    let sentDown = world.scenario.force.sentDown
    for number in 0..<2 {
      #expect(
        county.visits(ofStation: number, onDay: 9, learning: sentDown)
          == county.visits(onDay: 9, learning: sentDown))
      #expect(
        county.mediationHoursPerDay(ofStation: number, demandShare: 0.25) == county.mediationHoursPerDay
          * 0.25
      )
    }
  }

  @Test func `places have whole officers that add up, by beats or by weights`() throws {
    let (world, even) = try plan([:])
    let places = world.officerPlaces(of: even)
    // Two thirds of the beats are those of s1.
    let first = Int((Double(even.toCommunity) * 2 / 3).rounded())
    #expect(
      places.map(\.id) == ["s1", "s2"] && places.map(\.toCommunity) == [first, even.toCommunity - first])
    let (_, divided) = try plan(["s1": 0])
    #expect(world.officerPlaces(of: divided).map(\.id) == ["s2"])
    #expect(world.officerPlaces(of: divided).map(\.toCommunity) == [divided.toCommunity])
    var treatment = even.treatment
    treatment.streetShare = 1
    let street = world.plan(of: treatment)
    let sites = world.officerPlaces(of: street)
    #expect(sites.reduce(0) { $0 + $1.toStreet } == (street.unitShiftsPerWeek > 0 ? street.toStreet : 0))
    #expect(
      abs(sites.reduce(0) { $0 + $1.unitShiftsPerDay } - Double(street.unitShiftsPerWeek) / 7) < 1e-9)
  }

  @Test func `districts have beats by their residents`() throws {
    let world = try plan([:]).world
    let (county, grids) = (world.counties[0], world.scenario.grids)
    #expect(county.stations.map(\.id) == ["s1", "s2"] && world.stationNumbers == [0, 1, -1, -1])
    let all = grids.reduce(0) { $0 + $1.population }
    for station in county.stations {
      let residents = grids.filter { $0.station == station.id }.reduce(0) { $0 + $1.population }
      #expect(abs(station.beats - county.beats * residents / all) < 1e-9)
      let share = world.countyShare(ofDistrict: station.facility + 1)
      #expect(abs(station.demandShare - share) < 1e-12)
    }
    let empty = try plan([:]) { scenario in
      for grid in scenario.grids.indices { scenario.grids[grid].population = 0 }
    }.world.counties[0]
    for station in empty.stations {
      #expect(abs(station.beats - empty.beats * station.demandShare) < 1e-9)
    }
  }

  @Test func `whole officers follow weight times beats`() throws {
    let (world, plan) = try plan(["s2": 3])
    let (county, stations) = (plan.counties[0], world.counties[0].stations)
    let officers = try #require(county.division).officers
    #expect(officers.reduce(0, +) == county.toCommunity && plan.toCommunity > 0)
    let parts = [stations[0].beats, 3 * stations[1].beats]
    for (count, part) in zip(officers, parts) {
      #expect(abs(Double(count) - Double(county.toCommunity) * part / (parts[0] + parts[1])) <= 0.5)
    }
    let none = try #require(try self.plan(["s1": 0]).plan.counties[0].division)
    #expect(none.officers == [0, county.toCommunity])
    #expect(none.sentDownVisitsPerBeatDay[0] == 0 && none.mediationHoursPerDay[0] == 0)
  }

  @Test func `visits and mediation of the districts add up to those of the county`() throws {
    let (world, plan) = try plan(["s1": 0.3, "s2": 2])
    let (county, stations) = (plan.counties[0], world.counties[0].stations)
    let sentDown = world.scenario.force.sentDown
    for day in [0, 100, 364, 365, 500] {
      let visits = stations.indices.reduce(0) {
        $0 + county.visits(ofStation: $1, onDay: day, learning: sentDown) * stations[$1].beats
      }
      let expected = county.visits(onDay: day, learning: sentDown) * world.counties[0].beats
      #expect(abs(visits - expected) < 1e-9 * expected)
    }
    let hours = stations.reduce(0) {
      $0 + world.mediationHoursPerDay(ofDistrict: $1.facility + 1, under: plan)
    }
    #expect(abs(hours - county.mediationHoursPerDay) < 1e-9 * hours)
    #expect(
      county.mediationHoursPerDay == world.plans[1].counties[0].mediationHoursPerDay
        || county.toCommunity != world.plans[1].counties[0].toCommunity)
  }

  @Test func `weights that are all zero divide nothing`() throws {
    let plan = try plan(["s1": 0, "s2": 0]).plan
    #expect(plan.officersByStation == [nil] && plan.toCommunity > 0)
  }

  @Test func `later phases divide by the same weights`() throws {
    let (world, plan) = try plan(["s2": 3])
    var treatment = plan.treatment
    treatment.phases = [TreatmentPhase(afterDays: 30, sinkRatio: SinkRatio(agency: 0.4))]
    let later = try #require(world.plan(of: treatment).phases.first).plan
    let officers = try #require(later.counties[0].division).officers
    #expect(officers.reduce(0, +) == later.toCommunity && later.toCommunity > plan.toCommunity)
    treatment.sinkRatio.agency = 0.4
    #expect(officers == world.plan(of: treatment).counties[0].division?.officers)
  }
}
