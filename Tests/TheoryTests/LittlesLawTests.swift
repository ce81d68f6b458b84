import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Testing

/// Little's law on the sample path of studies with much in them; every other check through the engine asserts it too.
@Suite struct LittlesLawTests {
  /// Plays a shipped study with more incidents than it has.
  private func check(_ name: String, folder: String, busier factor: Double, replications: Int) throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: copy) }
    try FileManager.default.copyItem(at: package.appendingPathComponent(folder), to: copy)
    let file = copy.appendingPathComponent("scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = try #require(Self.busier(text, by: factor))
    try Data(changed.utf8).write(to: file)
    let world = try World.loaded(from: copy.path)
    let plays = inParallel(replications) { world.play(seed: 81, replication: $0) }
    let gap = plays.map(\.littlesGap).max() ?? .nan
    #expect(gap < 1e-9)
    #expect(plays.allSatisfy { $0.detail.waitingSeconds > 0 })
    Validation.record(
      .little, "\(name): largest relative difference", source: "Little (1961), on the sample path", theory: 0,
      value: gap, replications: replications, verdict: gap < 1e-9 ? "holds" : "fails")
  }

  /// The text with more incidents a day.
  private static func busier(_ text: String, by factor: Double) -> String? {
    guard let match = text.firstMatch(of: /incidentsPerDay: *([0-9.]+)/), let now = Double(match.1) else {
      return nil
    }
    return text.replacingCharacters(in: match.range, with: "incidentsPerDay: \(now * factor)")
  }

  @Test func theMinimalStudyUnderLoad() throws {
    try check(
      "The minimal study, six times as busy", folder: "scenarios/minimal", busier: 6, replications: 20)
  }
}
