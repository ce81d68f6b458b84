import DunjingNumerics

/// A rectangle along the axes.
struct AreaBox: Equatable {
  var west = Double.infinity
  var south = Double.infinity
  var east = -Double.infinity
  var north = -Double.infinity

  /// The smallest box around some positions.
  init(_ positions: some Sequence<Position>) {
    for position in positions {
      west = min(west, position.x)
      south = min(south, position.y)
      east = max(east, position.x)
      north = max(north, position.y)
    }
  }

  private init(west: Double, south: Double, east: Double, north: Double) {
    (self.west, self.south, self.east, self.north) = (west, south, east, north)
  }

  /// Whether a position lies in the box or on its sides.
  func contains(_ position: Position) -> Bool {
    position.x >= west && position.x <= east && position.y >= south && position.y <= north
  }

  /// The box that two have in common; nil where they have no inner point in common.
  func common(with other: AreaBox) -> AreaBox? {
    let box = AreaBox(
      west: max(west, other.west), south: max(south, other.south), east: min(east, other.east),
      north: min(north, other.north))
    return box.west < box.east && box.south < box.north ? box : nil
  }

  /// The box around two.
  func joined(with other: AreaBox) -> AreaBox {
    AreaBox(
      west: min(west, other.west), south: min(south, other.south), east: max(east, other.east),
      north: max(north, other.north))
  }
}

/// Kilometers of a map unit to the east and to the north, near a latitude.
struct GroundScale {
  let x: Double
  let y: Double

  init(_ system: CoordinateSystem, latitude: Double) {
    let isPlane = system == .local
    x = isPlane ? 1 : DegreeLength.east(atLatitude: latitude)
    y = isPlane ? 1 : DegreeLength.north
  }

  /// Kilometers from a position to the nearest one of a stretch.
  func kilometers(_ position: Position, to a: Position, _ b: Position) -> Double {
    let (ax, ay) = ((a.x - position.x) * x, (a.y - position.y) * y)
    let (dx, dy) = ((b.x - a.x) * x, (b.y - a.y) * y)
    let square = dx * dx + dy * dy
    let share = square > 0 ? min(max(-(ax * dx + ay * dy) / square, 0), 1) : 0
    let (east, north) = (ax + share * dx, ay + share * dy)
    return (east * east + north * north).squareRoot()
  }

  /// Kilometers from a position to the nearest one of a box.
  func kilometers(_ position: Position, to box: AreaBox) -> Double {
    let east = max(box.west - position.x, position.x - box.east, 0) * x
    let north = max(box.south - position.y, position.y - box.north, 0) * y
    return (east * east + north * north).squareRoot()
  }
}
