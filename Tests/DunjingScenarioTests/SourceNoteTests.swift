import Foundation
import Testing

@testable import DunjingScenario

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

  /// The notes of the smallest study with rows of sources and texts of the scenario exchanged.
  private func notes(_ rows: [String], _ edits: [(String, String)] = []) throws -> [SourceNote] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: EditedStudy.minimal.path) {
      files[name] = Array(try Data(contentsOf: EditedStudy.minimal.appendingPathComponent(name)))
    }
    var text = String(decoding: try #require(files["scenario.yaml"]), as: UTF8.self)
    for (old, new) in edits {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    files["scenario.yaml"] = Array((text + "\nsources: sources.csv\n").utf8)
    files["sources.csv"] = Array((["key,mark,value,low,high"] + rows).joined(separator: "\n").utf8)
    return try ScenarioBundle(files: files).load().scenario.sources
  }

  @Test func `a row for all records has the values of all, and is changed where one is`() throws {
    func note(_ row: String) throws -> SourceNote { try #require(try notes([row]).first) }
    let plain = try note("treatments.*.sinkRatio,H,,,")
    let values = plain.value.split(separator: "/").map(String.init)
    #expect(values.count > 1 && Set(values).count == values.count && plain.statedValue == nil)
    let changed = try note("treatments.*.sinkRatio,H,0.77,,")
    #expect(changed.value == plain.value && changed.statedValue == "0.77")
    #expect(try note("treatments.*.sinkRatio,H,\(plain.value),,").statedValue == nil)
    // A range is one of multiples, which are no value of the study.
    #expect(try note("hazardKinds.*.closure,H,1,0.5,2").statedValue == nil)
  }

  @Test func `a row about a record that is gone has no range, and is no fault`() throws {
    let found = try notes([
      "units.gone.unavailableShare,H,0.5,0.1,0.6", "units.gone.crewSworn,H,2,,",
      "hazardKinds.*.closure,H,1,0.5,2",
      "harm.lateArrival,H,,0.1,0.5"
    ])
    #expect(found.map(\.isStray) == [true, true, false, false])
    #expect(found.map { $0.range == nil } == [true, true, false, false])
  }
}

/// Whether the study has another value than its source states.
@Suite struct StatedValueTests {
  @Test(arguments: [
    ("40", "32", true), ("40", "40.0", false), ("call", "dispatch", true), ("call", "call", false),
    ("{core: 1, key: 3}", "{key: 3.0, core: 1}", false), ("{core: 1, key: 3}", "{core: 5, key: 3}", true),
    ("{core: 1}", "{core: 1, key: 3}", true), ("[1, 2]", "[1, 2.0]", false), ("[1, 2]", "[2, 1]", true),
    ("[1, 2]", "[1, 2, 3]", true), ("261 rows", "grids.csv", false), ("0.85/1.1", "[0.85, 1.1]", false),
    ("60", "counties.csv", false), ("none", "[help, other]", false), ("", "1", false),
    ("14/12", "12", false), ("14/12", "11", true)
  ])
  func `numbers, words, lists and records are compared, texts are not`(
    stated: String, written: String, differs: Bool
  ) {
    #expect(StatedValue(text: stated).differs(from: written) == differs)
  }
}
