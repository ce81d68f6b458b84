import DunjingScenario
import DunjingSimulation
import DunjingTestSupport
import DunjingWorld
import Foundation
import Testing

@testable import DunjingExperiment
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
        PolicyAlternative(LocalizedText(zh: "再说", en: "later"), dispatch: NearestUnit())
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
    #expect(english[2].contains(" later ") && english[2].hasSuffix("identical"))
    #expect(english[4].contains("50.00 ± 0.00"))
    #expect(english[5].hasPrefix("Treatment “sink00”, 2 replications"))
    let chinese = result.table(of: [], in: .zh).split(separator: "\n")
    #expect(chinese.count == 4 && chinese[1].hasPrefix("一半（%）") && chinese[2].hasSuffix("相同"))
    #expect(chinese[1].contains(" nearest ") && chinese[2].contains(" 再说 "))
  }

  @Test func columnsBeginAtTheSamePlace() throws {
    let lines = try result().table(of: [.withinTarget], in: .zh).split(separator: "\n")
    let places = [(0, "策略"), (1, "nearest"), (2, "再说")].map { line, word in
      lines[line].range(of: word).map { DisplayWidth.of(String(lines[line][..<$0.lowerBound])) }
    }
    #expect(places[0] != nil && Set(places).count == 1)
  }

  /// The text of the differences to the first alternative of a measure whose values are given by alternative and replication.
  private func differences(_ values: [[Double?]]) throws -> [String] {
    let measure = try #require(
      PolicyMeasure(
        id: "own", name: LocalizedText("own"), unit: .minutes, direction: .lowerIsBetter, values: values,
        level: 0.95))
    return (1..<values.count).map(measure.differenceText)
  }

  @Test func aDifferenceToldFromNoneIsNotShownAsNone() throws {
    let base: [Double?] = [10, 11, 12, 13]
    func shifted(_ by: [Double]) -> [Double?] { zip(base, by).map { one, more in one.map { $0 + more } } }
    // One alternative differs widely and by chance, the other by a few thousandths, every time.
    let wide = [-30.0, 40, -35, 28]
    let texts = try differences([base, shifted(wide), shifted([-0.004, -0.0042, -0.0041, -0.0043])])
    #expect(texts[0].contains(" ± ") && texts[0].split(separator: ".")[1].hasPrefix("75 "))
    let parts = texts[1].components(separatedBy: " ± ").compactMap { PrintedNumber($0)?.value }
    #expect(parts.count == 2 && abs(parts[0] + 0.004_15) < 1e-4 && parts[1] > 0 && parts[1] < 0.001)
    // Less than any decimals can show, as a bound.
    let tiny = try differences([base, shifted(wide), shifted([1e-8, 2e-8, 1e-8, 2e-8])])
    #expect(tiny[1].hasPrefix("<0.01 ± "))
    // What may be chance keeps the decimals of the column.
    let chance = try differences([base, shifted(wide), shifted([-0.004, 0.004, -0.003, 0.003])])
    #expect(chance[1] == "0.00 ± 0.01")
  }
}
