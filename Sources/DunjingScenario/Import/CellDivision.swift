import DunjingNumerics

/// Divides a network into square cells, each a grid: what a city with thousands of nodes needs to be readable.
///
/// The incidents of a cell happen at a few of its nodes, drawn systematically in proportion to demand (W. G. Madow, 1949):
/// as incidents of a grid happen evenly at the nodes that name it, their mean position is kept as well as so few nodes
/// allow, and the table of travel times stays small. All other nodes are only driven through.
struct CellDivision {
  /// The side of a cell.
  let kilometers: Double
  /// Nodes of a cell at which incidents happen, at most.
  let nodesPerCell: Int

  /// The side, in steps of 50 m, that gives about so many cells with demand.
  static func side(for network: ImportedNetwork, cells: Double = 250) -> Double {
    let scale = Self.scale(network)
    let points = network.nodes.filter { $0.demand > 0 }.map { ($0.x * scale.x, $0.y * scale.y) }
    // Doubling the side until few enough are occupied follows the shape of the city, which is no rectangle.
    var side = 0.1
    while occupied(points, side) > cells && side < 1_000 { side *= 1.189_207_115 }
    return max((side * 20).rounded() / 20, 0.1)
  }

  private static func occupied(_ points: [(Double, Double)], _ side: Double) -> Double {
    Double(
      Set(
        points.map {
          CellKey(column: Int(($0.0 / side).rounded(.down)), row: Int(($0.1 / side).rounded(.down)))
        }
      ).count)
  }

  private struct CellKey: Hashable, Comparable {
    var column: Int
    var row: Int

    static func < (left: CellKey, right: CellKey) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }

  /// Kilometers of a map unit to the east and north.
  private static func scale(_ network: ImportedNetwork) -> (x: Double, y: Double) {
    guard network.isInDegrees, !network.nodes.isEmpty else { return (1, 1) }
    let latitude = network.nodes.map(\.y).reduce(0, +) / Double(network.nodes.count)
    return (DegreeLength.east(atLatitude: latitude), DegreeLength.north)
  }

  /// Makes the cells the grids of a network.
  func divide(_ network: inout ImportedNetwork) {
    let scale = Self.scale(network)
    let west = network.nodes.map { $0.x * scale.x }.min() ?? 0
    let south = network.nodes.map { $0.y * scale.y }.min() ?? 0
    var members: [CellKey: [Int]] = [:]
    for (index, node) in network.nodes.enumerated() where node.demand > 0 || node.population > 0 {
      let key = CellKey(
        column: Int((node.x * scale.x - west) / kilometers), row: Int((node.y * scale.y - south) / kilometers)
      )
      members[key, default: []].append(index)
    }
    for index in network.nodes.indices { network.nodes[index].grid = nil }
    network.grids = members.keys.sorted().map { key in
      let id = "e\(key.column)n\(key.row)"
      let nodes = members[key] ?? []
      let chosen = Self.chosen(of: nodes, network.nodes, atMost: nodesPerCell) { network.nodes[$0].demand }
      for node in chosen { network.nodes[node].grid = id }
      return grid(id, nodes, network)
    }
    network.cellKilometers = kilometers
  }

  private func grid(_ id: String, _ members: [Int], _ network: ImportedNetwork) -> ImportedNetwork.Grid {
    let nodes = members.map { network.nodes[$0] }
    let demand = nodes.reduce(0) { $0 + $1.demand }
    let population = nodes.reduce(0) { $0 + $1.population }
    func mean(_ value: (ImportedNetwork.Node) -> Double) -> Double {
      let weight: (ImportedNetwork.Node) -> Double = {
        demand > 0 ? $0.demand / demand : $0.population / population
      }
      return ((nodes.reduce(0) { $0 + weight($1) * value($1) }) * 1e6).rounded() / 1e6
    }
    var districts: [String: Double] = [:]
    for node in nodes { districts[node.district, default: 0] += node.demand }
    let district = districts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    return ImportedNetwork.Grid(
      id: id, x: mean(\.x), y: mean(\.y), district: district, demand: demand, population: population.rounded()
    )
  }

  /// The nodes of a cell at which its incidents happen, in proportion to weights.
  static func chosen(
    of members: [Int], _ nodes: [ImportedNetwork.Node], atMost count: Int, weight: (Int) -> Double
  ) -> [Int] {
    // From west to east in strips, so that neighbors in the order are neighbors on the ground.
    let ordered = members.sorted { nodes[$0].x < nodes[$1].x }
    let total = ordered.reduce(0) { $0 + weight($1) }
    guard total > 0 else { return Array(ordered.prefix(1)) }
    var chosen: [Int] = []
    var (sum, next) = (0.0, 0)
    for node in ordered {
      sum += weight(node)
      while next < count && (Double(next) + 0.5) / Double(count) * total < sum {
        if chosen.last != node { chosen.append(node) }
        next += 1
      }
    }
    return chosen.isEmpty ? Array(ordered.suffix(1)) : chosen
  }
}
