import DunjingRandom
import DunjingScenario
import DunjingWorld
import Foundation
import Testing

/// Numbers that lie far from what is usual are named before anybody runs a study.
@Suite struct PlausibilityTests {
  private static func scenario(_ name: String) throws -> Scenario {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ScenarioBundle(path: root.appendingPathComponent("scenarios/\(name)").path).load().scenario
  }

  @Test(arguments: ["minimal", "baicheng", "jilin"])
  func `nothing is far off in the shipped studies`(name: String) throws {
    #expect(Plausibility.findings(in: try Self.scenario(name)) == [])
  }

  @Test func `a slip of the unit is found, with what is usual and where to look`() throws {
    var scenario = try Self.scenario("minimal")
    scenario.dispatch.callTakingSeconds = 1.5
    let finding = try #require(Plausibility.findings(in: scenario).first)
    #expect(finding.key == "dispatch.callTakingSeconds" && finding.value == 1.5 && finding.usual == 15...300)
    #expect(
      finding.text.en
        == "the time to take and assign a call is 1.5 seconds; usual is 15 to 300 seconds (Inner Mongolia went from 125 to 83 s "
        + "in 2023). Check dispatch.callTakingSeconds.")
    #expect(
      finding.text.zh
        == "接派警用时为 1.5 秒，一般为 15–300 秒（内蒙古 2023 年由 125 秒降至 83 秒）；请核对 dispatch.callTakingSeconds。")
  }

  private static let slips: [(String, @Sendable (inout Scenario) -> Void)] = [
    ("incidentKinds.*.exogenousPerYear", { $0.incidentKinds[0].exogenousPerYear *= 1_000 }),
    ("force.categories", { for index in $0.grids.indices { $0.grids[index].population /= 100 } }),
    ("force.sentDown.tourHoursPerYear", { $0.force.sentDown.tourHoursPerYear = 8_000 }),
    ("force.sentDown.finalEffectiveness", { $0.force.sentDown.finalEffectiveness = 3 }),
    ("dispatch.acknowledgeSeconds", { $0.dispatch.acknowledgeSeconds = 600 }),
    ("patrol.speedKilometersPerHour", { $0.patrol.speedKilometersPerHour = 100 }),
    ("headquarters.productiveHoursPerYear", { $0.headquarters.productiveHoursPerYear = 8_760 }),
    ("departments.*.fixedHoursPerYear", { $0.departments[0].fixedHoursPerYear *= 50 })
  ]

  @Test(arguments: slips.indices)
  func `every range is looked at`(number: Int) throws {
    let (key, slip) = Self.slips[number]
    var scenario = try Self.scenario("minimal")
    slip(&scenario)
    #expect(Plausibility.findings(in: scenario).contains { $0.key == key })
  }

  @Test func `too many incidents are told by the key that the study has`() throws {
    var scenario = try Self.scenario("minimal")
    scenario.incidentKinds[0].exogenousPerYear *= 1_000
    let key = "demand.incidentsPerDay"
    let findings = Plausibility.findings(in: scenario, demandKey: key)
    #expect(findings.first?.key == key && findings.first?.text.en.hasSuffix("Check \(key).") == true)
  }

  @Test func `kinds, modes, groups of units, rosters and treatments are looked at one by one`() throws {
    var scenario = try Self.scenario("minimal")
    scenario.incidentKinds[1].sceneMinutes = .constant(2_000)
    scenario.travel.modes[0].speedKilometersPerHour = 250
    scenario.units[0].turnoutSeconds = 3_600
    scenario.treatments[1].sinkRatio.agency = 0.9
    let found = scenario.rosters.firstIndex { $0.coversDay }
    let index = try #require(found)
    scenario.rosters[index].availability = 0.2
    let expected = [
      "incidentKinds.\(scenario.incidentKinds[1].id).sceneMinutes",
      "rosters.\(scenario.rosters[index].id)", "units.\(scenario.units[0].id).turnoutSeconds",
      "travel.modes.\(scenario.travel.modes[0].id).speedKilometersPerHour",
      "treatments.\(scenario.treatments[1].id).sinkRatio"
    ]
    #expect(Plausibility.findings(in: scenario).map(\.key) == expected)
  }
}
