import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

/// Units away on other work are not counted as available.
@Suite struct HourSectionTests {
  private func caption(_ result: ExperimentResult) throws -> LocalizedText {
    let section = HourSection.section(Findings(result: result, scenario: Fixture.scenario()))
    guard case .caption(let text) = try #require(section.blocks.first) else { return LocalizedText("") }
    return text
  }

  @Test func unitsAwayOnOtherWorkAreSaidAndTheLoadIsOfTheAvailable() throws {
    let text = try caption(Fixture.result())
    #expect(text.en.contains("3.00 are away") && text.zh.contains("3.00 个在办其他事"))
    let hours = try #require(
      Findings(result: Fixture.result(), scenario: Fixture.scenario()).shown?.weekHours)
    let load = hours.map { $0.busyUnits / $0.unitsAvailable }.max() ?? 0
    #expect(text.en.contains("with \(NumberText.percent(load)) busy"))
  }

  @Test func nothingIsSaidWhereNobodyIsAway() throws {
    var result = Fixture.result()
    for treatment in result.treatments.indices {
      for hour in result.treatments[treatment].weekHours.indices {
        result.treatments[treatment].weekHours[hour].unitsAvailable =
          result.treatments[treatment].weekHours[hour].unitsOnDuty
      }
    }
    #expect(try !caption(result).en.contains("away"))
  }
}
