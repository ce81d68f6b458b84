import DunjingScenario
import Foundation
import Testing

/// Folders and files that are not what a bundle needs.
@Suite struct ScenarioBundleTests {
  private func text(_ path: String) -> String {
    do {
      _ = try ScenarioBundle(path: path).load()
      return ""
    } catch {
      return error.description
    }
  }

  @Test func aMissingFolderIsNamed() {
    #expect(text("no/such") == "no/such: error: there is no such folder; check the path")
    #expect(text("no/such/scenario.yaml") == "no/such: error: there is no such folder; check the path")
  }

  @Test func aFolderWithoutAScenarioPointsToTheOneBelow() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let start = "\(folder.path): error: the folder has no scenario.yaml; "
    #expect(text(folder.path) == start + "give a folder that has one")
    try FileManager.default.copyItem(at: EditedStudy.minimal, to: folder.appendingPathComponent("city"))
    #expect(text(folder.path) == start + "did you mean '\(folder.path)/city'?")
  }

  @Test func aFileIsNoFolder() {
    let file = EditedStudy.minimal.appendingPathComponent("grids.csv").path
    #expect(
      text(file) == "\(file): error: this is a file, not a folder; give the folder that holds scenario.yaml")
  }

  @Test func aMissingTableIsAnsweredWithTheNearestName() throws {
    let issues = try EditedStudy.issues { $0.replacing("grids: grids.csv", with: "grids: grid.csv") }
    #expect(
      issues.map(\.description) == [
        "scenario.yaml:17:8: error: the bundle has no readable file 'grid.csv'; did you mean 'grids.csv'?"
      ])
  }

  @Test func aScenarioInAnotherEncodingIsToBeSavedAsUTF8() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data([0x61, 0x3A, 0x20, 0xB0, 0xD7]).write(to: folder.appendingPathComponent("scenario.yaml"))
    #expect(
      text(folder.path)
        == "scenario.yaml:1:1: error: the file is not UTF-8; save scenario.yaml as UTF-8 in a text editor")
  }

  @Test(arguments: ["GB18030", "GBK", "GB2312"])
  func theNamesOfChineseEncodingsAreKnown(name: String) throws {
    let scenario = try EditedStudy.load {
      $0.replacing("grids: grids.csv", with: "grids: {file: grids.csv, encoding: \(name)}")
    }.get()
    #expect(scenario.grids.count == 12)
  }
}
