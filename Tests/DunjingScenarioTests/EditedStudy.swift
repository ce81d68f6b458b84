import DunjingScenario
import Foundation

/// Copies of the smallest shipped study with keys added at the end or texts replaced.
enum EditedStudy {
  static let minimal = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios/minimal")

  /// The shipped city.
  static func baicheng() throws -> Scenario {
    try ScenarioBundle(path: minimal.deletingLastPathComponent().appendingPathComponent("baicheng").path)
      .load().scenario
  }

  /// Loads a copy after an edit of its `scenario.yaml`.
  static func load(_ edit: (String) -> String) throws -> Result<Scenario, InvalidScenario> {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.copyItem(at: minimal, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(edit(text).utf8).write(to: file)
    return Result { () throws(InvalidScenario) in try ScenarioBundle(path: folder.path).load().scenario }
  }

  /// Returns the issues of a copy; none if it is accepted.
  static func issues(_ edit: (String) -> String) throws -> [ScenarioIssue] {
    switch try load(edit) {
    case .success: []
    case .failure(let error): error.issues
    }
  }
}
