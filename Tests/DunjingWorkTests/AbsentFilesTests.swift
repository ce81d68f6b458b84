import Foundation
import Testing

@testable import DunjingWork

@Suite struct AbsentFilesTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path

  private func write(_ name: String) throws {
    let url = URL(fileURLWithPath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: url)
  }

  private var names: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test func `what was not there goes, with the folders above it`() throws {
    let absent = AbsentFiles(in: folder + "/a/b", ["plan.json", "study/tables/grids.csv"])
    try write("a/b/plan.json")
    try write("a/b/study/tables/grids.csv")
    absent.remove()
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `a folder may be named by a single letter`() {
    AbsentFiles(in: "q", ["search.json"]).remove()
    #expect(!FileManager.default.fileExists(atPath: "q"))
  }

  @Test func `what was there, and what somebody else wrote, stays`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("study/notes.txt")
    let absent = AbsentFiles(in: folder, ["plan.json", "units", "study/notes.txt", "study/scenario.yaml"])
    try write("study/scenario.yaml")
    try write("units/000001.json")
    absent.remove()
    #expect(names == ["study", "study/notes.txt", "units", "units/000001.json"])
  }

  @Test func `an error of Foundation is told by its cause`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("file")
    for (name, code) in [
      ("file/below", ENOTDIR), (".", EISDIR), (String(repeating: "n", count: 300), ENAMETOOLONG)
    ] {
      let error = #expect(throws: (any Error).self) {
        _ = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      }
      #expect(error.map(SystemFault.code) == code)
    }
  }
}
