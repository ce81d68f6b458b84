import Foundation
import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario

/// Maps as GeoJSON, read back by another parser.
@Suite struct MapFilesTests {
  private func features(_ name: String, _ scenario: Scenario) throws -> (
    top: [String: Any], all: [[String: Any]]
  ) {
    let files = try MapFiles(result: Fixture.result(), scenario: scenario).files
    let data = try #require(files.first { $0.name == name }).data
    let top = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(top["type"] as? String == "FeatureCollection")
    return (top, try #require(top["features"] as? [[String: Any]]))
  }

  private func ring(of feature: [String: Any]) -> [[Double]]? {
    let geometry = feature["geometry"] as? [String: Any]
    return (geometry?["coordinates"] as? [[[Double]]])?.first
  }

  private func area(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0[0] * $1.1[1] - $1.1[0] * $1.0[1]) / 2 }
  }

  @Test func gridsAreClosedCellsThatRunCounterclockwise() throws {
    let scenario = Fixture.scenario()
    let (top, grids) = try features("grids.geojson", scenario)
    #expect(grids.count == scenario.grids.count && top["coordinateNote"] != nil)
    let rings = grids.compactMap(ring)
    #expect(rings.count > 100)
    for ring in rings {
      #expect(ring.count == 5 && ring.first == ring.last && abs(area(ring) - 1) < 1e-6)
    }
    let properties = try #require(grids[0]["properties"] as? [String: Any])
    let outcome = Fixture.result().treatments[4].grids[0]
    let minutes = try #require(properties["meanMinutes_s20"] as? Double)
    #expect(abs(minutes - (try #require(outcome.meanMinutes))) <= 5.1e-5)
    #expect(properties["meanMinutesChange_s20"] is Double && properties["meanMinutesChange_s0"] == nil)
    // A grid without incidents has no mean.
    let empty = try #require(grids[7]["properties"] as? [String: Any])
    #expect(empty["meanMinutes_s20"] is NSNull)
  }

  @Test func degreesStayDegreesWithSixDecimals() throws {
    var scenario = Fixture.scenario()
    scenario.coordinates = .wgs84
    for index in scenario.grids.indices {
      scenario.grids[index].x = 122.8 + scenario.grids[index].x * 0.0131
      scenario.grids[index].y = 45.6 + scenario.grids[index].y * 0.0091
    }
    let (top, grids) = try features("grids.geojson", scenario)
    #expect(top["coordinateNote"] == nil)
    let rings = grids.compactMap(ring)
    #expect(rings.count > 100 && rings.allSatisfy { area($0) > 0 })
    for position in rings.flatMap(\.self) {
      #expect((122...124).contains(position[0]) && (45...46.5).contains(position[1]))
    }
    let files = try MapFiles(result: Fixture.result(), scenario: scenario).files
    let text = String(decoding: files[0].data, as: UTF8.self)
    #expect(text.firstMatch(of: /\[-?[0-9]+\.[0-9]{7,}/) == nil)
  }

  @Test func postsArePointsAndPatrolLinesAreLines() throws {
    var scenario = Fixture.scenario()
    scenario.roads = RoadNetwork(
      nodes: [RoadNode(id: "n1", x: 1, y: 2, grid: nil), RoadNode(id: "n2", x: 3, y: 4, grid: nil)], edges: []
    )
    scenario.patrol.lines = [MustPatrolLine(id: "l1", nodes: ["n1", "n2"], passesPerShift: 2)]
    scenario.patrol.points = [
      MustVisitPoint(id: "p1", x: 5, y: 6, node: nil, intervalHours: 4, dwellMinutes: 5)
    ]
    let (_, posts) = try features("posts.geojson", scenario)
    #expect(posts.count == scenario.facilities.count + 2)
    let line = try #require(posts.last?["geometry"] as? [String: Any])
    #expect(line["type"] as? String == "LineString" && line["coordinates"] as? [[Double]] == [[1, 2], [3, 4]])
    let kinds = Set(posts.compactMap { ($0["properties"] as? [String: Any])?["kind"] as? String })
    #expect(kinds == ["station", "streetWorkstation", "mustVisitPoint", "mustPatrolLine"])
  }

  @Test func countiesAreOutlinesWithoutInnerBorders() throws {
    var scenario = Fixture.scenario()
    scenario.counties = ["west", "east"].map { County(id: $0, name: LocalizedText($0), forceWeight: 1) }
    for index in scenario.grids.indices {
      scenario.grids[index].county = scenario.grids[index].x < 8 ? "west" : "east"
    }
    let (_, counties) = try features("counties.geojson", scenario)
    #expect(counties.count == 2)
    let cells = scenario.grids.filter { $0.areaClass != .core }.count
    #expect(abs(counties.compactMap(ring).map(area).reduce(0, +) - Double(cells)) < 1e-6)
  }

  private func corner(_ column: Int, _ row: Int) -> CellOutline.Corner { .init(column: column, row: row) }

  @Test func aHoleRunsClockwiseInItsRing() throws {
    let cells = (0..<9).filter { $0 != 4 }.map { corner($0 % 3, $0 / 3) }
    let outline = CellOutline(cells)
    let rings = try #require(outline.areas.first)
    #expect(outline.areas.count == 1 && rings.map(CellOutline.doubledArea) == [18, -2])
    #expect(rings.map(\.count) == [5, 5])
  }

  @Test func noRingPassesACornerTwice() {
    // Two cells that touch in a corner, and a ring of cells whose hole touches its outer side.
    let touching = CellOutline([corner(0, 0), corner(1, 1)])
    #expect(touching.areas.count == 2)
    let open = CellOutline(
      [(0, 0), (1, 0), (2, 0), (0, 1), (2, 1), (0, 2), (1, 2)].map { corner($0.0, $0.1) })
    for ring in (touching.areas + open.areas).flatMap(\.self) {
      #expect(Set(ring).count == ring.count - 1)
    }
    let area = open.areas.flatMap(\.self).map(CellOutline.doubledArea).reduce(0, +)
    #expect(area == 14)
  }
}
