/// The generated city: everything the tables hold.
struct City: Sendable {
  /// The grids: cells, then core areas.
  var grids: [CityGrid]
  /// The roads.
  var graph: RoadGraph
  /// The facilities.
  var facilities: [Facility]
  /// The nodes of the must-visit points.
  var points: [Int]
  /// The nodes along each must-patrol line.
  var lines: [[Int]]
  /// How the roads compare with the rule of travel.
  var travel: TravelCheck?

  /// Generates the city of a seed.
  init(seed: UInt64) {
    let cells = CityOutline.cells(seed: seed)
    grids = GridTable.grids(cells: cells, classes: AreaClasses(cells: cells))
    graph = RoadLattice.graph(cells: cells, grids: &grids, seed: seed)
    facilities = Facilities.all(graph: graph, grids: &grids)
    let weights = Self.nodeWeights(grids: grids, graph: graph)
    points = MustVisitPoints.nodes(graph: graph, nodeWeights: weights, seed: seed)
    lines = MustPatrolLines.lines(graph: graph, nodeWeights: weights, seed: seed)
    travel = TravelCheck(graph: graph, nodeWeights: weights, seed: seed)
  }

  /// Returns the share of incidents at each node: a grid's share in equal parts.
  private static func nodeWeights(grids: [CityGrid], graph: RoadGraph) -> [Double] {
    var counts = [Int](repeating: 0, count: grids.count)
    for node in graph.nodes { counts[node.grid] += 1 }
    return graph.nodes.map { grids[$0.grid].demandWeight / Double(counts[$0.grid]) }
  }
}
