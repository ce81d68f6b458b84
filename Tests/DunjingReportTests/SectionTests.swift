import Foundation
import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingSimulation

/// Sections are there when their data are, and say what to add when these are not.
@Suite struct SectionTests {
  private let provenance = Provenance(build: "abc1234", version: "1.0.0")

  private func sections(_ result: ExperimentResult, _ scenario: Scenario) -> [Section] {
    Report(result: result, scenario: scenario, provenance: provenance).sections
  }

  private func text(_ section: Section?) -> String {
    guard let section else { return "" }
    return PageWriter(language: .en).page(
      front: FrontMatter(title: LocalizedText(""), summary: LocalizedText("")), sections: [section])
  }

  @Test func `a full study has all sections, in the order of a bulletin`() {
    let ids = sections(Fixture.result(), Fixture.scenario()).map(\.id)
    #expect(
      ids == [
        "answer", "ratio", "comparison", "map", "equity", "distribution", "hours", "patrol", "headquarters",
        "redeployment", "assessment", "next", "assumptions", "provenance", "method"
      ])
  }

  @Test func `a poor study says what to add`() {
    var scenario = Fixture.scenario()
    (scenario.patrol.points, scenario.patrol.lines, scenario.assessment) = ([], [], [])
    (scenario.sources, scenario.roads) = ([], nil)
    var result = Fixture.result()
    for index in result.treatments.indices {
      result.treatments[index].estimates.removeAll {
        [.pointVisitRate, .linePassRate, .visibility].contains($0.indicator)
      }
    }
    let all = sections(result, scenario)
    #expect(!all.contains { ["patrol", "assessment"].contains($0.id) })
    let next = text(all.first { $0.id == "next" })
    for key in ["patrol.points", "assessment", "sources", "roads", "windows", "counties"] {
      #expect(next.contains(key), "\(key)")
    }
    #expect(
      !text(sections(Fixture.result(), Fixture.scenario()).first { $0.id == "next" }).contains(
        "patrol.points"))
  }

  @Test func `the scorecard adds up`() throws {
    let section = try #require(sections(Fixture.result(), Fixture.scenario()).first { $0.id == "assessment" })
    // Within target: 74.1 of 60 to 90 per cent, of 30 points. Order: 2,248 of 3,000 to 1,500, of 20 points.
    let within = 30 * (0.741 - 0.6) / 0.3
    let order = 20 * (3000 - 2248.0) / 1500
    let page = text(section)
    #expect(
      page.contains(NumberText.fixed(within, decimals: 1))
        && page.contains(NumberText.fixed(order, decimals: 1)))
    // The last row is the score of the indicator, of 100.
    #expect(abs((within + order) / 50 * 100 - 48.25) < 0.02)
    #expect(
      page.contains(">\(NumberText.fixed(48.25, decimals: 2))</data>") && page.contains("tr class=\"total\""))
    #expect(page.contains("(stations; 60.0% to 90.0%)"))
  }

  @Test func `weak spots are in order, with their cause`() throws {
    var result = Fixture.result()
    let shown = try #require(Findings(result: result, scenario: Fixture.scenario()).shown)
    let position = try #require(result.treatments.firstIndex { $0.id == shown.id })
    func set(_ grid: Int, _ incidents: Double, _ within: Double, _ nearest: Double?) {
      result.treatments[position].grids[grid] = GridOutcome(
        id: Fixture.grids()[grid].id, incidentsPerYear: incidents, meanMinutes: 9, withinTarget: within,
        nearestPostMinutes: nearest)
    }
    set(3, 5000, 0.1, 7)
    set(4, 9000, 0.2, 0.5)
    let page = text(sections(result, Fixture.scenario()).first { $0.id == "equity" })
    let (busy, far) = (try #require(page.firstRange(of: ">g4<")), try #require(page.firstRange(of: ">g3<")))
    #expect(busy.lowerBound < far.lowerBound)
    // Half a minute of driving leaves time within three; seven minutes do not.
    #expect(page[busy.upperBound..<far.lowerBound].contains("no unit free near"))
    #expect(page[far.upperBound...].prefix(900).contains("drive too long"))
  }

  /// A drive just within the target leaves no time to set out: nobody has to be busy.
  @Test func `a drive that leaves no time to set out is told apart`() throws {
    var result = Fixture.result()
    let shown = try #require(Findings(result: result, scenario: Fixture.scenario()).shown)
    let position = try #require(result.treatments.firstIndex { $0.id == shown.id })
    let core = try #require(Fixture.grids().firstIndex { $0.areaClass == .core })
    result.treatments[position].grids[core] = GridOutcome(
      id: Fixture.grids()[core].id, incidentsPerYear: 9000, meanMinutes: 2, withinTarget: 0.1,
      nearestPostMinutes: 0.99)
    let page = text(sections(result, Fixture.scenario()).first { $0.id == "equity" })
    #expect(page.contains("no time to set out</td>"))
  }

  @Test func `what a scenario lacks is not in its method`() {
    var scenario = Fixture.scenario()
    (scenario.hazardKinds, scenario.departments, scenario.roads) = ([], [], nil)
    let page = text(sections(Fixture.result(), scenario).first { $0.id == "method" })
    for word in ["Hazards", "departments", "road graph", "delay-time"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("times a detour of 1.25"))
  }

  @Test func `stars in a name are no marks`() {
    var result = Fixture.result()
    for index in result.treatments.indices { result.treatments[index].name = LocalizedText("A**B") }
    let page = Report(result: result, scenario: Fixture.scenario(), provenance: provenance).html(in: .en)
    #expect(page.contains("A∗∗B") && !page.contains("<strong>B"))
  }

  @Test func `the method tells what the scenario holds`() {
    let page = text(sections(Fixture.result(), Fixture.scenario()).first { $0.id == "method" })
    for word in [
      "STRESS-DES", "365 days of warm-up", "30 independent replications", "Poisson", "1.0.0 (build abc1234)"
    ] {
      #expect(page.contains(word), "\(word)")
    }
  }

  @Test func `Chinese headings are numbered beyond ten`() {
    let page = Report(result: Fixture.result(), scenario: Fixture.scenario(), provenance: provenance).html(
      in: .zh)
    for numeral in ["十、", "十一、", "十五、"] { #expect(page.contains(">\(numeral)")) }
    #expect(page.components(separatedBy: ">一、").count == 3)
  }
}
