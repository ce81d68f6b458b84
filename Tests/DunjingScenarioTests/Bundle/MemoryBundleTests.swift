import DunjingScenario
import Foundation
import Testing

/// Bundles in memory read as folders do.
@Suite struct MemoryBundleTests {
  private func minimal() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in ["scenario.yaml", "grids.csv"] {
      files[name] = [UInt8](try Data(contentsOf: EditedStudy.minimal.appendingPathComponent(name)))
    }
    return files
  }

  @Test func theSameFilesGiveTheSameScenarioAndHash() throws {
    let inMemory = try ScenarioBundle(files: minimal()).load()
    let onDisk = try ScenarioBundle(path: EditedStudy.minimal.path).load()
    #expect(inMemory.scenario == onDisk.scenario)
    #expect(inMemory.bundleHash == onDisk.bundleHash)
  }

  @Test func aFileThatIsNotThereIsNamedWithTheNearest() throws {
    var files = try minimal()
    files["grid.csv"] = files.removeValue(forKey: "grids.csv")
    let error = #expect(throws: InvalidScenario.self) { try ScenarioBundle(files: files).load() }
    #expect(error?.issues.map(\.keyPath) == ["grids"])
    #expect(error?.text(in: .en).contains("grid.csv") == true)
  }

  @Test func nothingOnDiskIsRead() throws {
    var files = try minimal()
    let text = String(decoding: try #require(files["scenario.yaml"]), as: UTF8.self)
    let path = EditedStudy.minimal.appendingPathComponent("grids.csv").path
    files["scenario.yaml"] = Array(text.replacing("grids: grids.csv", with: "grids: \(path)").utf8)
    #expect(throws: InvalidScenario.self) { try ScenarioBundle(files: files).load() }
  }
}
