/// Finds how far positions in degrees are from the nearest road: stretches in a raster of squares.
///
/// A stretch is a member of the squares that it passes through, which are walked one after another; Source: J. Amanatides and
/// A. Woo (1987), "A fast voxel traversal algorithm for ray tracing".
/// - Complexity: Time and memory grow with the length of all stretches, up to half a million squares, beyond which squares are
///   larger. A position takes the stretches of a few squares; beyond ``limit`` it is given up.
struct RoadDistance {
  /// The farthest distance that is looked for, in kilometers.
  static let limit = 2.0
  private static let (leastSide, mostSquares) = (0.25, 500_000.0)

  private struct Square: Hashable {
    var column: Int
    var row: Int
  }

  private let stretches: [ImportedNetwork.Segment]
  private let scale: GroundScale
  private let side: Double
  private var members: [Square: [Int]] = [:]

  init(_ stretches: [ImportedNetwork.Segment], _ system: CoordinateSystem) {
    self.stretches = stretches
    let latitudes = stretches.reduce(0) { $0 + $1.a.y }
    let scale = GroundScale(system, latitude: stretches.isEmpty ? 0 : latitudes / Double(stretches.count))
    let length = stretches.reduce(0) { $0 + scale.kilometers($1.a, to: $1.b, $1.b) }
    self.scale = scale
    side = max(Self.leastSide, length / Self.mostSquares)
    for (number, stretch) in stretches.enumerated() {
      for square in squares(of: stretch) { members[square, default: []].append(number) }
    }
  }

  /// The number of squares in which something is.
  var squareCount: Int { members.count }

  private func square(_ position: Position) -> Square {
    Square(
      column: Int((position.x * scale.x / side).rounded(.down)),
      row: Int((position.y * scale.y / side).rounded(.down)))
  }

  /// The squares that a stretch passes through: from each to the neighbor whose border comes first.
  private func squares(of stretch: ImportedNetwork.Segment) -> [Square] {
    var square = square(stretch.a)
    let last = self.square(stretch.b)
    let (x, y) = (stretch.a.x * scale.x / side, stretch.a.y * scale.y / side)
    let (dx, dy) = (stretch.b.x * scale.x / side - x, stretch.b.y * scale.y / side - y)
    let (east, north) = ((last.column - square.column).signum(), (last.row - square.row).signum())
    var squares = [square]
    while square != last {
      // The shares of the stretch at which it leaves the column and the row.
      let column =
        square.column == last.column ? .infinity : (Double(square.column + max(east, 0)) - x) / dx
      let row = square.row == last.row ? .infinity : (Double(square.row + max(north, 0)) - y) / dy
      if column < row { square.column += east } else { square.row += north }
      squares.append(square)
    }
    return squares
  }

  /// Returns kilometers to the nearest road, or ``limit`` where none is nearer.
  func kilometers(from position: Position) -> Double {
    let middle = square(position)
    var best = Self.limit
    for ring in 0...Int((Self.limit / side).rounded(.up)) where best > Double(ring - 1) * side {
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
