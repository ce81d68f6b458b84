import DunjingReport
import DunjingScenario
import DunjingTestSupport
import Foundation
import Testing

/// The text and the structure of a whole report, against files that were read and approved.
///
/// With `DUNJING_UPDATE_GOLDEN=1` the files are written anew; look at what changed in them before it is committed.
@Suite struct GoldenReportTests {
  private var report: Report {
    Report(
      result: Fixture.result(), scenario: Fixture.scenario(),
      provenance: Provenance(
        build: "abc1234", version: "1.0.0", runSeconds: 12.3, finishedAt: "2026-01-31T16:05:00+08:00"))
  }

  @Test(arguments: Language.allCases)
  func `the text is the approved one`(language: Language) throws {
    let text = report.markdown(in: language, page: "report.\(language.rawValue).html")
    let difference = try GoldenText.difference(of: text, from: "report.\(language.rawValue).md")
    #expect(difference == nil)
  }

  /// Elements with their classes and ids, indented by depth, like ones in a row counted; charts as their label.
  @Test func `the structure is the approved one`() throws {
    let text = PageOutline(of: report.html(in: .en)).text
    let difference = try GoldenText.difference(of: text, from: "structure.txt")
    #expect(difference == nil)
  }
}
