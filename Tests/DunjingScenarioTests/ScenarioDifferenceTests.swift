import Testing

@testable import DunjingScenario

/// What differs between two bundles, key by key and row by row.
@Suite struct ScenarioDifferenceTests {
  private func side(_ yaml: String, _ tables: [String: String] = [:], set: [String] = [])
    -> ScenarioDifference.Side
  {
    var files = tables.mapValues { Array($0.utf8) }
    files["scenario.yaml"] = Array(yaml.utf8)
    return ScenarioDifference.Side(files: files, overrides: set.compactMap(ScenarioOverride.init))
  }

  private let yaml = """
    name: A
    treatments:
      - {id: none, sinkRatio: 0}
      - {id: some, sinkRatio: 0.2}
    experiment: {seed: 1}

    """

  @Test func recordsAreMatchedByTheirId() {
    let other = """
      name: A
      treatments:
        - {id: some, sinkRatio: 0.3}
        - {id: none, sinkRatio: 0, streetShare: 0.5}
      experiment: {seed: 1}

      """
    let difference = ScenarioDifference(side(yaml), side(other))
    #expect(
      difference.keys == [
        .init(path: "treatments.some.sinkRatio", first: "0.2", second: "0.3"),
        .init(path: "treatments.none.streetShare", first: nil, second: "0.5")
      ])
    #expect(difference.files.isEmpty)
  }

  @Test func whatIsSetCountsAsWritten() {
    let difference = ScenarioDifference(side(yaml), side(yaml, set: ["experiment.seed=7"]))
    #expect(difference.keys == [.init(path: "experiment.seed", first: "1", second: "7")])
    #expect(ScenarioDifference(side(yaml), side(yaml)).isEmpty)
  }

  @Test func rowsAreCountedByTheirId() throws {
    let before = "id,x,y\na,1,2\nb,3,4\nc,5,6\n"
    let after = "id,x,y\r\na,1,2\r\nb,3,9\r\nd,7,8\r\n"
    let difference = ScenarioDifference(side(yaml, ["g.csv": before]), side(yaml, ["g.csv": after]))
    let file = try #require(difference.files.first)
    #expect((file.changed, file.added, file.removed) == (1, 1, 1))
    #expect(file.examples == ["b: y 4 → 9", "+ d", "− c"])
  }

  @Test func rowsWithoutIdAreCountedAsWholes() throws {
    let difference = ScenarioDifference(
      side(yaml, ["e.csv": "from,to\na,b\na,c\n"]), side(yaml, ["e.csv": "from,to\na,b\na,d\na,d\n"]))
    let file = try #require(difference.files.first)
    #expect((file.changed, file.added, file.removed) == (0, 2, 1))
  }

  @Test func aTableOfOneSideAloneIsNamed() throws {
    let file = try #require(ScenarioDifference(side(yaml), side(yaml, ["e.csv": "id\na\n"])).files.first)
    #expect(!file.isInFirst && file.isInSecond && file.name == "e.csv")
  }
}
