import DunjingParallel

/// Shortest paths in an undirected graph with lengths. Source: E. W. Dijkstra (1959), with a binary heap.
public struct RoadPaths: Sendable {
  /// The number of nodes.
  public let nodeCount: Int
  private let start: [Int]
  private let neighbor: [Int32]
  private let length: [Double]

  /// Creates the graph.
  /// - Parameters:
  ///   - nodeCount: the number of nodes.
  ///   - edges: pairs of nodes with their length, in any one unit: minutes where the matrix of ``travel(from:threads:)`` is
  ///     to have minutes.
  /// - Precondition: the nodes of every edge exist and no length is negative.
  public init(nodeCount: Int, edges: [(from: Int, to: Int, length: Double)]) {
    precondition(
      edges.allSatisfy { min($0.from, $0.to) >= 0 && max($0.from, $0.to) < nodeCount && $0.length >= 0 },
      "an edge needs two nodes that exist and a length")
    var lists = [[(Int32, Double)]](repeating: [], count: nodeCount)
    for edge in edges {
      lists[edge.from].append((Int32(edge.to), edge.length))
      lists[edge.to].append((Int32(edge.from), edge.length))
    }
    self.nodeCount = nodeCount
    start = lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    neighbor = lists.flatMap { $0.map(\.0) }
    length = lists.flatMap { $0.map(\.1) }
  }

  /// Returns the lengths of shortest paths from some nodes (rows) to all nodes; infinite where there is no way.
  public func travel(from origins: [Int], threads: Int = 2) -> TravelMatrix {
    var rows = origins.map { Row(origin: $0) }
    Parallel.update(&rows, threads: threads) { $0.distances = distances(from: $0.origin) }
    return TravelMatrix(
      siteCount: origins.count, pointCount: nodeCount, minutes: rows.flatMap(\.distances))
  }

  /// Returns the lengths of shortest paths from a node, in the unit of the edges; infinite where there is no way.
  public func distances(from origin: Int) -> [Double] {
    var distances = [Double](repeating: .infinity, count: nodeCount)
    distances[origin] = 0
    var heap = NearestFirst()
    heap.push(0, Int32(origin))
    while let (distance, node) = heap.pop() {
      guard distance <= distances[Int(node)] else { continue }
      for arc in start[Int(node)]..<start[Int(node) + 1] {
        let next = Int(neighbor[arc])
        let candidate = distance + length[arc]
        if candidate < distances[next] {
          distances[next] = candidate
          heap.push(candidate, neighbor[arc])
        }
      }
    }
    return distances
  }

  private struct Row: Sendable {
    let origin: Int
    var distances: [Double] = []
  }
}

/// A binary heap of nodes by distance; stale entries are left in.
private struct NearestFirst {
  private var entries: [(distance: Double, node: Int32)] = []

  mutating func push(_ distance: Double, _ node: Int32) {
    entries.append((distance, node))
    var index = entries.count - 1
    while index > 0, distance < entries[(index - 1) / 2].distance {
      entries[index] = entries[(index - 1) / 2]
      index = (index - 1) / 2
    }
    entries[index] = (distance, node)
  }

  mutating func pop() -> (Double, Int32)? {
    guard let top = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return (top.distance, top.node) }
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].distance < entries[child].distance { child += 1 }
      guard entries[child].distance < last.distance else { break }
      entries[index] = entries[child]
      index = child
    }
    entries[index] = last
    return (top.distance, top.node)
  }
}
