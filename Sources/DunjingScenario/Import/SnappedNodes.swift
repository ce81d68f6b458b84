/// The nodes that were kept, and where what stood at others has gone.
struct SnappedNodes {
  /// A position that was moved to a node.
  struct Snap {
    var name: String
    var node: Int
    var kilometers: Double
  }

  /// All nodes of the file by id, with their numbers before any was taken away.
  let index: NodeIndex
  private let numbers: [Int]
  private let nodes: NearestNode
  private let numberOfID: [String: Int]

  /// - Parameter numbers: the number of the node that stands for each node of the file.
  init(_ network: ImportedNetwork, index: NodeIndex, numbers: [Int]) {
    (self.index, self.numbers) = (index, numbers)
    nodes = NearestNode(
      network.nodes.map { RoadNode(id: $0.id, x: $0.x, y: $0.y) }, GroundDistance(system: network.system))
    numberOfID = Dictionary(
      network.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of the node that stands for a node of the file.
  func kept(_ node: Int) -> Int { numbers[node] }

  /// The node nearest to a position; nil if there are no nodes.
  func nearest(to position: Position, named name: String) -> Snap? {
    guard let nearest = nodes.node(nearestTo: position), let node = numberOfID[nearest.id] else { return nil }
    return Snap(name: name, node: node, kilometers: nearest.kilometers)
  }
}
