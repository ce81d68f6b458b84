import ArgumentParser
import Dunjing
import Foundation
import Testing

@testable import DunjingCLI

/// A small extract of OpenStreetMap, as XML and as PBF, read through osmium.
@Suite(.enabled(if: Osmium.isHere, "needs osmium: apt-get install osmium-tool"))
struct ImportRoadsTests {
  private static let map = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("DunjingImportTests/Maps/block.osm")

  @Test(arguments: ["osm", "osm.pbf"])
  func anExtractBecomesARunningStudyWithOneCommand(ending: String) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("dunjing-roads-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    let map = folder.appendingPathComponent("block.\(ending)")
    #expect(try Osmium.run(["cat", "--no-progress", Self.map.path, "-o", map.path]) == 0)
    let posts = folder.appendingPathComponent("posts.csv")
    try Data("id,lon,lat\nP1,122.8001,45.6001\n".utf8).write(to: posts)
    let study = folder.appendingPathComponent("study")
    let arguments = [
      "--roads", map.path, "--facilities", posts.path, "--incidents-per-day", "12", "--largest-part", "--out",
      study.path, "--language", "en"
    ]
    try ImportNetworkCommand.parse(arguments).run()
    let scenario = try ScenarioBundle(path: study.path).load().scenario
    // The stub that leads out of the block cannot be left, and the street beside it not be reached.
    #expect(scenario.roads?.nodes.map(\.id) == ["1", "3", "4", "5", "6"])
    let edges = (scenario.roads?.edges ?? []).map { "\($0.from)-\($0.to) \($0.roadClass) \($0.isOneWay)" }
    #expect(
      edges == [
        "1-3 primary false", "3-4 residential false", "4-5 secondary true", "5-1 residential false",
        "4-6 unclassified false"
      ])
    let world = World(compiling: try ScenarioBundle(path: study.path).load())
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.run(until: World.daySeconds * 20)
    #expect(simulator.eventCount > 100)
  }

  @Test func whatOsmiumCannotReadIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dunjing-roads-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let broken = folder.appendingPathComponent("broken.osm.pbf")
    try Data("no map".utf8).write(to: broken)
    #expect {
      _ = try RoadMapFile(path: broken.path).source()
    } throws: { error in
      (error as? CommandFault)?.text.en.hasPrefix("osmium cannot read \(broken.path)") == true
    }
    #expect {
      _ = try RoadMapFile(path: "city.shp").source()
    } throws: { error in (error as? CommandFault)?.text.en.contains("a form of map that is not known") == true
    }
  }
}

/// The program that reads files of OpenStreetMap.
private enum Osmium {
  static let isHere = (try? run(["--version"])) == 0

  static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["osmium"] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
