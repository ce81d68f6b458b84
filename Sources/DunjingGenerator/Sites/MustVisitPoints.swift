import DunjingRandom

/// Chooses the must-visit points: busy nodes, spread over the city.
enum MustVisitPoints {
  /// Number of points, as announced.
  static let count = 60
  /// Least distance between two points at first, in kilometers.
  private static let spacing = 0.45

  /// Returns the nodes of the points, drawn in proportion to demand; the spacing shrinks when it cannot be kept.
  static func nodes(graph: RoadGraph, nodeWeights: [Double], seed: UInt64) -> [Int] {
    guard let table = AliasTable(weights: nodeWeights) else { return [] }
    var stream = RandomStream(seed: seed, purpose: .mustVisitPoints)
    var chosen: [Int] = []
    var spacing = spacing
    var failures = 0
    while chosen.count < count {
      let node = table.sample(using: &stream)
      if chosen.allSatisfy({ graph.nodes[$0].distance(to: graph.nodes[node]) >= spacing }) {
        chosen.append(node)
        failures = 0
      } else {
        failures += 1
        if failures == 500 { (spacing, failures) = (spacing * 0.9, 0) }
      }
    }
    return chosen.sorted()
  }
}
