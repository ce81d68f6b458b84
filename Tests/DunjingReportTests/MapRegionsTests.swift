import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

/// Prefectures on a map: twenty by ten cells, the western half of one prefecture, the eastern half of another.
@Suite struct MapRegionsTests {
  private func grids(_ county: (Int) -> String) -> [Grid] {
    (0..<200).map { number in
      Grid(
        id: "g\(number)", x: Double(number % 20) * 3, y: Double(number / 20) * 3, population: 900,
        demandWeight: 1, areaClass: .general, station: nil, community: "", county: county(number % 20),
        node: nil)
    }
  }

  private let counties = ["a", "b", "c"].map { id in
    County(id: id, name: LocalizedText(id), prefecture: id == "c" ? "East" : "West", forceWeight: 1)
  }

  private func regions(_ counties: [County]) throws -> MapRegions? {
    let grids = grids { $0 < 6 ? "a" : $0 < 12 ? "b" : "c" }
    let geometry = try #require(MapGeometry(grids: grids, coordinates: .local))
    return MapRegions(grids: grids, tiles: geometry.tiles, counties: counties)
  }

  @Test func prefecturesAreNamedAndParted() throws {
    let regions = try #require(try regions(counties))
    #expect(regions.regions.map(\.name.en) == ["West", "East"])
    #expect(regions.borders.count == 10 && regions.borders.allSatisfy { $0.width == 0 })
    #expect(regions.borders.allSatisfy { abs($0.x - 34.5) < 0.01 })
    let middle = try #require(regions.regions.first?.places.first)
    #expect(abs(middle.x - 16.5) <= 1.5 && abs(middle.y - 13.5) <= 1.5)
  }

  @Test func countiesAreNamedWhereThereAreNoPrefectures() throws {
    var plain = counties
    for index in plain.indices { plain[index].prefecture = "" }
    let regions = try #require(try regions(plain))
    #expect(Set(regions.regions.map(\.name.en)) == ["a", "b", "c"])
    #expect(regions.borders.count == 20)
    #expect(try self.regions([]) == nil && self.regions([counties[0]]) == nil)
  }

  /// Names that would cover each other are moved, and one for which there is no room is left out.
  @Test func namesDoNotOverlap() {
    let taken = [Box(x: 0, y: 0, width: 10, height: 10)]
    let wishes = [Box(x: 5, y: 5, width: 10, height: 10), Box(x: 5, y: 11, width: 10, height: 10)]
    #expect(LabelPlacement.first(of: wishes, clearOf: taken) == wishes[1])
    #expect(LabelPlacement.first(of: [wishes[0]], clearOf: taken) == nil)
  }

  @Test(arguments: Language.allCases)
  func aProvinceSpeaksOfCells(language: Language) throws {
    var scenario = Fixture.scenario()
    scenario.grids = (0..<4_000).map { number in
      Grid(
        id: "g\(number)", x: Double(number % 80), y: Double(number / 80), population: 900, demandWeight: 1,
        areaClass: .general, station: nil, community: "", county: number % 80 < 40 ? "a" : "c", node: nil)
    }
    scenario.counties = counties
    var result = Fixture.result()
    for index in result.treatments.indices {
      result.treatments[index].grids = scenario.grids.enumerated().map { number, grid in
        GridOutcome(
          id: grid.id, incidentsPerYear: 3, meanMinutes: Double(number % 45), withinTarget: 0.5,
          nearestPostMinutes: nil)
      }
    }
    let page = Report(
      result: result, scenario: scenario, provenance: Provenance(build: "b", version: "v")
    ).html(in: language)
    let chart = try #require(ParsedChart.all(in: page).first { $0.labels.contains { $0.text == "West" } })
    #expect(chart.labels.filter { $0.text == "East" }.count == 2)
    for (number, label) in chart.labels.enumerated() {
      #expect(!chart.labels[(number + 1)...].contains { $0.overlaps(label) }, "\(label)")
    }
    #expect(page.contains(language == .zh ? "警情少的合并单元" : "Cells with few incidents"))
    #expect(!page.contains(language == .zh ? "警情少的网格" : "Grids with few incidents"))
  }
}
