import DunjingRandom

/// Builds the road graph: a lattice with blocks of 167 m, refined to 56 m inside core areas.
///
/// Nodes sit on a fine lattice of nine steps to a cell. Every third line of it carries a street (three to a
/// cell), and the middle one of these three is an arterial; core areas have every line. Positions are
/// jittered by at most a tenth of the local block, and a few local streets are missing.
struct RoadLattice: Sendable {
  /// Steps of the fine lattice along one side of a cell.
  static let steps = 9
  /// Squared radius of a core area on the fine lattice: √13 steps are 200.3 m.
  static let coreSquaredSteps = 13
  /// Jitter of positions, as a share of the distance to the next node.
  static let jitter = 0.10
  /// Largest extra length of a local street over the straight line between its ends.
  static let curvature = 0.04
  /// Share of local streets that are missing.
  static let missingShare = 0.04

  private static let width = CityOutline.extent * steps
  private static let step = CityOutline.cellSide / Double(steps)

  private let cells: [Cell]
  private let grids: [CityGrid]
  /// The node at each place of the fine lattice, or -1.
  private var nodeAt = [Int](repeating: -1, count: width * width)
  /// The place of each node on the fine lattice.
  private var places: [(u: Int, v: Int)] = []
  private var nodes: [RoadNode] = []

  private init(cells: [Cell], grids: [CityGrid]) {
    self.cells = cells
    self.grids = grids
  }

  /// Returns the road graph, and sets the node that stands for each grid.
  static func graph(cells: [Cell], grids: inout [CityGrid], seed: UInt64) -> RoadGraph {
    var lattice = RoadLattice(cells: cells, grids: grids)
    lattice.placeNodes(seed: seed)
    var graph = RoadGraph(nodes: lattice.nodes, edges: lattice.edges(seed: seed))
    MissingStreets.remove(from: &graph, share: missingShare, seed: seed)
    for index in grids.indices { grids[index].node = lattice.representative(of: grids[index]) }
    return graph
  }

  private mutating func placeNodes(seed: UInt64) {
    var cellAt = [Int](repeating: -1, count: CityOutline.extent * CityOutline.extent)
    for (index, cell) in cells.enumerated() { cellAt[cell.row * CityOutline.extent + cell.column] = index }
    var coreOfCell = [Int](repeating: -1, count: cells.count)
    for (index, grid) in grids.enumerated() where grid.areaClass == .core { coreOfCell[grid.cell] = index }
    var stream = RandomStream(seed: seed, purpose: .nodePositions)
    for v in 0..<Self.width {
      for u in 0..<Self.width {
        let cell = cellAt[v / Self.steps * CityOutline.extent + u / Self.steps]
        guard cell >= 0 else { continue }
        let isCore = coreOfCell[cell] >= 0 && Self.isWithinCore(u: u, v: v)
        guard isCore || (u % 3 == 1 && v % 3 == 1) else { continue }
        nodeAt[v * Self.width + u] = nodes.count
        places.append((u, v))
        let grid = isCore ? coreOfCell[cell] : cell
        nodes.append(Self.node(u: u, v: v, cell: cells[cell], isCore: isCore, grid: grid, using: &stream))
      }
    }
  }

  private static func isWithinCore(u: Int, v: Int) -> Bool {
    let east = u % steps - steps / 2
    let north = v % steps - steps / 2
    return east * east + north * north <= coreSquaredSteps
  }

  /// Returns a jittered node; nodes of a core area stay within its radius.
  private static func node(
    u: Int, v: Int, cell: Cell, isCore: Bool, grid: Int, using stream: inout RandomStream
  ) -> RoadNode {
    let reach = jitter * step * (isCore ? 1 : 3)
    let x = (Double(u) + 0.5) * step + reach * (2 * stream.nextUnit() - 1)
    let y = (Double(v) + 0.5) * step + reach * (2 * stream.nextUnit() - 1)
    let east = x - cell.x
    let north = y - cell.y
    let radius = (east * east + north * north).squareRoot()
    let limit = AreaClasses.coreRadius - 0.0001
    let scale = isCore && radius > limit ? limit / radius : 1
    return RoadNode(x: rounded(cell.x + scale * east), y: rounded(cell.y + scale * north), grid: grid)
  }

  /// Rounds kilometers to the four decimals of the tables.
  private static func rounded(_ kilometers: Double) -> Double {
    (kilometers * 10_000).rounded() / 10_000
  }

  private func edges(seed: UInt64) -> [RoadEdge] {
    var stream = RandomStream(seed: seed, purpose: .edgeLengths)
    var edges: [RoadEdge] = []
    for (index, place) in places.enumerated() {
      if let east = neighbor(of: place, east: 1, north: 0) {
        edges.append(edge(from: index, to: east, isArterial: place.v % Self.steps == 4, using: &stream))
      }
      if let north = neighbor(of: place, east: 0, north: 1) {
        edges.append(edge(from: index, to: north, isArterial: place.u % Self.steps == 4, using: &stream))
      }
    }
    return edges
  }

  /// Returns the next node along a line: one step away anywhere, up to three steps along a street.
  private func neighbor(of place: (u: Int, v: Int), east: Int, north: Int) -> Int? {
    let isStreet = (east == 1 ? place.v : place.u) % 3 == 1
    for distance in 1...(isStreet ? 3 : 1) {
      let u = place.u + east * distance
      let v = place.v + north * distance
      guard u < Self.width, v < Self.width else { return nil }
      let node = nodeAt[v * Self.width + u]
      if node >= 0 { return node }
    }
    return nil
  }

  private func edge(from: Int, to: Int, isArterial: Bool, using stream: inout RandomStream) -> RoadEdge {
    let straight = nodes[from].distance(to: nodes[to]) * 1000
    let curvature = Self.curvature * (isArterial ? 0.5 : 1) * stream.nextUnit()
    let length = (straight * (1 + curvature) * 10).rounded(.up) / 10
    return RoadEdge(from: from, to: to, length: length, roadClass: isArterial ? .arterial : .local)
  }

  /// Returns the node at the center of the cell, or at its south-west where the center is a core area.
  private func representative(of grid: CityGrid) -> Int {
    let cell = cells[grid.cell]
    let center = nodeAt[(cell.row * Self.steps + 4) * Self.width + cell.column * Self.steps + 4]
    let corner = nodeAt[(cell.row * Self.steps + 1) * Self.width + cell.column * Self.steps + 1]
    return grid.areaClass == .core || nodes[center].grid == grid.cell ? center : corner
  }
}
