import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Testing

/// What a result says of groups of one name, and of officers who mediate.
@Suite struct NamedUnitTests {
  private func result(_ edit: (inout Scenario) -> Void) throws -> ExperimentResult {
    var scenario = try ScenarioBundle(path: minimal).load().scenario
    (scenario.time.warmUpDays, scenario.time.horizonDays) = (5, 28)
    edit(&scenario)
    var experiment = Experiment(World(compiling: try scenario.validated()))
    experiment.replications = 2
    return experiment.run(threads: 2)
  }

  /// The cars of the two stations in a group each, the second with another name or with none of its own.
  private func divided(_ scenario: inout Scenario, name: LocalizedText? = nil) {
    guard let car = scenario.units.firstIndex(where: { $0.id == "car" }) else { return }
    scenario.units[car].facilities = ["s1"]
    var other = scenario.units[car]
    (other.id, other.facilities, other.unitsPerFacility) = ("car2", ["s2"], 3)
    other.name = name ?? other.name
    scenario.units.append(other)
  }

  @Test func `groups of one name are one workload`() throws {
    let alike = try result { divided(&$0) }
    let apart = try result { divided(&$0, name: LocalizedText("Van")) }
    for (together, single) in zip(alike.treatments, apart.treatments) {
      #expect(together.workloads.map(\.id) == ["street", "car"] && together.workloads.map(\.units)[1] == 4)
      #expect(single.workloads.map(\.id) == ["street", "car", "car2"])
      let (car, van) = (single.workloads[1], single.workloads[2])
      #expect(car.units == 1 && van.units == 3)
      #expect(abs(together.workloads[1].mean - (car.mean + 3 * van.mean) / 4) < 1e-9)
      #expect(together.workloads[1].quartiles[4] == max(car.quartiles[4], van.quartiles[4]))
    }
  }

  @Test func `groups of one name are named once, in the order of the study`() throws {
    var scenario = try ScenarioBundle(path: minimal).load().scenario
    divided(&scenario)
    #expect(scenario.namedUnits.map(\.name.en) == ["Street unit", "Station car"])
    #expect(scenario.namedUnits.map(\.groups) == [[0], [1, 2]])
    #expect(scenario.namedUnits(of: [2, 0]).map(\.groups) == [[0], [2]])
  }

  private var minimal: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/minimal").path
  }

  @Test func `mediation near saturation is told with what it rests on`() throws {
    let result = try result { scenario in
      (scenario.time.warmUpDays, scenario.time.horizonDays) = (60, 182)
      scenario.community.mediationHoursPerYear = 730
    }
    let warning = try #require(result.warnings.first { $0.zh.contains("化解力量已近饱和") })
    #expect(warning.zh.hasPrefix("基线") && warning.en.hasPrefix("Under the baseline"), "\(warning)")
    #expect(warning.zh.contains("可用于化解的每天 2.0 小时（社区民警 15 名）。"), "\(warning.zh)")
    #expect(warning.en.contains("of 2.0 h that there are for it (community officers: 15)."), "\(warning.en)")
    let base = try #require(result.treatments.first)
    func mean(_ indicator: Indicator) throws -> Double {
      try #require(base.estimates.first { $0.indicator == indicator }).mean
    }
    let used = try mean(.mediationHours) / 365
    #expect(warning.zh.contains("化解每天用去 \((used * 10).rounded() / 10) 小时"), "\(warning.zh)")
    let share = try mean(.hazardsFoundShare)
    let about = share / (1 - share) * (try mean(.hazardsEscalated)) / 365
    let told = try #require(warning.zh.firstMatch(of: /平均每天排查出隐患 ([0-9.]+) 处/))
    #expect(abs((Double(told.1) ?? 0) - about) < 0.1 * about + 0.1, "\(about)")
    let calm = try self.result { $0.community.mediationHoursPerYear = 100_000 }
    #expect(!calm.warnings.contains { $0.zh.contains("化解力量已近饱和") })
  }
}
