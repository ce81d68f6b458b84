import DunjingStatistics
import Testing

@testable import DunjingDecision
@testable import DunjingReport
@testable import DunjingScenario

/// What the page of the best plan says besides the plan itself: later objectives, the front, what officers are worth.
@Suite struct PlanSearchPageTests {
  private let scenario = Fixture.scenario()

  private func interval(_ mean: Double, _ halfWidth: Double = 1) -> ConfidenceInterval {
    ConfidenceInterval(mean: mean, halfWidth: halfWidth, level: 0.95)
  }

  private func plan(_ ratio: Double, sunk: Int, _ difference: Double) -> PlanSearchOutcome.Standing {
    PlanSearchOutcome.Standing(
      id: nil, point: [ratio], sunk: sunk, toStreet: 0, difference: interval(difference, 80), behindBest: nil,
      excesses: [], replications: 20, isFresh: true)
  }

  private var outcome: PlanSearchOutcome {
    var outcome = PlanSearchOutcome(
      goal: PlanGoal([.init(.harmIndex, weight: 1)]), decisions: [.init(.agencyRatio, in: 0...0.5)],
      settings: PlanSearchSettings(), baselineObjective: 40_000,
      plans: [plan(0.24, sunk: 42, -1400), plan(0.21, sunk: 37, -1380), plan(0.1, sunk: 18, -600)], best: 0,
      plateau: [0, 1], isSelected: true, indifferenceZone: 100, changes: [], leastRelaxation: nil, played: 100
    )
    outcome.analytic = AnalyticOptimum(
      point: [0.24], difference: -1403, excesses: [], limitPrices: [], forecasts: 99)
    return outcome
  }

  private func page(_ outcome: PlanSearchOutcome, _ language: Language) -> String {
    PlanSearchPage(
      outcome, scenario: scenario, base: scenario.treatments[0], scenarioHash: "0123456789abcdef0123",
      provenance: Provenance(build: "abc1234", version: "1.0.0")
    ).html(in: language)
  }

  @Test func `what the formulas expected stands beside the simulation`() {
    let (expected, simulated) = (
      NumberText.signed(-1403, decimals: 0), NumberText.signed(-1400, decimals: 0)
    )
    #expect(
      page(outcome, .en).contains(
        "best plan by formulas: 42 officers, objective \(expected); simulated \(simulated)"))
    #expect(page(outcome, .zh).contains("推算的最优方案下沉 42 名，目标之差 \(expected)；仿真为 \(simulated)"))
    var other = outcome
    other.analytic = nil
    #expect(page(other, .en).contains("not used, as they do not speak of the objective"))
  }

  @Test func `the plan that later objectives prefer is named`() {
    var outcome = outcome
    outcome.goal.later = [[.init(.backlogEnd, weight: 1)]]
    outcome.preferred = 1
    #expect(
      page(outcome, .en).contains(
        "the later objectives (backlogEnd) prefer the plan with <strong>37 officers"))
    #expect(page(outcome, .zh).contains("次要目标（backlogEnd）最可取的下沉 <strong>37 名"))
    #expect(!page(self.outcome, .en).contains("later objectives"))
  }

  @Test func `a front is a chart and a table of its plans, and says that it is a choice`() {
    var outcome = outcome
    let members = [0, 1, 2].map { place in
      PlanFront.Member(
        plan: place,
        changes: [interval(-1400 + 400 * Double(place)), interval(1.2 - 0.5 * Double(place), 0.1)])
    }
    outcome.front = PlanFront(
      terms: [.init(.harmIndex, weight: 1), .init(.weightedDelay, weight: 1)],
      members: [members[0], members[2]],
      others: members)
    let (with, without) = (page(outcome, .en), page(self.outcome, .en))
    #expect(with.contains("The Pareto front") && !without.contains("The Pareto front"))
    #expect(with.contains("no other plan does better than these 2 (of 3 simulated"))
    #expect(with.split(separator: "<svg").count == without.split(separator: "<svg").count + 1)
    #expect(page(outcome, .zh).contains("选哪一个是取舍，不是计算"))
  }

  @Test func `one more officer has a worth in each department, in the community and at each station`() throws
  {
    var outcome = outcome
    let worths = scenario.departments.indices.map { 10 * Double($0 + 1) }
    outcome.worth = OfficerWorth(departments: [worths], community: [36.4])
    let english = page(outcome, .en)
    let best = try #require(scenario.departments.last)
    #expect(english.contains("lower the objective by 36.4") && english.contains("in the community and by 90"))
    #expect(english.contains("at \(best.name.en) (by formulas)"))
    for department in scenario.departments { #expect(english.contains(department.name.en)) }
    #expect(page(outcome, .zh).contains("一名民警值多少"))
    #expect(!page(self.outcome, .zh).contains("一名民警值多少"))
  }
}
