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

  private func plan(
    _ ratio: Double, sunk: Int, _ difference: Double, _ halfWidth: Double = 80
  ) -> PlanSearchOutcome.Standing {
    PlanSearchOutcome.Standing(
      id: nil, point: [ratio], sunk: sunk, toStreet: 0, difference: interval(difference, halfWidth),
      behindBest: nil,
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

  @Test func `formulas far from the simulation are said to be so, where the sensitivity rests on them`() {
    var outcome = outcome
    #expect(!outcome.isForecastFar)
    outcome.analytic = AnalyticOptimum(
      point: [0.24], difference: -4000, excesses: [], limitPrices: [], forecasts: 99)
    #expect(outcome.isForecastFar)
    outcome.plans[0].difference = interval(-1400, 2700)
    // Chance may have it so.
    #expect(!outcome.isForecastFar)
    outcome.analytic = nil
    #expect(!outcome.isForecastFar)
  }

  @Test func `a plan that overloads more departments is told with the answer`() {
    func page(_ difference: ConfidenceInterval, _ language: Language) -> String {
      var outcome = outcome
      outcome.changes = [
        PlanSearchOutcome.Change(indicator: .departmentsOverloaded, before: 1.2, difference: difference)
      ]
      return self.page(outcome, language)
    }
    #expect(page(interval(0.7, 0.2), .zh).contains("会使更多部门超负荷</strong>（平均 1.2 个增至 1.9 个）"))
    #expect(
      page(interval(0.7, 0.2), .en).contains("It overloads more departments</strong> (1.2 before, 1.9 after"))
    #expect(!page(interval(0.8, 1), .en).contains("overloads more"))
  }

  @Test func `that the answer sends the fewest is said once`() {
    var outcome = outcome
    #expect(page(outcome, .zh).contains("其中下沉最少的为 37 名"))
    outcome.best = 1
    #expect(page(outcome, .zh).contains("；它下沉最少。") && page(outcome, .en).contains("; it sends the fewest."))
  }

  @Test func `the plan that later objectives prefer is named`() {
    var outcome = outcome
    outcome.goal.later = [[.init(.backlogEnd, weight: 1)]]
    outcome.preferred = 1
    let (english, chinese) = (page(outcome, .en), page(outcome, .zh))
    #expect(english.contains("The preferred plan <strong>sends 37 officers down"))
    #expect(english.contains("found by the search (preferred)") && english.contains("(least objective)"))
    #expect(english.contains("Behind the least objective") && english.contains("the preferred plan</text>"))
    #expect(chinese.contains("首选方案是<strong>下沉 37 名民警") && chinese.contains("（目标值最小）"))
    #expect(!page(self.outcome, .en).contains("referred plan"))
  }

  @Test func `a maximized share is told in percentage points, and more of it is better`() {
    var outcome = outcome
    outcome.goal = .maximizing([.init(.withinTarget, weight: 1)])
    outcome.baselineObjective = -0.839
    outcome.plans = [plan(0.24, sunk: 42, -0.0521, 0.0042), plan(0.1, sunk: 18, 0.012, 0.0033)]
    (outcome.plateau, outcome.plans[1].behindBest) = ([0], interval(0.0641, 0.005))
    outcome.worth = OfficerWorth(departments: [scenario.departments.map { _ in 0 }], community: [0.00031])
    let (english, chinese) = (page(outcome, .en), page(outcome, .zh))
    for text in [
      "Objective less that of the baseline (percentage points, higher is better)", "+5.21", "± 0.42",
      "\(NumberText.minus)1.20", "\(NumberText.minus)6.41", "Objective of the baseline: 83.9%",
      "Objective, made great",
      "Rise of the objective", ">0.031<", "would raise the objective of a year"
    ] { #expect(english.contains(text), "\(text)") }
    for text in ["（个百分点，越高越好）", "目标（越大越好）", "目标值上升", "基线目标值 83.9%"] {
      #expect(chinese.contains(text), "\(text)")
    }
    #expect(!english.contains("\(NumberText.minus)withinTarget") && !english.contains("whose weights"))
  }

  @Test
  func `where no plan keeps the limits, changes and limits are those of the plan that breaks them least`() {
    var outcome = outcome
    outcome.goal.limits = [
      .init(.responseP90, .atMost, 1), .init(.backlogEnd, .atMost, 0.1, isRelative: true)
    ]
    for place in outcome.plans.indices {
      outcome.plans[place].excesses = [interval(3.317, 0.02), interval(-3, 1)]
    }
    (outcome.best, outcome.leastRelaxation, outcome.plateau, outcome.isSelected) = (nil, 1, [], false)
    outcome.changes = [
      .init(indicator: .backlogEnd, before: 315, difference: interval(20, 4)),
      .init(indicator: .responseP90, before: 5, difference: interval(-0.68, 0.02))
    ]
    outcome.worth = OfficerWorth(departments: [scenario.departments.map { _ in 7 }], community: [3])
    let (english, chinese) = (page(outcome, .en), page(outcome, .zh))
    for text in [
      "Plan that breaks the limits least", "Relaxed to", "responseP90 &lt;= 4.32", "+3.32", "± 0.02 min",
      "under the plan that breaks the limits least", "(breaks limits least)",
      "Under the plan that breaks the limits least, one more officer would",
      "Under the plan that breaks the limits least, one more officer is worth more than in the community"
    ] { #expect(english.contains(text), "\(text)") }
    for text in ["超限最少的方案", "放宽到", "在超限最少的方案下，再多一名民警", "在超限最少的方案下，同样多一名民警，放在"] {
      #expect(chinese.contains(text), "\(text)")
    }
    #expect(!english.contains("Behind the best") && !english.contains("under the best plan"))
    #expect(!english.contains("backlogEnd &lt;="))
  }

  @Test(arguments: [(-197.0, 64.0, true), (-20, 64, false)])
  func `the division among the stations is a table with a sentence`(
    mean: Double, half: Double, isSignificant: Bool
  ) throws {
    var outcome = outcome
    outcome.worth = OfficerWorth(departments: [scenario.departments.map { _ in 7 }], community: [3])
    let station = try #require(scenario.facilities.first)
    outcome.stations = StationOutcome(
      allocations: [
        StationAllocation(
          county: 0, stations: [station.id, "elsewhere"], officers: [29, 13], harm: 80, evenHarm: 100,
          worthOfOneMore: [0.042, 0.0077], beats: [2, 2])
      ], difference: interval(mean, half))
    let (english, chinese) = (page(outcome, .en), page(outcome, .zh))
    #expect(english.contains("Among the stations") && chinese.contains("派出所之间的分配"))
    #expect(english.contains(station.name.en) && english.contains(">29<") && english.contains(">0.042<"))
    #expect(english.contains("changes the objective by a further") == isSignificant)
    #expect(english.contains("cannot be told apart from an even spread") == !isSignificant)
    #expect(chinese.contains("目标值再变化 \(NumberText.minus)197.0（95% 区间") == isSignificant)
    #expect(!page(self.outcome, .en).contains("Among the stations"))
    outcome.goal = .maximizing([.init(.deterred, weight: 1)])
    #expect(page(outcome, .en).contains("a further +197.0 incidents/year") == isSignificant)
  }

  @Test func `what each choice is worth has a row, and plans say in which choices they differ`() {
    var outcome = outcome
    let mechanisms: [Mechanism] = [.intelligence, .jointMediation, .coLocation, .oneWindow]
    outcome.decisions += mechanisms.map { .init(among: .mechanism($0)) }
    outcome.plans[0].point = [0.24, 1, 1, 1, 0]
    outcome.plans[1].point = [0.21, 1, 0, 1, 0]
    outcome.plans[2].point = [0.1, 0, 0, 0, 0]
    outcome.otherChoices = [
      OtherChoice(decision: 4, number: 1, behindBest: interval(2, 5)),
      OtherChoice(decision: 1, number: 0, behindBest: interval(1150, 60), isFeasible: false)
    ]
    let (english, chinese) = (page(outcome, .en), page(outcome, .zh))
    #expect(english.contains("What each mechanism is worth") && chinese.contains("各项机制值多少"))
    #expect(english.contains("breaks a limit") && chinese.contains("超出限制"))
    #expect(english.contains("joint mediation off") && chinese.contains("所长进班子和联调联处：关"))
    #expect(english.contains("0 of 4 on") && chinese.contains("4 项中打开 0 项"))
    #expect(english.contains("1 share and 4 choices") && english.contains("other switches"))
    #expect(!page(self.outcome, .en).contains("What each mechanism is worth"))
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
    let dear = worths.filter { $0 > 36.4 }.count
    #expect(
      dear > 0 && english.contains("is worth more than in the community (36.40) at \(best.name.en) (90.00)"))
    #expect(english.contains("costs more than the community gains"))
    let chinese = page(outcome, .zh)
    #expect(chinese.contains("一名民警值多少") && chinese.contains("都大于放在社区（36.40）"))
    #expect(chinese.contains("再从这些部门抽人，代价大于社区所得"))
    #expect(chinese.contains("放在\(best.name.zh)的所得为 90"))
    outcome.worth = OfficerWorth(departments: [worths], community: [500])
    #expect(page(outcome, .en).contains("is worth no more in any department than in the community (500"))
    #expect(page(outcome, .zh).contains("没有一个部门再多一名民警的所得大于社区（500"))
    #expect(!page(outcome, .en).contains("costs more than the community gains"))
    #expect(!page(self.outcome, .zh).contains("一名民警值多少"))
  }

  @Test func `the answer says how it stands to the report of a run`() throws {
    var outcome = outcome
    let own = try #require(scenario.treatments.last)
    (outcome.plans[2].id, outcome.plans[2].behindBest) = (own.id, interval(800, 90))
    let (english, chinese) = (page(outcome, .en), page(outcome, .zh))
    for text in [
      "The best of the study's plans that lie within what was searched, “\(own.name.en)” (18 officers), is significantly worse than the best plan",
      "the report compares only what the study lists, by the harm index; here the share of agency officers sent down from 0% to 50% "
        + "was searched to make the harm index small, without limits but the floors of departments.",
      "both follow the weights that the study gives. The baseline is played in other replications too"
    ] { #expect(english.contains(text), "\(text)") }
    for text in [
      "研究所列方案中在搜索范围内的，最好的是“\(own.name.zh)”（下沉 18 名），显著差于最优方案",
      "这里搜索省市机关下沉比例 0% 至 50%，求综合损失指数最小，除各部门的人员底线外不设限制",
      "。基线用的重复也不同，数值可能略有出入。"
    ] { #expect(chinese.contains(text), "\(text)") }
    (outcome.plateau, outcome.plans[2].behindBest) = ([0, 1, 2], interval(20, 90))
    #expect(page(outcome, .en).contains("(18 officers), is among these plans"))
    outcome.goal.limits = [.init(.responseP90, .atMost, 5)]
    outcome.decisions += (1...6).map { .init(.ownRatio("c\($0)"), in: 0...0.4) }
    for place in outcome.plans.indices { outcome.plans[place].point = Array(repeating: 0.2, count: 7) }
    let relation = try #require(PlanSearchPage.answer(outcome, scenario).last)
    #expect(
      relation.en.contains(
        "here 7 ratios were searched to make the harm index small, within the floors of departments and 90th percentile"
      ))
    #expect(relation.zh.contains("这里搜索 7 个比例，求"))
  }

  @Test func `plans of the study that were not searched are named, and never the best of those that were`()
    throws
  {
    var outcome = outcome
    let own = try #require(scenario.treatments.last)
    (outcome.plans[2].id, outcome.plans[2].behindBest) = (own.id, interval(800, 90))
    #expect(!page(outcome, .en).contains("outside of what was searched"))
    outcome.outside = [own.id]
    outcome.plans[2].point = nil
    let answer = PlanSearchPage.answer(outcome, scenario)
    let last = try #require(answer.last)
    #expect(last.en.hasPrefix("Of the study's plans, “\(own.name.en)” lies outside of what was searched"))
    #expect(last.zh.hasPrefix("研究所列的“\(own.name.zh)”不在搜索范围内"))
    #expect(!answer.contains { $0.en.hasPrefix("The best of the study's plans") })
    outcome.outside = scenario.treatments.map(\.id)
    let all = try #require(PlanSearchPage.answer(outcome, scenario).last)
    #expect(
      all.en.contains(" lie outside of what was searched") && all.en.contains("dunjing run compares them"))
  }
}
