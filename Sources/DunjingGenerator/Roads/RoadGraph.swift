/// A class of roads with the speed of response driving.
enum RoadClass: String, Sendable {
  case arterial
  case local

  /// Speed of cars in kilometers per hour; must equal `travel.modes` of the scenario.
  ///
  /// Set so that a trip between random incidents takes the straight distance × 1.25 / 40 km/h; see
  /// ``TravelCheck``, which prints how far this holds.
  var carSpeed: Double {
    switch self {
    case .arterial: 42
    case .local: 29.5
    }
  }
}

/// A node of the road graph.
struct RoadNode: Sendable {
  /// Position east, in kilometers.
  var x: Double
  /// Position north, in kilometers.
  var y: Double
  /// The index of its grid.
  var grid: Int

  /// Returns the straight distance in kilometers.
  func distance(to other: RoadNode) -> Double {
    let east = x - other.x
    let north = y - other.y
    return (east * east + north * north).squareRoot()
  }
}

/// A road between two nodes that can be driven both ways.
struct RoadEdge: Sendable {
  /// The index of the first node.
  var from: Int
  /// The index of the second node.
  var to: Int
  /// Length in meters.
  var length: Double
  /// The class.
  var roadClass: RoadClass

  /// Time of a car, in seconds.
  var carSeconds: Double { length * 3.6 / roadClass.carSpeed }
}

/// The roads of the study area.
struct RoadGraph: Sendable {
  /// The nodes, row by row from the south-west.
  var nodes: [RoadNode]
  /// The edges.
  var edges: [RoadEdge]

  /// For each node, the indices of its edges in ascending order.
  var incidentEdges: [[Int]] {
    var lists = [[Int]](repeating: [], count: nodes.count)
    for (index, edge) in edges.enumerated() {
      lists[edge.from].append(index)
      lists[edge.to].append(index)
    }
    return lists
  }
}
