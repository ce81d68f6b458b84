import DunjingExperiment
import DunjingReport
import DunjingScenario
import Testing

@Suite struct ChartLabelTests {
  private func charts(_ result: ExperimentResult, _ language: Language) -> [ParsedChart] {
    ParsedChart.all(
      in: Report(
        result: result, scenario: Fixture.scenario(),
        provenance: Provenance(build: "abc1234", version: "1.0.0")
      ).html(in: language))
  }

  private func check(_ charts: [ParsedChart]) {
    #expect(charts.count >= 5)
    for chart in charts {
      #expect(!chart.labels.isEmpty)
      for (number, label) in chart.labels.enumerated() {
        for other in chart.labels[(number + 1)...] {
          #expect(!label.overlaps(other), "\(chart.name): \(label) and \(other)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func noTwoLabelsOverlap(language: Language) {
    check(charts(Fixture.result(), language))
  }

  /// Nine treatments whose backlogs end within a few officer-days of each other.
  @Test(arguments: Language.allCases)
  func noTwoLabelsOverlapWhereLinesEndTogether(language: Language) {
    var result = Fixture.result()
    for index in result.treatments.indices {
      result.treatments[index].weeklyBacklog = (1...52).map { Double(260 + $0 + index) }
    }
    check(charts(result, language))
  }

  @Test(arguments: Language.allCases)
  func noLabelLeavesItsChart(language: Language) {
    var result = Fixture.result()
    let last = result.treatments.count - 1
    result.treatments[last].name = LocalizedText(
      zh: "下沉百分之二十并同时启用驻所、情报、联调等全部配套机制的方案",
      en: "Twenty per cent sent down with the whole package of resident policing, intelligence and mediation")
    for chart in charts(result, language) {
      for label in chart.labels {
        #expect(label.left >= -1 && label.right <= chart.size.width + 1, "\(chart.name): \(label)")
        #expect(label.top >= -1 && label.bottom <= chart.size.height + 1, "\(chart.name): \(label)")
      }
    }
  }
}
