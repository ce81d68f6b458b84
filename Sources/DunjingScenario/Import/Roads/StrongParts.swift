/// The parts of a network within which every node can be reached from every other.
///
/// Source: S. R. Kosaraju, as given by M. Sharir (1981): nodes in the order in which a first search leaves them, then a
/// search against the arcs. Neither search calls itself, so that a long road does not fill the stack.
/// - Complexity: O(nodes + edges).
struct StrongParts {
  /// The number of each node's part, from 0.
  let partOfNode: [Int]
  /// The nodes of each part.
  let sizes: [Int]

  init(nodeCount: Int, edges: [ImportedNetwork.Edge]) {
    let forward = Self.neighbors(
      nodeCount, edges.flatMap { [($0.from, $0.to)] + ($0.isOneWay ? [] : [($0.to, $0.from)]) })
    let backward = Self.neighbors(
      nodeCount, edges.flatMap { [($0.to, $0.from)] + ($0.isOneWay ? [] : [($0.from, $0.to)]) })
    var part = [Int](repeating: -1, count: nodeCount)
    var sizes: [Int] = []
    for root in Self.orderOfLeaving(forward).reversed() where part[root] < 0 {
      var stack = [root]
      part[root] = sizes.count
      var size = 0
      while let node = stack.popLast() {
        size += 1
        for next in backward[node] where part[next] < 0 {
          part[next] = sizes.count
          stack.append(next)
        }
      }
      sizes.append(size)
    }
    (partOfNode, self.sizes) = (part, sizes)
  }

  /// The part with most nodes; the first of equals.
  var largest: Int { sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0 }

  private static func neighbors(_ count: Int, _ arcs: [(Int, Int)]) -> [[Int]] {
    var lists = [[Int]](repeating: [], count: count)
    for (from, to) in arcs { lists[from].append(to) }
    return lists
  }

  private static func orderOfLeaving(_ arcs: [[Int]]) -> [Int] {
    var isSeen = [Bool](repeating: false, count: arcs.count)
    var next = [Int](repeating: 0, count: arcs.count)
    var order: [Int] = []
    for root in arcs.indices where !isSeen[root] {
      var stack = [root]
      isSeen[root] = true
      while let node = stack.last {
        if next[node] < arcs[node].count {
          let neighbor = arcs[node][next[node]]
          next[node] += 1
          if !isSeen[neighbor] {
            isSeen[neighbor] = true
            stack.append(neighbor)
          }
        } else {
          order.append(node)
          stack.removeLast()
        }
      }
    }
    return order
  }
}
