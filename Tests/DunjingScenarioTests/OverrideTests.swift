import DunjingRandom
import DunjingScenario
import Foundation
import Testing

/// Values on top of those of a file: written before decoding, refused as a file would be, part of the hash.
@Suite struct OverrideTests {
  private let bundle = ScenarioBundle(path: EditedStudy.minimal.path)

  private func load(_ texts: String...) throws -> Scenario {
    try bundle.load(setting: texts.compactMap { ScenarioOverride($0) }).scenario
  }

  private func messages(_ texts: String..., in language: TextLanguage = .en) -> [String] {
    do {
      _ = try bundle.load(setting: texts.compactMap { ScenarioOverride($0) })
      return []
    } catch {
      return error.issues.map { $0.text(in: language) }
    }
  }

  @Test func `a key that the file leaves to its default is set`() throws {
    #expect(try load().community.visitHours != 2)
    #expect(try load("community.visitHours=2").community.visitHours == 2)
    #expect(try load("dispatch.policy=districtFirst").dispatch.policy == .districtFirst)
    #expect(try load("targets.coreMinutes = 2.5").targets.coreMinutes == 2.5)
  }

  @Test func `a record of a list is named by id or by position`() throws {
    let byID = try load("treatments.sink20.streetShare=0.7")
    #expect(byID.treatments.map(\.streetShare) == [0.2, 0.7, 0.2])
    #expect(try load("treatments[1].streetShare=0.7") == byID)
    #expect(try load("units.car.unavailableShare=0.1").units[1].unavailableShare == 0.1)
  }

  @Test func `a nested record keeps its other keys, and a ratio may be a number or a record`() throws {
    #expect(try load("treatments.sink20.sinkRatio=0.25").treatments[1].sinkRatio == SinkRatio(agency: 0.25))
    #expect(
      try load("treatments.sink20.sinkRatio.agency=0.25").treatments[1].sinkRatio == SinkRatio(agency: 0.25))
    #expect(
      try load("treatments.sink20.sinkRatio.station=0.1").treatments[1].sinkRatio
        == SinkRatio(agency: 0.2, station: 0.1))
    #expect(try load("travel.modes.car.speedKilometersPerHour=50").travel.modes[0].hourFactors[7] == 0.85)
    #expect(try load("treatments.sink20.switches.mutualAid=true").treatments[1].switches.mutualAid)
  }

  @Test func `distributions, lists, texts and rows of tables are set`() throws {
    let study = try load(
      "hazardKinds.dispute.incubationDays=60", "treatments[2].phases=[{afterDays: 90, sinkRatio: 0.3}]",
      "name=Town: new",
      "grids[0].population=9000", "time.start=2024-03-01",
      "incidentKinds.fraud.sceneMinutes.gamma={mean: 20, shape: 2}")
    #expect(study.hazardKinds[0].incubationDays == .constant(60))
    #expect(study.treatments[2].phases.map(\.afterDays) == [90] && study.name.zh == "Town: new")
    #expect(study.grids[0].population == 9000 && study.time.start.month == 3)
    #expect(study.incidentKinds[1].sceneMinutes == .gamma(mean: 20, shape: 2))
  }

  @Test func `naming one record of a default list changes no other`() throws {
    let plain = try load()
    var hazards = try load("hazardKinds.dispute.closure=\(plain.hazardKinds[0].closure)")
    #expect(hazards == plain)
    hazards = try load(
      "departments[0].delayWeight=\(plain.departments[0].delayWeight)",
      "incidentKinds[0].priority=\(plain.incidentKinds[0].priority)",
      "programs[0].coverage=\(plain.programs[0].coverage)",
      "rosters.threeShifts.teams=\(plain.rosters[0].teams)")
    #expect(hazards == plain)
  }

  @Test(arguments: [
    (
      "community.visitHour=2",
      "--set community.visitHour=2: error: there is no key 'community.visitHour'; did you mean community.visitHours?"
    ),
    (
      "visitHours=2",
      "--set visitHours=2: error: there is no key 'visitHours'; did you mean community.visitHours?"
    ),
    (
      "treatments.sink200.streetShare=0",
      "--set treatments.sink200.streetShare=0: error: 'treatments' has no 'sink200'; write an id "
        + "(sink00, sink20, sink40) or a position (treatments[0] to treatments[2])"
    ),
    (
      "treatments[3].streetShare=0",
      "--set treatments[3].streetShare=0: error: 'treatments' has no '[3]'; write an id "
        + "(sink00, sink20, sink40) or a position (treatments[0] to treatments[2])"
    )
  ])
  func `a key that is not known is told with the nearest`(text: String, message: String) {
    #expect(messages(text) == [message])
  }

  @Test func `a wrong value is told with the override, in both languages`() {
    let type = messages("community.visitHours=x")
    #expect(type.count == 1 && type[0].hasPrefix("--set community.visitHours=x: error: "))
    let range = messages("treatments.sink20.streetShare=1.5", in: .zh)
    #expect(range.count == 1 && range[0].hasPrefix("--set treatments.sink20.streetShare=1.5: 错误："))
    #expect(messages("dispatch.policy=nearset").first?.contains("nearest") == true)
    #expect(messages("experiment.baseline=none").first?.hasPrefix("--set experiment.baseline=none: ") == true)
    #expect(messages("community.visitHours=").count == 1)
    #expect(messages("travel.modes.car.hourFactors=[1, 2").count == 1)
    #expect(messages("travel.modes.car.hourFactors[7]=1").first?.contains("does not list") == true)
    #expect(messages("community.visitHours=20%").first?.contains("0.2") == true)
  }

  @Test func `one key is set once`() {
    #expect(
      messages("treatments.sink20.streetShare=0", "treatments[1].streetShare=1") == [
        "--set treatments[1].streetShare=1: error: --set treatments.sink20.streetShare=0 sets the same key; "
          + "keep only one of them"
      ])
    #expect(messages("treatments.sink20.sinkRatio=0", "treatments.sink20.sinkRatio.agency=0.1").count == 1)
    #expect(messages("community.visitHours=1", "community.beats=60").isEmpty)
  }

  @Test func `the hash follows the overrides, not their order`() throws {
    func hash(_ texts: String...) throws -> String {
      try bundle.load(setting: texts.compactMap { ScenarioOverride($0) }).bundleHash
    }
    let (hours, beats) = ("community.visitHours=2", "community.beats=60")
    #expect(try hash() == bundle.load().bundleHash)
    #expect(try hash(hours) != hash() && hash(hours) != hash("community.visitHours=3"))
    #expect(try hash(hours, beats) == hash(beats, hours) && hash(hours, beats) != hash(hours))
    #expect(
      try hash("treatments.sink20.streetShare=0.7") == hash("treatments[1].streetShare=0.7"))
  }

  @Test func `an override needs a key and an equals sign`() {
    #expect(ScenarioOverride("community.visitHours") == nil && ScenarioOverride("=2") == nil)
    #expect(ScenarioOverride(" a.b = c=d ") == ScenarioOverride(key: "a.b", value: "c=d"))
  }

  @Test func `keys of whole numbers are known`() {
    #expect(ScenarioReference.takesWholeNumbers("time.horizonDays"))
    #expect(ScenarioReference.takesWholeNumbers("units.car.unitsPerFacility"))
    #expect(!ScenarioReference.takesWholeNumbers("community.visitHours"))
    #expect(!ScenarioReference.takesWholeNumbers("nothing"))
  }
}
