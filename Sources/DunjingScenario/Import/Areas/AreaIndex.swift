/// Finds the area in which a position lies: a raster over all of them, each cell with the areas whose boxes reach into it.
///
/// - Complexity: A position takes the areas of one cell, about a constant number where areas are of similar size; the nearest
///   area takes a look at all boxes.
struct AreaIndex {
  let shapes: [AreaShape]
  let system: CoordinateSystem
  private let box: AreaBox
  private let side: Int
  private var cells: [[Int]]

  init(_ shapes: [AreaShape], _ system: CoordinateSystem) {
    (self.shapes, self.system) = (shapes, system)
    box = shapes.reduce(AreaBox([Position]())) { $0.joined(with: $1.box) }
    side = min(max(Int((4 * Double(shapes.count)).squareRoot()), 1), 512)
    cells = Array(repeating: [], count: side * side)
    for (number, shape) in shapes.enumerated() {
      let (west, east) = (column(shape.box.west), column(shape.box.east))
      for row in row(shape.box.south)...row(shape.box.north) {
        for column in west...east { cells[row * side + column].append(number) }
      }
    }
  }

  private func column(_ x: Double) -> Int { step(x, box.west, box.east) }

  private func row(_ y: Double) -> Int { step(y, box.south, box.north) }

  private func step(_ value: Double, _ low: Double, _ high: Double) -> Int {
    guard high > low else { return 0 }
    return min(max(Int((value - low) / (high - low) * Double(side)), 0), side - 1)
  }

  /// Returns the first area that a position lies in, or else the first on whose edge it lies; nil outside of all.
  func area(at position: Position) -> Int? {
    guard box.contains(position) else { return nil }
    var onEdge: Int?
    for number in cells[row(position.y) * side + column(position.x)] {
      switch shapes[number].location(of: position) {
      case .inside: return number
      case .edge: onEdge = onEdge ?? number
      case .outside: break
      }
    }
    return onEdge
  }

  /// Returns the area whose edge is nearest to a position outside of all; nil if there are none.
  func nearest(to position: Position) -> (area: Int, kilometers: Double)? {
    let scale = GroundScale(system, latitude: position.y)
    let bounds = shapes.map { scale.kilometers(position, to: $0.box) }
    guard let first = bounds.indices.min(by: { bounds[$0] < bounds[$1] }) else { return nil }
    var best = (area: first, kilometers: shapes[first].kilometers(to: position, scale))
    for number in shapes.indices where number != first && bounds[number] <= best.kilometers {
      let kilometers = shapes[number].kilometers(to: position, scale)
      if (kilometers, number) < (best.kilometers, best.area) { best = (number, kilometers) }
    }
    return best
  }

  /// Pairs of areas whose boxes have an inner point in common, in the order of the file.
  var neighbors: [(Int, Int)] {
    let order = shapes.indices.sorted { shapes[$0].box.west < shapes[$1].box.west }
    var open: [Int] = []
    var pairs: [(Int, Int)] = []
    for number in order {
      open.removeAll { shapes[$0].box.east <= shapes[number].box.west }
      for other in open where shapes[other].box.common(with: shapes[number].box) != nil {
        pairs.append((min(number, other), max(number, other)))
      }
      open.append(number)
    }
    return pairs.sorted { $0 < $1 }
  }
}
