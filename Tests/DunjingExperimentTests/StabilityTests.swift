import DunjingExperiment
import DunjingRandom
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Testing

@Suite struct StabilityTests {
  private func result(_ edit: (inout Scenario) -> Void) throws -> ExperimentResult {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
      .scenario
    scenario.time.warmUpDays = 5
    edit(&scenario)
    var experiment = Experiment(World(compiling: try scenario.validated()))
    experiment.replications = 3
    return experiment.run(threads: 2)
  }

  /// Two days on every scene: some fifteen units would be needed to keep up, and there are fewer.
  private func crowd(_ scenario: inout Scenario) {
    for index in scenario.incidentKinds.indices {
      scenario.incidentKinds[index].sceneMinutes = .constant(2_880)
    }
  }

  @Test func aCityWithTooMuchWorkIsUnstableUnderEveryTreatment() throws {
    let result = try result { scenario in
      scenario.time.horizonDays = 56
      crowd(&scenario)
    }
    #expect(result.treatments.allSatisfy { $0.unstableReplications == 3 && $0.isUnstable })
    #expect(result.instabilityWarnings.count == result.treatments.count)
    #expect(result.instabilityWarnings.allSatisfy { result.warnings.contains($0) })
  }

  @Test func `a district without units grows, for that reason`() throws {
    let result = try result { scenario in
      scenario.time.horizonDays = 84
      for index in scenario.treatments.indices { scenario.treatments[index].streetShare = 0 }
      for index in scenario.units.indices {
        if scenario.units[index].id == "car" {
          scenario.units[index].facilities = ["s1"]
          scenario.units[index].skills = ["basic", "patrol", "traffic"]
        } else {
          scenario.units[index].unitsPerFacility = 0
        }
      }
    }
    #expect(
      result.treatments.allSatisfy { $0.isUnstable && $0.unservedShare > 0.1 && $0.unservedShare < 0.9 })
    #expect(result.instabilityWarnings.allSatisfy { $0.en.contains("replications: no unit may ever go to ") })
    #expect(result.warnings.contains { $0.en.hasPrefix("No unit may ever go to ") })
  }

  @Test func theCityAsShippedIsStable() throws {
    let result = try result { $0.time.horizonDays = 28 }
    #expect(result.treatments.allSatisfy { !$0.isUnstable } && result.instabilityWarnings.isEmpty)
  }

  @Test func lessThanFourWeeksAreNoVerdict() throws {
    let result = try result { scenario in
      scenario.time.horizonDays = 27
      crowd(&scenario)
    }
    #expect(result.treatments.allSatisfy { !$0.isUnstable })
  }

  @Test func aDepartmentWithTooMuchWorkGrowsAndIsNamed() throws {
    let result = try result { scenario in
      scenario.time.horizonDays = 84
      for index in scenario.departments.indices {
        scenario.departments[index].fixedHoursPerYear *= index == 0 ? 40 : 0
      }
    }
    for treatment in result.treatments {
      let (first, others) = (treatment.departments[0], treatment.departments.dropFirst())
      #expect(first.utilization > 1 && first.growingReplications == 3)
      #expect(others.allSatisfy { $0.utilization > 1 || $0.growingReplications == 0 })
      let name = treatment.id == result.baseline ? "the baseline" : "“\(treatment.name.en)”"
      let place = "under \(name) \(first.name.en)"
      #expect(
        result.warnings.contains {
          $0.en.hasPrefix("Some departments cannot keep up") && $0.en.contains(place)
        })
    }
  }
}
