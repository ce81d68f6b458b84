import DunjingScenario
import DunjingSimulation
import Testing

@testable import DunjingExperiment
@testable import DunjingReport

/// Service windows in the report: a section of their own and a group of the table of all indicators.
@Suite struct WindowSectionTests {
  /// The made-up study with windows; the package has one queue for all of them.
  private func page(_ language: Language, hasWindows: Bool = true) -> String {
    var (scenario, result) = (Fixture.scenario(), Fixture.result())
    if hasWindows {
      scenario.windows = DefaultCatalog.windows
      scenario.treatments[8].switches.oneWindow = true
      for index in result.treatments.indices { addWaits(to: &result.treatments[index], isPooled: index == 8) }
    }
    return Report(
      result: result, scenario: scenario, provenance: Provenance(build: "abc1234", version: "1.0.0")
    ).html(in: language)
  }

  private func addWaits(to treatment: inout TreatmentResult, isPooled: Bool) {
    let levels: [(Indicator, Double, Double)] = [
      (.windowWaitMean, 24.3, 4.4), (.windowWaitP90, 70.8, 14.6), (.windowLongWaitShare, 0.367, 0.057),
      (.windowVisits, 237_138, 237_138)
    ]
    for (indicator, separate, pooled) in levels {
      treatment.estimates.append(
        Estimate(indicator: indicator, mean: isPooled ? pooled : separate, halfWidth: 0.1, count: 30))
      treatment.comparisons.append(
        Comparison(
          indicator: indicator, difference: isPooled ? pooled - separate : 0, halfWidth: 0.1,
          simultaneousHalfWidth: 0.2, relative: nil, relativeHalfWidth: nil, isSignificant: isPooled))
    }
  }

  @Test func theSectionComparesTheTwoKindsOfQueues() throws {
    for (language, words) in [
      (Language.zh, ["08:00–16:00", "分业务排队", "一窗式受理", "超过 20 分钟", "24.3", "4.40"]),
      (.en, ["08:00–16:00", "one for each business", "one for all windows", "Over 20 min", "36.7%", "5.7%"])
    ] {
      let text = page(language)
      let start = try #require(text.firstRange(of: "<section id=\"windows\""))
      let rest = text[start.lowerBound...]
      let section = rest[..<(try #require(rest.firstRange(of: "</section>"))).lowerBound]
      for word in words { #expect(section.contains(word), "\(word)") }
    }
  }

  @Test func theTableOfAllIndicatorsHasAGroupForThem() {
    let (chinese, english) = (page(.zh), page(.en))
    #expect(chinese.contains("服务</th>") && chinese.contains("窗口平均等候时间（分钟）"))
    #expect(english.contains("Service</th>") && english.contains("Mean wait at service windows (min)"))
  }

  @Test(arguments: Language.allCases)
  func withoutWindowsThereIsNeither(language: Language) {
    // Only what to add for them is said.
    let text = page(language, hasWindows: false)
      .replacing(/<section id="next"[\s\S]*?<\/section>/, with: "")
    #expect(!text.contains("<section id=\"windows\"") && !text.contains("service windows"))
    #expect(!text.contains("服务</th>") && !text.contains("窗口"))
  }
}
