import DunjingExperiment
import DunjingScenario
import Foundation
import Testing

@testable import DunjingReport

@Suite struct TableTests {
  private func section(_ id: String, _ language: Language) throws -> String {
    let page = Report(
      result: Fixture.result(), scenario: Fixture.scenario(),
      provenance: Provenance(build: "abc1234", version: "1.0.0")
    ).html(in: language)
    let start = try #require(page.firstRange(of: "<section id=\"\(id)\""))
    let rest = page[start.lowerBound...]
    return String(rest[..<(try #require(rest.firstRange(of: "</section>"))).lowerBound])
  }

  private func html(_ table: DataTable) -> String { TableWriter(language: .en).markup(of: table).rendered }

  @Test func aHeadStandsWhereItsColumnStands() {
    let cells = [DataTable.Cell(LocalizedText("words"), isText: true), DataTable.Cell("1.00")]
    let text = html(
      DataTable(
        heads: ["Item", "Text", "Number"].map { LocalizedText($0) },
        rows: [DataTable.Row(head: LocalizedText("a"), cells: cells)]))
    #expect(text.contains("<th scope=\"col\" class=\"words\">Text</th><th scope=\"col\">Number</th>"))
  }

  @Test func everyGroupIsABodyAndShortTablesAreNotBroken() {
    let row = DataTable.Row(head: LocalizedText("a"), cells: [DataTable.Cell("1")])
    let group = DataTable.Row(head: LocalizedText("g"), cells: [], tone: .group)
    let heads = [LocalizedText("Item"), LocalizedText("Value\nunit")]
    let grouped = html(DataTable(heads: heads, rows: [group, row, group, row, row]))
    #expect(grouped.components(separatedBy: "<tbody>").count == 3 && !grouped.contains("whole"))
    #expect(html(DataTable(heads: heads, rows: [row])).contains("<table class=\"whole\">"))
    let long = html(DataTable(heads: heads, rows: Array(repeating: row, count: 40)))
    #expect(!long.contains("whole") && long.contains("Value<br/><small>unit</small>"))
  }

  @Test func aSignificantDifferenceIsNotShownAsZero() throws {
    var result = Fixture.result()
    for index in result.treatments.indices {
      for number in result.treatments[index].comparisons.indices
      where result.treatments[index].comparisons[number].indicator == .turnoutMean {
        result.treatments[index].comparisons[number].difference = index == 4 ? -0.0042 : 0.0042
        result.treatments[index].comparisons[number].simultaneousHalfWidth = index == 4 ? 0.0011 : 0.005
      }
    }
    let findings = Findings(result: result, scenario: Fixture.scenario())
    func cell(_ index: Int) -> DataTable.Cell {
      CellText.difference(.turnoutMean, of: result.treatments[index], findings)
    }
    #expect(NumberMark.plain(cell(4).value.en) == "−0.0042")
    #expect(NumberMark.plain(cell(4).note?.en ?? "") == "± 0.0011")
    #expect(NumberMark.plain(cell(3).value.en) == "0.00°")
    let tiny = Indicator.turnoutMean.bareChange(0.0042, halfWidth: 0.00001, around: 0.5, isTold: true)
    #expect(tiny.difference == "+0.0042" && tiny.halfWidth == "<0.0001")
  }

  @Test func theStagesFollowTheIncident() throws {
    let (chinese, english) = (try section("distribution", .zh), try section("distribution", .en))
    let zh = ["接派警", "出警", "路途", "到场：", "警力到齐", "处置"].map { chinese.firstRange(of: "row\">\($0)") }
    let en = ["Call to", "Turnout", "Travel", "Arrival", "Full", "Handling"].map {
      english.firstRange(of: "row\">\($0)")
    }
    for places in [zh, en] {
      let starts = try places.map { try #require($0).lowerBound }
      #expect(starts == starts.sorted())
    }
    let plain = english.replacing(/<\/?data[^>]*>/, with: "")
    #expect(plain.contains("−0.14 <small>± 0.01</small>"))
  }

  @Test(arguments: Language.allCases)
  func sourcesAreGroupedByPartAfterTheLegendOfTheirMarks(language: Language) throws {
    let text = try section("assumptions", language)
    let legend = try #require(text.firstRange(of: language == .zh ? "标记：" : "Marks:"))
    let table = try #require(text.firstRange(of: "<table class=\"notes\""))
    #expect(legend.lowerBound < table.lowerBound)
    #expect(text.contains(language == .zh ? "派警 dispatch（4 项）" : "Dispatch (4)"))
  }

  @Test func cardsKeepTheUnitApartFromTheNumber() throws {
    let text = try section("answer", .en)
    #expect(
      text.contains(
        /<b><data value="s20 incidentsOrder level">2\x{202F}136<\/data><\/b> <small>incidents\/year<\/small>/)
    )
    #expect(text.contains("<span class=\"name\">Arrived within target</span>"))
  }

  @Test func labelsAreSpreadInOrder() {
    let places = LabelPlacement.spread([100, 98, 99, 20, 101], spacing: 13, in: 10...110)
    let order = [3, 1, 2, 0, 4]
    for (first, second) in zip(order, order.dropFirst()) {
      #expect(places[second] - places[first] >= 13 - 1e-9)
    }
    #expect(places.allSatisfy { $0 >= 10 && $0 <= 110 })
  }
}
