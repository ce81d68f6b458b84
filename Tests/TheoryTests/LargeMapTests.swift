import DunjingScenario
import DunjingSimulation
import DunjingTestSupport
import DunjingWorld
import Foundation
import Testing

/// The road graph of Manhattan with 16,811 nodes, beside the project, becomes a study.
@Suite(.enabled(if: SharedData.exists("manhattan"), "needs the reference data: set DUNJING_SHARED"))
struct LargeMapTests {
  private func table(_ name: String) throws -> ImportTable {
    ImportTable(name: name, bytes: [UInt8](try Data(contentsOf: SharedData.url("manhattan/\(name)"))))
  }

  private func bundle() throws -> ImportedBundle {
    var settings = NetworkImport()
    settings.incidentsPerDay = 180
    settings.keepsLargestPart = true
    return try settings.bundle(
      nodes: table("nodes.csv"), edges: table("arcs.csv"), facilities: table("stations.csv"),
      demand: table("demand.csv"))
  }

  @Test func aMapOfAWholeCityRunsAsAStudy() throws {
    let bundle = try bundle()
    #expect(bundle.nodes == 16_811 && bundle.edges == 24_437 && (150...350).contains(bundle.grids))
    let valid = try ScenarioBundle(
      files: Dictionary(uniqueKeysWithValues: bundle.files.map { ($0.name, Array($0.text.utf8)) })
    ).load()
    let world = World(compiling: valid)
    #expect(world.units.count == 12)
    var simulator = Simulator(world, seed: 1, replication: 0)
    simulator.run(until: world.implementation)
    simulator.startMeasuring()
    simulator.run(until: world.end)
    let counts = Double(simulator.result().kindCounts.reduce(0, +))
    // 90 days at 180 a day, within four standard deviations.
    #expect(abs(counts - 16_200) < 4 * 127.3)
  }

  /// Rounding to nine decimals of a meter is all that is lost.
  @Test func minutesOfTheTableAreWhatIsDriven() throws {
    let valid = try ScenarioBundle(
      files: Dictionary(uniqueKeysWithValues: try bundle().files.map { ($0.name, Array($0.text.utf8)) })
    ).load()
    let edges = try #require(valid.scenario.roads?.edges)
    let rows = String(decoding: try table("arcs.csv").bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    for (edge, row) in zip(edges, rows) {
      let cells = row.split(separator: ",")
      let minutes = (edge.lengthMeters ?? 0) / 1_000 / (edge.speedKilometersPerHour ?? 1) * 60
      #expect(edge.from == cells[0] && edge.to == cells[1] && edge.isOneWay)
      #expect(abs(minutes - (Double(cells[2]) ?? -1)) < 1e-6)
    }
  }
}
