/// Shortest driving times from one node to all others, by Dijkstra (1959) with a binary heap.
struct ShortestPaths: Sendable {
  private let starts: [Int]
  private let targets: [Int]
  private let seconds: [Double]
  private let nodeCount: Int

  /// Prepares the search on a graph.
  init(_ graph: RoadGraph) {
    nodeCount = graph.nodes.count
    var starts = [0]
    var targets: [Int] = []
    var seconds: [Double] = []
    for (node, incident) in graph.incidentEdges.enumerated() {
      for index in incident {
        let edge = graph.edges[index]
        targets.append(edge.from == node ? edge.to : edge.from)
        seconds.append(edge.carSeconds)
      }
      starts.append(targets.count)
    }
    self.starts = starts
    self.targets = targets
    self.seconds = seconds
  }

  /// Returns the driving time of a car in seconds from a node to every node.
  func times(from origin: Int) -> [Double] {
    var times = [Double](repeating: .infinity, count: nodeCount)
    var heap = Heap()
    times[origin] = 0
    heap.push((0, origin))
    while let (time, node) = heap.pop() {
      if time > times[node] { continue }
      for position in starts[node]..<starts[node + 1] {
        let next = targets[position]
        let candidate = time + seconds[position]
        if candidate < times[next] {
          times[next] = candidate
          heap.push((candidate, next))
        }
      }
    }
    return times
  }

  private struct Heap {
    private var items: [(time: Double, node: Int)] = []

    mutating func push(_ item: (time: Double, node: Int)) {
      items.append(item)
      var child = items.count - 1
      while child > 0, items[child] < items[(child - 1) / 2] {
        items.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }

    mutating func pop() -> (time: Double, node: Int)? {
      guard let first = items.first, let last = items.popLast() else { return nil }
      if items.isEmpty { return first }
      items[0] = last
      var parent = 0
      while true {
        var smallest = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
          if items[child] < items[smallest] { smallest = child }
        }
        if smallest == parent { return first }
        items.swapAt(parent, smallest)
        parent = smallest
      }
    }
  }
}
