import DunjingRandom
import Testing

@testable import DunjingScenario

/// Positions in polygons, against exact whole numbers and known cases.
@Suite struct AreaShapeTests {
  private static func ring(_ corners: [(Int, Int)]) -> [Position] {
    (corners + corners.prefix(1)).map { Position(x: Double($0.0), y: Double($0.1)) }
  }

  private func square(_ low: Int, _ high: Int) -> [Position] {
    Self.ring([(low, low), (high, low), (high, high), (low, high)])
  }

  @Test func `A hole is outside, and its border belongs to the area`() {
    let shape = AreaShape([[square(0, 10), square(4, 6)]])
    func location(_ x: Double, _ y: Double) -> AreaShape.Location {
      shape.location(of: Position(x: x, y: y))
    }
    #expect(location(2, 5) == .inside && location(5, 2) == .inside && location(3.999, 4) == .inside)
    #expect(location(5, 5) == .outside && location(11, 5) == .outside && location(-1, 0) == .outside)
    #expect(location(4, 5) == .edge && location(6, 6) == .edge && location(5, 6) == .edge)
    #expect(location(0, 0) == .edge && location(10, 3) == .edge && location(7, 10) == .edge)
  }

  @Test func `An area is where any of its polygons is`() {
    let shape = AreaShape([[square(0, 4)], [square(2, 6)], [square(10, 12), square(11, 12)]])
    let inside = [(1.0, 1.0), (3, 3), (5, 5), (10.5, 10.5)]
    #expect(inside.allSatisfy { shape.location(of: Position(x: $0.0, y: $0.1)) == .inside })
    #expect(shape.location(of: Position(x: 8, y: 8)) == .outside)
    #expect(shape.location(of: Position(x: 11.5, y: 11.5)) == .outside)
  }

  @Test func `A border between two polygons of an area is inside, and its ends are not`() {
    func ring(_ west: Int, _ south: Int, _ east: Int, _ north: Int) -> [Position] {
      Self.ring([(west, south), (east, south), (east, north), (west, north)])
    }
    let pair = AreaShape([[ring(0, 0, 4, 4)], [ring(4, 1, 8, 3)]])
    func location(_ x: Double, _ y: Double, _ shape: AreaShape) -> AreaShape.Location {
      shape.location(of: Position(x: x, y: y))
    }
    #expect(location(4, 2, pair) == .inside && location(4, 1.5, pair) == .inside)
    #expect(location(4, 1, pair) == .edge && location(4, 3, pair) == .edge)
    #expect(location(4, 0.5, pair) == .edge && location(6, 1, pair) == .edge && location(0, 2, pair) == .edge)
    // An edge inside of another polygon, whichever comes first.
    #expect(location(2, 1, AreaShape([[ring(2, 0, 9, 2)], [square(0, 4)]])) == .inside)
    #expect(location(2, 1, AreaShape([[square(0, 4)], [ring(2, 0, 9, 2)]])) == .inside)
    #expect(location(2, 0, AreaShape([[square(0, 4)], [ring(2, 0, 9, 2)]])) == .edge)
    // Four around a corner, and three.
    let four = [ring(0, 0, 2, 2), ring(2, 0, 4, 2), ring(0, 2, 2, 4), ring(2, 2, 4, 4)]
    #expect(location(2, 2, AreaShape(four.map { [$0] })) == .inside)
    for missing in 0..<4 {
      var three = four
      three.remove(at: missing)
      #expect(location(2, 2, AreaShape(three.map { [$0] })) == .edge)
    }
    // Two that lie on one another, and two that touch with their backs.
    #expect(location(4, 2, AreaShape([[square(0, 4)], [square(0, 4)]])) == .edge)
    #expect(location(4, 4, AreaShape([[square(0, 4)], [square(4, 6)]])) == .edge)
  }

  /// Random polygons, with a position just beside each of many directions instead of a walk around.
  @Test func `What lies around a position on an edge decides`() {
    var stream = RandomStream(seed: 11, purpose: StreamPurpose(rawValue: 4))
    var found: [AreaShape.Location: Int] = [:]
    for _ in 0..<300 {
      let polygons = (0..<3).map { _ in
        [Self.ring((0..<4).map { _ in (stream.nextInteger(below: 5), stream.nextInteger(below: 5)) })]
      }
      let (union, single) = (AreaShape(polygons), polygons.map { AreaShape([$0]) })
      for x in 0...4 {
        for y in 0...4 {
          let position = Position(x: Double(x), y: Double(y))
          guard single.contains(where: { $0.location(of: position) == .edge }) else { continue }
          let isSurrounded = (0..<720).allSatisfy { step in
            // Around a square, at sevenths that no edge between whole numbers up to four goes through.
            let (share, side) = (Double(step % 180) / 90 - 1 + 1.0 / 700, step / 180)
            let offset = [(share, 1.0), (1.0, share), (share, -1.0), (-1.0, share)][side]
            let near = Position(x: position.x + offset.0 * 1e-3, y: position.y + offset.1 * 1e-3)
            return single.contains { $0.location(of: near) == .inside }
          }
          let location = union.location(of: position)
          #expect(location == (isSurrounded ? .inside : .edge))
          found[location, default: 0] += 1
        }
      }
    }
    #expect(found[.inside, default: 0] > 100 && found[.edge, default: 0] > 1_000)
  }

  /// A comb of teeth that all reach from south to north, and one line across them.
  @Test func `Crossings are found along either axis`() {
    let teeth = (0...400).map { number in
      AreaShape.Edge(
        a: Position(x: Double(number), y: 0), b: Position(x: Double(number) + 0.5, y: 9), polygon: 0)
    }
    let across = AreaShape.Edge(a: Position(x: -1, y: 3), b: Position(x: 500, y: 3), polygon: 0)
    func turned(_ edge: AreaShape.Edge) -> AreaShape.Edge {
      AreaShape.Edge(
        a: Position(x: edge.a.y, y: edge.a.x), b: Position(x: edge.b.y, y: edge.b.x), polygon: 0)
    }
    let found = AreaShape.Edge.crossings(of: teeth + [across])
    #expect(found.count == 401 && found.allSatisfy { abs($0.y - 3) < 1e-12 })
    #expect(AreaShape.Edge.crossings(of: (teeth + [across]).map(turned)).count == 401)
    #expect(AreaShape.Edge.crossings(of: teeth, with: [across]).count == 401)
  }

  @Test func `A ring that crosses itself has an inside by the even-odd rule`() {
    let shape = AreaShape([[Self.ring([(0, 0), (4, 4), (4, 0), (0, 4)])]])
    #expect(shape.location(of: Position(x: 1, y: 2)) == .inside)
    #expect(shape.location(of: Position(x: 2, y: 1)) == .outside)
    #expect(AreaShape.Edge.crossings(of: shape.edges) == [Position(x: 2, y: 2)])
  }

  /// Random rings with corners on whole numbers, looked at from every whole and half position: a ray to the north instead of
  /// the east, in whole numbers.
  @Test func `Whole numbers give the same answers`() {
    var stream = RandomStream(seed: 5, purpose: StreamPurpose(rawValue: 1))
    var found: [AreaShape.Location: Int] = [:]
    for _ in 0..<60 {
      let rings = (0..<2).map { _ in
        (0..<(3 + stream.nextInteger(below: 12))).map { _ in
          (2 * stream.nextInteger(below: 13), 2 * stream.nextInteger(below: 13))
        }
      }
      let shape = AreaShape([rings.map { Self.ring($0.map { ($0.0 / 2, $0.1 / 2) }) }])
      for x in -1...25 {
        for y in -1...25 {
          let expected = Self.location(x, y, rings)
          let location = shape.location(of: Position(x: Double(x) / 2, y: Double(y) / 2))
          #expect(location == expected)
          found[location, default: 0] += 1
        }
      }
    }
    #expect(found.count == 3 && found.values.allSatisfy { $0 > 1_000 })
  }

  private static func location(_ x: Int, _ y: Int, _ rings: [[(Int, Int)]]) -> AreaShape.Location {
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) where a != b {
        let turn = (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0)
        let isBetween =
          min(a.0, b.0) <= x && x <= max(a.0, b.0) && min(a.1, b.1) <= y && y <= max(a.1, b.1)
        if turn == 0 && isBetween { return .edge }
        if (a.0 <= x) != (b.0 <= x), (turn < 0) == (b.0 > a.0) { isInside.toggle() }
      }
    }
    return isInside ? .inside : .outside
  }

  /// Positions a rounding error apart around a diagonal, of which plain arithmetic gets many wrong; after L. Kettner et al.
  /// (2008), "Classroom examples of robustness problems in geometric computations".
  @Test func `The side of a line is exact`() {
    let (q, r) = (Position(x: 12, y: 12), Position(x: 24, y: 24))
    let step = 1.0 / Double(1 << 53)
    var wrongByPlainArithmetic = 0
    for column in 0..<128 {
      for row in 0..<128 {
        let p = Position(x: 0.5 + Double(column) * step, y: 0.5 + Double(row) * step)
        #expect(Orientation.sign(q, r, p) == (row - column).signum())
        #expect(Orientation.sign(p, q, r) == (row - column).signum())
        let plain = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        if (plain > 0 ? 1 : plain < 0 ? -1 : 0) != (row - column).signum() { wrongByPlainArithmetic += 1 }
      }
    }
    #expect(wrongByPlainArithmetic > 100)
  }

  /// A fan of triangles around a point fills a square: no position may be lost or be in two of them.
  @Test func `Areas that share borders leave no gap`() {
    var stream = RandomStream(seed: 8, purpose: StreamPurpose(rawValue: 2))
    let middle = Position(x: 0.37, y: 0.61)
    let border = (0...40).map { step in
      let along = Double(step % 10) / 10
      return [
        Position(x: along, y: 0), Position(x: 1, y: along), Position(x: 1 - along, y: 1),
        Position(x: 0, y: 1 - along)
      ][step / 10 % 4]
    }
    let triangles = zip(border, border.dropFirst()).map { AreaShape([[[middle, $0, $1, middle]]]) }
    let index = AreaIndex(triangles, .local)
    for number in 0..<4_000 {
      var position = Position(x: stream.nextUnit(), y: stream.nextUnit())
      if number % 2 == 0 {
        // On a spoke, or as near as numbers allow.
        let (end, share) = (border[number / 2 % 40], stream.nextUnit())
        position = Position(
          x: middle.x + share * (end.x - middle.x), y: middle.y + share * (end.y - middle.y))
      }
      let locations = triangles.map { $0.location(of: position) }
      let inside = locations.indices.filter { locations[$0] == .inside }
      let onEdge = locations.indices.filter { locations[$0] == .edge }
      #expect(inside.count == 1 || (inside.isEmpty && onEdge.count >= 2))
      #expect(index.area(at: position) == inside.first ?? onEdge.first)
    }
  }

  @Test func `The nearest area is that of the nearest edge`() throws {
    var stream = RandomStream(seed: 9, purpose: StreamPurpose(rawValue: 3))
    let shapes = (0..<30).map { _ in
      let (x, y) = (stream.nextUnit() * 20, stream.nextUnit() * 20)
      return AreaShape([
        [
          [Position(x: x, y: y), Position(x: x + 0.7, y: y + 0.1), Position(x: x + 0.2, y: y + 0.9)]
            + [Position(x: x, y: y)]
        ]
      ])
    }
    let index = AreaIndex(shapes, .local)
    for _ in 0..<60 {
      let position = Position(x: stream.nextUnit() * 30 - 5, y: stream.nextUnit() * 30 - 5)
      guard index.area(at: position) == nil else { continue }
      // Many positions along each edge come within half their spacing of the nearest one.
      let distances = shapes.map { shape in
        shape.edges.map { edge in
          (0...200).map { step in
            let share = Double(step) / 200
            let (dx, dy) = (
              edge.a.x + share * (edge.b.x - edge.a.x) - position.x,
              edge.a.y + share * (edge.b.y - edge.a.y) - position.y
            )
            return (dx * dx + dy * dy).squareRoot()
          }.min() ?? 0
        }.min() ?? 0
      }
      let nearest = try #require(index.nearest(to: position))
      let least = try #require(distances.min())
      #expect(nearest.kilometers <= least + 1e-12 && nearest.kilometers > least - 0.003)
      #expect(distances[nearest.area] < least + 0.003)
    }
  }
}
