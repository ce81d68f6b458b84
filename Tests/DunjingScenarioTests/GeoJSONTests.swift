import DunjingScenario
import Foundation
import Testing

/// Tables drawn on a map decode to what the same tables give as CSV.
@Suite struct GeoJSONTests {
  static let useGrids = (old: "grids: grids.csv", new: "grids: grids.geojson")

  private static func properties(of grid: Grid) -> String {
    "\"id\": \"\(grid.id)\", \"population\": \(grid.population), \"demandWeight\": \(grid.demandWeight), "
      + "\"areaClass\": \"\(grid.areaClass.rawValue)\", \"station\": \"\(grid.station ?? "")\""
  }

  @Test func gridsDrawnAsPolygonsAreTheSameGrids() throws {
    let original = try StudyCopy().load()
    let squares = original.grids.map { Features.square(Self.properties(of: $0), x: $0.x, y: $0.y) }
    let copy = StudyCopy(
      files: ["grids.geojson": Features.collection(squares)], replacements: [Self.useGrids])
    #expect(try copy.load() == original)
  }

  @Test func facilitiesDrawnAsPointsAreTheSameFacilities() throws {
    let original = try StudyCopy().load()
    let points = original.facilities.map { item in
      Features.feature(
        "\"id\": \"\(item.id)\", \"name_zh\": \"\(item.name.zh)\", \"name_en\": \"\(item.name.en)\", "
          + "\"kind\": \"\(item.kind.rawValue)\"", "Point", "[\(item.x), \(item.y), 130]")
    }
    let copy = StudyCopy(
      files: ["posts.JSON": "\u{FEFF}" + Features.collection(points)], facilityTable: "posts.JSON")
    #expect(try copy.load() == original)
  }

  /// A rectangle less its eastern quarter, and two rectangles of one and three units.
  @Test func holesAndPartsCount() throws {
    let hole = "[[[0,0],[4,0],[4,2],[0,2],[0,0]], [[3,0],[3,2],[4,2],[4,0],[3,0]]]"
    let parts = "[[[[0,0],[1,0],[1,1],[0,1],[0,0]]], [[[4,0],[4,3],[5,3],[5,0],[4,0]]]]"
    let copy = StudyCopy(
      files: [
        "grids.geojson": Features.collection([
          Features.feature("\"id\": \"a\", \"population\": 1", "Polygon", hole),
          Features.feature("\"id\": \"b\", \"population\": 1", "MultiPolygon", parts)
        ])
      ], replacements: [Self.useGrids])
    let grids = try copy.load().grids
    #expect(grids[0].x == 1.5 && grids[0].y == 1)
    #expect(grids[1].x == 3.5 && abs(grids[1].y - 1.25) < 1e-12)
  }

  @Test func propertiesGoBeforeGeometryAndFeatureIDsStandIn() throws {
    let copy = StudyCopy(
      files: [
        "grids.geojson": Features.collection([
          "{\"type\": \"Feature\", \"id\": 7, \"geometry\": {\"type\": \"MultiPoint\", \"coordinates\": [[1, 2]]},"
            + " \"properties\": {\"population\": \"12\", \"station\": null, \"county\": \"\\uD840\\uDC00\"}}",
          Features.feature("\"id\": \"b\", \"population\": 1, \"x\": 3, \"y\": 4", "Point", "[1, 2]"),
          "{\"type\": \"Feature\", \"properties\": {\"id\": \"c\", \"population\": 1, \"x\": 5, \"y\": 6}}"
        ])
      ], replacements: [Self.useGrids])
    let grids = try copy.load().grids
    #expect(grids.map(\.id) == ["7", "b", "c"])
    #expect(grids.map(\.x) == [1, 3, 5] && grids.map(\.y) == [2, 4, 6])
    #expect(grids[0].population == 12 && grids[0].station == nil && grids[0].county == "\u{20000}")
  }

  @Test func aLargeMapIsRead() throws {
    let squares = (0..<5_000).map { index in
      Features.square(
        "\"id\": \"g\(index)\", \"population\": 12", x: Double(index % 100), y: Double(index / 100))
    }
    let copy = StudyCopy(
      files: ["grids.geojson": Features.collection(squares)], replacements: [Self.useGrids])
    let grids = try copy.load().grids
    #expect(grids.count == 5_000 && grids[4_999].x == 99 && grids[4_999].y == 49)
  }
}
