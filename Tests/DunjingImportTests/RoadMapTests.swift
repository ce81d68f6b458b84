import DunjingSimulation
import DunjingTestSupport
import DunjingWorld
import Foundation
import Testing

@testable import DunjingScenario

/// Maps of roads: OpenStreetMap in its text form, and lines of GeoJSON.
@Suite struct RoadMapTests {
  /// A street of 400 m that is crossed in its middle, a one-way road against the order of its points, and a path.
  private static let text = """
    n1 T x122.8 y45.6
    n2 T x122.8026 y45.6
    n3 T x122.8051 y45.6
    n4 T x122.8026 y45.6027
    n5 T x122.8051 y45.6027
    n6 T x122.81 y45.61
    w10 Thighway=primary,maxspeed=60,name=A%2c%%20%B Nn1,n2,n3
    w11 Thighway=residential,maxspeed=20%20%mph Nn2,n4
    w12 Thighway=secondary_link,oneway=-1 Nn5,n4
    w13 Thighway=footway Nn1,n4
    w14 Thighway=tertiary Nn3x122.8051y45.6,n5,n99
    """
  private static let posts = "id,lon,lat,units\nP1,122.8001,45.6001,2\nP2,122.8051,45.6020,0\n"

  private func table(_ name: String, _ text: String) -> ImportTable {
    ImportTable(name: name, bytes: Array(text.utf8))
  }

  private func bundle(
    _ text: String = Self.text, _ form: RoadMapForm = .openStreetMapText, posts: String = Self.posts,
    demand: String? = nil, change: (inout NetworkImport) -> Void = { _ in }
  ) throws -> ImportedBundle {
    var settings = NetworkImport()
    settings.incidentsPerDay = 12
    change(&settings)
    return try settings.bundle(
      NetworkSources(
        roads: .lines(table("city.opl", text), form), facilities: table("posts.csv", posts),
        demand: demand.map { table("calls.csv", $0) }))
  }

  private func scenario(_ bundle: ImportedBundle) throws -> Scenario {
    try ScenarioBundle(
      files: Dictionary(uniqueKeysWithValues: bundle.files.map { ($0.name, Array($0.text.utf8)) })
    ).load().scenario
  }

  @Test func waysMeetAtTheirNodesAndKeepClassDirectionAndSpeed() throws {
    let roads = try #require(try scenario(bundle()).roads)
    #expect(roads.nodes.map(\.id) == ["1", "2", "3", "4", "5"])
    #expect(
      roads.edges.map { "\($0.from)-\($0.to) \($0.roadClass) \($0.isOneWay)" } == [
        "1-2 primary false", "2-3 primary false", "2-4 residential false", "4-5 secondary true",
        "3-5 tertiary false"
      ])
    #expect(roads.edges.map { $0.speedKilometersPerHour?.rounded() } == [60, 60, 32, nil, nil])
    // 0.0026 degrees of longitude at 45.6 degrees north.
    #expect(abs((roads.edges[0].lengthMeters ?? 0) - 202.3) < 0.5)
  }

  @Test func aLongRoadHasNodesOnItsWay() throws {
    let text = """
      n1 T x122.8 y45.6
      n2 T x122.804 y45.6
      n3 T x122.808 y45.6
      n4 T x122.812 y45.6
      w1 Thighway=primary Nn1,n2,n3,n4
      """
    let roads = try #require(try scenario(bundle(text)).roads)
    #expect(roads.edges.map { "\($0.from)-\($0.to)" } == ["1-2", "2-3", "3-4"])
    let bent = text.replacing("122.804", with: "122.801").replacing("122.808", with: "122.803")
      .replacing("122.812", with: "122.8045")
    #expect(try scenario(bundle(bent)).roads?.edges.map { "\($0.from)-\($0.to)" } == ["1-4"])
  }

  @Test func whatWasDoneIsSaid() throws {
    let notes = try bundle().notes.map(\.en)
    #expect(notes.contains("Ways on which no car drives were left out: footway 1."))
    #expect(notes.contains("Roads name 1 node that the file does not have: they are cut off at its edge."))
    #expect(notes.contains { $0.hasPrefix("2 facilities went to the nearest node: ") })
    #expect(
      notes.contains { $0.contains("spread evenly over the length of streets, which is an assumption") })
  }

  @Test func facilitiesHaveTheirUnitsAndTheirNearestNode() throws {
    let scenario = try scenario(bundle())
    #expect(scenario.facilities.map(\.node) == ["1", "5"])
    #expect(scenario.units.map(\.unitsPerFacility) == [2] && scenario.units[0].facilities == ["P1"])
  }

  @Test func demandAtPositionsGoesToTheNearestNode() throws {
    let calls = "lon,lat,calls\n122.8002,45.6,3\n122.8049,45.6001,1\n122.80495,45.60,2\n"
    let bundle = try bundle(demand: calls) { $0.columns[.demand] = "calls" }
    let weights = try scenario(bundle).grids.map(\.demandWeight)
    #expect(zip(weights, [6, 0, 6, 0, 0]).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(throws: InvalidScenario.self) {
      try self.bundle(demand: "lon,lat\n122.8,45.6\n") { $0.incidentsPerDay = nil }
    }
  }

  @Test func partsThatCannotBeReachedAreTakenAwayOnRequest() throws {
    let text = Self.text + "\nn7 T x122.82 y45.61\nn8 T x122.82 y45.611\nw15 Thighway=residential Nn7,n8\n"
    #expect(throws: InvalidScenario.self) { try bundle(text) }
    let kept = try bundle(text) { $0.keepsLargestPart = true }
    #expect(kept.nodes == 5)
    #expect(
      kept.notes.contains {
        $0.en.hasPrefix("2 of 7 nodes cannot be reached or left and were taken away: 7, 8.")
      })
    #expect(abs(kept.incidentsPerDay - 12) < 1e-9)
  }

  @Test func linesOfGeoJSONMeetWhereTheyShareAPosition() throws {
    let text = """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"highway": "primary", "maxspeed": "50"},
         "geometry": {"type": "LineString", "coordinates": [[122.8, 45.6], [122.8026, 45.6], [122.8051, 45.6]]}},
        {"type": "Feature", "properties": {"oneway": "yes"},
         "geometry": {"type": "MultiLineString", "coordinates":
           [[[122.8026, 45.6], [122.8026, 45.6027]], [[122.8026, 45.6027], [122.8026, 45.6]]]}}
      ]}
      """
    let roads = try #require(try scenario(bundle(text, .geoJSON)).roads)
    #expect(roads.nodes.count == 4)
    #expect(roads.edges.map(\.isOneWay) == [false, false, true, true])
    #expect(roads.edges[0].roadClass == "primary" && roads.edges[0].speedKilometersPerHour == 50)
  }

  @Test func waysOfGeoJSONOnWhichNobodyDrivesAreLeftOut() throws {
    func line(_ highway: String, _ north: Double) -> String {
      """
      {"type": "Feature", "properties": {"highway": "\(highway)"}, "geometry": {"type": "LineString",
       "coordinates": [[122.8, 45.6], [122.8026, \(north)]]}}
      """
    }
    let lines = [
      line("residential", 45.6), line("footway", 45.601), line("steps", 45.602), line("primary_link", 45.603)
    ]
    let text = "{\"type\": \"FeatureCollection\", \"features\": [\(lines.joined(separator: ","))]}"
    let made = try bundle(text, .geoJSON)
    #expect(try scenario(made).roads?.edges.map(\.roadClass) == ["residential", "primary"])
    #expect(made.notes.map(\.en).contains("Ways on which no car drives were left out: footway 1, steps 1."))
  }

  @Test func postsWithoutAnyUnitAreNamedInTheirTable() {
    #expect {
      try bundle(posts: "id,lon,lat,units\nP1,122.8001,45.6001,0\n")
    } throws: { error in
      (error as? InvalidScenario)?.issues.first?.description.hasPrefix(
        "posts.csv:1:1: error: the column 'units' is 0")
        == true
    }
  }

  @Test func callsWithoutAPlaceDuplicatesAndInvalidOnesAreNoDemand() throws {
    let calls =
      "x,y,onView,flags\n122.8002,45.6,false,\n,,false,noPosition\n122.8002,45.6,true,onView\n"
      + "122.8002,45.6,false,duplicate\n122.8002,45.6,false,invalid\n122.8049,45.6001,false,hourOnly\n"
    let made = try bundle(demand: calls)
    #expect(try scenario(made).grids.map(\.demandWeight) == [6, 0, 6, 0, 0])
    #expect(made.notes.map(\.en).contains { $0.hasSuffix("incidents on view were left out: 4.") })
  }

  @Test(arguments: [
    (
      "w1 Thighway=motorway Nn1,n2\nn1 T x122.8 y45.6\nn2 T x122.81 y45.6\n",
      "city.opl:1:1: error: there are only motorways and trunk roads"
    ),
    ("w1 Thighway=footway Nn1,n2\n", "city.opl:1:1: error: the file has no road that a car may drive"),
    (
      "n1 T x1 y1\nn2 T xinf y1\n",
      "city.opl:2:1: error: the node's position inf is no longitude or latitude; write a longitude (±180)"
    ),
    ("n1 T x1 y243.1\n", "city.opl:1:1: error: the node's position 243.1 is no longitude or latitude"),
    ("n1 T x1 y1\nhello\n", "city.opl:2:1: error: this is not OpenStreetMap text of the form OPL")
  ])
  func whatIsNoMapIsNamed(text: String, message: String) {
    #expect {
      try bundle(text)
    } throws: { error in
      (error as? InvalidScenario)?.issues.first?.description.hasPrefix(message) == true
    }
  }

  @Test func projectedAndSwappedPositionsAreNamed() {
    func issue(_ posts: String) -> String {
      do {
        _ = try bundle(posts: posts)
        return ""
      } catch { return (error as? InvalidScenario)?.issues.first?.description ?? "" }
    }
    #expect(issue("id,lon,lat\nP1,45.6,122.8\n").contains("they look swapped"))
    #expect(issue("id,lon,lat\nP1,4505600,5050000\n").contains("they look like those of a projection"))
    #expect(issue("id,x_km,y_km\nP1,3,4\n").contains("the roads are in degrees"))
  }

  @Test func aMapFromOpenStreetMapRunsAsAStudy() throws {
    let valid = try ScenarioBundle(
      files: Dictionary(uniqueKeysWithValues: try bundle().files.map { ($0.name, Array($0.text.utf8)) })
    ).load()
    let counts = try PlayedStudy.counts(World(compiling: valid))
    // 90 days at 12 a day, within four standard deviations.
    #expect(abs(counts - 1_080) < 4 * 32.9)
  }
}
