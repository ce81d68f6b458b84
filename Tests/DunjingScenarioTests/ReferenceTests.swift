import Foundation
import Testing

@testable import DunjingScenario

@Suite struct ReferenceTests {
  /// The committed reference is what the program prints.
  @Test(arguments: [(TextLanguage.zh, "Scenario.zh.md"), (.en, "Scenario.md")])
  func theCommittedReferenceIsCurrent(_ language: TextLanguage, _ name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try? String(contentsOf: root.appendingPathComponent("Documentation/\(name)"), encoding: .utf8)
    let command = "dunjing schema --markdown --language \(language.rawValue) > Documentation/\(name)"
    #expect(
      text == ScenarioReference.markdown(in: language) + "\n",
      "Documentation/\(name) is out of date; write it anew with: swift run \(command)")
  }

  /// An empty text would pass the compiler, which asks for a text in both languages.
  @Test func everyKeyHasAMeaningAndEveryNumberAUnit() {
    for section in ScenarioReference.sections {
      for key in section.shape.keys {
        let path = "\(section.path).\(key.name)"
        #expect(key.meaning.zh.hasSuffix("。") && key.meaning.en.hasSuffix("."), "\(path)")
        if key.value.range != nil { #expect(key.unit != nil, "\(path) has no unit") }
      }
    }
  }

  /// A default in the reference that the decoder does not use would mislead.
  @Test(arguments: ["travel", "dispatch", "targets", "headquarters", "harm", "patrol", "community"])
  func writingTheDefaultsDownChangesNothing(_ part: String) throws {
    let shape = try #require(Shapes.scenario[part]?.value.record)
    let defaults = shape.keys.compactMap { key in key.fallback?.json.map { "  \(key.name): \($0)\n" } }
      .joined()
    let plain = try EditedStudy.load { Self.without(part, in: $0) }.get()
    let written = try EditedStudy.load { Self.without(part, in: $0) + "\n\(part):\n\(defaults)" }.get()
    #expect(plain == written)
  }

  @Test(arguments: [
    "treatments.streetShare", "treatments[0].streetShare", "treatments.sink20.streetShare", "streetShare"
  ])
  func aKeyIsExplainedByItsPath(_ path: String) throws {
    let text = try ScenarioReference.explanation(of: path, in: .en)
    #expect(text.contains("Share of the sunk officers") && text.contains("Default: 0.2"))
  }

  @Test func `the source of a default is named, and a number without one is an assumption`() throws {
    func source(of path: String) throws -> Substring? {
      try ScenarioReference.explanation(of: path, in: .en).split(separator: "\n").first {
        $0.hasPrefix("  Source: ")
      }
    }
    #expect(
      try source(of: "dispatch.callTakingSeconds")?.contains("[S] published elsewhere: Inner Mongolia")
        == true)
    #expect(
      try source(of: "rosters.night.breakMinutes") == "  Source: [H] assumption: no source is on record")
    #expect(try source(of: "dispatch.reserveUnits") == nil)
  }

  @Test func `sources of defaults belong to keys, and are marked as in the shipped study`() throws {
    let shipped = try EditedStudy.baicheng().sources.map { note in
      (ScenarioReference.entry(of: note.key)?.path, note.mark)
    }
    for (path, source) in DefaultCatalog.sources {
      #expect(ScenarioReference.entry(of: path)?.path == path)
      #expect(source.note.zh.isEmpty == source.note.en.isEmpty)
      let marks = shipped.filter { $0.0 == path }.map(\.1)
      #expect(marks.isEmpty || marks.contains(source.mark), "\(path)")
    }
  }

  @Test func aNameOfTheUsersChoiceIsExplainedByTheKeyThatTakesIt() throws {
    let text = try ScenarioReference.explanation(of: "treatments.sinkRatio.byCounty.kuancheng", in: .en)
    #expect(text.contains("Share in place of county for single counties"))
  }

  @Test(arguments: [
    ("units.stationCar", "units", "stationCar: the id of one of them"),
    (
      "incidentKinds[0].followUps.investigation", "incidentKinds.followUps",
      "investigation: one of them"
    ),
    ("departments.*", "departments", "*: each of them"),
    ("travel.modes.car", "travel.modes", "car: the name of one of them"),
    (
      "hazardKinds.*.incubationDays.exponential.mean", "hazardKinds.incubationDays",
      "exponential.mean: The mean."
    ),
    (
      "incidentKinds.x.sceneMinutes.triangular.mode", "incidentKinds.sceneMinutes",
      "triangular.mode: The most likely value."
    )
  ])
  func `a record or a parameter is explained by the key that has it`(path: String, key: String, note: String)
    throws
  {
    let lines = try ScenarioReference.explanation(of: path, in: .en).split(separator: "\n")
    #expect(lines.first == key[...] && lines.contains("  \(note)"), "\(lines)")
  }

  @Test func `every key of the sources of shipped studies and defaults is explained`() throws {
    let jilin = EditedStudy.minimal.deletingLastPathComponent().appendingPathComponent("jilin")
    let studies = try [EditedStudy.baicheng(), ScenarioBundle(path: jilin.path).load().scenario]
    let keys = Set(studies.flatMap { $0.sources.map(\.key) } + DefaultCatalog.sources.keys)
    #expect(keys.count > 100)
    for key in keys {
      #expect(throws: Never.self, "\(key)") { try ScenarioReference.explanation(of: key, in: .en) }
    }
    for id in studies[0].units.map({ "units.\($0.id)" })
      + studies[0].incidentKinds.map({ "incidentKinds.\($0.id)" })
      + studies[0].rosters.map({ "rosters.\($0.id)" }) + studies[0].treatments.map({ "treatments.\($0.id)" })
    {
      #expect(throws: Never.self, "\(id)") { try ScenarioReference.explanation(of: id, in: .zh) }
    }
  }

  @Test func theTopLevelIsExplainedWithoutAKey() throws {
    #expect(try ScenarioReference.explanation(of: nil, in: .zh).contains("treatments"))
  }

  @Test(arguments: [
    ("dispach", "there is no key 'dispach'; did you mean dispatch?"),
    (
      "treatments.steetShare", "there is no key 'treatments.steetShare'; did you mean treatments.streetShare?"
    ),
    ("units.aera", "there is no key 'units.aera'; did you mean units.area?"),
    ("travel.foo", "there is no key 'travel.foo'; travel has metric, followsRoads, detourFactor, modes"),
    ("time.zone.of.somewhere", "there is no key 'time.zone.of.somewhere'; time.zone has no keys below it"),
    (
      "units.sceneMinute",
      "there is no key 'units.sceneMinute'; did you mean incidentKinds.sceneMinutes? If it is your own name of one of units, look up units."
    ),
    ("zzz", "there is no key 'zzz'"), ("", "there is no key ''")
  ])
  func `an unknown key is answered with the nearest, or with the keys there are`(
    path: String, message: String
  ) throws {
    let unknown = try #require(throws: ScenarioReference.UnknownKey.self) {
      try ScenarioReference.explanation(of: path, in: .en)
    }
    #expect(unknown.text(in: .en) == message)
  }

  @Test func `a key of another part is no record of a list, unless the program has one of that id`() throws {
    let unknown = try #require(throws: ScenarioReference.UnknownKey.self) {
      try ScenarioReference.explanation(of: "units.kinds", in: .zh)
    }
    #expect(unknown.suggestions.contains("community.contactCards.kinds"))
    #expect(unknown.text(in: .zh).hasPrefix("没有名为 'units.kinds' 的键"))
    #expect(try ScenarioReference.explanation(of: "units.street", in: .zh).contains("street：其中一项的 id"))
    #expect(try ScenarioReference.explanation(of: "facilities.h01", in: .zh).contains("h01：其中一项的 id"))
  }

  @Test func `a word of descriptions finds keys, in either language`() throws {
    let found = try #require(ScenarioReference.keys(describedBy: "Residents", in: .en))
    #expect(found.contains("  grids.population  ") && found.split(separator: "\n").count <= 9)
    #expect(ScenarioReference.keys(describedBy: "工作量", in: .en)?.contains("fixedLoadVariation") == true)
    #expect(ScenarioReference.keys(describedBy: "unheard of", in: .en) == nil)
    #expect(ScenarioReference.keys(describedBy: "", in: .en) == nil)
  }

  /// Removes a part from the text of a scenario.
  private static func without(_ part: String, in text: String) -> String {
    var isInside = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if let first = line.first, first.isLetter { isInside = line.hasPrefix("\(part):") }
      return !isInside
    }.joined(separator: "\n")
  }
}
