/// How large an area is, or what two areas have in common, and where its middle is.
///
/// All edges are cut at the heights of their ends and crossings; between two heights they do not cross, and what lies inside is
/// a row of trapezoids. So holes, several polygons and rings that cross themselves need no rules of their own. Exact but for
/// the rounding of crossings; edges that two areas share enclose nothing.
/// - Complexity: O(n log n) for n edges and crossings of an area in which few edges lie side by side.
struct AreaMeasure {
  private(set) var squareKilometers = 0.0
  private var square = 0.0
  private var moment = (x: 0.0, y: 0.0)

  /// The centroid; nil where there is no area.
  var centroid: Position? {
    square > 0 ? Position(x: anchor.x + moment.x / square, y: anchor.y + moment.y / square) : nil
  }

  private let anchor: Position
  private let system: CoordinateSystem

  /// Measures an area; `crossings` are those of its edges with each other.
  init(_ shape: AreaShape, crossings: [Position], _ system: CoordinateSystem) {
    self.init([shape], within: shape.box, crossings, system)
  }

  /// Measures what two areas have in common; nil where their boxes have nothing in common.
  init?(
    _ first: AreaShape, _ second: AreaShape, crossings: [Position], _ system: CoordinateSystem
  ) {
    guard let box = first.box.common(with: second.box) else { return nil }
    let lists = [first, second].map { $0.edges(within: box) }
    let mutual = AreaShape.Edge.crossings(of: lists[0], with: lists[1])
    self.init([first, second], within: box, crossings + mutual, system)
  }

  /// An edge that lies between two heights.
  private struct Piece {
    var low: Double
    var high: Double
    var shape: Int
    var polygon: Int
  }

  private init(
    _ shapes: [AreaShape], within box: AreaBox, _ crossings: [Position], _ system: CoordinateSystem
  ) {
    (anchor, self.system) = (Position(x: box.west, y: box.south), system)
    let edges = shapes.enumerated().flatMap { number, shape in
      shape.edges(within: box).map { (edge: $0, shape: number) }
    }.sorted { min($0.edge.a.y, $0.edge.b.y) < min($1.edge.a.y, $1.edge.b.y) }
    let ends = edges.flatMap { [$0.edge.a.y, $0.edge.b.y] } + crossings.map(\.y) + [box.south, box.north]
    let heights = ends.filter { $0 >= box.south && $0 <= box.north }.sorted()
    var open: [(edge: AreaShape.Edge, shape: Int)] = []
    var next = 0
    for (south, north) in zip(heights, heights.dropFirst()) where north > south {
      while next < edges.count, min(edges[next].edge.a.y, edges[next].edge.b.y) <= south {
        open.append(edges[next])
        next += 1
      }
      open.removeAll { max($0.edge.a.y, $0.edge.b.y) < north }
      let pieces = open.map { edge, shape in
        Piece(low: edge.x(at: south), high: edge.x(at: north), shape: shape, polygon: edge.polygon)
      }.sorted { $0.low + $0.high < $1.low + $1.high }
      sweep(pieces, south, north, polygons: shapes.map(\.polygons.count))
    }
  }

  /// Adds the trapezoids between two heights that lie in all shapes.
  private mutating func sweep(_ pieces: [Piece], _ south: Double, _ north: Double, polygons: [Int]) {
    var isOdd = polygons.map { Array(repeating: false, count: $0) }
    var insideCounts = polygons.map { _ in 0 }
    let scale = GroundScale(system, latitude: (south + north) / 2)
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      isOdd[piece.shape][piece.polygon].toggle()
      insideCounts[piece.shape] += isOdd[piece.shape][piece.polygon] ? 1 : -1
      guard insideCounts.allSatisfy({ $0 > 0 }) else { continue }
      add(piece, next, south - anchor.y, north - anchor.y, scale)
    }
  }

  private mutating func add(
    _ left: Piece, _ right: Piece, _ south: Double, _ north: Double, _ scale: GroundScale
  ) {
    let (height, lower, upper) = (north - south, right.low - left.low, right.high - left.high)
    let (first, second) = (max(lower, 0) * height / 2, max(upper, 0) * height / 2)
    square += first + second
    squareKilometers += (first + second) * scale.x * scale.y
    // The two triangles of the trapezoid.
    let corner = left.low + right.high - 2 * anchor.x
    moment.x += first * (corner + right.low - anchor.x) / 3 + second * (corner + left.high - anchor.x) / 3
    moment.y += first * (2 * south + north) / 3 + second * (south + 2 * north) / 3
  }
}

extension AreaShape {
  /// The edges that matter to what lies within a box: those at its height and not east of it.
  fileprivate func edges(within box: AreaBox) -> [Edge] {
    edges.filter {
      $0.a.y != $0.b.y && max($0.a.y, $0.b.y) > box.south && min($0.a.y, $0.b.y) < box.north
        && min($0.a.x, $0.b.x) <= box.east
    }
  }
}

extension AreaShape.Edge {
  /// The position to the east at a height between its ends.
  fileprivate func x(at height: Double) -> Double {
    if height == a.y { return a.x }
    if height == b.y { return b.x }
    return a.x + (height - a.y) / (b.y - a.y) * (b.x - a.x)
  }
}
