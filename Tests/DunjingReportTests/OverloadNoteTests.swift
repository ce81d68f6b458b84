import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

/// A plan that gives departments more work than they can do is no advice as it is, and page one says so first.
@Suite struct OverloadNoteTests {
  /// The fixture with the load of the first departments of some treatments.
  private func findings(_ loads: [String: [Double]], days: Int = 365) -> Findings {
    var result = Fixture.result()
    result.horizonDays = days
    for index in result.treatments.indices {
      for place in result.treatments[index].departments.indices {
        let own = loads[result.treatments[index].id] ?? []
        result.treatments[index].departments[place].utilization = place < own.count ? own[place] : 0.9
      }
    }
    return Findings(result: result, scenario: Fixture.scenario())
  }

  private func answer(_ findings: Findings) -> LocalizedText {
    .sentences(AnswerSection.sentences(findings)).plain
  }

  @Test func `a best plan that overloads departments is not advised`() {
    let text = answer(findings(["s20": [1.04, 1.17], "s25": [1.2], "s30": [1.2], "s40": [1.2]]))
    #expect(text.zh.hasPrefix("按综合损失指数最好是下沉 **20%**（35 名：社区 28 名，街面 7 名）：与基线相比"))
    #expect(!text.zh.contains("建议"))
    #expect(
      text.zh.contains(
        "**不宜照此实施**：反诈经侦（117%）、刑侦（104%）会超负荷，积压越来越多，上述代价只对所测的 365 天成立。"
          + "应先为这些部门增补警力或少抽调；参加比较的比例中不使更多部门超负荷的，最大为 **15%**（26 名）。"))
    #expect(text.en.hasPrefix("By the harm index it is best to send down **20%** (35 officers"))
    #expect(text.zh.hasSuffix("下列各项和以后各节为 15% 的数，它不使更多部门超负荷。"))
    #expect(text.zh.contains("（30 次重复），但超负荷的方案不能长久。") && !text.zh.contains("取哪个比例"))
    #expect(
      text.en.contains(
        "**Not to be done as it is**: Anti-fraud, economic (117%) and Criminal investigation (104%) cannot keep up, their "
          + "backlog grows on, and the price above holds for the 365 measured days only. Give them officers or take fewer there "
          + "first; the largest ratio tried that overloads no further department is **15%** (26 officers)."))
  }

  @Test func `the table says why its departments may not be as many as the indicator counts`() {
    func caption(_ findings: Findings) -> LocalizedText? {
      if case .caption(let text)? = OverloadNote.table(findings).first { text } else { nil }
    }
    var some = findings(["s30": [1.2], "s40": [1.2]])
    #expect(caption(some)?.zh.contains("指标“超负荷部门数”逐次计数后取平均，两者可能不同。") == true)
    #expect(caption(some)?.en.contains("counts them in each replication and takes the mean") == true)
    var result = some.result
    for index in result.treatments.indices {
      result.treatments[index].estimates.removeAll { $0.indicator == .departmentsOverloaded }
    }
    some = Findings(result: result, scenario: Fixture.scenario())
    #expect(caption(some)?.zh.contains("逐次计数") == false)
  }

  @Test func `what is overloaded under the baseline too does not speak against a plan`() {
    let text = answer(findings(["s0": [1.01], "s20": [1.04]]))
    #expect(text.zh.contains("仅按所填数字，宜下沉 **20%**") && !text.zh.contains("不宜照此实施"))
    let one = answer(findings(["s0": [1.01], "s20": [1.04, 1.02]]))
    #expect(one.zh.contains("**不宜照此实施**：反诈经侦（102%）会超负荷") && one.zh.contains("应先为其增补警力"))
    #expect(one.en.contains("its backlog grows on") && one.en.contains("Give it officers"))
  }

  @Test func `officers taken where there are too few before are told, with what exempts a department`() throws
  {
    let some = findings(["s0": [1.01], "s20": [1.04]])
    let taken = try #require(some.best?.departments.first?.taken)
    #expect(taken > 0)
    let text = answer(some)
    #expect(
      text.zh.contains("**本方案仍从基线已超负荷的部门抽调**：刑侦（101%） \(taken) 名；要免于抽调，把其"), "\(text.zh)")
    #expect(text.zh.contains("最低留守人数设为现有人数。") && !text.zh.contains("Floor"))
    #expect(
      text.en.contains(
        "overloaded under the baseline**: \(taken) from Criminal investigation (101%); to exempt it, set its floor of "
      ))
    #expect(!answer(findings(["s20": [1.04]])).zh.contains("基线已超负荷"))
    var spared = some.result
    for index in spared.treatments.indices { spared.treatments[index].departments[0].taken = 0 }
    #expect(!answer(Findings(result: spared, scenario: Fixture.scenario())).zh.contains("基线已超负荷"))
  }

  @Test func `of several plans those that take officers where there are too few are named`() {
    let some = findings(["s0": [1.01, 1.2]])
    func note(_ ids: [String], sparing spared: String = "") -> LocalizedText {
      var result = some.result
      for index in result.treatments.indices where result.treatments[index].id == spared {
        for place in result.treatments[index].departments.indices {
          result.treatments[index].departments[place].taken = 0
        }
      }
      let findings = Findings(result: result, scenario: Fixture.scenario())
      return OverloadNote.drawn(among: result.treatments.filter { ids.contains($0.id) }, findings).plain
    }
    #expect(
      note(["s30", "s40"]).zh.hasPrefix(
        "**这些方案仍从基线已超负荷的部门抽调**：反诈经侦（120%）、刑侦（101%）；要免于抽调，把这些部门的机关最低留守人数"))
    #expect(
      note(["s30", "s40"]).en.hasPrefix("**All of them still take officers from departments overloaded"))
    #expect(note(["s30", "s40"], sparing: "s30").zh.hasPrefix("**其中 40% 仍从基线已超负荷的部门抽调**"))
    #expect(note(["s30", "s40"], sparing: "s30").en.hasPrefix("**40% still takes officers from"))
    #expect(note(["s40"], sparing: "s40").isEmpty && note([]).isEmpty)
  }

  /// All ratios of the fixture with the load of the first departments.
  private func everywhere(_ loads: [Double]) -> [String: [Double]] {
    Dictionary(uniqueKeysWithValues: ["s5", "s10", "s15", "s20", "s25", "s30", "s40"].map { ($0, loads) })
  }

  @Test func `without a ratio that all can bear those short first are named`() throws {
    let some = findings(everywhere([1.1]))
    let text = answer(some)
    let least = try #require(some.leastUnbearable)
    let first = least.departments[0]
    let left = first.officers - first.taken
    let short = (left + 9) / 10
    #expect(least.id == "s5" && short > 0, "\(left)")
    #expect(
      text.zh.contains(
        "应先为其增补警力或少抽调；参加比较的比例**没有一个**不使更多部门超负荷，最小的 **5%**（9 名）下先不足的是刑侦（110%，缺 \(short) 名）。"),
      "\(text.zh)")
    #expect(
      text.en.contains(
        "take fewer there first; **none** of the ratios tried overloads no further department, and under the smallest, **5%** "
          + "(9 officers), those short first are Criminal investigation (110%, \(short) short). "),
      "\(text.en)")
    #expect(!text.zh.contains("最大为"))
  }

  @Test func `a ratio tried without an overload is no reason to say that there is none`() {
    var loads = everywhere([1.1])
    loads["s10"] = nil
    let text = answer(findings(loads))
    #expect(text.zh.contains("最大为 **10%**（18 名）") && !text.zh.contains("没有一个"))
  }

  /// The numbers that page one quotes stand in the table, also where the plan is the only one tried.
  @Test func `what is short stands in the table with the same number`() throws {
    var loads = everywhere([1.1])
    loads["s0"] = [0.9, 1.3, 1.3, 1.3]
    for id in loads.keys where id != "s0" { loads[id] = [1.1, 1.3, 1.3, 1.3] }
    let some = findings(loads)
    let least = try #require(some.leastUnbearable)
    let quoted = least.departments[0].nameWithShortage(under: least.id)
    let cells = OverloadNote.table(some).flatMap { block -> [LocalizedText] in
      if case .table(let table) = block { table.rows.flatMap { $0.cells.map(\.value) } } else { [] }
    }
    #expect(quoted.zh.contains("department \(least.departments[0].id) shortage"))
    #expect(cells.contains { $0.zh.contains(quoted.zh) }, "three that are overloaded before are busier")
    var result = some.result
    result.treatments.removeAll { !["s0", "s20"].contains($0.id) }
    for index in result.treatments[0].departments.indices {
      result.treatments[0].departments[index].utilization = 0.9
    }
    #expect(!OverloadNote.table(Findings(result: result, scenario: Fixture.scenario())).isEmpty)
  }

  @Test func `the officers short make the work fit`() {
    var outcome = Fixture.result().treatments[0].departments[0]
    func shortage(_ officers: Int, _ taken: Int, _ load: Double) -> Int? {
      (outcome.officers, outcome.taken, outcome.utilization) = (officers, taken, load)
      return outcome.shortage
    }
    #expect(shortage(5, 1, 1.06) == 1 && shortage(61, 15, 1.017) == 1 && shortage(40, 0, 1.25) == 10)
    #expect(shortage(5, 1, 1) == nil && shortage(5, 1, 0.9) == nil && shortage(5, 5, 2) == nil)
  }

  @Test func `equals that overload departments are told apart from the others`() {
    let some = answer(findings(["s30": [1.1]]))
    #expect(some.zh.hasPrefix("建议下沉 **20%**（35 名：社区 28 名，街面 7 名）或与之无法区分的比例"))
    #expect(some.zh.contains("25% 和 30% 与它**无法区分**（配对差的区间含零），其中 30% 会使部门超负荷。"))
    #expect(
      some.en.contains(
        "(the interval of the paired difference holds zero), though 30% overloads departments."))
    let all = answer(findings(["s25": [1.1], "s30": [1.1]]))
    #expect(all.zh.hasPrefix("建议下沉 **20%**（35 名：社区 28 名，街面 7 名）：与基线相比"))
    #expect(all.zh.contains("（配对差的区间含零），但会使部门超负荷。"))
    #expect(all.en.contains("holds zero), but overload departments."))
  }

  @Test func `overloads of several plans are a table instead of a warning`() throws {
    let several = findings(["s30": [1.1], "s40": [1.3, 1.2]])
    #expect(several.result.crowdedWarning != nil)
    let rows = try #require(
      OverloadNote.table(several).compactMap { block -> DataTable? in
        if case .table(let table) = block { table } else { nil }
      }.first?.rows)
    #expect(rows.map(\.head.zh) == ["30%", "40%"])
    let outcomes = try #require(several.result.treatments.first { $0.id == "s40" }).departments
    let short = outcomes.prefix(2).compactMap(\.shortage)
    #expect(short.count == 2 && short.allSatisfy { $0 > 0 })
    #expect(rows[1].cells[0].value.plain.zh == "刑侦（130%，缺 \(short[0]) 名）、反诈经侦（120%，缺 \(short[1]) 名）")
    #expect(OverloadNote.table(findings(["s40": [1.3]])).isEmpty)
    #expect(OverloadNote.table(findings([:])).isEmpty)
  }

  @Test func `the table stands in for the warning on page one, and only there`() throws {
    var several = Fixture.result()
    for index in several.treatments.indices where ["s30", "s40"].contains(several.treatments[index].id) {
      several.treatments[index].departments[0].utilization = 1.2
    }
    let warning = try #require(several.crowdedWarning)
    several.warnings = [warning, LocalizedText(zh: "另一提示。", en: "Another one.")]
    let section = AnswerSection.section(Findings(result: several, scenario: Fixture.scenario()))
    let captions = section.blocks.compactMap { block -> String? in
      if case .caption(let text) = block { text.zh } else { nil }
    }
    #expect(captions.contains("须注意：另一提示。"))
    #expect(!captions.contains { $0.contains("（括号内为工作量占能力的百分比）：方案“") })
  }

  @Test func `a measured time shorter than a year is told with its days`() {
    var scenario = Fixture.scenario()
    (scenario.time.start, scenario.time.settlingDays) = (CalendarDay(year: 2024, month: 1, day: 1), 14)
    var result = Fixture.result()
    func note() -> LocalizedText { ReadingNote.text(Findings(result: result, scenario: scenario)).plain }
    #expect(!note().zh.contains("折算"))
    result.horizonDays = 90
    #expect(note().zh.contains("只测了 2024-01-15 至 2024-04-13 的 90 天"))
    #expect(
      note().en.contains(
        "2024-01-15 to 2024-04-13: numbers per year are scaled up from these days, and are as high or low"))
  }
}
