/// A minimum cut of nodes: every node is split in an entry and an exit with an arc of capacity 1 between them, or
/// without limit where the node cannot be held. Augmenting paths by breadth (J. Edmonds & R. M. Karp, 1972).
struct NodeCut {
  private var arcs: [(to: Int, capacity: Int)] = []
  private var arcsOfNode: [[Int]]
  private let source: Int
  private let sink: Int
  private let nodeCount: Int
  private let unlimited = Int.max / 4

  init(roads: [[Int]], start: Int, exits: [Int], canHold: [Bool]) {
    nodeCount = roads.count
    arcsOfNode = [[Int]](repeating: [], count: 2 * roads.count + 1)
    (source, sink) = (2 * start + 1, 2 * roads.count)
    for node in roads.indices {
      connect(2 * node, 2 * node + 1, canHold[node] ? 1 : unlimited)
      for next in roads[node] { connect(2 * node + 1, 2 * next, unlimited) }
    }
    for exit in Set(exits).sorted() { connect(2 * exit + 1, sink, unlimited) }
  }

  private mutating func connect(_ from: Int, _ to: Int, _ capacity: Int) {
    arcsOfNode[from].append(arcs.count)
    arcs.append((to, capacity))
    arcsOfNode[to].append(arcs.count)
    arcs.append((from, 0))
  }

  /// Returns the least nodes that cut, nearest the start where there are several such sets; nil if none do.
  mutating func leastNodes() -> [Int]? {
    while let path = augmentingPath() {
      let flow = path.map { arcs[$0].capacity }.min() ?? 0
      // A way without any node that can be held in time.
      if flow > unlimited / 2 { return nil }
      for arc in path {
        arcs[arc].capacity -= flow
        arcs[arc ^ 1].capacity += flow
      }
    }
    let isReached = reached()
    return (0..<nodeCount).filter { isReached[2 * $0] && !isReached[2 * $0 + 1] }
  }

  private func reached() -> [Bool] {
    var isReached = [Bool](repeating: false, count: arcsOfNode.count)
    isReached[source] = true
    var line = [source]
    while let node = line.popLast() {
      for arc in arcsOfNode[node] where arcs[arc].capacity > 0 && !isReached[arcs[arc].to] {
        isReached[arcs[arc].to] = true
        line.append(arcs[arc].to)
      }
    }
    return isReached
  }

  /// The arcs of a shortest path with capacity left, from the source to the sink.
  private func augmentingPath() -> [Int]? {
    var arcTo = [Int](repeating: -1, count: arcsOfNode.count)
    var line = [source]
    var position = 0
    while position < line.count, arcTo[sink] < 0 {
      for arc in arcsOfNode[line[position]] {
        let next = arcs[arc].to
        guard arcs[arc].capacity > 0, arcTo[next] < 0, next != source else { continue }
        arcTo[next] = arc
        line.append(next)
      }
      position += 1
    }
    guard arcTo[sink] >= 0 else { return nil }
    var path: [Int] = []
    var node = sink
    while node != source {
      path.append(arcTo[node])
      node = arcs[arcTo[node] ^ 1].to
    }
    return path
  }
}
