import DunjingScenario
import Foundation
import Testing

/// Areas as the grids of an imported network: a lattice of six by six nodes, a kilometer apart, one incident a day at each.
@Suite struct AreaImportTests {
  private func table(_ name: String, _ text: String) -> ImportTable {
    ImportTable(name: name, bytes: Array(text.utf8))
  }

  private static var nodes: String {
    "node,x,y,demand\n"
      + (0..<36).map { "\($0),\($0 % 6),\($0 / 6),1\n" }.joined()
  }

  private static var edges: String {
    "from,to\n"
      + (0..<36).map { node in
        (node % 6 < 5 ? "\(node),\(node + 1)\n" : "") + (node < 30 ? "\(node),\(node + 6)\n" : "")
      }.joined()
  }

  private static func feature(_ properties: String, _ corners: [(Double, Double)]...) -> String {
    let rings = corners.map { ring in
      "[" + (ring + ring.prefix(1)).map { "[\($0.0), \($0.1)]" }.joined(separator: ", ") + "]"
    }
    return """
      {"type": "Feature", "properties": {\(properties)},
       "geometry": {"type": "Polygon", "coordinates": [\(rings.joined(separator: ", "))]}}
      """
  }

  private static func collection(_ features: String...) -> String {
    "{\"type\": \"FeatureCollection\", \"features\": [\n" + features.joined(separator: ",\n") + "\n]}"
  }

  private static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [(
    Double, Double
  )] {
    [(west, south), (east, south), (east, north), (west, north)]
  }

  /// The west with a hole in its middle, and the hole; the column of nodes at x = 5 lies outside.
  private static let city = collection(
    feature(
      "\"id\": \"W\", \"name\": \"West\", \"population\": 5000, \"class\": \"重点\", \"district\": \"A\"",
      box(-0.5, -0.5, 4.5, 5.5), box(1.5, 1.5, 3.5, 3.5)),
    feature("\"id\": 7, \"population\": \"900\", \"class\": \"core\"", box(1.5, 1.5, 3.5, 3.5)))

  private func bundle(
    _ areas: String = Self.city, nodes: String? = nil, facilities: String = "id,x,y\nP1,2.4,2.4\nP2,5.2,1\n",
    demand: String? = nil, change: (inout NetworkImport) -> Void = { _ in }
  ) throws -> ImportedBundle {
    var settings = NetworkImport()
    change(&settings)
    return try settings.bundle(
      NetworkSources(
        roads: .tables(nodes: table("n.csv", nodes ?? Self.nodes), edges: table("e.csv", Self.edges)),
        facilities: table("f.csv", facilities), demand: demand.map { table("d.csv", $0) },
        areas: table("a.geojson", areas)))
  }

  private func errors(_ areas: String, change: (inout NetworkImport) -> Void = { _ in }) -> [String] {
    do {
      _ = try bundle(areas, change: change)
      return []
    } catch {
      return (error as? InvalidScenario)?.issues.map(\.description) ?? ["\(error)"]
    }
  }

  private func close(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  @Test func `Areas are the grids and keep all demand and their residents`() throws {
    let bundle = try bundle()
    let scenario = try load(bundle).scenario
    #expect(scenario.grids.map(\.id) == ["W", "7"] && scenario.grids.map(\.community) == ["West", ""])
    #expect(scenario.grids.map(\.areaClass) == [.key, .core])
    #expect(scenario.grids.map(\.county) == ["A", ""])
    #expect(scenario.grids.map(\.population) == [5_000, 900] && bundle.residents == 5_900)
    // Four nodes in the hole; the six nodes outside are nearest to the west.
    #expect(close(scenario.grids.map(\.demandWeight), [32, 4]) && abs(bundle.incidentsPerDay - 36) < 1e-9)
    #expect(abs(scenario.grids[1].x - 2.5) < 1e-6 && abs(scenario.grids[1].y - 2.5) < 1e-6)
    #expect(scenario.targets.coreMinutes == 1 && scenario.targets.keyMinutes == 3)
    #expect(scenario.targets.generalMinutes == 5)
    let nodes = scenario.roads?.nodes ?? []
    #expect(nodes.filter { $0.grid == "7" }.map(\.id).sorted() == ["14", "15", "20", "21"])
    #expect(nodes.count { $0.grid == "W" } == 4)
    #expect(scenario.facilities.map(\.grid) == ["7", "W"])
  }

  @Test func `A target that was given holds for all classes`() throws {
    let scenario = try load(try bundle { $0.targetMinutes = 4 }).scenario
    #expect(scenario.targets.coreMinutes == 4 && scenario.targets.generalMinutes == 4)
  }

  @Test func `Demand belongs to the area of its position`() throws {
    // In the hole, in the west, and outside.
    let demand = "x,y,demand\n1.52,1.9,3\n1.48,2,2\n9,0,5\n"
    let bundle = try bundle(demand: demand)
    let scenario = try load(bundle).scenario
    #expect(close(scenario.grids.map(\.demandWeight), [7, 3]))
    #expect(scenario.roads?.nodes.filter { $0.grid == "7" }.map(\.id) == ["14"])
    #expect(
      bundle.notes.contains {
        $0.en
          == "50 % of the demand (1 place) lies outside of all areas and goes to the nearest one; farthest "
          + "d.csv:4, 4500 m from West (W)."
      })
  }

  @Test func `Demand of an area is met at its own nodes, even if one beyond the border is nearer`() throws {
    let areas = Self.collection(
      Self.feature("\"id\": \"a\"", Self.box(-1, -1, 1.2, 6)),
      Self.feature("\"id\": \"b\"", Self.box(1.2, -1, 6, 6)))
    let scenario = try load(try bundle(areas, demand: "x,y,demand\n1.3,2,4\n")).scenario
    #expect(close(scenario.grids.map(\.demandWeight), [0, 4]))
    // Node 13 at 1, 2 is nearer, but in the other area.
    #expect(scenario.roads?.nodes.filter { $0.grid == "b" }.map(\.id) == ["14"])
  }

  @Test func `What lies outside is counted and named`() throws {
    let notes = try bundle().notes
    let english = notes.map(\.en)
    #expect(
      english.contains(
        "2 areas of a.geojson are the grids, 30 km² in all; 30 of 36 road nodes lie in one, the others go with the "
          + "nearest one (farthest 5, 500 m)."))
    #expect(
      english.contains(
        "16.7 % of the demand (6 places) lies outside of all areas and goes to the nearest one; farthest 5, 500 m from "
          + "West (W)."))
    #expect(
      english.contains(
        "1 facility lies outside of all areas and serves the nearest one: P2; farthest P2, 700 m."))
    #expect(english.contains("Residents are those of the areas, 5900 in all."))
    #expect(!english.contains { $0.contains("overlap") })
    #expect(notes.contains { $0.zh.hasPrefix("16.7 % 的警情需求（6 处）在所有区域之外") })
  }

  @Test func `Overlaps are named with their size, and the first area counts`() throws {
    let areas = Self.collection(
      Self.feature("\"id\": \"a\"", Self.box(-1, -1, 3.5, 6)),
      Self.feature("\"id\": \"b\", \"name\": \"East\"", Self.box(2.5, -1, 6, 6)),
      Self.feature("\"id\": \"c\"", Self.box(6, -1, 7, 6)),
      Self.feature("\"id\": \"d\"", Self.box(6.9999, -1, 8, 6)))
    let bundle = try bundle(areas)
    let notes = bundle.notes.map(\.en)
    #expect(
      notes.contains(
        "1 pair of areas overlaps, 7 km² in all; what lies in both belongs to the first in the file: a and East (b) "
          + "7 km²."))
    #expect(
      notes.contains("1 pair of areas overlaps by less than 0.1 % of the smaller one, 700 m² in all."))
    #expect(close(try load(bundle).scenario.grids.map(\.demandWeight), [24, 12, 0, 0]))
  }

  @Test func `An area without a road node has the nearest one and is named`() throws {
    let areas = Self.collection(
      Self.feature("\"id\": \"a\", \"population\": 100", Self.box(-1, -1, 6, 6)),
      Self.feature("\"id\": \"yard\", \"population\": 40", Self.box(6, 1.8, 6.4, 2.2)),
      Self.feature("\"id\": \"c\"", Self.box(7, 1, 8, 2)))
    let bundle = try bundle(areas)
    let scenario = try load(bundle).scenario
    #expect(scenario.grids.map(\.node) == [nil, "17", "11"])
    #expect(scenario.grids.map(\.population) == [100, 40, 0])
    let notes = bundle.notes.map(\.en)
    #expect(
      notes.contains(
        "2 areas with 40 residents contain no road node; their incidents happen at the nearest one: yard (1200 m), "
          + "c (2550 m)."))
    #expect(notes.contains { $0.contains("1 area gives none and counts as 0: c.") })
  }

  @Test func `An area without a node has nodes with demand outside that are nearest to it`() throws {
    // The column of nodes at x = 5 lies outside, 0.5 km from the west and farther from the yard but for three of them.
    let areas = Self.collection(
      Self.feature("\"id\": \"W\", \"population\": 100", Self.box(-1, -1, 4.2, 6)),
      Self.feature("\"id\": \"yard\", \"population\": 1", Self.box(5.3, 1.9, 5.6, 3.1)),
      Self.feature("\"id\": \"c\", \"population\": 2", Self.box(9, 2, 9.5, 3)))
    let bundle = try bundle(areas)
    let scenario = try load(bundle).scenario
    #expect(scenario.grids.map(\.node) == [nil, nil, "17"])
    #expect(scenario.roads?.nodes.filter { $0.grid == "yard" }.map(\.id).sorted() == ["17", "23"])
    #expect(close(scenario.grids.map(\.demandWeight), [34, 2, 0]))
    let notes = bundle.notes
    #expect(
      notes.map(\.en).contains(
        "1 area with 1 resident contains no road node; its incidents happen at nodes outside of all areas that have demand "
          + "and are nearest to it: yard (2 nodes, at most 300 m away)."))
    #expect(
      notes.map(\.en).contains(
        "1 area with 2 residents contains no road node; its incidents happen at the nearest one: c (4279 m).")
    )
    #expect(
      notes.map(\.zh).contains(
        "1 个区域内没有路网节点，共 1 人，警情发生在所有区域之外、离其最近的有需求的节点：yard（2 个节点，最远 300 米）。"))
  }

  @Test func `An open ring of three positions is closed, and a ring of two corners is none`() throws {
    func areas(_ ring: String) -> String {
      Self.collection(
        "{\"type\": \"Feature\", \"properties\": {\"id\": \"o\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[\(ring)]]}}"
      )
    }
    let notes = try bundle(areas("[-1, -1], [8, -1], [8, 8]")).notes.map(\.en)
    #expect(notes.contains("In a.geojson rings of 1 area did not end where they began and were closed: o."))
    #expect(notes.contains { $0.hasPrefix("1 area of a.geojson is the grid, 40.5 km² in all") })
    #expect(["", ", [-1, -1]"].allSatisfy { errors(areas("[-1, -1], [8, -1]" + $0)).count == 1 })
  }

  @Test func `Rings after the first that do not lie in it are named`() throws {
    func areas(_ ring: [(Double, Double)]) -> String {
      Self.collection(Self.feature("\"id\": \"a\"", Self.box(-1, -1, 6, 6), ring))
    }
    for ring in [Self.box(7, 1, 8, 2), Self.box(5, 1, 7, 2)] {
      let notes = try bundle(areas(ring)).notes
      let said = "rings after the first of 1 area do not lie in it, what is outside of it counts as area: a."
      #expect(notes.contains { $0.en.hasSuffix(said) })
      #expect(notes.contains { $0.zh.contains("1 个区域有第一个环之后的环伸出第一个环") })
    }
    #expect(
      try bundle(areas(Self.box(4.5, 4.5, 5.5, 5.5))).notes.contains {
        $0.en.contains("35 of 36 road nodes lie in one, the other goes with the nearest one (farthest 35, ")
      })
    for ring in [Self.box(1.5, 1.5, 2.5, 2.5), Self.box(-1, 1.5, 1.5, 2.5), Self.box(4.5, 1.5, 6.001, 2.5)] {
      #expect(!(try bundle(areas(ring)).notes.contains { $0.en.contains("after the first") }))
    }
  }

  @Test func `Rings that are open or cross themselves are named`() throws {
    let open = """
      {"type": "Feature", "properties": {"id": "o"}, "geometry": {"type": "Polygon",
       "coordinates": [[[-1, -1], [6, -1], [6, 6], [-1, 6]]]}}
      """
    let bow = Self.feature("\"id\": \"bow\"", [(7, 0), (9, 2), (9, 0), (7, 2)])
    let bundle = try bundle(Self.collection(open, bow))
    #expect(
      bundle.notes.map(\.en).contains(
        "In a.geojson rings of 1 area did not end where they began and were closed: o; outlines of 1 area cross "
          + "themselves, their inside is taken by the even–odd rule: bow."))
    #expect(bundle.notes.contains { $0.en.hasPrefix("2 areas of a.geojson are the grids, 51 km² in all") })
  }

  @Test func `Residents of nodes are summed by area where areas give none`() throws {
    let nodes =
      "node,x,y,population\n"
      + (0..<36).map { "\($0),\($0 % 6),\($0 / 6),\($0 % 6 == 5 ? 30 : 10)\n" }.joined()
    let areas = Self.collection(
      Self.feature("\"id\": \"a\"", Self.box(-1, -1, 4.5, 2.5)),
      Self.feature("\"id\": \"b\"", Self.box(-1, 2.5, 4.5, 6)))
    let bundle = try bundle(areas, nodes: nodes)
    #expect(try load(bundle).scenario.grids.map(\.population) == [240, 240])
    #expect(bundle.notes.contains { $0.en.hasPrefix("37.5 % of the residents (6 places) lies outside") })
  }

  @Test func `Columns are named by options and features by their own id`() throws {
    let areas = Self.collection(
      Self.feature("\"码\": \"k\", \"人\": 12, \"类\": \"一般区域\", \"名\": \"北\"", Self.box(-1, -1, 6, 6)))
    let bundle = try bundle(areas) {
      $0.columns = [.area: "码", .areaPopulation: "人", .areaClass: "类", .areaName: "名"]
    }
    let grid = try #require(try load(bundle).scenario.grids.first)
    #expect(grid.id == "k" && grid.population == 12 && grid.community == "北")
    #expect(bundle.choices.contains { $0.purpose == .areaPopulation && !$0.isGuess })
    let own = areas.replacing("\"properties\"", with: "\"id\": \"own\", \"properties\"")
    #expect(try load(try self.bundle(own)).scenario.grids.map(\.id) == ["own"])
  }

  @Test func `Mistakes are shown where they stand`() {
    func issue(_ areas: String) -> String { errors(areas).first ?? "" }
    let twice = Self.city.replacing("\"id\": 7", with: "\"id\": \"W\"")
    #expect(issue(twice).hasPrefix("a.geojson:4:42: error: the area in line 2"))
    #expect(issue(Self.city.replacing("core", with: "center")).hasPrefix("a.geojson:4:75: error:"))
    #expect(issue(Self.city.replacing("5000", with: "-1")).hasPrefix("a.geojson:2:77: error:"))
    #expect(
      issue(Self.city.replacing("5000", with: "-1")).contains("at least 0"))
    #expect(
      issue(Self.city.replacing("Polygon", with: "Point")).hasPrefix(
        "a.geojson:3:14: error: the geometry 'Point' does not fit this table; write a Polygon or MultiPolygon"
      ))
    #expect(issue("{\"type\": \"Feature\"}").contains("not a collection of features"))
    #expect(issue("{\"type\": \"FeatureCollection\", \"features\": []}").hasPrefix("a.geojson:1:1: error:"))
    #expect(issue("[").hasPrefix("a.geojson:1:2: error:"))
    #expect(
      issue(Self.city.replacing("\"id\"", with: "\"key\"")).contains("name the column with --area-column"))
    let crs = Self.city.replacing("\"features\"", with: "\"crs\": \"EPSG:32651\", \"features\"")
    #expect(issue(crs).hasPrefix("a.geojson:1:"))
    #expect(issue(crs.replacing("EPSG:32651", with: "EPSG:4490")) == "")
    let flat = Self.collection(Self.feature("\"id\": \"a\"", [(0, 0), (1, 1), (2, 2)]))
    #expect(issue(flat).hasPrefix("a.geojson:3:14: error: the polygon has no area"))
    let far = Self.collection(Self.feature("\"id\": \"a\"", Self.box(120, 40, 121, 41)))
    #expect(issue(far).hasPrefix("a.geojson:1:1: error: no road node lies in any of the areas"))
    #expect(errors(Self.city) { $0.coordinates = .gcj02 }.first?.contains("leave out --coordinates") == true)
  }
}
