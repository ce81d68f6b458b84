/// The outline of an area: polygons with holes, and their edges in strips from south to north.
///
/// A position is in a polygon when a ray from it crosses the rings an odd number of times (even–odd rule), whatever their
/// direction; so a ring that crosses itself has a meaning as well. An area is where any of its polygons is, and a border between
/// two of them is inside. Which side of an edge a position lies on is decided exactly (``Orientation``), so that no position is
/// lost between two areas.
/// - Complexity: Looking at a position takes the edges of one strip, about a constant number for a compact area.
struct AreaShape {
  /// An edge of a ring.
  struct Edge {
    var a: Position
    var b: Position
    /// The number of its polygon.
    var polygon: Int
  }

  /// Where a position lies.
  enum Location: Equatable {
    case inside
    /// On an edge or a vertex.
    case edge
    case outside
  }

  /// Polygons of closed rings: the outer one, then holes.
  let polygons: [[[Position]]]
  let edges: [Edge]
  let box: AreaBox
  private var strips: [[Edge]] = []

  init(_ polygons: [[[Position]]]) {
    self.polygons = polygons
    edges = polygons.enumerated().flatMap { number, rings in
      rings.flatMap { ring in
        zip(ring, ring.dropFirst()).filter { $0 != $1 }.map { Edge(a: $0, b: $1, polygon: number) }
      }
    }
    box = AreaBox(polygons.joined().joined())
    strips = Array(repeating: [], count: max(edges.count / 4, 1))
    for edge in edges {
      let (low, high) = (strip(min(edge.a.y, edge.b.y)), strip(max(edge.a.y, edge.b.y)))
      for number in low...high { strips[number].append(edge) }
    }
  }

  private func strip(_ y: Double) -> Int {
    guard box.north > box.south else { return 0 }
    let share = (y - box.south) / (box.north - box.south)
    return min(max(Int(share * Double(strips.count)), 0), strips.count - 1)
  }

  /// Returns where a position lies.
  func location(of position: Position) -> Location {
    guard box.contains(position) else { return .outside }
    var (polygon, isOdd) = (-1, false)
    for edge in strips[strip(position.y)] {
      if edge.polygon != polygon {
        if isOdd { return .inside }
        (polygon, isOdd) = (edge.polygon, false)
      }
      switch edge.crossing(of: position) {
      case .on: return polygons.count > 1 && isSurrounded(position) ? .inside : .edge
      case .right: isOdd.toggle()
      case .none: break
      }
    }
    return isOdd ? .inside : .outside
  }

  /// Whether all around a position on an edge some polygon is.
  ///
  /// Goes round it: the polygons that are just north of the way to the east, and then every edge that leaves the position,
  /// counterclockwise, beyond which its polygon begins or ends.
  private func isSurrounded(_ position: Position) -> Bool {
    var isOdd = Array(repeating: false, count: polygons.count)
    var rays: [(end: Position, polygon: Int)] = []
    for edge in strips[strip(position.y)] {
      switch edge.crossing(of: position) {
      case .on: rays += [edge.a, edge.b].filter { $0 != position }.map { ($0, edge.polygon) }
      case .right: isOdd[edge.polygon].toggle()
      case .none: break
      }
    }
    rays.sort { Self.isEarlier($0.end, $1.end, around: position) }
    for (number, ray) in rays.enumerated() {
      let isNext = number == 0 || Self.isEarlier(rays[number - 1].end, ray.end, around: position)
      if isNext && !isOdd.contains(true) { return false }
      isOdd[ray.polygon].toggle()
    }
    return true
  }

  /// Whether one direction comes before another, counterclockwise from north of east until east itself.
  private static func isEarlier(_ one: Position, _ other: Position, around position: Position) -> Bool {
    func isNorth(_ end: Position) -> Bool {
      end.y > position.y || (end.y == position.y && end.x < position.x)
    }
    if isNorth(one) != isNorth(other) { return isNorth(one) }
    return Orientation.sign(position, one, other) > 0
  }

  /// Kilometers from a position to the nearest edge.
  func kilometers(to position: Position, _ scale: GroundScale) -> Double {
    edges.reduce(.infinity) { min($0, scale.kilometers(position, to: $1.a, $1.b)) }
  }
}

extension AreaShape.Edge {
  /// How an edge meets the ray from a position to the east.
  enum Crossing {
    /// The position lies on the edge.
    case on
    /// It crosses the ray.
    case right
    case none
  }

  func crossing(of position: Position) -> Crossing {
    if position == a || position == b { return .on }
    if a.y == b.y {
      let isOn = position.y == a.y && position.x >= min(a.x, b.x) && position.x <= max(a.x, b.x)
      return isOn ? .on : .none
    }
    // Of the two edges that meet at a vertex on the ray, the lower end counts and the upper one does not.
    guard (a.y > position.y) != (b.y > position.y), max(a.x, b.x) >= position.x else { return .none }
    if min(a.x, b.x) > position.x { return .right }
    let side = Orientation.sign(a, b, position)
    if side == 0 { return .on }
    return (b.y > a.y) == (side > 0) ? .right : .none
  }

  /// Whether the boxes of two edges have a position in common.
  func isNear(_ other: AreaShape.Edge) -> Bool {
    max(min(a.x, b.x), min(other.a.x, other.b.x)) <= min(max(a.x, b.x), max(other.a.x, other.b.x))
      && max(min(a.y, b.y), min(other.a.y, other.b.y)) <= min(max(a.y, b.y), max(other.a.y, other.b.y))
  }

  /// Returns where two edges cross; nil where they only touch, lie on one another or do not meet.
  func crossing(with other: AreaShape.Edge) -> Position? {
    guard isNear(other), Orientation.sign(a, b, other.a) * Orientation.sign(a, b, other.b) < 0,
      Orientation.sign(other.a, other.b, a) * Orientation.sign(other.a, other.b, b) < 0
    else { return nil }
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let (ex, ey) = (other.b.x - other.a.x, other.b.y - other.a.y)
    let determinant = dx * ey - dy * ex
    guard determinant != 0 else { return nil }
    let share = ((other.a.x - a.x) * ey - (other.a.y - a.y) * ex) / determinant
    return Position(x: a.x + min(max(share, 0), 1) * dx, y: a.y + min(max(share, 0), 1) * dy)
  }

  /// Returns where some edges cross each other, or those of another list: edges in order from south to north, or from west to
  /// east where fewer then lie side by side, each against those that reach as far.
  static func crossings(of edges: [AreaShape.Edge], with others: [AreaShape.Edge]? = nil) -> [Position] {
    let marked = edges.map { ($0, false) } + (others ?? []).map { ($0, true) }
    let isEastward = areNarrow(marked.map(\.0))
    let spans = marked.map { edge, isOther in
      let ends = isEastward ? (edge.a.x, edge.b.x) : (edge.a.y, edge.b.y)
      return (edge: edge, isOther: isOther, low: min(ends.0, ends.1), high: max(ends.0, ends.1))
    }.sorted { $0.low < $1.low }
    var open: [(edge: AreaShape.Edge, isOther: Bool, low: Double, high: Double)] = []
    var found: [Position] = []
    for span in spans {
      open.removeAll { $0.high < span.low }
      for candidate in open where others == nil || candidate.isOther != span.isOther {
        if let position = span.edge.crossing(with: candidate.edge) { found.append(position) }
      }
      open.append(span)
    }
    return found
  }

  /// Whether edges reach less far to the east than to the north, as shares of all that they span: then fewer lie above one
  /// another than side by side.
  private static func areNarrow(_ edges: [AreaShape.Edge]) -> Bool {
    let box = AreaBox(edges.lazy.flatMap { [$0.a, $0.b] })
    let east = edges.reduce(0) { $0 + abs($1.b.x - $1.a.x) } * (box.north - box.south)
    let north = edges.reduce(0) { $0 + abs($1.b.y - $1.a.y) } * (box.east - box.west)
    return east < north
  }
}
