import DunjingScenario
import Foundation
import Testing

@testable import DunjingWorld

/// The shipped province against the census and the announcement.
@Suite struct JilinTests {
  private static let world: World? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appendingPathComponent("scenarios/jilin").path
    return (try? ScenarioBundle(path: path).load()).map { World(compiling: $0) }
  }()

  @Test func countsAreThoseOfTheCensusAndTheAnnouncement() throws {
    let scenario = try #require(Self.world).scenario
    #expect(scenario.counties.count == 60)
    #expect(Set(scenario.counties.map(\.prefecture)).count == 9)
    #expect(scenario.grids.map(\.population).reduce(0, +) == 24_073_453)
    let stations = scenario.facilities.filter { $0.kind == .station }
    #expect(stations.count == 964)
    #expect(Set(stations.compactMap(\.county)).count == 60)
    let baicheng = Set(scenario.counties.filter { $0.prefecture == "白城市" }.map(\.id))
    #expect(stations.count { baicheng.contains($0.county ?? "") } == 62)
  }

  /// 社区民警 / 派出所 = 49.4 %, 派出所 / 县级 = 49.5 %, and 20 % of the agencies are 1,771.
  @Test func theForceHasTheAnnouncedShares() throws {
    let world = try #require(Self.world)
    let scenario = world.scenario
    func officers(_ pools: [OfficerPool]) -> Int {
      scenario.force.categories.filter { $0.isSworn && pools.contains($0.pool) }.map(\.count).reduce(0, +)
    }
    let community = officers([.community])
    let stations = community + officers([.stationDuty])
    let departments = scenario.departments.map(\.countyOfficers).reduce(0, +)
    let county = stations + officers([.patrol]) + departments
    let agency = scenario.departments.map(\.agencyOfficers).reduce(0, +)
    #expect(abs(Double(community) / Double(stations) - 0.494) < 0.0005)
    #expect(abs(Double(stations) / Double(county) - 0.495) < 0.0005)
    #expect(agency + county == 33_700)
    let plan = try #require(world.plans.first { $0.treatment.id == "sink20" })
    #expect(plan.sunk == 1_771)
  }

  @Test func incidentsAreAtMostInReachOfTheirOwnCounty() throws {
    let world = try #require(Self.world)
    #expect(!world.sharesQueue && world.unitsOfQueue.count == 60)
    #expect(world.grids.allSatisfy { world.countyOfFacility[$0.station] == $0.county })
    #expect(world.unitsOfQueue.allSatisfy { !$0.isEmpty })
  }
}
