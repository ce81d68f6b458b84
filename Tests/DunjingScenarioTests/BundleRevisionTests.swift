import DunjingScenario
import Testing

@Suite struct BundleRevisionTests {
  private static let yaml = """
    schema: dunjing/1   # version
    name: {zh: 城, en: "A # town"}
    time: {zone: Asia/Shanghai, start: "2024-01-01", warmUpDays: 10, settlingDays: 0, horizonDays: 20}
    coordinates: local
    grids: grids.csv   # two
    travel:
      modes:
        car:
          speedKilometersPerHour: 40   # [H]
          hourFactors: [   # many
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,   # [x
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
          ]
          monthFactors:   # [S/H] a mild winter
            [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    facilities:
      - {id: s1, name: {zh: 所, en: Station}, kind: station, x: 1.5, y: 1.5}
      - {id: w1, name: {zh: 站, en: Post}, kind: streetWorkstation, x: 1.5, y: 1.5}
    units:
      - {id: street, name: {zh: 街, en: Street}, facilityKind: streetWorkstation, mode: car, area: city,
         roster: threeShifts, skills: [basic, patrol, traffic]}
    incidentKinds: default   # [H] seven
    treatments:
      - {id: sink00, name: {zh: 不, en: None}, sinkRatio: 0}   # 基线
      - id: sink20
        name: {zh: 下沉, en: Some}
        sinkRatio: 0.2

    """

  private func revision() throws -> BundleRevision {
    try BundleRevision(
      ScenarioBundle(files: [
        "scenario.yaml": Array(Self.yaml.utf8),
        "grids.csv": Array("id,x,y,population\na,1,1,4000\n\"b\",2,1,5000\n".utf8)
      ]))
  }

  private func expectSet(_ key: String, to value: String, in revision: inout BundleRevision) {
    let isSet = revision.set(key, to: value)
    #expect(isSet, "\(key)")
  }

  private func text(_ revision: BundleRevision) -> String {
    String(decoding: revision.files["scenario.yaml"] ?? [], as: UTF8.self)
  }

  @Test func `a value is exchanged, its comment stays, and a mark of how sure it was goes`() throws {
    var revision = try revision()
    expectSet("travel.modes.car.speedKilometersPerHour", to: "33", in: &revision)
    let twos = [String](repeating: "2", count: 24).joined(separator: ", ")
    expectSet("travel.modes.car.hourFactors", to: "[\(twos)]", in: &revision)
    expectSet("treatments.sink00.sinkRatio", to: "0.1", in: &revision)
    expectSet("treatments.sink20.sinkRatio", to: "0.3", in: &revision)
    expectSet("travel.modes.car.monthFactors", to: "[\(twos.prefix(34))]", in: &revision)
    #expect(text(revision).contains("speedKilometersPerHour: 33\n"))
    #expect(text(revision).contains("monthFactors:\n        [\(twos.prefix(34))]\n"))
    #expect(text(revision).contains("# [H] seven") && text(revision).contains("# two"))
    #expect(text(revision).contains("sinkRatio: 0.1}   # 基线"))
    let scenario = try revision.load().scenario
    #expect(scenario.travel.modes[0].hourFactors == [Double](repeating: 2, count: 24))
    #expect(scenario.treatments.count == 2)
  }

  @Test func `a key that is not there is added to its mapping, in either style`() throws {
    var revision = try revision()
    expectSet("treatments.sink20.streetShare", to: "0.4", in: &revision)
    expectSet("treatments.sink00.streetShare", to: "0.2", in: &revision)
    expectSet("dispatch.callTakingSeconds", to: "71", in: &revision)
    expectSet("travel.modes.ebike.speedKilometersPerHour", to: "14", in: &revision)
    #expect(text(revision).contains("  - id: sink20\n    streetShare: 0.4\n"))
    #expect(text(revision).contains("sinkRatio: 0, streetShare: 0.2}"))
    #expect(try revision.load().scenario.dispatch.callTakingSeconds == 71)
  }

  @Test func `defaults become a list to write into`() throws {
    var revision = try revision()
    #expect(!revision.hasList("incidentKinds"))
    let isReached = revision.set("incidentKinds.traffic.urgentShare", to: "0.2")
    #expect(!isReached, "a record that is not there")
    expectSet("incidentKinds", to: "\n  - id: traffic\n  - id: order", in: &revision)
    #expect(revision.hasList("incidentKinds"))
    expectSet("incidentKinds.traffic.urgentShare", to: "0.2", in: &revision)
    #expect(text(revision).contains("# [H] seven\n  - id: traffic\n    urgentShare: 0.2\n  - id: order\n"))
  }

  @Test func `grids and sources are written as tables`() throws {
    var revision = try revision()
    let hasGrids = revision.setColumn("demandWeight", of: "grids", to: ["a": "0.25", "b": "1.5"])
    #expect(hasGrids)
    let row = BundleRevision.Source(
      key: "dispatch.callTakingSeconds", mark: .derived,
      note: LocalizedText(zh: "由记录", en: "from records, \"all\""),
      value: "83", range: 80...90)
    // A row of the same key is replaced.
    let hasSources = [revision.setSources([row]), revision.setSources([row])]
    #expect(hasSources == [true, true])
    let scenario = try revision.load().scenario
    #expect(scenario.grids.map(\.demandWeight) == [0.25, 1.5])
    #expect(scenario.sources.count == 1 && scenario.sources[0].range == 80...90)
    #expect(scenario.sources[0].note.en == "from records, \"all\"")
  }
}
