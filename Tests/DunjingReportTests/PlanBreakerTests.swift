import DunjingExperiment
import DunjingStatistics
import Testing

@testable import DunjingDecision
@testable import DunjingReport
@testable import DunjingScenario

/// Which treatments of the study break a limit.
@Suite struct PlanBreakerTests {
  @Test func `every treatment of the study that breaks a limit is named, or how many more there are`() {
    let scenario = Fixture.scenario()
    var outcome = PlanAnswerTests.minimized
    outcome.goal.limits = [.init(.weightedDelay, .atMost, 0, isRelative: true)]
    let names = scenario.treatments.prefix(3).map(\.name)
    for treatment in scenario.treatments.prefix(3) {
      var plan = PlanAnswerTests.plan(
        30, PlanAnswerTests.interval(-900, 80), excesses: [PlanAnswerTests.interval(0.4, 0.1)])
      plan.id = treatment.id
      outcome.plans.append(plan)
    }
    let answer = PlanSearchPage.answer(outcome, scenario)
    let chinese = answer.map(\.zh).first { $0.contains("不满足限制。") }
    #expect(chinese == names.map { "“\($0.zh)”" }.joined(separator: "、") + "都不满足限制。")
    let list = LocalizedText.names(names.map { LocalizedText("“\($0.en)”") })
    #expect(answer.contains { $0.en == "\(list.en) break a limit." })
    #expect(answer.contains { $0.en.contains("weighted delay at headquarters ≤ baseline.") })
    outcome.plans.removeLast(2)
    #expect(PlanSearchPage.answer(outcome, scenario).contains { $0.en == "“\(names[0].en)” breaks a limit." })
  }
}
