import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

/// Grids are called by their community; by their id too where it has several of them.
@Suite struct GridNamesTests {
  private func scenario() -> Scenario {
    var scenario = Fixture.scenario()
    for (place, name) in ["青山", "青山", "河西"].enumerated() { scenario.grids[place].community = name }
    return scenario
  }

  @Test func `ids stand where a name does not do`() {
    let scenario = scenario()
    let name = GridNames(scenario)
    #expect(scenario.grids[0...3].map { name($0).zh } == ["青山（g0）", "青山（g1）", "河西", "g3"])
    #expect(name(scenario.grids[0]).en == "青山 (g0)")
  }

  @Test func `tables and maps of the report use the names`() {
    let page = Report(
      result: Fixture.result(), scenario: scenario(), provenance: Provenance(build: "a", version: "1")
    ).html(in: .zh)
    #expect(page.contains(">青山（g0）<") && page.contains(">河西<") && !page.contains(">g0<"))
    #expect(page.contains("<title>青山（g1）: "))
  }
}
