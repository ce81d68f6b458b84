import DunjingScenario
import Foundation
import Testing

@testable import DunjingStore

@Suite struct FolderScanTests {
  @Test func runsAreFoundWhereverTheyAre() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    for name in ["b", "a/deep/down", "study", "a"] { try shelf.addRun(name) }
    #expect(shelf.scan().runs.map(\.path) == ["a", "a/deep/down", "b", "study"])
  }

  @Test func thePartsOfARunAreNotLookedInto() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    for name in ["a", "a/study", "a/replications/x", "a/units", ".hidden/a"] { try shelf.addRun(name) }
    #expect(shelf.scan().runs.map(\.path) == ["a"])
  }

  @Test func linksAreNotFollowed() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun("a")
    try FileManager.default.createSymbolicLink(
      atPath: "\(shelf.path)/circle", withDestinationPath: shelf.path)
    #expect(shelf.scan().runs.map(\.path) == ["a"])
  }

  @Test func theFolderItselfMayBeARun() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.addRun(".")
    #expect(shelf.scan().runs.map(\.path) == ["."])
  }

  @Test func manifestsOfOtherThingsAreNoRuns() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.write(#"{"schema":"dunjing-sweep-manifest/1"}"#, to: "sweep/manifest.json")
    try shelf.write(#"{"name":"a page"}"#, to: "page/manifest.json")
    let scan = shelf.scan()
    #expect(scan.runs.isEmpty && scan.damaged.isEmpty && scan.unfinished.isEmpty)
  }

  @Test func unfinishedRunsAndDamagedFilesAreNamed() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    for name in ["cut", "going", "lost", "new", "odd"] { try shelf.addRun(name) }
    try shelf.write(#"{"schema":"dunjing-mani"#, to: "cut/manifest.json")
    try shelf.write(
      #"{"schema":"dunjing-manifest/1","scenarioHash":"a","seed":1,"treatments":[],"version":"1","build":"b"}"#,
      to: "going/manifest.json")
    try shelf.delete("lost/results.json")
    try shelf.write(#"{"schema":"dunjing-manifest/2"}"#, to: "new/manifest.json")
    try shelf.write(#"{"schema":"dunjing-manifest/1","seed":"one"}"#, to: "odd/manifest.json")
    let scan = shelf.scan()
    #expect(scan.runs.isEmpty && scan.unfinished == ["going"])
    #expect(scan.damaged.map(\.path) == ["cut", "lost", "new", "odd"])
    #expect(scan.damaged[1].reason.en.hasPrefix("results.json is missing"))
    #expect(scan.damaged[2].reason.en.contains("dunjing-manifest/2"))
  }

  @Test func plansAreListedWithTheirUnits() throws {
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.write(#"{"schema":"dunjing-plan/1"}"#, to: "plan/plan.json")
    try shelf.write("four", to: "plan/units/000002.json")
    try shelf.write("seventeen", to: "plan/units/000011.json")
    try shelf.write("half", to: "plan/units/000003.json.draft")
    try shelf.write(#"{"schema":"something/1"}"#, to: "other/plan.json")
    let units = [
      PlannedUnit(number: 2, state: .done, bytes: 4, seconds: 2.5),
      PlannedUnit(number: 11, state: .done, bytes: 9, seconds: 2.5)
    ]
    #expect(shelf.scan().plans == [PlannedWork(path: "plan", units: units)])
  }

  @Test func aPlanWhoseReaderFailsIsDamaged() throws {
    struct Failing: PlanReader {
      func units(in folder: String) throws -> [PlannedUnit] { throw CocoaError(.fileReadCorruptFile) }
    }
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.write(#"{"schema":"dunjing-plan/1"}"#, to: "plan/plan.json")
    let scan = FolderScan(shelf.path, plans: Failing(), threads: 1)
    #expect(scan.plans.isEmpty && scan.damaged.map(\.path) == ["plan"])
    #expect(scan.damaged[0].reason.en.hasSuffix("dunjing status says why."))
  }

  @Test func `what a reader says of a plan is told`() throws {
    struct Failing: PlanReader {
      func units(in folder: String) throws -> [PlannedUnit] {
        throw PlanFault(LocalizedText(zh: "旧格式", en: "an old schema"))
      }
    }
    let shelf = try RunShelf()
    defer { shelf.remove() }
    try shelf.write(#"{"schema":"dunjing-plan/1"}"#, to: "plan/plan.json")
    let scan = FolderScan(shelf.path, plans: Failing(), threads: 1)
    #expect(scan.damaged.map(\.reason.en) == ["an old schema"])
  }
}
