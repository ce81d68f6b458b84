import DunjingScenario
import Foundation
import Testing

/// Notes on where numbers come from.
@Suite struct SourceNoteTests {
  @Test func aNoteShowsTheValueOfTheStudyAndRemembersTheStatedOne() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.copyItem(at: root.appendingPathComponent("scenarios/baicheng"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let shipped = try ScenarioBundle(path: folder.path).load().scenario
    #expect(shipped.sources.allSatisfy { $0.statedValue == nil })
    let file = folder.appendingPathComponent("scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("callTakingSeconds: 83", with: "callTakingSeconds: 60").utf8).write(to: file)
    let changed = try ScenarioBundle(path: folder.path).load().scenario.sources.filter {
      $0.statedValue != nil
    }
    #expect(changed.map(\.key) == ["dispatch.callTakingSeconds"])
    #expect(changed.first?.value == "60" && changed.first?.statedValue == "83")
  }
}
