import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingTestSupport
import DunjingWorld
import Foundation
import Testing

@testable import DunjingReport

@Suite struct PolicyComparisonTableTests {
  private func result() throws -> PolicyComparisonResult {
    var scenario = try ScenarioBundle(
      path: PackageFolder.root.appendingPathComponent("scenarios/minimal").path
    ).load()
      .scenario
    scenario.time.warmUpDays = 1
    scenario.time.horizonDays = 14
    var comparison = PolicyComparison(
      World(compiling: try scenario.validated()),
      [
        PolicyAlternative("nearest", dispatch: NearestUnit()),
        PolicyAlternative("再说", dispatch: NearestUnit())
      ],
      indicators: [
        CustomIndicator(
          "half", name: LocalizedText(zh: "一半", en: "half"), unit: .share, direction: .higherIsBetter
        ) { _ in 0.5 }
      ])
    comparison.replications = 2
    return comparison.run()
  }

  @Test func everyIndicatorHasALineForEachPolicyAndTheNotesFollow() throws {
    let result = try result()
    let english = result.table(of: [.withinTarget, .handedOverShare], in: .en).split(separator: "\n")
    // A study without a limit has no data for the share handed over: one shipped indicator and the custom one are left.
    #expect(english.count == 1 + 2 * 2 + 1)
    #expect(english[0].hasPrefix("indicator") && english[0].hasSuffix("less “nearest”  verdict"))
    #expect(english[1].hasPrefix("arrived within target, %  nearest  "))
    #expect(english[2].hasSuffix("identical"))
    #expect(english[4].contains("50.00 ± 0.00"))
    #expect(english[5].hasPrefix("Treatment “sink00”, 2 replications"))
    let chinese = result.table(of: [], in: .zh).split(separator: "\n")
    #expect(chinese.count == 4 && chinese[1].hasPrefix("一半（%）") && chinese[2].hasSuffix("相同"))
  }

  @Test func columnsBeginAtTheSamePlace() throws {
    let lines = try result().table(of: [.withinTarget], in: .en).split(separator: "\n")
    let places = [(0, "policy"), (1, "nearest"), (2, "再说")].map { line, word in
      lines[line].range(of: word).map { DisplayWidth.of(String(lines[line][..<$0.lowerBound])) }
    }
    #expect(places[0] != nil && Set(places).count == 1)
  }
}
