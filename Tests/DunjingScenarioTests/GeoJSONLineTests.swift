import DunjingScenario
import Testing

/// Roads and must-patrol lines drawn on a map.
@Suite struct GeoJSONLineTests {
  /// Four nodes in a square of two units, and the edges around it; one of them makes a detour.
  private func copy(lines: String, scale: Double = 1, coordinates: String = "local") -> StudyCopy {
    func at(_ x: Double, _ y: Double) -> String { "[\(x * scale), \(y * scale)]" }
    let nodes = [("a", at(0, 0)), ("b", at(2, 0)), ("c", at(2, 2)), ("d", at(0, 2))].map { id, place in
      Features.feature("\"id\": \"\(id)\"", "Point", place)
    }
    let edges = [
      Features.feature(
        "\"from\": \"a\", \"to\": \"b\"", "LineString",
        "[\(at(0, 0)), \(at(0, -1)), \(at(2, -1)), \(at(2, 0))]"),
      Features.feature(
        "\"from\": \"b\", \"to\": \"c\", \"class\": \"local\"", "MultiLineString",
        "[[\(at(2, 0)), \(at(2, 2))]]"),
      Features.feature(
        "\"from\": \"c\", \"to\": \"d\", \"lengthMeters\": 5", "LineString", "[\(at(2, 2)), \(at(0, 2))]"),
      "{\"type\": \"Feature\", \"geometry\": null, "
        + "\"properties\": {\"from\": \"d\", \"to\": \"a\", \"oneWay\": false}}"
    ]
    return StudyCopy(
      files: [
        "nodes.geojson": Features.collection(nodes), "edges.geojson": Features.collection(edges),
        "lines.geojson": lines
      ], replacements: [("coordinates: local", "coordinates: \(coordinates)")],
      addition: "\nroads: {nodes: nodes.geojson, edges: edges.geojson}\npatrol: {lines: lines.geojson}\n")
  }

  private func line(_ coordinates: String, _ properties: String = "\"id\": \"l\"") -> String {
    Features.collection([Features.feature(properties, "LineString", coordinates)])
  }

  @Test func lengthsFollowFromLinesUnlessGiven() throws {
    let edges = try #require(try copy(lines: line("[[0, 0], [2, 0]]")).load().roads?.edges)
    #expect(edges.map(\.lengthMeters) == [4_000, 2_000, 5, nil])
    #expect(edges.map(\.roadClass) == ["", "local", "", ""])
  }

  /// At the equator two thousandths of a degree are 222 meters.
  @Test func lengthsInDegreesAreMeters() throws {
    let study = copy(lines: line("[[0, 0], [0.002, 0]]"), scale: 0.001, coordinates: "WGS-84")
    let length = try #require(try study.load().roads?.edges[1].lengthMeters)
    #expect(abs(length - 222.39) < 0.01)
  }

  @Test func linesGoThroughTheNearestNodes() throws {
    let drawn = try copy(lines: line("[[0.2, -0.1], [0.4, 0.3], [1.9, 0.2], [2.4, 2.1]]")).load()
    #expect(drawn.patrol.lines.map(\.nodes) == [["a", "b", "c"]])
    let named = try copy(lines: line("[[0, 0], [2, 0]]", "\"id\": \"l\", \"nodes\": \"d a\"")).load()
    #expect(named.patrol.lines.map(\.nodes) == [["d", "a"]])
    let listed = try copy(lines: line("[[0, 0], [2, 0]]", "\"id\": \"l\", \"nodes\": [\"d\", \"c\"]")).load()
    #expect(listed.patrol.lines.map(\.nodes) == [["d", "c"]])
  }

  @Test func aLineOffTheMapIsRefused() throws {
    let found = try copy(lines: line("[[0, 0], [125, 44]]")).issues()
    #expect(
      found == [
        "lines.geojson:2:60: error: the vertex [125, 44] is 130 km from the nearest road node; "
          + "check the coordinates, or name the nodes in the properties as nodes"
      ])
  }

  @Test func linesNeedRoads() throws {
    let copy = StudyCopy(
      files: ["lines.geojson": line("[[0, 0], [1, 0]]")], addition: "\npatrol: {lines: lines.geojson}\n")
    #expect(
      try copy.issues() == [
        "lines.geojson:2:60: error: must-patrol lines need roads, but the scenario has none; "
          + "give roads, or remove patrol.lines"
      ])
  }

  @Test func aLineWithoutGeometryNeedsNodes() throws {
    let empty = "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": \"l\"}]}"
    #expect(
      try copy(lines: empty).issues() == [
        "lines.geojson:1:44: error: the feature has no geometry; "
          + "write a LineString, or give nodes in the properties"
      ])
  }

  @Test func edgesNeedBothEnds() throws {
    var study = copy(lines: line("[[0, 0], [2, 0]]"))
    study.files["edges.geojson"] = Features.collection([
      Features.feature("\"from\": \"a\"", "LineString", "[[0, 0], [2, 0]]")
    ])
    #expect(
      try study.issues().contains("edges.geojson:2:1: error: 'to' is missing; add it, for example to: name"))
  }
}
