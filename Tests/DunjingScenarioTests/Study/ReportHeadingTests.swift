import DunjingScenario
import Testing

@Suite struct ReportHeadingTests {
  @Test func nothingGivenIsNothing() throws {
    #expect(try EditedStudy.load { $0 }.get().report == ReportHeading())
  }

  @Test func everyPartIsReadOneLanguageStandingInForTheOther() throws {
    let scenario = try EditedStudy.load {
      $0 + """

        report:
          title: {zh: 标题, en: Title}
          documentNumber: 2024-1
          organization: {zh: 单位}
          classification: 内部
        """
    }.get()
    #expect(
      scenario.report
        == ReportHeading(
          title: LocalizedText(zh: "标题", en: "Title"), documentNumber: "2024-1",
          organization: LocalizedText("单位"), classification: LocalizedText("内部")))
  }

  @Test func aMisspelledPartIsNamedWithItsPlace() throws {
    let issues = try EditedStudy.issues { $0 + "\nreport:\n  titel: {zh: 标题, en: Title}\n" }
    let issue = try #require(issues.first)
    #expect(issues.count == 1 && issue.keyPath == "report.titel" && issue.column == 3)
    #expect(issue.remedy.en == "did you mean 'title'?")
  }
}
