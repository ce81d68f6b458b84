import DunjingScenario
import Foundation
import Testing

/// Broken copies of the smallest shipped study: each is refused with every problem, its place and a remedy.
@Suite struct BadInputTests {
  private static let minimal = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios/minimal")

  private func issues(
    yaml edit: (String) -> String = { $0 }, grids: ((String) -> Data)? = nil
  ) throws -> [ScenarioIssue] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.copyItem(at: Self.minimal, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(edit(text).utf8).write(to: file)
    let table = folder.appendingPathComponent("grids.csv")
    if let grids { try grids(try String(contentsOf: table, encoding: .utf8)).write(to: table) }
    do {
      _ = try ScenarioBundle(path: folder.path).load()
      return []
    } catch {
      return error.issues
    }
  }

  private func replaced(_ old: String, _ new: String) -> (String) -> String {
    { text in
      #expect(text.contains(old), "the study has no text \(old)")
      return text.replacing(old, with: new)
    }
  }

  @Test func theShippedStudyIsAccepted() throws {
    #expect(try issues().isEmpty)
  }

  @Test(arguments: [
    ("demand: {incidentsPerDay: 10}", "demand: {incidentsPerDay: -10}"),
    ("demand: {incidentsPerDay: 10}", "demand: {incidentsPerDay: .nan}"),
    ("demand: {incidentsPerDay: 10}", "demand: {incidentsPerDay: many}"),
    ("sinkRatio: 0.4", "sinkRatio: 40"),
    ("replications: 10", "replications: 1000000000"),
    ("id: sink40", "id: sink20"),
    ("baseline: sink00", "baseline: nothing"),
    ("roster: threeShifts, movingShare: 0.6", "roster: fourShifts, movingShare: 0.6"),
    ("start: \"2024-01-01\"", "start: \"2024-02-31\""),
    ("force:", "force:\n  streetShift: {weekdayOrder: [5, 5]}"),
    ("force:", "force:\n  streetShift: {weekdayOrder: [9, 4, 6, 3, 2, 1, 0]}"),
    ("force:", "force:\n  streetShift: {shiftOrder: [day, day]}"),
    ("movingShare: 0.6,", "movingShare: 0.6, crewSworn: 0, crewAuxiliaries: 0,"),
    ("movingShare: 0.6,", "movingShare: 0.6, facilities: [],"),
    ("mode: car, area: district", "mode: car, area: grid"),
    (
      "hazardKinds: default",
      "hazardKinds: default\nincidentKinds: [{id: order, urgentShare: 0.5, urgentPriority: 4}]"
    ),
    ("force:", "force:\n  streetShift: {group: nobody}"),
    ("force:", "force:\n  streetShift: {officersPerUnitShift: 1e-300}"),
    ("movingShare: 0.6,", "movingShare: 0.000001,"),
    ("unavailableShare: 0.45", "unavailableShare: 0.45, unavailableMeanMinutes: 0.001"),
    ("metric: manhattan", "metric: manhattan\n  modes: {car: {speedKilometersPerHour: 1e-300}}"),
    (
      "metric: manhattan",
      "metric: manhattan\n  modes: {car: {monthFactors: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}"
    ),
    (
      "hazardKinds: default",
      "hazardKinds: default\nclimbs: [{from: order, to: dispute, probability: 1, meanDelayDays: 1}, "
        + "{from: dispute, to: order, probability: 1, meanDelayDays: 1}]"
    ),
    ("hazardKinds: default", "hazardKinds: default\nheadquarters: {caseVariation: 1e-160}"),
    ("hazardKinds: default", "hazardKinds: default\npatrol: {speedKilometersPerHour: 1e-300}"),
    ("hazardKinds: default", "hazardKinds: default\nroads: {nodes: [], edges: []}"),
    (
      "hazardKinds: default",
      "hazardKinds: default\nincidentKinds: [{id: order, sceneMinutes: {logNormal: {median: 10, sigma: 1000}}}]"
    ),
    ("zone: Asia/Shanghai", "zone: Mars/Olympus"),
    ("experiment:", "experimant:"),
    ("grids: grids.csv", "grids: nowhere.csv"),
    ("grids: grids.csv", "grids: ../minimal/grids.csv"),
    ("schema: dunjing/1", "schema: dunjing/9"),
    ("category: community, tour", "category: nobody, tour"),
    ("skills: [basic, patrol, traffic]", "skills: [basic]")
  ])
  func aBrokenValueIsRefused(old: String, new: String) throws {
    let found = try issues(yaml: replaced(old, new))
    let first = try #require(found.first)
    #expect(first.line >= 1 && first.column >= 1)
    #expect(!first.problem.isEmpty && !first.remedy.zh.isEmpty && !first.remedy.en.isEmpty)
  }

  @Test func `positions in degrees are not taken for kilometers`() throws {
    let issues = try StudyCopy(
      files: [
        "grids.csv": "id,x,y,population\ng01,124.05,43.16,5000\ng02,124.06,43.17,4000\n"
      ], replacements: []
    ).issues()
    #expect(issues.contains { $0.contains("look like degrees, such as x 124.05 and y 43.16") }, "\(issues)")
  }

  @Test func `a map in kilometers far from its origin is one in kilometers`() throws {
    let rows = (0..<12).map { "g\($0),\(100.5 + Double($0 % 4)),\(40.5 + Double($0 / 4)),5000\n" }
    let issues = try StudyCopy(files: ["grids.csv": "id,x,y,population\n" + rows.joined()], replacements: [])
      .issues()
    #expect(!issues.contains { $0.contains("look like degrees") }, "\(issues)")
  }

  @Test func `of several keys given twice each is told at its own second place`() throws {
    let found = try issues { $0 + "units: []\nassessment: []\nunits: []\nassessment: []\n" }
    let places = found.filter { $0.problem.en.contains("given twice") }.map { "\($0.keyPath) \($0.line)" }
    #expect(Set(places) == ["units 57", "assessment 60"], "\(found)")
  }

  @Test func `a number above the largest one is told that, not the least`() throws {
    let found = try issues(
      yaml: replaced("sinkRatio: 0.4", "sinkRatio: 0.4, unitsPerFacility: {street: 1e13}"))
    #expect(found.count == 1)
    let grids = try StudyCopy(
      files: ["grids.csv": "id,x,y,population\ng01,1,1,1e13\n"], replacements: []
    ).issues()
    #expect(grids.contains { $0.contains("it must be at most 1000000000000") }, "\(grids)")
  }

  @Test func `floors of the counties are compared with their officers`() throws {
    let departments =
      "departments: [{id: desk, agencyOfficers: 3, countyOfficers: 2, countyFloor: 5, fixedHoursPerYear: 100}]"
    let found = try issues(yaml: replaced("departments: default", departments))
    #expect(found.map(\.keyPath) == ["departments[0].countyFloor"])
  }

  @Test func anUnknownKeyIsNamedWithTheOneProbablyMeant() throws {
    let found = try issues(yaml: replaced("horizonDays: 182", "horizenDays: 182"))
    #expect(found.contains { $0.text(in: .en).contains("horizonDays") })
  }

  @Test func allProblemsAreReportedAtOnce() throws {
    let found = try issues { text in
      text.replacing("sinkRatio: 0.4", with: "sinkRatio: 4").replacing(
        "warmUpDays: 60", with: "warmUpDays: -1"
      )
      .replacing("baseline: sink00", with: "baseline: nothing")
    }
    #expect(found.count >= 2)
  }

  @Test func aYAMLBombIsRefused() throws {
    let found = try issues { text in
      text + "\na: &a [x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b]\n"
    }
    #expect(!found.isEmpty)
  }

  @Test func aRosterWithAHoleIsRefused() throws {
    let found = try issues { text in
      text + """

        rosters:
          - id: threeShifts
            shifts: [{id: day, start: "08:00", end: "20:00"}, {id: night, start: "21:00", end: "08:00"}]

        """
    }
    #expect(found.contains { $0.keyPath.hasPrefix("rosters") })
  }

  @Test func tablesFromSpreadsheetsAreRead() throws {
    let crlf = try issues(grids: { text in
      Data("\u{FEFF}".utf8)
        + Data(text.replacing("\n", with: "\r\n").replacing("g00,", with: "\"g00\",").utf8)
    })
    #expect(crlf.isEmpty)
  }

  @Test(arguments: ["id,x,y,population\n", "id,x,y,population\ng,1,1,ten\n", "id,x,y,population\ng,1,1\n"])
  func aBrokenTableIsRefused(table: String) throws {
    let found = try issues(grids: { _ in Data(table.utf8) })
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { !$0.text(in: .zh).isEmpty })
  }

  @Test func bytesOfAnotherEncodingAreNamed() throws {
    let found = try issues(grids: { text in
      Data(text.utf8).prefix(3) + Data([0x4D, 0xFC, 0x6C]) + Data(text.utf8).dropFirst(3)
    })
    #expect(found.contains { $0.text(in: .en).contains("GB18030") })
  }

  @Test func aMissingBundleIsNamed() {
    #expect(throws: InvalidScenario.self) { try ScenarioBundle(path: "/nonexistent/study").load() }
  }
}
