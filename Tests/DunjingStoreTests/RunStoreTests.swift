import DunjingScenario
import Foundation
import GRDB
import Testing

@testable import DunjingStore

@Suite struct RunStoreTests {
  @Test func aRunIsKeptAsItsFilesSay() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    // Greater than the integers of the database.
    try shelf.addRun("a", seed: UInt64.max)
    #expect(try shelf.answer().read == 1)
    let answer = try shelf.answer()
    let run = try #require(answer.rows.first?.run)
    #expect(answer.read == 0 && answer.names == ["a base", "a more"])
    #expect(
      run.seed == UInt64.max && run.replications == 3 && run.settings == ["a=1"] && run.runSeconds == 1.5)
    #expect(run.study == LocalizedText(zh: "城", en: "A town") && run.stopped == "replications")
    #expect(run.treatments.map(\.name.en) == ["As is", "Sunk"])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(shelf.path)/a/results.json"))
    #expect(run.hashes.results == SHA256.hexadecimal(of: Array(bytes)))
    #expect(
      answer.rows[1].treatment.indicators == [
        StoredIndicator(
          id: "withinTarget", unit: "share", mean: 0.75, halfWidth: 0.01, difference: 0.25,
          simultaneousHalfWidth: 0.03, relative: 0.5, isSignificant: true, growsWithoutBound: true)
      ])
    let harm = try #require(answer.rows[0].treatment.indicators.first)
    #expect(
      harm.id == "harmIndex" && harm.mean == nil && harm.isSignificant == nil && !harm.growsWithoutBound)
  }

  @Test func theIndexFollowsTheFiles() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    for name in ["a", "b", "c"] { try shelf.addRun(name) }
    #expect(try shelf.answer().read == 3)
    let before = try FileManager.default.attributesOfItem(atPath: "\(shelf.path)/b/results.json")
    // As long as before, and with the time of before: only the content tells.
    try shelf.addRun("b", within: (0.5, 0.85))
    let time = try #require(before[.modificationDate])
    try FileManager.default.setAttributes(
      [.modificationDate: time], ofItemAtPath: "\(shelf.path)/b/results.json")
    try shelf.delete("c")
    let answer = try shelf.answer()
    #expect(
      answer.read == 1 && answer.removed == 1 && answer.names == ["a base", "a more", "b base", "b more"])
    #expect(answer.rows[3].treatment.indicators[0].mean == 0.85)
    let again = try shelf.answer()
    #expect(again.read == 0 && again.removed == 0 && again.rows == answer.rows)
  }

  @Test func damagedResultsAreNamedAndNotListed() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    for name in ["a", "b", "c", "d", "e"] { try shelf.addRun(name) }
    #expect(try shelf.answer().damaged.isEmpty)
    let text = try String(contentsOfFile: "\(shelf.path)/a/results.json", encoding: .utf8)
    try shelf.write(String(text.dropLast(9)), to: "a/results.json")
    try shelf.write(text.replacing(#""seed":1"#, with: #""seed":2"#), to: "b/results.json")
    try shelf.write(text.replacing("halfWidth95", with: "halfWidth90"), to: "c/results.json")
    try shelf.write(text.replacing("dunjing-results/1", with: "dunjing-results/2"), to: "e/results.json")
    let answer = try shelf.answer()
    #expect(answer.names == ["d base", "d more"] && answer.removed == 4)
    #expect(answer.damaged.map(\.path) == ["a", "b", "c", "e"])
    #expect(answer.damaged[3].reason.en.contains("dunjing-results/2"))
    #expect(answer.damaged[0].reason.en.hasPrefix("results.json is damaged"))
    #expect(answer.damaged[1].reason.en.contains("is not of the run in manifest.json"))
    try shelf.addRun("a")
    #expect(try shelf.answer().names == ["a base", "a more", "d base", "d more"])
  }

  @Test func unitsOfPlansFollowTheirFiles() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.write(#"{"schema":"dunjing-plan/1"}"#, to: "plan/plan.json")
    #expect(try shelf.answer().plans == [PlannedWork(path: "plan", units: [])])
    try shelf.write("1", to: "plan/units/000001.json")
    let plans = [
      PlannedWork(path: "plan", units: [PlannedUnit(number: 1, state: .done, bytes: 1, seconds: 2.5)])
    ]
    #expect(try shelf.answer().plans == plans)
    let store = try RunStore(in: shelf.path, journal: .wal)
    #expect(try store.queue.read(StoreUpdate.plans) == plans)
    try shelf.delete("plan")
    #expect(try shelf.answer().plans.isEmpty)
    #expect(try store.queue.read(StoreUpdate.plans).isEmpty)
  }

  @Test func aFolderWithoutRunsGetsNoDatabase() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    let answer = try shelf.answer()
    #expect(answer.rows.isEmpty && answer.notices.isEmpty && !shelf.exists(RunStore.fileName))
  }

  @Test func aDatabaseThatCannotBeMadeIsKeptInMemory() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun("a")
    // A folder in the place of the file.
    try shelf.write("", to: "runs.sqlite/notes.txt")
    let answer = try shelf.answer()
    #expect(answer.names == ["a base", "a more"])
    guard case .inMemory(let path, _)? = answer.notices.first else {
      Issue.record("no notice of memory: \(answer.notices)")
      return
    }
    #expect(path == shelf.database && shelf.exists("runs.sqlite/notes.txt"))
  }
}
