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

  /// The made-up study with counties; the change of their share within target in percentage points.
  private func result(points: [Double]) -> ExperimentResult {
    var result = Fixture.result()
    for position in result.treatments.indices {
      result.treatments[position].counties = points.enumerated().map { number, points in
        CountyOutcome(
          id: "c\(number)", name: LocalizedText("C\(number)"), prefecture: LocalizedText("P"), sunk: 7,
          toStreet: 1,
          values: [
            CountyValue(
              measure: .withinTarget, mean: 0.8,
              difference: position == 0 ? nil : points / 100 * Double(position), halfWidth: 0.004)
          ])
      }
    }
    return result
  }

  private func section(points: [Double]) throws -> Section {
    try #require(
      CountySection.section(Findings(result: result(points: points), scenario: Fixture.scenario())))
  }

  @Test func theExtremesHaveTheirIntervals() throws {
    let section = try section(points: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    let texts = section.blocks.compactMap { if case .paragraph(let text) = $0 { text.plain } else { nil } }
    #expect(texts.first?.en.contains("from +0.4 ± 0.4 points in C0 to +2.4 ± 0.4 in C5") == true)
    #expect(texts.first?.zh.contains("从C0的 +0.4 ± 0.4 到C5的 +2.4 ± 0.4 个百分点") == true)
  }

  /// Every treatment has a column; half widths only where there is room for them.
  @Test(arguments: [3, 9])
  func everyTreatmentHasItsCounties(treatments: Int) throws {
    var all = result(points: [0.1, 0.5])
    all.treatments.removeLast(all.treatments.count - treatments)
    let section = try #require(
      CountySection.section(Findings(result: all, scenario: Fixture.scenario())))
    let tables = section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.count == 2)
    let table = tables[1]
    #expect(table.heads.map(\.en).prefix(3) == ["County", "Baseline", "5%"])
    #expect(table.heads.count == treatments + 1 && table.rows.map(\.head.en) == ["P", "C0", "C1"])
    #expect(table.rows.allSatisfy { $0.cells.count == table.heads.count - 1 })
    #expect(table.rows[1].cells.prefix(3).map(\.value.en) == ["80.0%", "+0.1°", "+0.2°"])
    #expect(table.rows[2].cells[1].value.en == "+0.5")
    #expect(table.rows[2].cells[1].note?.en == (treatments == 3 ? "± 0.4" : nil))
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
    #expect(table.rows[1].cells[2].value.plain.en == "80.0%")
    #expect(table.rows[1].cells[2].note?.plain.en == "+2.1 ± 0.4")
    #expect(table.rows[2].cells[2].note?.plain.en == "+0.3° ± 0.4")
    #expect(table.rows.allSatisfy { $0.cells.count == table.heads.count - 1 })
  }
}
