import DunjingRandom
import Testing

@testable import DunjingScenario

/// Sizes of areas and of what they have in common, against known values, other formulas and counts of positions.
@Suite struct AreaMeasureTests {
  private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Position] {
    [
      Position(x: west, y: south), Position(x: east, y: south), Position(x: east, y: north),
      Position(x: west, y: north), Position(x: west, y: south)
    ]
  }

  private func common(_ first: [[[Position]]], _ second: [[[Position]]]) -> Double {
    let (one, other) = (AreaShape(first), AreaShape(second))
    let crossings = AreaShape.Edge.crossings(of: one.edges) + AreaShape.Edge.crossings(of: other.edges)
    return AreaMeasure(one, other, crossings: crossings, .local)?.squareKilometers ?? 0
  }

  private func size(_ polygons: [[[Position]]]) -> AreaMeasure {
    let shape = AreaShape(polygons)
    return AreaMeasure(shape, crossings: AreaShape.Edge.crossings(of: shape.edges), .local)
  }

  @Test func `Overlaps of rectangles are known`() {
    let first = [[box(0, 0, 2, 2)]]
    #expect(abs(common(first, [[box(1, 1, 3, 3)]]) - 1) < 1e-12)
    #expect(common(first, [[box(2, 0, 4, 2)]]) == 0)
    #expect(common(first, [[box(5, 5, 6, 6)]]) == 0)
    #expect(abs(common(first, first) - 4) < 1e-12)
    // A square in a hole of the same size, half of it, and one in two parts.
    let ring = [[box(0, 0, 4, 4), box(1, 1, 3, 3)]]
    #expect(common(ring, [[box(1, 1, 3, 3)]]) == 0)
    #expect(abs(common(ring, [[box(2, 2, 4, 4)]]) - 3) < 1e-12)
    #expect(abs(common(ring, [[box(0, 0, 1, 1)], [box(3.5, 3.5, 5, 5)]]) - 1.25) < 1e-12)
  }

  @Test func `Sizes and middles know holes and rings that cross themselves`() throws {
    let holed = size([[box(0, 0, 4, 4), box(1, 1, 2, 2)]])
    #expect(abs(holed.squareKilometers - 15) < 1e-12)
    let middle = try #require(holed.centroid)
    #expect(abs(middle.x - (32 - 1.5) / 15) < 1e-12 && abs(middle.y - (32 - 1.5) / 15) < 1e-12)
    let bow = [(0.0, 0.0), (2, 2), (2, 0), (0, 2), (0, 0)].map { Position(x: $0.0, y: $0.1) }
    #expect(abs(size([[bow]]).squareKilometers - 2) < 1e-12)
    #expect(size([[[bow[0], bow[1], bow[0], bow[0]]]]).centroid == nil)
  }

  @Test func `Degrees are measured on the sphere`() {
    let shape = AreaShape([[box(122.8, 45.6, 122.81, 45.61)]])
    let area = AreaMeasure(shape, crossings: [], .wgs84).squareKilometers
    // 0.01 degrees of a sphere of 6,371.0088 km at 45.605 degrees north; the cosine is 0.699 602.
    #expect(abs(area - 1.111_949_3 * 1.111_949_3 * 0.699_601) < 1e-5)
  }

  /// Star-shaped rings with random radii, whose size the sum over edges gives as well.
  private func star(_ stream: inout RandomStream, x: Double, y: Double) -> [Position] {
    let directions = [
      (1.0, 0.0), (0.9, 0.5), (0.6, 0.8), (0.1, 1), (-0.4, 0.9), (-0.8, 0.6), (-1, 0.1), (-0.9, -0.5),
      (-0.5, -0.9), (0.05, -1), (0.6, -0.8), (0.95, -0.4)
    ]
    let ring = directions.map { direction in
      let radius = 0.3 + stream.nextUnit()
      return Position(x: x + radius * direction.0, y: y + radius * direction.1)
    }
    return ring + ring.prefix(1)
  }

  @Test func `Overlaps of stars are what a count of positions says`() {
    var stream = RandomStream(seed: 4, purpose: StreamPurpose(rawValue: 4))
    var isLarge = 0
    for _ in 0..<12 {
      let rings = [star(&stream, x: 0, y: 0), star(&stream, x: 0.6, y: 0.3)]
      let shapes = rings.map { AreaShape([[$0]]) }
      for ring in rings {
        let edges = zip(ring, ring.dropFirst())
        let sum = edges.reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
        #expect(abs(size([[ring]]).squareKilometers - sum) < 1e-12)
      }
      let area = common([[rings[0]]], [[rings[1]]])
      let steps = 300
      var count = 0
      for column in 0..<steps {
        for row in 0..<steps {
          let position = Position(
            x: -1.4 + 3.4 * (Double(column) + 0.5) / Double(steps),
            y: -1.4 + 3.4 * (Double(row) + 0.5) / Double(steps))
          if shapes.allSatisfy({ $0.location(of: position) == .inside }) { count += 1 }
        }
      }
      let counted = Double(count) * 3.4 * 3.4 / Double(steps * steps)
      #expect(abs(area - counted) < 0.01)
      if area > 0.3 { isLarge += 1 }
    }
    #expect(isLarge > 3)
  }
}
