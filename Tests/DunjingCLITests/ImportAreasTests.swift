import ArgumentParser
import Dunjing
import Foundation
import Testing

@testable import DunjingCLI

/// The options of areas and coordinates, from files to a study.
@Suite struct ImportAreasTests {
  @Test func areasAndCoordinatesAreOptions() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("dunjing-areas-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    func file(_ name: String, _ text: String) throws -> String {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      return folder.appendingPathComponent(name).path
    }
    let arguments = [
      "--nodes", try file("n.csv", "node,lon,lat,calls\n1,122.8,45.6,3\n2,122.81,45.6,1\n"),
      "--edges", try file("e.csv", "from,to\n1,2\n"), "--facilities", try file("f.csv", "id,node\nP,1\n"),
      "--areas",
      try file(
        "a.geojson",
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"key": "all", "class": "core"},
         "geometry": {"type": "Polygon", "coordinates":
          [[[122.79, 45.59], [122.82, 45.59], [122.82, 45.61], [122.79, 45.61], [122.79, 45.59]]]}}]}
        """),
      "--area-column", "key", "--demand-column", "calls", "--coordinates", "bd09", "--language", "en",
      "--out", folder.appendingPathComponent("study").path
    ]
    try ImportNetworkCommand.parse(arguments).run()
    let scenario = try ScenarioBundle(path: folder.appendingPathComponent("study").path).load().scenario
    #expect(scenario.grids.map(\.id) == ["all"] && scenario.grids[0].areaClass == .core)
    let place = ShiftedCoordinates.bd09.wgs84(longitude: 122.8, latitude: 45.6)
    #expect(abs((scenario.roads?.nodes[0].x ?? 0) - place.longitude) < 1e-7)
    #expect(throws: (any Error).self) {
      try ImportNetworkCommand.parse(arguments + ["--cell-km", "1", "--overwrite"]).run()
    }
  }
}
