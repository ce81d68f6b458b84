import DunjingExperiment
import DunjingReport
import DunjingScenario
import Foundation
import Testing

@Suite struct HeadingTests {
  private func page(_ heading: ReportHeading, in language: Language) -> String {
    var scenario = Fixture.scenario()
    scenario.report = heading
    return Report(
      result: Fixture.result(), scenario: scenario,
      provenance: Provenance(build: "abc1234", version: "1.0.0")
    ).html(in: language)
  }

  private func header(_ heading: ReportHeading, in language: Language) throws -> String {
    String(try #require(page(heading, in: language).firstMatch(of: /<header>[\s\S]*<\/header>/)).output)
  }

  @Test(arguments: Language.allCases)
  func nothingIsShownThatIsNotGiven(language: Language) throws {
    let header = try header(ReportHeading(), in: language)
    #expect(header.contains("<h1>\(Fixture.result().name.text(in: language))</h1>"))
    #expect(!header.contains("letterhead") && !header.contains("organization"))
  }

  @Test func everythingGivenIsShownInBothLanguages() throws {
    let heading = ReportHeading(
      title: LocalizedText(zh: "标题", en: "A title"), documentNumber: "示公〔2024〕1号",
      organization: LocalizedText(zh: "示例市公安局", en: "Example city police"),
      classification: LocalizedText(zh: "内部", en: "Internal"))
    let (chinese, english) = (try header(heading, in: .zh), try header(heading, in: .en))
    #expect(chinese.contains("<h1>标题</h1>") && english.contains("<h1>A title</h1>"))
    #expect(chinese.contains("<strong>内部</strong><span>示公〔2024〕1号</span>"))
    #expect(english.contains("<strong>Internal</strong><span>Document no. 示公〔2024〕1号</span>"))
    #expect(chinese.contains("<p class=\"organization\">示例市公安局</p>"))
    #expect(english.contains("<p class=\"organization\">Example city police</p>"))
    #expect(page(heading, in: .en).contains("<title>A title</title>"))
  }

  @Test func onlyTheNumberIsShownWhereOnlyTheNumberIsGiven() throws {
    let header = try header(ReportHeading(documentNumber: "1"), in: .zh)
    #expect(header.contains("<strong></strong><span>1</span>") && !header.contains("organization"))
  }

  @Test func markupInTheHeadingIsEscaped() throws {
    let evil = LocalizedText("<b>&\"x\"</b>")
    let header = try header(
      ReportHeading(title: evil, documentNumber: evil.zh, organization: evil, classification: evil), in: .en)
    #expect(!header.contains("<b>"))
    #expect(header.components(separatedBy: "&lt;b&gt;&amp;").count == 5)
  }
}
