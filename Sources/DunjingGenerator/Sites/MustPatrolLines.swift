import DunjingRandom

/// Lays the must-patrol lines: walks along the roads that mostly go straight and avoid one another.
struct MustPatrolLines: Sendable {
  /// Number of lines, as announced.
  static let count = 78
  /// Shortest and longest length aimed at, in meters; the mean is 1.2 km.
  static let lengths = (shortest: 800.0, longest: 1600.0)

  private let graph: RoadGraph
  private let incident: [[Int]]
  private var isUsed: [Bool]

  /// Returns the lines, each as the nodes it goes through.
  static func lines(graph: RoadGraph, nodeWeights: [Double], seed: UInt64) -> [[Int]] {
    guard let table = AliasTable(weights: nodeWeights) else { return [] }
    var planner = MustPatrolLines(graph: graph)
    var stream = RandomStream(seed: seed, purpose: .mustPatrolLines)
    var lines: [[Int]] = []
    while lines.count < count {
      let share = (Double(lines.count) + 0.5) / Double(count)
      let goal = lengths.shortest + (lengths.longest - lengths.shortest) * share
      let line = planner.walk(from: table.sample(using: &stream), goal: goal, using: &stream)
      guard let line else { continue }
      for index in line.edges { planner.isUsed[index] = true }
      lines.append(line.nodes)
    }
    return lines
  }

  private init(graph: RoadGraph) {
    self.graph = graph
    incident = graph.incidentEdges
    isUsed = [Bool](repeating: false, count: graph.edges.count)
  }

  /// Walks until the length is closest to the goal; nil when the walk gets stuck.
  private func walk(
    from origin: Int, goal: Double, using stream: inout RandomStream
  ) -> (nodes: [Int], edges: [Int])? {
    var nodes = [origin]
    var edges: [Int] = []
    var length = 0.0
    while length < goal {
      let weights = incident[nodes[nodes.count - 1]].map { weight(of: $0, after: nodes) }
      guard let table = AliasTable(weights: weights) else { return nil }
      let node = nodes[nodes.count - 1]
      let index = incident[node][table.sample(using: &stream)]
      let edge = graph.edges[index]
      if edge.length / 2 > goal - length { break }
      length += edge.length
      nodes.append(edge.from == node ? edge.to : edge.from)
      edges.append(index)
    }
    return (nodes, edges)
  }

  /// Straight on counts 12 times a turn, an unused road four times a used one, an arterial twice a local road.
  private func weight(of index: Int, after nodes: [Int]) -> Double {
    let node = nodes[nodes.count - 1]
    let edge = graph.edges[index]
    let next = edge.from == node ? edge.to : edge.from
    if nodes.contains(next) { return 0 }
    var weight = edge.roadClass == .arterial ? 2.0 : 1.0
    if !isUsed[index] { weight *= 4 }
    guard nodes.count > 1 else { return weight }
    let (before, here, ahead) = (graph.nodes[nodes[nodes.count - 2]], graph.nodes[node], graph.nodes[next])
    let product = (here.x - before.x) * (ahead.x - here.x) + (here.y - before.y) * (ahead.y - here.y)
    let cosine = product / (before.distance(to: here) * here.distance(to: ahead))
    return cosine > 0.8 ? weight * 12 : weight
  }
}
