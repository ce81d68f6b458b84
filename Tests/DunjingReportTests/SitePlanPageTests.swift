import DunjingSimulation
import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

/// The page of a plan of sites, and the table that sets its promise beside the simulation.
@Suite struct SitePlanPageTests {
  private func page(_ language: Language, reaches: Bool = true) -> String {
    let scenario = Fixture.scenario()
    let count = scenario.grids.count
    return SitePlanPage(
      scenario, facts: [.init(name: LocalizedText(zh: "模型", en: "Model"), value: LocalizedText("mclp"))],
      sites: [
        .init(name: LocalizedText(zh: "既有", en: "old"), place: .facility(0), isFixed: true),
        .init(name: LocalizedText(zh: "新点", en: "new"), place: .grid(count - 1), isFixed: false)
      ],
      minutes: (0..<count).map { $0 == 0 && !reaches ? .infinity : Double($0 % 7) },
      incidentsPerDay: [Double](repeating: 0.5, count: count)
    ).html(in: language)
  }

  @Test func thePageShowsThePlanOnTheMap() {
    let (chinese, english) = (page(.zh), page(.en))
    for word in ["选址方案", "模型", "mclp", "选中站点", "既有站点", "时限内", "<svg", "新点"] {
      #expect(chinese.contains(word), "\(word)")
    }
    for word in ["where to stand", "chosen site", "existing site", "Within target", "Mean travel", "<svg"] {
      #expect(english.contains(word), "\(word)")
    }
  }

  @Test func aGridThatNobodyReachesHasNoTime() {
    let (all, some) = (page(.en), page(.en, reaches: false))
    #expect(!some.contains(">inf"))
    #expect(missing(some) == missing(all) + 1)
  }

  /// How many cells have no value.
  private func missing(_ text: String) -> Int { text.split(separator: ">\(NumberText.missing)<").count - 1 }

  @Test func predictedAndSimulatedCoverageStandSideBySide() throws {
    let report = Report(
      result: coveredResult(), scenario: Fixture.scenario(),
      provenance: Provenance(build: "abc1234", version: "1.0.0"))
    let text = report.html(in: .en)
    let start = try #require(text.firstRange(of: "Coverage, predicted and simulated"))
    let table = text[start.lowerBound...].prefix(6_000)
    for word in ["Potential", "Available", "84.4%", "71.3%"] { #expect(table.contains(word), "\(word)") }
    #expect(report.html(in: .zh).contains("覆盖率：预测与仿真"))
  }

  private func coveredResult() -> ExperimentResult {
    var result = Fixture.result()
    for index in result.treatments.indices {
      result.treatments[index].estimates.removeAll {
        [.potentialCoverage, .availableCoverage].contains($0.indicator)
      }
      for (indicator, level) in [(Indicator.potentialCoverage, 0.844), (.availableCoverage, 0.713)] {
        result.treatments[index].estimates.append(
          Estimate(indicator: indicator, mean: level, halfWidth: 0.01, count: 30))
      }
    }
    return result
  }
}
