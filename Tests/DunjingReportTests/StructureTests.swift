import DunjingExperiment
import DunjingReport
import DunjingScenario
import Foundation
import FoundationXML
import Testing

@Suite struct StructureTests {
  private func page(_ language: Language) -> String {
    Report(
      result: Fixture.result(), scenario: Fixture.scenario(),
      provenance: Provenance(
        build: "abc1234", version: "1.0.0", runSeconds: 12.3, finishedAt: "2026-01-31T16:05:00+08:00")
    ).html(in: language)
  }

  @Test(arguments: Language.allCases)
  func thePageIsSelfContained(language: Language) {
    let page = page(language)
    for word in ["src=\"http", "href=\"http", "@import", "<script src"] {
      #expect(!page.contains(word), "\(word)")
    }
    // Patterns of the page itself are named with a number sign; anything else would be fetched.
    #expect(!page.contains(/url\((?!#)/))
    #expect(page.utf8.count < 500_000)
    #expect(
      page.components(separatedBy: "<script").count == 2 && page.contains("<script id=\"page-script\">"))
  }

  @Test(arguments: Language.allCases)
  func noNumberIsMissing(language: Language) {
    let text = page(language).replacing(/<script[\s\S]*?<\/script>/, with: "").replacing(/<[^>]*>/, with: " ")
      .lowercased()
    #expect(!text.contains(/\b(nan|inf|infinity|nil|optional)\b/))
  }

  @Test(arguments: Language.allCases)
  func everyChartIsWellFormedAndHasALabel(language: Language) {
    let charts = page(language).matches(of: /<svg[\s\S]*?<\/svg>/).map { String($0.output) }
    #expect(charts.count >= 5)
    for chart in charts {
      #expect(XMLParser(data: Data(chart.utf8)).parse())
      #expect(chart.contains("role=\"img\"") && chart.contains("aria-label="))
    }
  }

  @Test func bothLanguagesHaveTheSameStructure() {
    let (chinese, english) = (page(.zh), page(.en))
    for tag in ["<h2", "<svg", "<table", "<details", "<tr"] {
      #expect(
        chinese.components(separatedBy: tag).count == english.components(separatedBy: tag).count, "\(tag)")
    }
    #expect(!chinese.contains("同比增长") && !chinese.contains("同比下降"))
  }

  @Test func resultsAreJSONWithNullForWhatIsNotFinite() throws {
    var result = Fixture.result()
    result.treatments[0].estimates[0].halfWidth = .nan
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = String(decoding: try encoder.encode(ResultsDocument(result)), as: UTF8.self)
    #expect(text.contains("\"schema\":\"dunjing-results\\/1\"") && text.contains("\"halfWidth95\":null"))
    for file in ResultTables(result).files {
      #expect(file.text.hasPrefix("\u{FEFF}") && file.text.hasSuffix("\r\n"))
      let columns = Set(file.text.split(separator: "\r\n").map { $0.count { $0 == "," } })
      #expect(file.text.contains("\"") || columns.count == 1, "\(file.name)")
    }
  }
}
