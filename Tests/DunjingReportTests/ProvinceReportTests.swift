import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

@Suite struct ProvinceReportTests {
  private static func grids(_ count: Int, spacing: Double) -> [Grid] {
    (0..<count).map { number in
      Grid(
        id: "g\(number)", x: Double(number % 100) * spacing, y: Double(number / 100) * spacing,
        population: 900,
        demandWeight: 1, areaClass: .general, station: nil, community: "", county: "", node: nil)
    }
  }

  private func summary(_ count: Int, spacing: Double) -> MapSummary? {
    var scenario = Fixture.scenario()
    scenario.grids = Self.grids(count, spacing: spacing)
    return MapSummary(scenario)
  }

  @Test func fewGridsAreDrawnOneByOne() { #expect(summary(3_000, spacing: 1) == nil) }

  @Test func manyGridsAreGatheredInCellsOfARoundSize() throws {
    let map = try #require(summary(10_000, spacing: 1))
    #expect(map.edge == 2 && map.grids.count == 2_500)
    #expect(map.cellOfGrid.count == 10_000)
    #expect(map.grids.allSatisfy { $0.population == 3_600 })
  }

  /// Means of a cell are weighted by incidents; a grid without incidents counts for nothing.
  @Test func cellsAreWeightedByIncidents() throws {
    let map = try #require(summary(10_000, spacing: 1))
    var outcomes = (0..<10_000).map {
      GridOutcome(
        id: "g\($0)", incidentsPerYear: 0, meanMinutes: nil, withinTarget: nil, nearestPostMinutes: nil)
    }
    outcomes[0] = GridOutcome(
      id: "g0", incidentsPerYear: 30, meanMinutes: 4, withinTarget: 1, nearestPostMinutes: nil)
    outcomes[1] = GridOutcome(
      id: "g1", incidentsPerYear: 10, meanMinutes: 8, withinTarget: 0, nearestPostMinutes: nil)
    let cells = map.outcomes(outcomes)
    #expect(cells[0].incidentsPerYear == 40 && cells[0].meanMinutes == 5 && cells[0].withinTarget == 0.75)
    #expect(cells[1].meanMinutes == nil)
  }

  @Test func countiesHaveATableByPrefecture() throws {
    let scenario = Fixture.scenario()
    var result = Fixture.result()
    #expect(CountySection.section(Findings(result: result, scenario: scenario)) == nil)
    for position in result.treatments.indices {
      result.treatments[position].counties = ["a", "b"].map { id in
        CountyOutcome(
          id: id, name: LocalizedText(zh: "县\(id)", en: "County \(id)"),
          prefecture: LocalizedText(zh: "市", en: "Prefecture"), sunk: 7, toStreet: 1,
          values: [
            CountyValue(
              measure: .withinTarget, mean: 0.8, difference: position == 0 ? nil : id == "a" ? 0.021 : 0.003,
              halfWidth: 0.004)
          ])
      }
    }
    let section = try #require(CountySection.section(Findings(result: result, scenario: scenario)))
    let tables = section.blocks.compactMap { block -> DataTable? in
      if case .table(let table) = block { table } else { nil }
    }
    let table = try #require(tables.first)
    #expect(table.rows.map(\.head.en) == ["Prefecture", "County a", "County b"])
    #expect(table.rows[1].cells[2].value.en == "80.0%")
    #expect(table.rows[1].cells[2].note?.en == "+2.1 ±0.4")
    #expect(table.rows[2].cells[2].note?.en == "+0.3° ±0.4")
    #expect(table.rows.allSatisfy { $0.cells.count == table.heads.count - 1 })
  }
}
