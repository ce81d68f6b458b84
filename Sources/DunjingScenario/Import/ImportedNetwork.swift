/// A road network as it was read, before it is written as a bundle.
struct ImportedNetwork {
  /// A node, which becomes a grid as well.
  struct Node {
    var id: String
    /// Kilometers, or degrees.
    var x: Double
    var y: Double
    var district: String
    /// Incidents a day.
    var demand: Double
    var population: Double
    var place: Place
  }

  /// An edge; its length in meters is nil where it is the straight distance.
  struct Edge {
    var from: Int
    var to: Int
    var lengthMeters: Double?
    var isOneWay: Bool
  }

  /// A facility at a node.
  struct Facility {
    var id: String
    var node: Int
  }

  var nodes: [Node]
  var edges: [Edge] = []
  var facilities: [Facility] = []
  var isInDegrees: Bool
  var hasDistricts: Bool
  /// Whether residents were in the table, and not worked out from the incidents.
  var hasPopulation: Bool
  /// The names of the tables without folders, for comments.
  var tableNames: [String]

  var incidentsPerDay: Double { nodes.reduce(0) { $0 + $1.demand } }
  var residents: Double { nodes.reduce(0) { $0 + $1.population } }

  /// Returns the nodes that cannot be reached from the first one, or cannot reach it.
  func unreachable() -> [Int] {
    var forward = [[Int]](repeating: [], count: nodes.count)
    var backward = forward
    for edge in edges {
      forward[edge.from].append(edge.to)
      backward[edge.to].append(edge.from)
      if !edge.isOneWay {
        forward[edge.to].append(edge.from)
        backward[edge.from].append(edge.to)
      }
    }
    let (reached, reaching) = (Self.reached(forward), Self.reached(backward))
    return nodes.indices.filter { !reached[$0] || !reaching[$0] }
  }

  private static func reached(_ arcs: [[Int]]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: arcs.count)
    var stack = arcs.isEmpty ? [] : [0]
    if !isReached.isEmpty { isReached[0] = true }
    while let node = stack.popLast() {
      for next in arcs[node] where !isReached[next] {
        isReached[next] = true
        stack.append(next)
      }
    }
    return isReached
  }
}
