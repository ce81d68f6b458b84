/// Finds the nearest of a fixed set of points by a square grid of buckets.
///
/// Ties go to the lower index.
/// - Complexity: about constant per look-up for evenly spread points; outside of them in proportion to the buckets that are
///   no farther away than the nearest point.
package struct NearestPlace: Sendable {
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

  /// Returns the index of the point nearest to a position; 0 where there are no points.
  package func index(to x: Double, _ y: Double) -> Int { nearest(to: x, y, except: -1).index }

  /// Returns the square of the distance from one of the points to the nearest of the others; infinite for a single point.
  package func squareToNeighbor(of index: Int) -> Double {
    nearest(to: positions[index].x, positions[index].y, except: index).square
  }

  /// The square of the distance that all but a tenth of the points have to their neighbor at most; nil for fewer than two.
  /// - Complexity: a look-up for each point.
  package var usualSquareToNeighbor: Double? {
    guard positions.count > 1 else { return nil }
    return positions.indices.map(squareToNeighbor).sorted()[positions.count * 9 / 10]
  }

  private func nearest(to x: Double, _ y: Double, except own: Int) -> (index: Int, square: Double) {
    let outside = squareToBuckets(x, y)
    let column = min(max(Int(((x - minimum.x) / cell).rounded(.down)), 0), columns - 1)
    let row = min(max(Int(((y - minimum.y) / cell).rounded(.down)), 0), rows - 1)
    var best = 0
    var bestSquare = Double.infinity
    var ring = 0
    while ring <= max(columns, rows) {
      visit(ring: ring, column: column, row: row) { index in
        guard index != own else { return }
        let (dx, dy) = (positions[index].x - x, positions[index].y - y)
        let square = dx * dx + dy * dy
        if square < bestSquare || (square == bestSquare && index < best) {
          best = index
          bestSquare = square
        }
      }
      // One more ring than the first hit: a nearer point may lie diagonally. A position outside of the buckets is farther
      // from every point than the nearest position on their border is, by the law of cosines.
      let safe = Double(ring) * cell
      if bestSquare.isFinite && bestSquare <= safe * safe + outside * (1 - 1e-12) { break }
      ring += 1
    }
    return (best, bestSquare)
  }

  /// The square of the distance from a position to the rectangle of the buckets; 0 within.
  private func squareToBuckets(_ x: Double, _ y: Double) -> Double {
    let dx = max(minimum.x - x, 0, x - minimum.x - cell * Double(columns))
    let dy = max(minimum.y - y, 0, y - minimum.y - cell * Double(rows))
    return dx * dx + dy * dy
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
