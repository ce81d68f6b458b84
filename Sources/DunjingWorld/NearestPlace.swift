/// Finds the nearest of a fixed set of points by a square grid of buckets.
///
/// Ties go to the lower index.
/// - Complexity: about constant per look-up for evenly spread points.
package struct NearestPlace {
  private let positions: [(x: Double, y: Double)]
  private let minimum: (x: Double, y: Double)
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var buckets: [[Int32]]

  package init(_ positions: [(x: Double, y: Double)]) {
    self.positions = positions
    let minX = positions.map(\.x).min() ?? 0
    let minY = positions.map(\.y).min() ?? 0
    let width = (positions.map(\.x).max() ?? 0) - minX
    let height = (positions.map(\.y).max() ?? 0) - minY
    minimum = (minX, minY)
    let side = max(
      (max(width, 1e-9) * max(height, 1e-9) / Double(max(positions.count, 1))).squareRoot(), 1e-9)
    let coarse = max(side, max(width, height) / 2_000, 1e-9)
    cell = coarse
    columns = Int(width / coarse) + 1
    rows = Int(height / coarse) + 1
    buckets = Array(repeating: [], count: columns * rows)
    for (index, position) in positions.enumerated() {
      let column = Int((position.x - minX) / coarse)
      let row = Int((position.y - minY) / coarse)
      buckets[row * columns + column].append(Int32(index))
    }
  }

  package func index(to x: Double, _ y: Double) -> Int {
    let column = min(max(Int(((x - minimum.x) / cell).rounded(.down)), 0), columns - 1)
    let row = min(max(Int(((y - minimum.y) / cell).rounded(.down)), 0), rows - 1)
    var best = 0
    var bestSquare = Double.infinity
    var ring = 0
    while ring <= max(columns, rows) {
      visit(ring: ring, column: column, row: row) { index in
        let (dx, dy) = (positions[index].x - x, positions[index].y - y)
        let square = dx * dx + dy * dy
        if square < bestSquare || (square == bestSquare && index < best) {
          best = index
          bestSquare = square
        }
      }
      // One more ring than the first hit: a nearer point may lie diagonally.
      let safe = Double(ring) * cell
      if bestSquare.isFinite && isInside(x, y) && bestSquare <= safe * safe { break }
      ring += 1
    }
    return best
  }

  private func isInside(_ x: Double, _ y: Double) -> Bool {
    x >= minimum.x && y >= minimum.y && x <= minimum.x + cell * Double(columns)
      && y <= minimum.y + cell * Double(rows)
  }

  private func visit(ring: Int, column: Int, row: Int, _ body: (Int) -> Void) {
    for r in max(0, row - ring)...max(0, min(rows - 1, row + ring)) {
      let isEdgeRow = abs(r - row) == ring
      for c in max(0, column - ring)...max(0, min(columns - 1, column + ring))
      where isEdgeRow || abs(c - column) == ring {
        for index in buckets[r * columns + c] {
          body(Int(index))
        }
      }
    }
  }
}
