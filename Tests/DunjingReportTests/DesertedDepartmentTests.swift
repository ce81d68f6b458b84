import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

/// A department without officers has neither a load nor a delay: zeros would say that it has nothing to do.
@Suite struct DesertedDepartmentTests {
  /// The fixture where the plan shown takes everybody from the first department.
  private func section(backlog: Double) throws -> (caption: LocalizedText, row: [String]) {
    var result = Fixture.result()
    let shown = try #require(Findings(result: result, scenario: Fixture.scenario()).shown)
    let index = try #require(result.treatments.firstIndex { $0.id == shown.id })
    let officers = result.treatments[index].departments[0].officers
    result.treatments[index].departments[0].taken = officers
    result.treatments[index].departments[0].utilization = 0
    result.treatments[index].departments[0].delayDays = 0
    result.treatments[index].departments[0].backlogEnd = backlog
    let blocks = HeadquartersSection.section(Findings(result: result, scenario: Fixture.scenario())).blocks
    guard case .caption(let caption) = blocks[0], case .table(let table) = blocks[1] else {
      throw Missing()
    }
    let csv = try #require(ResultTables(result).files.first { $0.name.hasSuffix("departments.csv") }).text
    #expect(csv.contains(",\(officers),\(officers),,,"))
    return (caption.plain, table.rows[0].cells.map(\.value.zh))
  }

  private struct Missing: Error {}

  @Test func `it has no numbers but its backlog, and the caption says why`() throws {
    let (caption, row) = try section(backlog: 812)
    #expect(row[2...3].allSatisfy { $0 == "–" } && row[4].hasPrefix("812"))
    #expect(caption.zh.contains("刑侦已无人留守，工作无人办理，没有工作量之比和延误（–）；"))
    #expect(
      caption.en.contains("Nobody is left to do the work of Criminal investigation, so that it has no ratio"))
  }

  @Test func `it comes before the busiest of those that fall behind`() throws {
    var result = Fixture.result()
    let last = try #require(result.treatments[4].departments.indices.last)
    result.treatments[4].departments[last].taken = result.treatments[4].departments[last].officers
    result.treatments[4].departments[last].utilization = 0
    result.treatments[4].departments[last].growingReplications = result.replications
    result.treatments[4].departments[0].utilization = 1.3
    result.treatments[4].departments[1].utilization = 1.4
    let places = result.treatments[4].departments
    #expect(
      result.crowdedDepartments(result.treatments[4]).map(\.id) == [last, 1, 0].map { places[$0].id })
  }

  @Test func `without work nothing is said of it`() throws {
    let (caption, row) = try section(backlog: 0)
    #expect(row[2] == "–" && !caption.zh.contains("无人留守"))
  }
}
