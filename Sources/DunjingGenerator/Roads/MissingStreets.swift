import DunjingRandom

/// Takes local streets out of the lattice, so that not every block is a square.
enum MissingStreets {
  /// Removes a share of the local streets in random order; no street whose loss would cut the graph or leave
  /// a dead end is removed.
  static func remove(from graph: inout RoadGraph, share: Double, seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: .missingEdges)
    var candidates = graph.edges.indices.filter { graph.edges[$0].roadClass == .local }
    let wanted = Int((share * Double(candidates.count)).rounded())
    let incident = graph.incidentEdges
    var isRemoved = [Bool](repeating: false, count: graph.edges.count)
    var removed = 0
    while removed < wanted, !candidates.isEmpty {
      candidates.swapAt(stream.nextInteger(below: candidates.count), candidates.count - 1)
      let index = candidates.removeLast()
      let edge = graph.edges[index]
      let degrees = [edge.from, edge.to].map { node in incident[node].filter { !isRemoved[$0] }.count }
      guard degrees.allSatisfy({ $0 >= 3 }) else { continue }
      isRemoved[index] = true
      if isConnected(graph, incident: incident, isRemoved: isRemoved) {
        removed += 1
      } else {
        isRemoved[index] = false
      }
    }
    graph.edges = graph.edges.indices.filter { !isRemoved[$0] }.map { graph.edges[$0] }
  }

  /// Returns whether every node can be reached from the first.
  static func isConnected(_ graph: RoadGraph, incident: [[Int]], isRemoved: [Bool]) -> Bool {
    guard !graph.nodes.isEmpty else { return true }
    var isReached = [Bool](repeating: false, count: graph.nodes.count)
    isReached[0] = true
    var pending = [0]
    var count = 1
    while let node = pending.popLast() {
      for index in incident[node] where !isRemoved[index] {
        let edge = graph.edges[index]
        let next = edge.from == node ? edge.to : edge.from
        if !isReached[next] {
          isReached[next] = true
          count += 1
          pending.append(next)
        }
      }
    }
    return count == graph.nodes.count
  }
}
