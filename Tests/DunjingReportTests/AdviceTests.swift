import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// The first sentence of page one says what to do, and never more than the data tell.
@Suite struct AdviceTests {
  private func answer(_ result: ExperimentResult, _ scenario: Scenario = Fixture.scenario()) -> LocalizedText
  {
    .sentences(AnswerSection.sentences(Findings(result: result, scenario: scenario))).plain
  }

  /// The fixture with other means of harm; `spread` is how far replications of a plan lie apart.
  private func result(
    harm: [String: Double], spread: Double = 1, keeping ids: (String) -> Bool = { _ in true }
  ) -> ExperimentResult {
    var result = Fixture.result()
    result.treatments.removeAll { !ids($0.id) }
    for index in result.treatments.indices {
      guard let mean = harm[result.treatments[index].id] else { continue }
      result.treatments[index].harmByReplication = (0..<30).map { number in
        mean + spread * (Double((number * (2 * index + 3)) % 30) - 14.5)
      }
      for position in result.treatments[index].estimates.indices
      where result.treatments[index].estimates[position].indicator == .harmIndex {
        result.treatments[index].estimates[position].mean = mean
      }
    }
    return result
  }

  private func isOfSweep(_ id: String) -> Bool { ["s0", "s10", "s20"].contains(id) }

  @Test func `a best ratio of several is an example`() {
    let text = answer(Fixture.result())
    #expect(
      text.en.hasPrefix(
        "Best is to send down **20%** (35 officers: 28 to the community, 7 to the street) or a ratio that these data "
          + "cannot tell from it: against the baseline, the share arrived within target rises by"))
    #expect(text.zh.hasPrefix("建议下沉 **20%**（35 名：社区 28 名，街面 7 名）或与之无法区分的比例：与基线相比，到场达标率提高"))
    #expect(text.zh.contains("20% 的综合损失指数最低，25% 和 30% 与它**无法区分**"))
    #expect(
      text.en.contains("By the harm index 20% is lowest, and 25% and 30% are **not distinguishable** from it")
    )
  }

  @Test func `a best ratio apart from the others is advised`() {
    let text = answer(result(harm: ["s0": 9000, "s10": 8000, "s20": 7000], keeping: isOfSweep))
    #expect(text.zh.hasPrefix("建议下沉 **20%**（35 名：社区 28 名，街面 7 名）：与基线相比"))
    #expect(text.en.contains("significantly higher under every other ratio tried"))
    #expect(!text.zh.contains("无法区分"))
  }

  @Test func `a baseline apart from the others is kept`() {
    let text = answer(result(harm: ["s0": 7000, "s10": 8000, "s20": 9000], keeping: isOfSweep))
    #expect(text.zh.hasPrefix("建议**先不下沉**。0% 的综合损失指数最低，参加比较的其他比例都显著较高"))
    #expect(text.en.hasPrefix("Best is to **send nobody down for now**. The harm index is lowest under 0%"))
  }

  @Test func `a ratio as good as the baseline is the most`() {
    let text = answer(
      result(harm: ["s0": 7000, "s10": 7001, "s20": 9000], spread: 10, keeping: isOfSweep))
    let officers = "（18 名：社区 15 名，街面 3 名；与不下沉**无法区分**）"
    #expect(text.zh.hasPrefix("建议**先不下沉**，或至多下沉 **10%**\(officers)：与基线相比，10% 的到场达标率提高"))
    #expect(
      text.en.hasPrefix(
        "Best is to **send nobody down for now**, or at most to send down **10%** (18 officers: 15 to the community, 3 to the "
          + "street; **not distinguishable** from sending nobody down): under 10%, against the baseline, the share arrived within target rises by"
      ))
    #expect(text.zh.contains("。0% 的综合损失指数最低；下列各项为 10% 的数。"))
    #expect(text.zh.ranges(of: "无法区分").count == 1)
    #expect(text.en.contains(" By the harm index 0% is lowest; the numbers below are those of 10%."))
  }

  @Test func `of the ratios as good as the baseline only the others are named again`() {
    let text = answer(
      result(harm: ["s0": 7000, "s10": 7001, "s20": 7002], spread: 10, keeping: isOfSweep))
    #expect(text.zh.hasPrefix("建议**先不下沉**，或至多下沉 **20%**"))
    #expect(text.zh.contains("0% 的综合损失指数最低，10% 也与它**无法区分**（配对差的区间含零）；下列各项为 20% 的数。"))
    #expect(text.en.contains("and 10% is **not distinguishable** from it either (the interval"))
  }

  @Test func `of a ratio without a paired difference nothing is claimed`() throws {
    var result = result(harm: ["s0": 9000, "s10": 8000, "s20": 7000], keeping: isOfSweep)
    let index = try #require(result.treatments.firstIndex { $0.id == "s10" })
    result.treatments[index].harmByReplication = []
    let text = answer(result)
    #expect(text.zh.contains("20% 的综合损失指数最低。综合损失指数不能逐次与它配对，未作比较：10%。"))
    #expect(text.en.contains("cannot be paired with that one: 10%."))
    #expect(!text.zh.contains("无法区分") && !text.zh.contains("都显著较高") && !text.zh.contains("也较大"))
  }

  @Test func `without gains to tell the advice stands alone`() {
    var sweep = result(harm: ["s0": 9000, "s10": 8000, "s20": 7000], keeping: isOfSweep)
    var plan = result(harm: ["s0": 9000, "s20-package": 8000]) { ["s0", "s20-package"].contains($0) }
    func leaveOut(_ treatment: inout TreatmentResult) {
      treatment.comparisons.removeAll { [.withinTarget, .incidentsOrder].contains($0.indicator) }
    }
    for index in sweep.treatments.indices { leaveOut(&sweep.treatments[index]) }
    for index in plan.treatments.indices { leaveOut(&plan.treatments[index]) }
    #expect(answer(sweep).zh.hasPrefix("建议下沉 **20%**（35 名：社区 28 名，街面 7 名）。代价："))
    #expect(answer(plan).zh.hasPrefix("建议采用方案“**20% 加配套机制**”（35 名：社区 28 名，街面 7 名）。代价："))
    plan.replications = 5
    #expect(answer(plan).en.hasPrefix("At first sight best is to adopt “"))
    #expect(answer(plan).en.contains("to the street). The price: "))
  }

  @Test func `that the choice is certain too is said only where the gain is`() throws {
    var result = result(harm: ["s0": 9000, "s10": 8000, "s20": 7000], keeping: isOfSweep)
    #expect(answer(result).zh.contains("把握较大；取哪个比例，把握也较大"))
    let index = try #require(result.treatments.firstIndex { $0.id == "s20" })
    for place in result.treatments[index].comparisons.indices
    where result.treatments[index].comparisons[place].indicator == .harmIndex {
      result.treatments[index].comparisons[place].simultaneousHalfWidth = 9_999
    }
    let text = answer(result)
    #expect(text.zh.contains("尚不能确定；取哪个比例，把握较大（30 次重复）"))
    #expect(text.en.contains("is uncertain; which ratio does best is fairly certain (30 replications)"))
  }

  @Test func `a ratio beyond one that is worse is not the most`() {
    let text = answer(
      result(harm: ["s0": 7000, "s10": 9000, "s20": 7001], spread: 10, keeping: isOfSweep))
    #expect(
      text.zh.hasPrefix("建议**先不下沉**，或下沉 **20%**") && text.en.contains("for now**, or to send down **20%**"))
  }

  @Test func `a best ratio that is as good as none is not advised`() {
    let text = answer(
      result(harm: ["s0": 7001, "s10": 9000, "s20": 7000], spread: 10, keeping: isOfSweep))
    #expect(text.zh.hasPrefix("数据**不能区分**不下沉还是下沉 **20%**（35 名：社区 28 名，街面 7 名）好："))
    #expect(
      text.en.hasPrefix(
        "The data **do not tell** whether to send nobody down or to send down **20%**"))
    #expect(!text.zh.contains("建议"))
  }

  @Test func `few replications are a first look`() {
    var few = Fixture.result()
    few.replications = 6
    #expect(answer(few).zh.hasPrefix("初步看，建议下沉 **20%**"))
    #expect(answer(few).en.hasPrefix("At first sight best is to send down **20%**"))
    few = result(harm: ["s0": 7000, "s10": 8000, "s20": 9000], keeping: isOfSweep)
    few.replications = 5
    #expect(answer(few).zh.hasPrefix("初步看，宜**先不下沉**。") && answer(few).zh.contains("只做了 5 次重复"))
    few.replications = 1
    #expect(answer(few).zh.hasPrefix("一次重复不能作为依据") && !answer(few).en.contains("est is to **send nobody"))
  }

  @Test func `few replications leave open only what their intervals do`() {
    func text(_ harm: [String: Double], spread: Double) -> LocalizedText {
      var few = result(harm: harm, spread: spread, keeping: isOfSweep)
      few.replications = 8
      return answer(few)
    }
    let apart = text(["s0": 9000, "s10": 8000, "s20": 7000], spread: 1)
    #expect(apart.en.contains("significantly higher under every other ratio tried"))
    #expect(apart.en.contains("this ratio seems to do best of those tried") && !apart.en.contains("is open"))
    #expect(apart.zh.contains("所试的比例中也以这个最好") && !apart.zh.contains("尚难确定"))
    let near = text(["s0": 9000, "s10": 7001, "s20": 7000], spread: 10)
    #expect(near.en.contains("which ratio does best is open") && near.zh.contains("哪个比例最好尚难确定"))
  }

  @Test func `plans that share no ratio are named`() {
    var scenario = Fixture.scenario()
    for index in scenario.treatments.indices { scenario.treatments[index].streetShare = Double(index) / 20 }
    let text = answer(Fixture.result(), scenario)
    #expect(text.zh.hasPrefix("建议采用方案“**下沉 20%**”（35 名：社区 28 名，街面 7 名）或与之无法区分的方案："))
    #expect(text.en.contains("That a change helps is fairly certain; which plan does best is not"))
  }

  @Test func `shares of county officers are told as ratios`() {
    var scenario = Fixture.scenario()
    for index in scenario.treatments.indices {
      scenario.treatments[index].sinkRatio = SinkRatio(county: scenario.treatments[index].sinkRatio.agency)
    }
    var result = Fixture.result()
    for index in result.treatments.indices {
      let moved = result.treatments[index].redeployment
      (
        result.treatments[index].redeployment.agencyOfficers,
        result.treatments[index].redeployment.countyOfficers
      ) =
        (0, moved.agencyOfficers)
    }
    #expect(answer(result, scenario).zh.hasPrefix("建议下沉 **20%**（35 名：社区 28 名，街面 7 名）"))
  }

  /// A study of mechanisms has no ratio to advise.
  @Test func `a study without ratios advises a plan or none`() {
    let isPlan = { (id: String) in ["s0", "s20-package"].contains(id) }
    let better = answer(result(harm: ["s0": 9000, "s20-package": 8000], keeping: isPlan))
    #expect(better.zh.hasPrefix("建议采用方案“**20% 加配套机制**”（35 名：社区 28 名，街面 7 名）：与基线相比，到场达标率提高"))
    #expect(better.en.contains("It alone has a harm index significantly below the baseline."))
    let none = answer(result(harm: ["s0": 7000, "s20-package": 7001], spread: 10, keeping: isPlan))
    #expect(none.zh.hasPrefix("建议维持基线（**下沉 0%**）：没有一个方案的综合损失指数显著低于基线。与基线**无法区分**"))
    var unpaired = result(harm: ["s0": 7000, "s20-package": 7001], spread: 10, keeping: isPlan)
    for index in unpaired.treatments.indices where unpaired.treatments[index].id != "s0" {
      unpaired.treatments[index].harmByReplication = []
    }
    #expect(!answer(unpaired).zh.contains("无法区分"))
    #expect(answer(unpaired).zh.contains("综合损失指数不能逐次与基线配对，未作比较：20% 加配套机制。"))
  }

  @Test func `default departments make it conditional`() {
    var scenario = Fixture.scenario()
    let residents = scenario.grids.reduce(0) { $0 + $1.population }
    scenario.departments = DefaultCatalog.departments(residents: residents)
    let text = answer(Fixture.result(), scenario)
    #expect(residents > 0 && text.zh.hasPrefix("如机关警力与默认值相符，建议下沉 **20%**"))
    #expect(text.en.hasPrefix("If the departments are as by default, best is to send down **20%**"))
    scenario.sources[0].key = "departments.*.agencyOfficers"
    #expect(answer(Fixture.result(), scenario).zh.hasPrefix("建议下沉"))
    scenario.sources = []
    scenario.departments[0].agencyOfficers += 1
    #expect(answer(Fixture.result(), scenario).zh.hasPrefix("建议下沉"))
  }

  @Test func `departments that fall behind are named once, the worst first`() throws {
    var result = Fixture.result()
    result.treatments.removeAll { $0.id != "s20" }
    (result.treatments[0].departments[1].utilization, result.treatments[0].departments[2].utilization) = (
      1.04, 1.17
    )
    for index in result.treatments[0].departments.indices where index > 2 {
      result.treatments[0].departments[index].utilization = 0.9
    }
    let warning = try #require(result.departmentWarnings.first)
    #expect(
      warning.zh
        == "以下部门超负荷，积压会越来越多（括号内为工作量占能力的百分比）：方案“下沉 20%”下法制监管（117%）、反诈经侦（104%）。延误和积压的数字只对所测的 365 天成立。")
    #expect(
      warning.en.contains("under “Sink 20%” Legal, case review (117%) and Anti-fraud, economic (104%)."))
  }

  /// The fixture has twenty per cent alone, with every department and all of them together at a share of capacity.
  private func busy(_ load: Double) throws -> ExperimentResult {
    var result = Fixture.result()
    result.treatments.removeAll { $0.id != "s20" }
    for index in result.treatments[0].departments.indices {
      result.treatments[0].departments[index].utilization = load
    }
    let place = try #require(
      result.treatments[0].estimates.firstIndex { $0.indicator == .departmentUtilization })
    result.treatments[0].estimates[place].mean = load
    return result
  }

  @Test func `headquarters with hardly room left are not called too busy`() throws {
    #expect(try busy(0.96).departmentWarnings.isEmpty)
    #expect(
      try busy(0.98).departmentWarnings == [
        LocalizedText(
          zh: "机关接近满负荷（方案“下沉 20%”下 98%），延误对工作量很敏感。",
          en: "Headquarters works at 98% of capacity under “Sink 20%”: delay is sensitive to any more work.")
      ])
  }

  @Test func `a department with room for its work that falls behind is said to grow`() throws {
    var result = try busy(0.85)
    result.treatments[0].departments[1].growingReplications = 30
    let warning = try #require(result.departmentWarnings.first)
    #expect(result.departmentWarnings.count == 1)
    #expect(warning.zh.contains("（85%，积压仍在增长）。") && warning.en.contains("(85%, and growing)."))
  }

  @Test func `a core target that setting out uses up is called hard to keep`() {
    var scenario = Fixture.scenario()
    let words = "the core target is hard to keep"
    var result = Fixture.result()
    func note() -> String {
      ReadingNote.text(Findings(result: result, scenario: scenario)).plain.en
    }
    scenario.targets.coreMinutes = 2
    #expect(!note().contains(words))
    scenario.targets.coreMinutes = 0.8
    #expect(note().contains("take 0.50 min on average: \(words)"))
    // Who is on the spot keeps the target all the same.
    for index in result.treatments.indices {
      for position in result.treatments[index].estimates.indices
      where result.treatments[index].estimates[position].indicator == .coreWithinTarget {
        result.treatments[index].estimates[position].mean = 0.9
      }
    }
    #expect(!note().contains(words))
  }
}
