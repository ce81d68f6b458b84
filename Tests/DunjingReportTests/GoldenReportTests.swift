import DunjingReport
import DunjingScenario
import Foundation
import Testing

/// The text and the structure of a whole report, against files that were read and approved.
///
/// With `DUNJING_UPDATE_GOLDEN=1` the files are written anew; look at what changed in them before it is committed.
@Suite struct GoldenReportTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  private var report: Report {
    Report(
      result: Fixture.result(), scenario: Fixture.scenario(),
      provenance: Provenance(build: "abc1234", version: "1.0.0", runSeconds: 12.3))
  }

  /// Fails where a text is not that of a file, and says where they part.
  private func compare(_ text: String, with name: String) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["DUNJING_UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let approved = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let others = approved.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, (line, other)) in zip(lines, others).enumerated() {
      try #require(line == other, "line \(number + 1) of \(name)")
    }
    #expect(lines.count == others.count)
  }

  @Test(arguments: Language.allCases)
  func `the text is the approved one`(language: Language) throws {
    try compare(
      report.markdown(in: language, page: "report.\(language.rawValue).html"),
      with: "report.\(language.rawValue).md")
  }

  /// Elements with their classes and ids, indented by depth, like ones in a row counted; charts as their label.
  @Test func `the structure is the approved one`() throws {
    try compare(PageOutline(of: report.html(in: .en)).text, with: "structure.txt")
  }
}
