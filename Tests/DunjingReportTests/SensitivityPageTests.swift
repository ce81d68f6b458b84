import DunjingStatistics
import Testing

@testable import DunjingDecision
@testable import DunjingOptimization
@testable import DunjingReport
@testable import DunjingScenario

/// What the page of the best plan says of the assumptions behind it.
@Suite struct SensitivityPageTests {
  private typealias Sample = SensitivityOutcome.Sample

  private func sample(_ sunk: Int, _ gain: Double) -> Sample {
    Sample(sunk: sunk, toStreet: 0, bestGain: gain + 0.001, foundGain: gain, foundDifference: -gain * 1000)
  }

  private func row(
    _ name: String, _ low: (Int, Double), _ high: (Int, Double), present: Double = 1
  ) -> SensitivityOutcome.Row {
    let assumption = Assumption(
      key: "harm.\(name)", name: LocalizedText(zh: "假设\(name)", en: "assumption \(name)"), mark: .assumed,
      isFactor: name == "b", present: present, range: 0.5...2, parts: [])
    let index = SobolIndices.Index(value: 0.42, lower: 0.31, upper: 0.53)
    var row = SensitivityOutcome.Row(
      assumption: assumption, low: sample(low.0, low.1), high: sample(high.0, high.1))
    row.gainShare = SobolIndices.Share(first: index, total: index)
    row.gainEffect = MorrisScreening.Effect(mean: 0.01, absoluteMean: 0.012, deviation: 0, standardError: 0)
    return row
  }

  private func sensitivity(_ rows: [SensitivityOutcome.Row]) -> SensitivityOutcome {
    SensitivityOutcome(
      settings: PlanSensitivitySettings(), present: sample(42, 0.034), foundSunk: 42, rows: rows,
      officerRange: 3...86, gainRange: -0.05...0.2,
      regrets: [
        .init(subject: .leastRegret, point: [0.3], sunk: 61, toStreet: 0, greatest: 0.049, mean: 0.018),
        .init(subject: .found, point: [0.2], sunk: 42, toStreet: 0, greatest: 0.086, mean: 0.007)
      ],
      confirmations: [
        .init(
          assumption: rows[0].assumption, value: 2,
          simulated: ConfidenceInterval(mean: -1514, halfWidth: 90, level: 0.95), expected: -1542,
          replications: 8)
      ], leftOut: [], pointCount: 703)
  }

  private func search(_ sensitivity: SensitivityOutcome?) -> PlanSearchOutcome {
    PlanSearchOutcome(
      goal: PlanGoal([.init(.harmIndex, weight: 1)]),
      decisions: [.init(.agencyRatio, in: 0...0.5)], settings: PlanSearchSettings(),
      baselineObjective: 40_000,
      plans: [
        .init(
          id: nil, point: [0.2], sunk: 42, toStreet: 0,
          difference: ConfidenceInterval(mean: -1400, halfWidth: 80, level: 0.95), behindBest: nil,
          excesses: [], replications: 20, isFresh: true)
      ], best: 0, plateau: [0], isSelected: true, indifferenceZone: 100, changes: [], leastRelaxation: nil,
      played: 100, sensitivity: sensitivity)
  }

  private func page(_ sensitivity: SensitivityOutcome?, _ language: Language) -> String {
    let scenario = Fixture.scenario()
    return PlanSearchPage(
      search(sensitivity), scenario: scenario, base: scenario.treatments[0],
      scenarioHash: "0123456789abcdef0123",
      provenance: Provenance(build: "abc1234", version: "1.0.0")
    ).html(in: language)
  }

  private var moved: SensitivityOutcome {
    sensitivity([
      row("a", (60, 0.038), (41, 0.028)), row("b", (48, 0.043), (37, 0.022)),
      row("c", (42, 0.034), (42, 0.034))
    ])
  }

  @Test func `the page has the chart, the tables and the sentence in both languages`() {
    let (chinese, english) = (page(moved, .zh), page(moved, .en))
    for word in [
      "depends most on", "assumption a",
      "by formulas the best number of officers is 42 with all assumptions as they are; with “assumption a” at 0.5 it is 60, "
        + "at 2 41; with “assumption b” at ×0.5 it is 48, at ×2 37.", "no finding about a real place",
      "60 / 41", "0.42",
      "Least greatest regret", "4.90", "Checked by simulation", "lies between 3 and 86", "703 sets"
    ] { #expect(english.contains(word), "\(word)") }
    for word in [
      "结论最取决于", "假设不变时最优下沉数为 42 名；“假设a”取 0.5 时为 60 名，取 2 时为 41 名；", "不是对现实的发现", "最大后悔值最小的方案",
      "用仿真核对", "在 3 至 86 名之间", "逐个改变假设"
    ] { #expect(chinese.contains(word), "\(word)") }
    #expect(english.split(separator: "<svg").count == page(nil, .en).split(separator: "<svg").count + 1)
  }

  @Test func `without a sensitivity there are words only`() {
    let english = page(nil, .en)
    #expect(!english.contains("depends most on") && !english.contains("One assumption at a time"))
    #expect(english.contains("What the answer rests on"))
  }

  @Test func `where no assumption moves the number, that is said`() {
    let english = page(sensitivity([row("a", (42, 0.03), (42, 0.05))]), .en)
    #expect(
      english.contains(
        "By formulas the best number of officers is 42 with all assumptions as they are, and no assumption"))
    #expect(english.contains("depends most on “assumption a”"))
    let still = page(sensitivity([row("a", (42, 0.03), (42, 0.03))]), .zh)
    #expect(still.contains("取其范围两端时都不变。") && !still.contains("收益最取决于"))
  }

  @Test(arguments: [
    (42, 57, 1.0, "at 0.5 it is still 42, at 2 57.", "取 0.5 时仍为 42 名，取 2 时为 57 名。"),
    (48, 48, 1, "at either 0.5 or 2 it is 48.", "取 0.5 和 2 时都为 48 名。"),
    (
      41, 40, 3, "at 0.5 it is 41, at 2 40 (outside of which the study has 3).",
      "取 2 时为 40 名（本研究取 3，在此范围之外）。"
    )
  ])
  func `the sentence says what the number is at present and at both ends`(
    low: Int, high: Int, present: Double, english: String, chinese: String
  ) {
    let sensitivity = sensitivity([row("a", (low, 0.03), (high, 0.03), present: present)])
    let sentence = SensitivityAnswer(sensitivity, of: search(sensitivity)).sentence
    #expect(sentence.en.contains("is 42 with all assumptions as they are") && sentence.en.contains(english))
    #expect(sentence.zh.contains("假设不变时最优下沉数为 42 名") && sentence.zh.contains(chinese))
  }

  @Test func `where the best by formulas is another than the answer, it is said why`() {
    var other = sensitivity([row("a", (40, 0.03), (41, 0.03))])
    other.foundSunk = 37
    var search = search(other)
    search.plans[0].sunk = 37
    func reason() -> LocalizedText { SensitivityAnswer(other, of: search).sentence }
    #expect(reason().en.contains("as they are (the plan found has 37: simulation decides)"))
    var rival = search.plans[0]
    (rival.sunk, rival.difference) = (42, ConfidenceInterval(mean: -900, halfWidth: 80, level: 0.95))
    search.plans.append(rival)
    #expect(
      reason().en.contains("37: simulated, it is the better)") && reason().zh.contains("（所选方案为 37 名：它在仿真中更好）")
    )
    search.plateau = [0, 1]
    #expect(reason().en.contains("37: simulated, neither is shown to be the better)"))
    search.plans[1].excesses = [ConfidenceInterval(mean: 0.3, halfWidth: 0.1, level: 0.95)]
    #expect(reason().en.contains("37: the best by formulas, simulated, breaks a limit)"))
    #expect(reason().zh.contains("37 名：按公式最优的方案在仿真中超出限制）"))
    other.present.foundKeepsLimits = false
    #expect(reason().en.contains("37: by formulas it breaks a limit, simulated it does not)"))
    other.foundSunk = 42
    #expect(!reason().en.contains("the plan found has"))
  }

  @Test(arguments: Language.allCases)
  func `no two labels of the tornado overlap`(language: Language) {
    let rows = [
      row("a", (60, 0.038), (41, 0.028)), row("b", (48, 0.043), (37, 0.022)),
      row("with a name that is far too long for the column that it is given", (43, 0.0345), (44, 0.036)),
      row("c", (40, 0.0335), (41, 0.0325)), row("d", (42, 0.034), (42, 0.034))
    ]
    let charts = ParsedChart.all(in: page(sensitivity(rows), language))
    #expect(charts.count == 2)
    for chart in charts {
      for (number, label) in chart.labels.enumerated() {
        #expect(label.left >= 0 && label.right <= chart.size.width, "\(label)")
        for other in chart.labels[(number + 1)...] {
          #expect(!label.overlaps(other), "\(label) and \(other)")
        }
      }
    }
  }
}
