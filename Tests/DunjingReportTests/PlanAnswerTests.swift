import DunjingStatistics
import Testing

@testable import DunjingDecision
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// The sentences that answer which plan is best, case by case, in both languages.
@Suite struct PlanAnswerTests {
  /// An outcome and what its answer has to say, and must not.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var outcome: PlanSearchOutcome
    var english: [String]
    var chinese: [String]
    var absent: [String] = []
  }

  static func interval(_ mean: Double, _ half: Double) -> ConfidenceInterval {
    ConfidenceInterval(mean: mean, halfWidth: half, level: 0.95)
  }

  static func plan(
    _ sunk: Int, _ difference: ConfidenceInterval, point: [Double] = [0.24],
    behind: ConfidenceInterval? = nil,
    excesses: [ConfidenceInterval] = []
  ) -> PlanSearchOutcome.Standing {
    PlanSearchOutcome.Standing(
      id: nil, point: point, sunk: sunk, toStreet: 2, difference: difference, behindBest: behind,
      excesses: excesses, replications: 20, isFresh: true)
  }

  private static func outcome(
    _ goal: PlanGoal, baseline: Double, _ plans: [PlanSearchOutcome.Standing], plateau: [Int] = [0]
  ) -> PlanSearchOutcome {
    PlanSearchOutcome(
      goal: goal, decisions: [.init(.agencyRatio, in: 0...0.5)], settings: PlanSearchSettings(),
      baselineObjective: baseline, plans: plans, best: 0, plateau: plateau, isSelected: true,
      indifferenceZone: 100,
      changes: [
        .init(indicator: .weightedDelay, before: 1.01, difference: interval(1.18, 0.1)),
        .init(indicator: .backlogEnd, before: 315.1, difference: interval(304.3, 20)),
        .init(indicator: .responseP90, before: 5, difference: interval(-0.6, 0.1))
      ], leastRelaxation: nil, played: 100)
  }

  private static let harm = PlanGoal([.init(.harmIndex, weight: 1)])
  private static let m = NumberText.minus
  private static let s = NumberText.thinSpace

  static var minimized: PlanSearchOutcome {
    outcome(
      harm, baseline: 40_000,
      [plan(42, interval(-1365, 78)), plan(37, interval(-1300, 80), behind: interval(65, 90))],
      plateau: [0, 1])
  }

  /// A rule and two mechanisms beside some shares.
  private static func chosen(
    _ shares: [PlanSpace.Decision], _ values: [Double], sunk: Int = 42
  ) -> PlanSearchOutcome {
    var outcome = outcome(
      harm, baseline: 40_000, [plan(sunk, interval(-1365, 78), point: values + [1, 1, 0])])
    outcome.decisions =
      shares + [
        .init(among: .sourceRule), .init(among: .mechanism(.intelligence)),
        .init(among: .mechanism(.jointMediation))
      ]
    return outcome
  }

  private static var preferred: PlanSearchOutcome {
    var outcome = minimized
    outcome.goal.later = [[.init(.officersSunk, weight: 1)], [.init(.backlogEnd, weight: 1)]]
    (outcome.preferred, outcome.preference) = (1, .init(sum: 1, difference: interval(-120.5, 30)))
    return outcome
  }

  private static var broken: PlanSearchOutcome {
    let limits = [
      PlanGoal.Limit(.responseP90, .atMost, 1), .init(.weightedDelay, .atMost, 0.1, isRelative: true)
    ]
    var outcome = outcome(
      PlanGoal(harm.objective, limits: limits), baseline: 40_000,
      [plan(42, interval(-1365, 78), excesses: [interval(3.396, 0.1), interval(1.079, 0.1)])])
    (outcome.best, outcome.leastRelaxation, outcome.plateau, outcome.isSelected) = (nil, 0, [], false)
    return outcome
  }

  static var cases: [Case] {
    [
      Case(
        testDescription: "minimize", outcome: minimized,
        english: [
          "The best plan **sends 42 officers down** (40 to the community, 2 to the street; share of agency officers",
          "the harm index falls by **3.4%** (by 1\(s)365; 95% interval \(m)1\(s)443 to \(m)1\(s)287).",
          "The price: the weighted delay at headquarters rises by **1.18 working days**",
          "1 other plan cannot be told apart from it, or is not shown to be worse by more than 0.25%",
          "(**37 to 42 officers**)"
        ],
        chinese: ["最优方案是**下沉 42 名民警**（40 名到社区，2 名上街面；", "综合损失指数下降 **3.4%**（即 1\(s)365；95% 区间", "代价：机关加权延误增加"],
        absent: ["preferred", "ran out"]),
      Case(
        testDescription: "nobody on the street",
        outcome: {
          var outcome = minimized
          outcome.decisions.append(.init(.streetShare, in: 0...1))
          for place in outcome.plans.indices { outcome.plans[place].point = [0.24, 0.017] }
          outcome.plans[0].toStreet = 0
          return outcome
        }(),
        english: ["(42 to the community, 0 to the street; share of agency officers sent down 24%)."],
        chinese: ["（42 名到社区，0 名上街面；省市机关下沉比例 24%）。"], absent: ["1.7%"]),
      Case(
        testDescription: "somebody on the street",
        outcome: {
          var outcome = minimized
          outcome.decisions.append(.init(.streetShare, in: 0...1))
          for place in outcome.plans.indices { outcome.plans[place].point = [0.24, 0.05] }
          return outcome
        }(), english: ["share of sunk officers on the street 5%)."], chinese: ["下沉警力用于街面的份额 5%）。"]),
      Case(
        testDescription: "choices beside a share",
        outcome: chosen([.init(.agencyRatio, in: 0...0.5)], [0.24]),
        english: [
          "share of agency officers sent down 24%, rule of origin balanced, on: committee intelligence)."
        ],
        chinese: ["省市机关下沉比例 24%，抽调规则：按负荷，打开情报研判和靶向走访）。"], absent: ["joint mediation"]),
      Case(
        testDescription: "choices only", outcome: chosen([], []),
        english: [
          "The best plan is **rule of origin balanced, on: committee intelligence** (42 officers sent down, not searched)."
        ],
        chinese: ["最优方案是**抽调规则：按负荷，打开情报研判和靶向走访**（下沉 42 名民警，不在搜索之内）。"]),
      Case(
        testDescription: "nobody sent down, but mechanisms on",
        outcome: chosen([.init(.agencyRatio, in: 0...0.5)], [0], sunk: 0),
        english: ["best to **send nobody down** (rule of origin balanced, on: committee intelligence)."],
        chinese: ["**不下沉**最好（抽调规则：按负荷，打开情报研判和靶向走访）。"]),
      Case(
        testDescription: "headquarters overloaded",
        outcome: {
          var outcome = minimized
          outcome.changes.append(
            .init(indicator: .departmentUtilization, before: 0.8, difference: interval(0.27, 0.01)))
          return outcome
        }(), english: ["**Headquarters is overloaded**: it works at 107% of its capacity"],
        chinese: ["**机关超负荷**：工作量为其能力的 107%"]),
      Case(
        testDescription: "maximize",
        outcome: outcome(
          .maximizing([.init(.withinTarget, weight: 1)]), baseline: -0.84,
          [
            plan(42, interval(-0.0524, 0.0015)),
            plan(9, interval(-0.01, 0.001), behind: interval(0.0424, 0.002))
          ]),
        english: [
          "the share arrived within target rises by **5.24 percentage points** (95% interval +5.09 to +5.39)."
        ],
        chinese: ["到场达标率上升 **5.24 个百分点**（95% 区间 +5.09 至 +5.39）。"], absent: ["falls", "下降 **"]),
      Case(
        testDescription: "maximize a sum",
        outcome: outcome(
          .maximizing([.init(.withinTarget, weight: 2), .init(.deterred, weight: 0.001)]), baseline: -2,
          [plan(42, interval(-0.0524, 0.0015))]),
        english: ["the objective rises by **2.6%** (by 0.052; 95% interval +0.051 to +0.054)."],
        chinese: ["目标值上升 **2.6%**（即 0.052；95% 区间 +0.051 至 +0.054）。"]),
      Case(
        testDescription: "a gain that cannot be told from none",
        outcome: outcome(harm, baseline: 40_000, [plan(42, interval(-30, 78))]),
        english: ["the change of the harm index cannot be told from none (95% interval \(m)108.0 to +48.0)."],
        chinese: ["综合损失指数的变化无法与零区分（95% 区间 \(m)108.0 至 +48.0）。"], absent: ["falls by"]),
      Case(
        testDescription: "worse than the baseline",
        outcome: outcome(harm, baseline: 40_000, [plan(42, interval(400, 78))]),
        english: [
          "the harm index rises by **1.0%**, for the worse (by 400.0; 95% interval +322.0 to +478.0)."
        ],
        chinese: ["综合损失指数上升 **1.0%**，比基线差（"], absent: ["told from none"]),
      Case(
        testDescription: "a baseline of nothing",
        outcome: outcome(
          .maximizing([.init(.officersSunk, weight: 1)]), baseline: 0, [plan(42, interval(-42, 0))]),
        english: ["by **42 officers** (95% interval +42 to +42)."],
        chinese: ["下沉警力上升 **42 名**"]),
      Case(
        testDescription: "no plan keeps the limits", outcome: broken,
        english: [
          "**No plan keeps all limits.**", "“90th percentile of response time ≤ 1.00 min” by 3.40 min",
          "which is --limit \"responseP90 <= 4.4\" --limit \"weightedDelay <= +117%\"; then **42 officers** are sent down",
          "the harm index falls by **3.4%**", "The price: the weighted delay"
        ],
        chinese: [
          "没有方案满足全部限制。", "“90%到场时间 ≤ 1.00 分钟”放宽 3.40 分钟", "即 --limit \"responseP90 <= 4.4\"", "此时下沉 **42 名**",
          "代价："
        ], absent: ["best plan", "最优", "ran out"]),
      Case(
        testDescription: "replications ran out",
        outcome: {
          var outcome = minimized
          outcome.isSelected = false
          return outcome
        }(),
        english: ["The replications ran out before it could be called the best with 95% probability."],
        chinese: ["重复次数用完时，仍未能以 95% 的把握认定它就是最优。"]),
      Case(
        testDescription: "another plan is preferred", outcome: preferred,
        english: [
          "The preferred plan **sends 37 officers down**", "the harm index falls by **3.3%**",
          "It cannot be told apart from the plan of the least objective (42 officers; objective +65.0, simultaneous 95% "
            + "interval \(m)25.0 to +155.0), and is preferred by the later objective, the backlog at the end "
            + "(\(m)120.5 officer-days, 95% interval \(m)150.5 to \(m)90.5)."
        ],
        chinese: [
          "首选方案是**下沉 37 名民警**", "它与目标值最小的方案（下沉 42 名；目标值相差 +65.0，95% 同时区间",
          "无法区分，按次要目标“期末积压”更可取（相差 \(m)120.5 人日，95% 区间"
        ], absent: ["best plan", "最优方案", "other plan"]),
      Case(
        testDescription: "another plan is preferred, perhaps by chance",
        outcome: {
          var outcome = preferred
          outcome.preference = .init(sum: 1, difference: interval(-97.7, 108.8))
          return outcome
        }(),
        english: ["(\(m)97.7 officer-days, 95% interval \(m)206.5 to +11.1, which may be chance)."],
        chinese: ["+11.1，也可能出于偶然）。"]),
      Case(
        testDescription: "later objectives agree",
        outcome: {
          var outcome = minimized
          (outcome.goal.later, outcome.preferred) = ([[.init(.backlogEnd, weight: 1)]], 0)
          return outcome
        }(),
        english: [
          "The best plan **sends 42",
          "By the later objective (the backlog at the end) none of these is preferred to it."
        ],
        chinese: ["最优方案是**下沉 42", "按次要目标（期末积压），其中也以它最可取。"], absent: ["preferred plan"]),
      Case(
        testDescription: "a later objective without a value",
        outcome: {
          var outcome = minimized
          outcome.goal.later = [[.init(.windowWaitMean, weight: 1)]]
          return outcome
        }(),
        english: ["has no value in this study and decided nothing."], chinese: ["在本研究中没有数值，未起作用。"]),
      Case(
        testDescription: "many decisions",
        outcome: {
          var outcome = minimized
          outcome.decisions = (1...6).map { .init(.ownRatio("c\($0)"), in: 0...0.4) }
          for place in outcome.plans.indices { outcome.plans[place].point = Array(repeating: 0.2, count: 6) }
          return outcome
        }(),
        english: ["2 to the street; 6 ratios, in the table)."], chinese: ["2 名上街面；共 6 个比例，见下表）。"]),
      Case(
        testDescription: "nobody is sent down",
        outcome: {
          var outcome = outcome(harm, baseline: 40_000, [plan(0, interval(0, 0), point: [0])])
          outcome.changes = [.init(indicator: .backlogEnd, before: 315.1, difference: interval(0, 0))]
          return outcome
        }(),
        english: ["it is best to **send nobody down**.", "That is what the baseline does."],
        chinese: ["**不下沉**最好。", "这与基线相同。"], absent: ["told from none", "The price"])
    ]
  }

  @Test(arguments: cases)
  func `the answer says what was found`(example: Case) {
    let sentences = PlanSearchPage.answer(example.outcome, Fixture.scenario())
    let english = sentences.map(\.en).joined(separator: " ")
    let chinese = sentences.map(\.zh).joined()
    for text in example.english { #expect(english.contains(text), "\(text) in \(english)") }
    for text in example.chinese { #expect(chinese.contains(text), "\(text) in \(chinese)") }
    for text in example.absent { #expect(!english.contains(text) && !chinese.contains(text), "\(text)") }
  }

  @Test func `limits are relaxed outward, in the form that the option takes`() {
    var outcome = Self.broken
    outcome.goal.limits = [
      .init(.withinTarget, .atLeast, 0.99), .init(.backlogEnd, .atMost, -0.2, isRelative: true)
    ]
    outcome.changes = [
      .init(indicator: .withinTarget, before: 0.84, difference: Self.interval(0.0366, 0.01)),
      .init(indicator: .backlogEnd, before: 300, difference: Self.interval(-30, 10))
    ]
    outcome.plans[0].excesses = [Self.interval(0.11337, 0.01), Self.interval(30, 10)]
    #expect(LimitRelaxation(outcome)?.expressions == ["withinTarget >= 87.6%", "backlogEnd <= -10%"])
    outcome.plans[0].excesses[0] = Self.interval(-0.01, 0.01)
    #expect(LimitRelaxation(outcome)?.expressions == ["backlogEnd <= -10%"])
    outcome.goal.limits = []
    #expect(LimitRelaxation(outcome) == nil)
  }

  @Test(arguments: [(0.0, 2), (1365, 0), (137.5, 1), (42, 2), (0.5, 2), (0.0524, 3), (0.0042, 4), (1e-9, 6)])
  func `small numbers have two digits`(spread: Double, decimals: Int) {
    #expect(NumberText.decimals(forSpread: spread) == decimals)
    #expect(NumberText.decimals(forSpreadOf: [0, -spread, .nan]) == decimals)
  }
}
