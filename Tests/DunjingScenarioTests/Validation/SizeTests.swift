import DunjingScenario
import Foundation
import Testing

/// What is too large to be played is refused with the unit that was probably meant; a province is not.
@Suite struct SizeTests {
  private func issues(_ old: String, _ new: String) throws -> [String] {
    try EditedStudy.issues {
      #expect($0.contains(old))
      return $0.replacing(old, with: new)
    }.map { $0.text(in: .en) }
  }

  @Test func aMapInMetersIsRefused() throws {
    let texts = try issues("x: 3.5, y: 1.5", "x: 350000, y: 1.5")
    #expect(texts.count == 1)
    #expect(texts.first?.contains("positions are in kilometers: were they written in meters?") == true)
  }

  @Test func aFirstGridFarFromAllOthersIsBlamedAlone() throws {
    let url = EditedStudy.minimal.appendingPathComponent("grids.csv")
    let grids = try String(contentsOf: url, encoding: .utf8).replacing("g00,0.5", with: "g00,50000")
    let texts = try StudyCopy(files: ["grids.csv": grids]).issues()
    #expect(texts.count == 1)
    #expect(texts.first?.hasPrefix("grids.csv:2:5: error: the map is") == true, "\(texts)")
  }

  @Test func aPositionOutsideTheGlobeIsRefused() throws {
    let texts = try issues("coordinates: local ", "coordinates: WGS-84 ")
    #expect(texts.isEmpty, "small numbers are positions as well")
    let outside = try EditedStudy.issues {
      $0.replacing("coordinates: local ", with: "coordinates: WGS-84 ").replacing("x: 3.5", with: "x: 350")
    }
    #expect(outside.map(\.keyPath) == ["facilities[0].x"])
  }

  private func gridIssues(_ positions: [(x: Double, y: Double)], _ system: String) throws -> [String] {
    let rows = positions.enumerated().map { "g\($0),\($1.x),\($1.y),5000\n" }.joined()
    return try StudyCopy(
      files: ["grids.csv": "id,x,y,population\n" + rows],
      replacements: [("coordinates: local ", "coordinates: \(system) ")]
    ).issues()
  }

  @Test func gridsAlongARoadAreKilometersIfTheyLieFarApart() throws {
    #expect(try gridIssues((0..<9).map { (90 + Double($0), 40) }, "local").isEmpty)
    let degrees = try gridIssues((0..<9).map { (124.05 + 0.01 * Double($0), 43.16) }, "local")
    #expect(degrees.count == 1 && degrees[0].contains("positions of grids look like degrees"), "\(degrees)")
  }

  @Test func swappedDegreesAreNamedOnceForATable() throws {
    let texts = try gridIssues([(43.16, 124.05), (43.17, 124.06), (43.18, 124.05)], "WGS-84")
    #expect(
      texts == [
        "grids.csv:1:1: error: longitude and latitude seem to be swapped, such as x 43.16 and y 124.05; "
          + "write the longitude as x and the latitude as y"
      ])
  }

  @Test func millionsOfIncidentsADayAreRefused() throws {
    let texts = try issues("{incidentsPerDay: 10}", "{incidentsPerDay: 1000000}")
    #expect(texts.count == 1)
    #expect(texts.first?.contains("incidents in 242 days; a run holds up to 15000000") == true)
  }

  @Test func theDemandOfAProvinceIsAccepted() throws {
    #expect(try issues("{incidentsPerDay: 10}", "{incidentsPerDay: 3945}").isEmpty)
  }

  @Test func moreSkillsThanBitsAreRefused() throws {
    let skills = (0..<65).map { "k\($0)" }.joined(separator: ", ")
    let texts = try issues("skills: [basic]", "skills: [basic, \(skills)]")
    #expect(texts.contains { $0.contains("there are 68 skills; give at most 64") })
  }

  @Test(arguments: [
    "-5", "{uniform: {low: -1, high: 5}}", "{gamma: {mean: 10, shape: 1e-300}}",
    "{logNormal: {median: 1e-300, sigma: 37}}"
  ])
  func timesThatRunBackwardOrAreNoNumbersAreRefused(minutes: String) throws {
    let kinds = "incidentKinds: [{id: order, sceneMinutes: \(minutes)}]\nhazardKinds: []\nclimbs: []"
    let texts = try issues("hazardKinds: default ", "\(kinds) #")
    #expect(texts.count == 1)
  }

  @Test func sumsOfAbsurdNumbersAreStandIns() throws {
    let files = [
      "scenario.yaml": Array(
        """
        schema: dunjing/1
        name: absurd
        grids: grids.csv
        departments: default
        facilities: [{id: s1, kind: station, x: 0, y: 0}]
        """.utf8),
      "grids.csv": Array("id,x,y,population\ng1,0,0,1e308\ng2,1,0,1e308\n".utf8)
    ]
    let error = #expect(throws: InvalidScenario.self) { try ScenarioBundle(files: files).load() }
    #expect(error?.text(in: .en).contains("1e308") == true)
  }

  @Test func anAnchorBehindASingleReturnIsSeen() throws {
    let texts = try issues("coordinates: local ", "# a comment\rcoordinates: &a local ")
    #expect(texts.first?.contains("anchors") == true)
  }
}
