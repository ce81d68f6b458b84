import DunjingTestSupport
import Testing

@testable import DunjingScenario

@Suite struct CellDivisionTests {
  /// A square of 40 by 40 nodes, 0.1 km apart, with more demand in the east.
  private var network: ImportedNetwork {
    var nodes: [ImportedNetwork.Node] = []
    for row in 0..<40 {
      for column in 0..<40 {
        nodes.append(
          ImportedNetwork.Node(
            id: "\(row * 40 + column)", x: Double(column) / 10, y: Double(row) / 10,
            district: column < 20 ? "A" : "B", demand: Double(1 + column), population: 10,
            place: Place(file: 0, line: 1, column: 1)))
      }
    }
    return ImportedNetwork(
      nodes: nodes, isInDegrees: false, hasDistricts: true, hasPopulation: true, tableNames: [])
  }

  @Test func cellsKeepAllDemandAndResidents() {
    var network = network
    let total = network.incidentsPerDay
    CellDivision(kilometers: 0.5, nodesPerCell: 4).divide(&network)
    #expect(network.grids.count == 64)
    #expect(abs(network.grids.reduce(0) { $0 + $1.demand } - total) < 1e-9)
    #expect(network.grids.reduce(0) { $0 + $1.population } == 16_000)
    #expect(network.nodes.count { $0.grid != nil } == 256)
    #expect(network.grids.filter { $0.district == "A" }.count == 32)
    let ids = Set(network.grids.map(\.id))
    #expect(network.nodes.allSatisfy { $0.grid.map(ids.contains) ?? true })
  }

  @Test func incidentsOfACellAreWhereItsDemandIs() {
    var network = network
    CellDivision(kilometers: 4, nodesPerCell: 20).divide(&network)
    #expect(network.grids.count == 1)
    let chosen = network.nodes.filter { $0.grid != nil }
    let mean = chosen.reduce(0) { $0 + $1.x } / Double(chosen.count)
    let demand = network.nodes.reduce(0) { $0 + $1.demand }
    let center = network.nodes.reduce(0) { $0 + $1.x * $1.demand } / demand
    // A twentieth of the demand lies between two nodes that are drawn.
    #expect(chosen.count == 20 && abs(mean - center) < 0.1)
    #expect(abs(network.grids[0].x - center) < 1e-6)
  }

  @Test func theSideFollowsTheOccupiedArea() {
    #expect((0.2...0.3).contains(CellDivision.side(for: network)))
    var line = network
    for index in line.nodes.indices where index >= 40 { line.nodes[index].demand = 0 }
    #expect(CellDivision.side(for: line) == 0.1)
  }
}
