/// Finds the road node nearest to a position: nodes in the order from south to north, searched outward.
struct NearestNode {
  private let nodes: [(position: Position, order: Int, id: String)]
  private let distance: GroundDistance

  init(_ nodes: [RoadNode], _ distance: GroundDistance) {
    self.distance = distance
    self.nodes = nodes.enumerated().map { (Position(x: $1.x, y: $1.y), $0, $1.id) }
      .sorted { ($0.position.y, $0.order) < ($1.position.y, $1.order) }
  }

  /// Returns the nearest node, the first in the file among equals, or nil if there are no nodes.
  func node(nearestTo position: Position) -> (id: String, kilometers: Double)? {
    var best: (index: Int, kilometers: Double)?
    func look(at index: Int) -> Bool {
      let limit = best?.kilometers ?? .infinity
      guard abs(distance.northward(position, nodes[index].position)) <= limit else { return false }
      let kilometers = distance.kilometers(position, nodes[index].position)
      if let known = best, kilometers > known.kilometers { return true }
      if let known = best, kilometers == known.kilometers, nodes[known.index].order < nodes[index].order {
        return true
      }
      best = (index, kilometers)
      return true
    }
    var above = firstIndex(notSouthOf: position.y)
    var below = above - 1
    while above < nodes.count, look(at: above) { above += 1 }
    while below >= 0, look(at: below) { below -= 1 }
    return best.map { (nodes[$0.index].id, $0.kilometers) }
  }

  private func firstIndex(notSouthOf y: Double) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].position.y < y { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
