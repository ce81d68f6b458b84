import DunjingScenario
import Testing

/// Areas, roads, facilities and demand in degrees: shifted systems that are told, and those that are not.
@Suite struct AreaCoordinateTests {
  private typealias Shift = @Sendable (Double, Double) -> (longitude: Double, latitude: Double)
  private static let none: Shift = { ($0, $1) }
  private static let gcj: Shift = { ShiftedCoordinates.gcj02.shifted(longitude: $0, latitude: $1) }

  private func table(_ name: String, _ text: String) -> ImportTable {
    ImportTable(name: name, bytes: Array(text.utf8))
  }

  private static let side = 16
  private static func x(_ node: Int) -> Double {
    122.8 + Double(node % side) * 0.0047 + Double(node % 3) * 4e-4
  }
  private static func y(_ node: Int) -> Double { 45.6 + Double(node / side) * 0.0031 }

  private static func roads(_ shift: Shift) -> String {
    var lines: [String] = []
    func add(_ node: Int, _ other: Int) {
      lines.append("[\(pair(shift(x(node), y(node)))), \(pair(shift(x(other), y(other))))]")
    }
    for node in 0..<side * side {
      if node % side < side - 1 { add(node, node + 1) }
      if node / side < side - 1 { add(node, node + side) }
    }
    return """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry":
       {"type": "MultiLineString", "coordinates": [\(lines.joined(separator: ",\n"))]}}]}
      """
  }

  private static func openStreetMap() -> String {
    var text = ""
    for node in 0..<side * side { text += "n\(node + 1) x\(x(node)) y\(y(node))\n" }
    for line in 0..<side {
      let row = (0..<side).map { "n\(line * side + $0 + 1)" }.joined(separator: ",")
      let column = (0..<side).map { "n\($0 * side + line + 1)" }.joined(separator: ",")
      text += "w\(line + 1) Thighway=residential N\(row)\nw\(line + 101) Thighway=residential N\(column)\n"
    }
    return text
  }

  private static func pair(_ place: (longitude: Double, latitude: Double)) -> String {
    "[\(place.longitude), \(place.latitude)]"
  }

  /// Posts some meters beside nodes.
  private static func posts(_ shift: Shift) -> String {
    "id,lon,lat\n"
      + stride(from: 3, to: side * side, by: 11).map { node in
        let place = shift(x(node) + 3e-5, y(node) - 2e-5)
        return "P\(node),\(place.longitude),\(place.latitude)\n"
      }.joined()
  }

  private static func areas(_ shift: Shift) -> String {
    let features = [(122.79, 122.83), (122.83, 122.9)].enumerated().map { number, span in
      let ring = [(span.0, 45.59), (span.1, 45.59), (span.1, 45.66), (span.0, 45.66), (span.0, 45.59)]
      return """
        {"type": "Feature", "properties": {"id": "a\(number)"}, "geometry": {"type": "Polygon",
         "coordinates": [[\(ring.map { pair(shift($0.0, $0.1)) }.joined(separator: ", "))]]}}
        """
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ","))]}"
  }

  private func bundle(
    roads: Shift = Self.none, posts: Shift, demand: Shift? = nil, areas: Shift? = nil,
    fromOpenStreetMap: Bool = false, change: (inout NetworkImport) -> Void = { _ in }
  ) throws -> ImportedBundle {
    var settings = NetworkImport()
    settings.incidentsPerDay = 50
    settings.cellKilometers = 1
    change(&settings)
    let map: NetworkSources.Roads =
      fromOpenStreetMap
      ? .lines(table("r.opl", Self.openStreetMap()), .openStreetMapText)
      : .lines(table("r.geojson", Self.roads(roads)), .geoJSON)
    return try settings.bundle(
      NetworkSources(
        roads: map, facilities: table("posts.csv", Self.posts(posts)),
        demand: demand.map { table("calls.csv", Self.posts($0)) },
        areas: areas.map { table("areas.geojson", Self.areas($0)) }))
  }

  @Test func `A system that is told is converted in all files`() throws {
    let plain = try load(try bundle(posts: Self.none, demand: Self.none, areas: Self.none)).scenario
    let shifted = try bundle(roads: Self.gcj, posts: Self.gcj, demand: Self.gcj, areas: Self.gcj) {
      $0.coordinates = .gcj02
    }
    let converted = try load(shifted).scenario
    #expect(shifted.warnings.isEmpty)
    func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 2e-6 }
    let nodes = zip(plain.roads?.nodes ?? [], converted.roads?.nodes ?? [])
    #expect(nodes.allSatisfy { isClose($0.x, $1.x) && isClose($0.y, $1.y) && $0.grid == $1.grid })
    #expect(zip(plain.grids, converted.grids).allSatisfy { isClose($0.x, $1.x) && isClose($0.y, $1.y) })
    #expect(plain.grids.map(\.demandWeight) == converted.grids.map(\.demandWeight))
    #expect(plain.facilities.map(\.node) == converted.facilities.map(\.node))
  }

  @Test func `Roads of OpenStreetMap stay where they are`() throws {
    let plain = try load(try bundle(posts: Self.none, fromOpenStreetMap: true)).scenario
    let converted = try bundle(posts: Self.gcj, fromOpenStreetMap: true) { $0.coordinates = .gcj02 }
    let scenario = try load(converted).scenario
    #expect(plain.roads?.nodes.map(\.x) == scenario.roads?.nodes.map(\.x))
    #expect(plain.facilities.map(\.node) == scenario.facilities.map(\.node))
    #expect(converted.warnings.isEmpty)
  }

  @Test(arguments: [true, false])
  func `A shift that nobody spoke of is a warning, and nothing is converted`(fromOpenStreetMap: Bool) throws {
    let found = try bundle(
      posts: Self.gcj, demand: Self.none, areas: Self.none, fromOpenStreetMap: fromOpenStreetMap)
    #expect(found.warnings.count == 1)
    let warning = try #require(found.warnings.first)
    #expect(
      warning.en.hasPrefix(
        "The facilities of posts.csv look like GCJ-02 and the roads like WGS-84: they are "))
    #expect(warning.en.contains("and 2 m after converting"))
    #expect(
      warning.en.contains(
        fromOpenStreetMap ? "write --coordinates GCJ-02" : "convert both to the same system"))
    #expect(warning.zh.hasPrefix("posts.csv 的设施像是 GCJ-02 坐标"))
    let told = try bundle(
      posts: Self.gcj, demand: Self.none, areas: Self.none, fromOpenStreetMap: fromOpenStreetMap
    ) {
      $0.coordinates = .wgs84
    }
    #expect(told.files == found.files && told.warnings.isEmpty)
  }

  @Test func `Demand is looked at as well, and what fits is not warned of`() throws {
    #expect(try bundle(posts: Self.none, demand: Self.none, areas: Self.none).warnings.isEmpty)
    let warnings = try bundle(posts: Self.none, demand: Self.gcj).warnings
    #expect(warnings.count == 1 && warnings.first?.en.hasPrefix("The points of demand of calls.csv") == true)
  }

  @Test func `Areas with residents have demand by them where nothing else says where it is`() throws {
    let features = Self.areas(Self.none).replacing("\"a0\"", with: "\"a0\", \"population\": 300")
      .replacing("\"a1\"", with: "\"a1\", \"population\": 100")
    var settings = NetworkImport()
    settings.incidentsPerDay = 50
    let bundle = try settings.bundle(
      NetworkSources(
        roads: .lines(table("r.opl", Self.openStreetMap()), .openStreetMapText),
        facilities: table("posts.csv", Self.posts(Self.none)), areas: table("areas.geojson", features)))
    let weights = try load(bundle).scenario.grids.map(\.demandWeight)
    #expect(weights.count == 2 && abs(weights[0] - 37.5) < 1e-9 && abs(weights[1] - 12.5) < 1e-9)
    #expect(bundle.notes.contains { $0.en.contains("demand in proportion to their residents") })
  }

  @Test(arguments: ["gcj-02", "GCJ02", "CGCS2000", "BD-09", "WGS84"])
  func `Names of systems are read with and without their hyphen`(name: String) {
    #expect(DegreeSystem(name: name) != nil)
    #expect(DegreeSystem(name: "EPSG:4326") == nil)
  }
}
