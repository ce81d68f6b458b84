import DunjingReport
import DunjingScenario
import Foundation
import Testing

/// Writes pages to look at; runs only when `DUNJING_REPORT_FOLDER` names a folder.
@Test(.enabled(if: ProcessInfo.processInfo.environment["DUNJING_REPORT_FOLDER"] != nil))
func pagesToLookAt() throws {
  let folder = try #require(ProcessInfo.processInfo.environment["DUNJING_REPORT_FOLDER"])
  let provenance = Provenance(
    build: "abc1234", version: "1.0.0", runSeconds: 12.3, finishedAt: "2026-01-31T16:05:00+08:00")
  let report = Report(result: Fixture.result(), scenario: Fixture.scenario(), provenance: provenance)
  for language in Language.allCases {
    try report.html(in: language).write(
      toFile: "\(folder)/report.\(language.rawValue).html", atomically: true, encoding: .utf8)
  }
}
