import DunjingScenario
import Foundation
import Testing

/// Mechanisms that the smallest shipped study describes wrongly: each is refused at its place, with a remedy.
@Suite struct BadMechanismTests {
  private static let minimal = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios/minimal")

  /// What is said, without file and place, of the study with some lines more.
  private func messages(_ more: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.copyItem(at: Self.minimal, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data("\(text)\n\(more)\n".utf8).write(to: file)
    do {
      _ = try ScenarioBundle(path: folder.path).load()
      return []
    } catch {
      return error.issues.map { issue in
        let text = issue.text(in: .en)
        return text.range(of: "error: ").map { String(text[$0.upperBound...]) } ?? text
      }
    }
  }

  @Test(arguments: [
    (
      "shocks: [{id: a, kind: roadCut, day: 2024-01-03, hours: 5, nodes: [x, y]}]",
      "'shocks[0].nodes' needs roads, and the study has none; give roads, or leave the shock out"
    ),
    (
      "shocks: [{id: a, kind: surge, day: 2031-01-01, hours: 5}]",
      "2031-01-01 in 'shocks[0].day' is no day of the study; write a day within its warm-up and measured days"
    ),
    (
      "shocks: [{id: a, kind: facilityLoss, day: 2024-01-03, hours: 5}]",
      "'facilities' is missing; add it, for example facilities: [first, second]"
    ),
    (
      "assessment: [{indicator: withinTarget, zero: 1, full: 1, owner: x}]",
      "'assessment[0].full' is the same as zero, so there are no points; write a full that differs from zero"
    ),
    (
      "assessment: [{indicator: withinTargt, zero: 0, full: 1, owner: x}]",
      "'assessment[0].indicator' cannot be 'withinTargt'; did you mean 'withinTarget'?"
    ),
    (
      "dispatch: {relocation: priorityList, standby: {table: [{posts: [s1]}]}}",
      "'dispatch.standby.order' is missing; write for example order: [w1, w2]; a table is for complianceTable only"
    ),
    (
      "dispatch: {relocation: complianceTable, standby: {table: [{posts: [s1, s1]}]}}",
      "row 1 of the table names 2 facilities; name 1: row k is for k idle units"
    ),
    ("programs: [{id: p}]", "'reduction' is missing; add it, for example reduction: 0.2")
  ])
  func aWrongMechanismIsExplained(more: String, message: String) throws {
    #expect(try messages(more) == [message])
  }

  @Test func manyChoicesAreNotAllListed() throws {
    let text = try #require(try messages("assessment: [{indicator: zzz, zero: 0, full: 1, owner: x}]").first)
    #expect(
      text.hasPrefix(
        "'assessment[0].indicator' cannot be 'zzz'; write one of \(Indicator.allCases.count), such as "))
    #expect(text.count < 200)
  }
}
