import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Testing

/// The six-district contest city, imported and compared with independently checked coverage.
@Suite struct ContestCityTests {
  private static let folder: URL = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared = ProcessInfo.processInfo.environment["DUNJING_SHARED"].map { URL(fileURLWithPath: $0) }
    return (shared ?? root.deletingLastPathComponent().appendingPathComponent("shared"))
      .appendingPathComponent("data/cumcm2011b")
  }()

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("nodes.csv").path)
  }

  private func table(_ name: String) throws -> NetworkImport.Table {
    let url = Self.folder.appendingPathComponent(name)
    return NetworkImport.Table(name: name, text: try String(contentsOf: url, encoding: .utf8))
  }

  private func world() throws -> World {
    var network = NetworkImport(
      nodes: try table("nodes.csv"), edges: try table("edges.csv"), facilities: try table("platforms.csv"))
    network.kilometersPerUnit = 0.1
    network.speedKilometersPerHour = 60
    network.drivingOnly = true
    let bundle = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: bundle, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: bundle) }
    for file in try network.bundle() {
      try Data(file.text.utf8).write(to: bundle.appendingPathComponent(file.name))
    }
    return World(compiling: try ScenarioBundle(path: bundle.path).load())
  }

  @Test(.enabled(if: isThere, "the reference data are not there (DUNJING_SHARED)"))
  func staticCoverageIsTheOneCheckedIndependently() throws {
    let world = try world()
    let coverage = PotentialCoverage(world, plan: world.plans[0])
    let minutes = coverage.minutes
    #expect(minutes.count == 582)
    let counts = [1.0, 3, 5].map { limit in minutes.filter { $0 <= limit }.count }
    #expect(counts == [190, 444, 543])
    #expect(minutes.filter { $0 > 3 }.count == 138)
    let weighted = [1.0, 3, 5].map { limit in
      minutes.indices.filter { minutes[$0] <= limit }.map { world.grids[$0].demandShare }.reduce(0, +)
    }
    for (found, expected) in zip(weighted, [0.4350, 0.8156, 0.9534]) {
      #expect(abs(found - expected) < 5e-5)
    }
    #expect(abs(coverage.weightedShare - 0.8156) < 5e-5)
    #expect(abs((minutes.max() ?? 0) - 12.6803) < 5e-5)
    var beyond: [String: Int] = [:]
    for place in minutes.indices where minutes[place] > 3 {
      beyond[world.scenario.grids[place].county, default: 0] += 1
    }
    #expect(beyond == ["A": 6, "B": 6, "C": 47, "D": 12, "E": 32, "F": 35])
  }

  @Test(.enabled(if: isThere, "the reference data are not there (DUNJING_SHARED)"))
  func theSameStudyRunsOnIt() throws {
    let world = try world()
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.startMeasuring()
    simulator.run(until: 2 * World.daySeconds)
    let result = simulator.result()
    #expect(result.kindCounts.reduce(0, +) > 900)
    #expect(result[.withinTarget] ?? 0 > 0.5)
  }
}

/// What is refused, and how.
@Suite struct NetworkImportTests {
  private func network(nodes: String, edges: String = "from,to\na,b\n", facilities: String = "id,node\np,a\n")
    -> NetworkImport
  {
    NetworkImport(
      nodes: .init(name: "nodes.csv", text: nodes), edges: .init(name: "edges.csv", text: edges),
      facilities: .init(name: "facilities.csv", text: facilities))
  }

  @Test func aSmallNetworkBecomesABundle() throws {
    let files = try network(nodes: "id,x,y,demand\na,0,0,3\nb,1,0,1\n").bundle()
    #expect(files.map(\.name) == ["scenario.yaml", "grids.csv", "nodes.csv", "edges.csv", "facilities.csv"])
  }

  @Test(arguments: ["id,x\na,0\n", "id,x,y\na,here,0\n", "id,x,y\n", ""])
  func brokenNodesAreRefused(nodes: String) {
    #expect(throws: InvalidScenario.self) { try network(nodes: nodes).bundle() }
  }
}
