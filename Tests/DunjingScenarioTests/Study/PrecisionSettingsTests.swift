import DunjingScenario
import Testing

@Suite struct PrecisionSettingsTests {
  private func edit(_ precision: String) -> (String) -> String {
    { $0.replacing("baseline: sink00}", with: "baseline: sink00, precision: \(precision)}") }
  }

  @Test func withoutItTheNumberIsFixed() throws {
    #expect(try EditedStudy.load { $0 }.get().experiment.precision == nil)
  }

  @Test func everyKeyIsReadAndHasADefault() throws {
    let text = "{indicators: [weightedDelay], relative: 0.05, of: level, maximumReplications: 60}"
    #expect(
      try EditedStudy.load(edit(text)).get().experiment.precision
        == PrecisionSettings(
          indicators: [.weightedDelay], relative: 0.05, target: .level, maximumReplications: 60))
    #expect(try EditedStudy.load(edit("{}")).get().experiment.precision == PrecisionSettings())
  }

  @Test func aMisspelledIndicatorIsNamedWithItsPlace() throws {
    let issues = try EditedStudy.issues { text in
      text.replacing(
        "experiment: {replications: 10, seed: 20231222, baseline: sink00}",
        with: "experiment:\n  precision:\n    indicators: [withinTarget, incidentOrder]\n")
    }
    let issue = try #require(issues.first)
    #expect(issues.count == 1 && issue.keyPath == "experiment.precision.indicators[1]")
    #expect(issue.column == 32 && issue.line > 1)
    #expect(issue.problem.en.contains("'incidentOrder', but no such indicator exists"))
    #expect(issue.remedy.en == "did you mean 'incidentsOrder'?")
    #expect(issue.remedy.zh == "是否想写 'incidentsOrder'？")
  }

  @Test(arguments: [
    ("{indicators: []}", "indicators"), ("{indicators: withinTarget}", "indicators"),
    ("{indicators: [incidents, incidents]}", "indicators[1]"), ("{relative: 0}", "relative"),
    ("{relative: 2 %}", "relative"), ("{of: levels}", "of"),
    ("{maximumReplications: 9}", "maximumReplications"), ("{maximum: 99}", "maximum")
  ])
  func aWrongValueIsRefused(text: String, key: String) throws {
    let issues = try EditedStudy.issues(edit(text))
    #expect(issues.map(\.keyPath) == ["experiment.precision.\(key)"])
  }

  @Test func theMaximumGrowsWithThePilotUnlessGiven() throws {
    let scenario = try EditedStudy.load { text in
      edit("{relative: 0.1}")(text).replacing("replications: 10", with: "replications: 300")
    }.get()
    #expect(scenario.experiment.precision?.maximumReplications == 300)
  }
}
