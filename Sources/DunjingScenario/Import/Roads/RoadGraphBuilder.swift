/// Makes a graph out of lines: a node where lines meet or end, and on long stretches between, so that a unit on its way
/// is never far from one; everything else of a line only adds to the length of its edges.
struct RoadGraphBuilder {
  /// The longest stretch without a node, in kilometers.
  static let longestStretch = 0.4

  private let roads: RoadLines
  private let distance: GroundDistance
  private var nodeOfPoint: [Int]
  private var nodes: [ImportedNetwork.Node] = []
  private var edges: [ImportedNetwork.Edge] = []

  /// Returns the nodes and edges, in the order in which the lines reach them.
  static func network(_ roads: RoadLines, system: CoordinateSystem) -> (
    [ImportedNetwork.Node], [ImportedNetwork.Edge]
  ) {
    var builder = RoadGraphBuilder(roads, GroundDistance(system: system))
    let isJunction = builder.junctions
    for line in roads.lines { builder.add(line, isJunction) }
    return (builder.nodes, builder.edges)
  }

  private init(_ roads: RoadLines, _ distance: GroundDistance) {
    (self.roads, self.distance) = (roads, distance)
    nodeOfPoint = Array(repeating: -1, count: roads.positions.count)
  }

  /// Whether lines meet or end at each point.
  private var junctions: [Bool] {
    var uses = [Int](repeating: 0, count: roads.positions.count)
    for line in roads.lines {
      for point in line.points { uses[point] += 1 }
      for end in [line.points.first, line.points.last] { if let end { uses[end] += 2 } }
    }
    return uses.map { $0 > 1 }
  }

  private mutating func add(_ line: RoadLines.Line, _ isJunction: [Bool]) {
    guard let first = line.points.first else { return }
    var (start, last, length) = (first, first, 0.0)
    for point in line.points.dropFirst() {
      let step = distance.kilometers(roads.positions[last], roads.positions[point])
      // A node before the stretch grows too long.
      if length > 0 && length + step > Self.longestStretch && start != last {
        connect(start, last, length, line)
        (start, length) = (last, 0)
      }
      length += step
      last = point
      if isJunction[point] || length >= Self.longestStretch {
        connect(start, point, length, line)
        (start, length) = (point, 0)
      }
    }
  }

  private mutating func connect(_ from: Int, _ to: Int, _ kilometers: Double, _ line: RoadLines.Line) {
    guard from != to else { return }
    edges.append(
      ImportedNetwork.Edge(
        from: node(from), to: node(to), lengthMeters: max(kilometers * 1_000, 0.1), isOneWay: line.isOneWay,
        roadClass: line.roadClass, speedKilometersPerHour: line.speedKilometersPerHour))
  }

  private mutating func node(_ point: Int) -> Int {
    if nodeOfPoint[point] >= 0 { return nodeOfPoint[point] }
    nodeOfPoint[point] = nodes.count
    let position = roads.positions[point]
    nodes.append(
      ImportedNetwork.Node(
        id: roads.ids.isEmpty ? "n\(nodes.count + 1)" : roads.ids[point], x: position.x, y: position.y,
        district: "", demand: 0, population: 0, place: Place(file: 0, line: 1, column: 1)))
    return nodes.count - 1
  }
}
