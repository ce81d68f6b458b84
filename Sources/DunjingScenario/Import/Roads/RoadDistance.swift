/// Finds how far positions in degrees are from the nearest road: stretches in a raster of squares.
///
/// - Complexity: A position takes the stretches of a few squares; beyond ``limit`` it is given up.
struct RoadDistance {
  /// The farthest distance that is looked for, in kilometers.
  static let limit = 2.0
  private static let side = 0.25

  private struct Square: Hashable {
    var column: Int
    var row: Int
  }

  private let stretches: [ImportedNetwork.Segment]
  private let scale: GroundScale
  private var members: [Square: [Int]] = [:]

  init(_ stretches: [ImportedNetwork.Segment], _ system: CoordinateSystem) {
    self.stretches = stretches
    let latitudes = stretches.reduce(0) { $0 + $1.a.y }
    scale = GroundScale(system, latitude: stretches.isEmpty ? 0 : latitudes / Double(stretches.count))
    for (number, stretch) in stretches.enumerated() {
      let (a, b) = (square(stretch.a), square(stretch.b))
      // Stretches of maps are short; one over many squares would be a mistake of the map.
      guard abs(a.column - b.column) < 400, abs(a.row - b.row) < 400 else { continue }
      for row in min(a.row, b.row)...max(a.row, b.row) {
        for column in min(a.column, b.column)...max(a.column, b.column) {
          members[Square(column: column, row: row), default: []].append(number)
        }
      }
    }
  }

  private func square(_ position: Position) -> Square {
    Square(
      column: Int((position.x * scale.x / Self.side).rounded(.down)),
      row: Int((position.y * scale.y / Self.side).rounded(.down)))
  }

  /// Returns kilometers to the nearest road, or ``limit`` where none is nearer.
  func kilometers(from position: Position) -> Double {
    let middle = square(position)
    var best = Self.limit
    for ring in 0...Int(Self.limit / Self.side) where best > Double(ring - 1) * Self.side {
      for row in -ring...ring {
        for column in stride(from: -ring, through: ring, by: abs(row) == ring ? 1 : max(2 * ring, 1)) {
          for number in members[Square(column: middle.column + column, row: middle.row + row)] ?? [] {
            best = min(best, scale.kilometers(position, to: stretches[number].a, stretches[number].b))
          }
        }
      }
    }
    return best
  }
}
