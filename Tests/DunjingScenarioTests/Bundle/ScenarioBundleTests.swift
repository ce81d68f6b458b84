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

  @Test func bytesOfNoKnownEncodingAreToldInTheirLine() throws {
    let table = Array("id,x,y,population\ng1,1,1,5\n".utf8) + [0x67, 0xFF, 0x2C, 0x31, 0x0A]
    let wide: [UInt8] = [0xFF, 0xFE] + "id,x\n".utf8.flatMap { [$0, 0] }
    #expect(
      texts(grids: table) == [
        "g.csv:3:1: error: the file is neither GB18030 nor UTF-8; correct this line, "
          + "or save the file as UTF-8 (\"CSV UTF-8\" in Excel) and declare no encoding"
      ])
    #expect(
      texts(grids: wide) == [
        "g.csv:1:1: error: the file is UTF-16; save it as UTF-8 (\"CSV UTF-8\" in Excel) "
          + "and declare no encoding"
      ])
  }

  private func texts(grids: [UInt8]) -> [String] {
    let yaml = """
      schema: dunjing/1
      name: a
      grids: {file: g.csv, encoding: GB18030}
      facilities: [{id: s1, kind: station, x: 0, y: 0}]
      """
    do {
      _ = try ScenarioBundle(files: ["scenario.yaml": Array(yaml.utf8), "g.csv": grids]).load()
      return []
    } catch {
      return error.issues.filter { $0.file == "g.csv" }.map(\.description)
    }
  }

  @Test func aFolderIsNoTable() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.copyItem(at: EditedStudy.minimal, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = folder.appendingPathComponent("grids.csv")
    try FileManager.default.removeItem(at: table)
    try FileManager.default.createDirectory(at: table, withIntermediateDirectories: true)
    #expect(
      text(folder.path) == "scenario.yaml:17:8: error: 'grids.csv' is a folder, not a file; "
        + "name a file instead, or put a file in its place")
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
