import Testing

@testable import DunjingRecords
@testable import DunjingScenario

/// Positions in degrees beside a study in kilometers, and the other way.
@Suite struct CoordinateMismatchTests {
  private func settings(_ system: CoordinateSystem, _ corners: [(Double, Double)]) -> IncidentImport {
    var settings = IncidentImport()
    settings.grids = corners.enumerated().map { number, corner in
      Grid(
        id: "\(number)", x: corner.0, y: corner.1, population: 1, demandWeight: 1, areaClass: .general,
        station: nil, community: "", county: "", node: nil)
    }
    settings.gridCoordinates = system
    return settings
  }

  private func message(_ header: String, _ cells: [String], _ settings: IncidentImport) -> String {
    CallTable.message("received,\(header)\n" + cells.map { "2024-01-01,\($0)\n" }.joined(), settings)
  }

  private let plane = [(0.0, 0.0), (0, 8), (8, 0), (8, 8)]
  private let city = [(125.3, 43.8), (125.4, 43.8), (125.3, 43.9), (125.4, 43.9)]

  @Test func `Degrees beside a study in kilometers are refused`() {
    let expected =
      "calls.csv:1:10: error: the positions are longitudes and latitudes, and the study is in kilometers; leave --study out"
    let cells = ["125.31,43.81", "125.32,43.82", "125.33,43.83"]
    #expect(message("longitude,latitude", cells, settings(.local, plane)).hasPrefix(expected))
    #expect(message("x,y", cells, settings(.local, plane)).hasPrefix(expected))
    // Such numbers may be kilometers of a wide study, unless the columns say what they are.
    let wide = settings(.local, [(0, 0), (0, 200), (200, 0), (200, 200)])
    #expect(message("x,y", cells, wide).isEmpty)
    #expect(message("longitude,latitude", cells, wide).hasPrefix(expected))
    #expect(message("longitude,latitude", cells, settings(.wgs84, city)).isEmpty)
  }

  @Test func `Kilometers beside a study in degrees are refused, and another city is not`() {
    let expected =
      "calls.csv:1:10: error: the positions are kilometers, and the study is in longitudes and latitudes; leave --study out"
    #expect(message("x,y", ["1.5,2.5", "3,4", "60,70"], settings(.wgs84, city)).hasPrefix(expected))
    #expect(message("x,y", ["1.5,2.5", "3,4"], settings(.local, plane)).isEmpty)
    #expect(message("longitude,latitude", ["116.4,39.9"], settings(.wgs84, city)).isEmpty)
  }
}
