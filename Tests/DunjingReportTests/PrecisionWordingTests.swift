import DunjingReport
import DunjingScenario
import Foundation
import Testing

@testable import DunjingExperiment

@Suite struct PrecisionWordingTests {
  private var result: ExperimentResult {
    var result = Fixture.result()
    result.precision = PrecisionOutcome(
      settings: PrecisionSettings(relative: 0.005), pilot: 30, reason: .maximum,
      indicators: [
        ReachedPrecision(indicator: .withinTarget, relativeHalfWidth: 0.0031),
        ReachedPrecision(indicator: .incidentsOrder, relativeHalfWidth: .infinity)
      ])
    return result
  }

  @Test func theReportSaysHowTheNumberWasChosen() {
    let report = Report(
      result: result, scenario: Fixture.scenario(),
      provenance: Provenance(build: "abc1234", version: "1.0.0"))
    let (chinese, english) = (report.html(in: .zh), report.html(in: .en))
    #expect(english.contains(": a pilot of 30, then 10 at a time, at most 200, until the simultaneous half"))
    #expect(english.contains("at most 0.50% of the baseline's level; reached: arrived within target 0.31%"))
    #expect(chinese.contains("先做 30 次，每次增加 10 次，至多 200 次，直到与基线之差的同时区间半宽"))
    #expect(chinese.contains("不超过基线水平的 0.50%"))
    #expect(chinese.contains("到场达标率 0.31% 和治安警情 –。"))
  }

  @Test func theResultsSayWhyNoMoreWerePlayed() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = String(decoding: try encoder.encode(ResultsDocument(result)), as: UTF8.self)
    #expect(text.contains("\"reached\":{\"incidentsOrder\":null,\"withinTarget\":0.0031}"))
    #expect(text.contains("\"stopped\":\"maximum\""))
    let fixed = String(decoding: try encoder.encode(ResultsDocument(Fixture.result())), as: UTF8.self)
    #expect(!fixed.contains("\"precision\""))
  }
}
