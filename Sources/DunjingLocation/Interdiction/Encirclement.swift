/// Where to stop a moving target: the least set of nodes that cuts it off from every exit and at each of which the
/// police are in time.
///
/// The target starts at a node at minute 0 and moves along roads at its own speed; the police hear of it at
/// `delayMinutes` and drive to nodes from their posts. A node can be held if the police reach it before the target
/// could: delay + police minutes ≤ target minutes, strictly less unless `allowsTies`. The plan is a set of such nodes
/// of least number whose removal leaves no way from the start to an exit: a minimum cut of the graph with every node
/// split in two, of capacity 1 where it can be held and without limit elsewhere (K. Menger, 1927; L. R. Ford &
/// D. R. Fulkerson, 1956). It is a static picture: a target that waits, or turns back, is not met by it earlier than
/// assumed. Whether there are enough units to hold all nodes in time is a ``BottleneckAssignment`` of its own, which
/// ``assignment(postMinutes:)`` makes.
public struct Encirclement: Sendable, Equatable {
  /// How the question ended.
  public enum Status: String, Sendable, Equatable {
    /// The nodes cut the target off.
    case sealed
    /// Some way to an exit cannot be cut in time.
    case escapes
  }

  /// How the question ended.
  public let status: Status
  /// The nodes to hold, ascending; empty if the target escapes.
  public let nodes: [Int]
  /// The target's minutes to each node to hold.
  public let targetMinutes: [Double]
  /// Whether being there at the same minute is in time.
  public let allowsTies: Bool

  /// Finds the least nodes to hold.
  /// - Parameters:
  ///   - roads: the neighbors of each node, in the direction of travel.
  ///   - start: where the target is at minute 0.
  ///   - exits: where it must not get.
  ///   - targetMinutes: its minutes to each node; infinite where it cannot go.
  ///   - policeMinutes: the minutes from the nearest post to each node.
  ///   - delayMinutes: the minutes until the police move.
  ///   - allowsTies: whether being there at the same minute is in time.
  /// - Precondition: the three arrays have an element for each node.
  public init(
    roads: [[Int]], start: Int, exits: [Int], targetMinutes: [Double], policeMinutes: [Double],
    delayMinutes: Double = 0, allowsTies: Bool = false
  ) {
    precondition(
      roads.count == targetMinutes.count && roads.count == policeMinutes.count,
      "each node needs its roads and its minutes")
    let canHold = roads.indices.map { node -> Bool in
      let police = delayMinutes + policeMinutes[node]
      return node != start && (allowsTies ? police <= targetMinutes[node] : police < targetMinutes[node])
    }
    var cut = NodeCut(roads: roads, start: start, exits: exits, canHold: canHold)
    let nodes = cut.leastNodes()
    self.allowsTies = allowsTies
    status = nodes == nil ? .escapes : .sealed
    self.nodes = nodes ?? []
    self.targetMinutes = self.nodes.map { targetMinutes[$0] }
  }

  /// Returns which post holds which node, each in time and the last of them as early as possible; nil if not every node can
  /// have a post of its own that is there in time.
  /// - Parameter postMinutes: the minutes from each post (row) to each node of the graph, delay included.
  public func assignment(postMinutes: [[Double]]) -> BottleneckAssignment? {
    BottleneckAssignment(
      minutes: zip(nodes, targetMinutes).map { node, limit in
        postMinutes.map { $0[node] < limit || (allowsTies && $0[node] == limit) ? $0[node] : .infinity }
      })
  }
}
