import DunjingScenario
import Testing

/// Broken GeoJSON tables are refused with place and remedy, whatever they hold.
@Suite struct BadGeoJSONTests {
  private func issues(_ text: String, coordinates: String = "coordinates: local") throws -> [String] {
    try StudyCopy(
      files: ["grids.geojson": text],
      replacements: [GeoJSONTests.useGrids, ("coordinates: local", coordinates)]
    ).issues()
  }

  private func grid(_ type: String, _ coordinates: String) -> String {
    Features.collection([Features.feature("\"id\": \"g\", \"population\": 1", type, coordinates)])
  }

  @Test(arguments: [
    (
      "LineString", "[[0, 0], [1, 0]]",
      "'LineString' does not fit this table; write a Point, Polygon or MultiPolygon, or"
    ),
    ("GeometryCollection", "[]", "'GeometryCollection' does not fit this table"),
    ("Point", "[]", "not the coordinates of a Point; write them like \"coordinates\": [1.5, 2.5]"),
    ("Point", "[1]", "not the coordinates of a Point"),
    ("Point", "{\"x\": 1}", "not the coordinates of a Point"),
    ("Point", "[\"1\", \"2\"]", "not the coordinates of a Point"),
    ("Point", "[null, 2]", "not the coordinates of a Point"),
    ("Point", "[NaN, 2]", "'NaN', is not a finite number"),
    ("Point", "[1e999, 2]", "'1e999', is not a finite number"),
    ("Point", "[-1e300, 2]", "it must be at least"),
    ("MultiPoint", "[[1, 2], [3, 4]]", "has 2 parts, but only one fits here"),
    ("Polygon", "[]", "not the coordinates of a Polygon"),
    ("Polygon", "[[[0, 0], [1, 0], [1, 1]]]", "not the coordinates of a Polygon"),
    ("Polygon", "[[[0, 0], [1, 0], [1, 1], [0, 1]]]", "is not closed; repeat its first position"),
    ("Polygon", "[[[0, 0], [1, 1], [2, 2], [0, 0]]]", "has no area"),
    ("Polygon", "[[[0.1, 0.3], [0.2, 0.6], [0.7, 2.1], [0.1, 0.3]]]", "has no area"),
    ("MultiPolygon", "[[[0, 0], [1, 0], [1, 1], [0, 0]]]", "not the coordinates of a MultiPolygon")
  ])
  func aGeometryThatDoesNotFitIsRefused(
    type: String, coordinates: String, message: String
  ) throws {
    let found = try issues(grid(type, coordinates))
    #expect(found.count == 1, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("grids.geojson:2:") && $0.contains(message) }, "\(found)")
  }

  @Test(arguments: [
    ("", "1:1: error: the file is empty; export it again"),
    ("{", "1:2: error: the file ends here, before it is complete"),
    ("[,]", "1:2: error: a value is missing here"),
    ("[1, 2]", "1:1: error: the file holds '[1, 2]', not a collection of features"),
    ("{\"type\": \"Topology\"}", "1:1: error: the file holds 'Topology'"),
    ("{\"type\": \"FeatureCollection\"}", "1:1: error: the file holds 'FeatureCollection'"),
    (
      "{\"type\": \"FeatureCollection\", \"features\": [",
      "1:44: error: the file ends here, before it is complete"
    ),
    ("{\"type\": \"FeatureCollection\", \"features\": []", "1:45: error: neither a comma nor '}' is here"),
    ("{\"type\": \"FeatureCollection\", \"bbox\": [1 2]}", "1:42: error: neither a comma nor ']' is here"),
    ("{\"type\": \"FeatureCollection\",}", "1:30: error: a key in double quotes is missing here"),
    ("{\"type\" \"FeatureCollection\"}", "1:9: error: no colon follows the key"),
    ("{\"a\": 1,\r\"b\" 2}", "2:5: error: no colon follows the key"),
    ("{\"a\": 1,\r\n\"b\" 2}", "2:5: error: no colon follows the key"),
    ("{\"名称\": 05}", "1:8: error: '05' is no value of JSON"),
    ("{\"a\": nul}", "1:7: error: 'nul' is no value of JSON"),
    ("{\"a\": \"b", "1:7: error: the quote opened here is never closed"),
    ("{\"a\": \"b\n\"}", "1:9: error: there is a line break"),
    ("{\"a\": \"\\x\"}", "1:8: error: this is no escape of JSON"),
    ("{\"a\": \"\\uD840\"}", "1:8: error: this is no escape of JSON"),
    ("{\"a\": \"\\u12", "1:8: error: this is no escape of JSON"),
    ("{\"a\": \"\\", "1:8: error: this is no escape of JSON"),
    ("{\"a\": 1}\n}", "2:1: error: there is more after the last bracket")
  ])
  func malformedFilesAreRefused(text: String, message: String) throws {
    let found = try issues(text)
    #expect(found.count == 1 && found[0].hasPrefix("grids.geojson:" + message), "\(found)")
  }

  @Test func deepNestingIsRefused() throws {
    for open in ["[", "{\"a\": "] {
      let found = try issues(String(repeating: open, count: 1_000_000))
      #expect(found.count == 1 && found[0].contains("nested more than 64 deep"), "\(found)")
    }
  }

  /// A file is refused wherever the writer stopped, without a trap.
  @Test func cutFilesAreRefused() throws {
    let text = grid("Polygon", "[[[0, 0], [1e0, 0], [1, 1], [0, 0]], [[0.1, 0]]]")
      .replacing("\"g\"", with: "\"\\u7F51\\n格\"")
    for end in text.indices.dropLast(2) where end < text.endIndex {
      #expect(try !issues(String(text[..<end])).isEmpty)
    }
  }

  @Test(arguments: ["1", "null", "[]", "{}", "{\"type\": \"Feature\", \"properties\": 1}"])
  func whatIsNoFeatureIsRefused(feature: String) throws {
    let found = try issues(Features.collection([feature]))
    #expect(found.count == 1, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("grids.geojson:2:1: error: this is not a feature; write") })
  }

  @Test func missingPartsAreNamed() throws {
    let found = try issues(
      Features.collection([
        "{\"type\": \"Feature\", \"properties\": null, \"geometry\": null}",
        Features.feature("\"id\": \"g\", \"population\": [1], \"populatoin\": 2", "Point", "[1, 2]"),
        Features.feature("\"id\": \"h\", \"id\": \"g\", \"population\": \"many\"", "Point", "[1, 2]")
      ]))
    #expect(
      found == [
        "grids.geojson:2:1: error: the feature has no geometry; "
          + "write a Point, Polygon or MultiPolygon, or give x, y in the properties",
        "grids.geojson:2:1: error: 'population' is missing; add it, for example population: 1",
        "grids.geojson:2:1: error: 'id' is missing; add it, for example id: name",
        "grids.geojson:3:61: error: the value of 'grids[1].population' is '[1]'; write a number, such as 1",
        "grids.geojson:3:66: error: there is no key 'populatoin'; did you mean 'population'?",
        "grids.geojson:4:47: error: 'id' is given twice; keep only one of them",
        "grids.geojson:4:72: error: the value of 'grids[2].population' is 'many'; write a number, such as 1"
      ], "\(found)")
  }

  @Test func degreesHaveToBeOnTheGlobe() throws {
    let swapped = grid("Point", "[45.6, 122.8]")
    #expect(
      try issues(swapped, coordinates: "coordinates: WGS-84") == [
        "grids.geojson:2:110: error: [45.6, 122.8] is not a longitude and latitude; "
          + "write the longitude (±180) before the latitude (±90), or coordinates: local for kilometers"
      ])
    #expect(try issues(swapped).isEmpty)
  }

  @Test func aCoordinateSystemOfTheFileIsRefused() throws {
    let text = grid("Point", "[122.8, 45.6]")
      .replacing("\"features\"", with: "\"crs\": {\"type\": \"name\"}, \"features\"")
    for coordinates in ["coordinates: WGS-84", "coordinates: local"] {
      #expect(
        try issues(text, coordinates: coordinates) == [
          "grids.geojson:1:31: error: the file names a coordinate system in 'crs'; convert it to WGS-84, "
            + "remove 'crs' and write coordinates: WGS-84 (QGIS exports so with RFC7946 = YES)"
        ])
    }
  }

  @Test(arguments: ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4490"])
  func theCoordinateSystemOfTheStandardMayBeNamed(name: String) throws {
    let system = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"\(name)\"}}"
    let text = grid("Point", "[122.8, 45.6]").replacing("\"features\"", with: "\(system), \"features\"")
    let degrees = try issues(text, coordinates: "coordinates: WGS-84")
    #expect(!degrees.contains { $0.contains("crs") }, "\(degrees)")
    let kilometers = try issues(text, coordinates: "coordinates: local")
    #expect(kilometers.count == 1 && kilometers[0].contains("'crs' says that the file is in degrees"))
  }

  /// The standard means degrees and the default of a study is kilometers: nobody should have to guess.
  @Test func drawnPositionsNeedANamedCoordinateSystem() throws {
    let found = try issues(grid("Point", "[122.8, 45.6]"), coordinates: "")
    #expect(found.count == 1 && found[0].contains("does not say in which coordinates"), "\(found)")
  }
}
