import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// The sections of a report are of the plan that page one advises, and the first comparison says why it is this one.
@Suite struct FocusTests {
  /// The fixture with means of harm that every replication has, some plans of it, and departments with too much work under some.
  private func findings(
    harm: [String: Double], spread: Double = 1, overloaded: [String] = []
  ) -> Findings {
    var result = Fixture.result()
    result.treatments.removeAll { harm[$0.id] == nil }
    for index in result.treatments.indices {
      let mean = harm[result.treatments[index].id] ?? 0
      result.treatments[index].harmByReplication = (0..<30).map { number in
        mean + spread * (Double((number * (2 * index + 3)) % 30) - 14.5)
      }
      for place in result.treatments[index].estimates.indices
      where result.treatments[index].estimates[place].indicator == .harmIndex {
        result.treatments[index].estimates[place].mean = mean
      }
      for place in result.treatments[index].departments.indices {
        let isFull = place == 0 && overloaded.contains(result.treatments[index].id)
        result.treatments[index].departments[place].utilization = isFull ? 1.2 : 0.8
      }
    }
    return Findings(result: result, scenario: Fixture.scenario())
  }

  private func headings(_ findings: Findings) -> [String] {
    BalanceTable.blocks(findings).compactMap { block in
      if case .heading(let text) = block { text.plain.zh } else { nil }
    }
  }

  private func caption(_ findings: Findings) -> LocalizedText {
    BalanceTable.blocks(findings).compactMap { block -> LocalizedText? in
      if case .caption(let text) = block { text.plain } else { nil }
    }.first ?? LocalizedText("")
  }

  @Test func `the best ratio comes first`() {
    let some = findings(harm: ["s0": 9000, "s10": 8000, "s20": 7000])
    #expect(some.focus?.reason == .best && some.shown?.id == "s20" && some.answered?.id == "s20")
    #expect(headings(some) == ["20% 的得与失"])
    #expect(caption(some).zh.hasPrefix("先列 20% 与基线：它的综合损失指数最低。"))
    #expect(FocusNote.onPageOne(some).isEmpty)
  }

  @Test func `where the baseline is best the next best comes first, not the largest`() {
    let some = findings(harm: ["s0": 7000, "s10": 8000, "s20": 9000, "s30": 9900])
    #expect(some.focus?.reason == .next && some.shown?.id == "s10" && some.answered?.id == "s0")
    #expect(headings(some) == ["10% 的得与失"])
    #expect(caption(some).zh.hasPrefix("综合损失指数最低的是基线；先列 10% 与基线：其余方案中以它最低。"))
    #expect(caption(some).en.contains("first 10% against it, the lowest of the others."))
  }

  @Test func `a ratio as good as the baseline comes first`() {
    let some = findings(harm: ["s0": 7000, "s10": 7001, "s20": 9000], spread: 10)
    #expect(some.focus?.reason == .equal && some.shown?.id == "s10" && some.answered?.id == "s10")
    #expect(caption(some).zh.contains("它是与基线无法区分的最大比例。"))
  }

  @Test func `sections are of the largest ratio that overloads nothing where the best does`() {
    let some = findings(
      harm: ["s0": 9000, "s5": 8500, "s10": 8000, "s20": 7000], overloaded: ["s20"])
    #expect(some.focus?.reason == .bearable && some.best?.id == "s20")
    #expect(some.shown?.id == "s10" && some.answered?.id == "s10" && some.quoted?.id == "s20")
    #expect(headings(some) == ["10% 的得与失", "20% 的得与失"])
    #expect(caption(some).zh.contains("它是不使更多部门超负荷的最大比例。结论所说的 20% 列在其后。"))
    #expect(
      AnswerSection.sentences(some).last?.zh == "下列各项和以后各节为 10% 的数，它不使更多部门超负荷。")
    let all = findings(harm: ["s0": 9000, "s10": 8000, "s20": 7000], overloaded: ["s10", "s20"])
    #expect(all.focus?.reason == .best && all.shown?.id == "s20" && FocusNote.onPageOne(all).isEmpty)
  }

  /// What the answer quotes of the best has to stand in a table, though the sections are of another ratio.
  @Test func `every number of the answer stands in a table still`() throws {
    let some = findings(harm: ["s0": 9000, "s10": 8000, "s20": 7000], overloaded: ["s20"])
    let page = Report(
      result: some.result, scenario: some.scenario, provenance: Provenance(build: "b", version: "v")
    ).html(in: .en)
    let answer = try #require(page.firstMatch(of: /<section id="answer"[\s\S]*?<\/section>/)).output
    let tables = page.matches(of: /<table[\s\S]*?<\/table>/).map(\.output).joined()
    let names = Set(answer.matches(of: /<data value="[^"]*">/).map(\.output))
    #expect(names.contains { $0.contains("\"s20 ") } && names.contains { $0.contains("\"s10 ") })
    for name in names { #expect(tables.contains(name), "\(name)") }
  }

  @Test func `of plans without ratios one that is better than the baseline comes first`() {
    let one = findings(harm: ["s0": 9000, "s20-package": 8000])
    #expect(one.focus?.reason == .better && one.shown?.id == "s20-package")
    #expect(caption(one).zh.contains("只有它的综合损失指数显著低于基线。"))
    let none = findings(harm: ["s0": 7000, "s20-package": 8000])
    #expect(none.focus?.reason == .first && caption(none).zh.contains("它在研究中写在最前。"))
  }
}
