import DunjingNumerics
import DunjingScenario

/// Makes positions coarse before they are written, so that a record does not name a house.
struct PositionWriter {
  private let settings: IncidentImport
  private let coordinates: RecordedCoordinates

  init(_ settings: IncidentImport, _ coordinates: RecordedCoordinates) {
    (self.settings, self.coordinates) = (settings, coordinates)
  }

  /// Changes the positions and returns by which rule.
  func apply(to records: inout [IncidentRecord]) -> PositionRule {
    guard !settings.keepsExactPositions else { return .exact }
    let snaps = !settings.grids.isEmpty
    let nearest = snaps ? NearestGrid(settings.grids, isLocal: coordinates == .local) : nil
    for index in records.indices {
      guard let x = records[index].x, let y = records[index].y else { continue }
      if let nearest, !records[index].has(.outsideMap) {
        let grid = nearest.grid(at: Position(x: x, y: y))
        (records[index].x, records[index].y) = (grid.x, grid.y)
      } else {
        let scale = coordinates == .local ? 10.0 : 1_000
        records[index].x = (x * scale).rounded() / scale
        records[index].y = (y * scale).rounded() / scale
      }
    }
    return snaps ? .grid : .rounded
  }
}

/// Finds the grid nearest to a position: grids in the order from south to north, searched outward.
struct NearestGrid {
  private let grids: [Grid]
  private let isLocal: Bool

  /// - Precondition: `grids` is not empty.
  init(_ grids: [Grid], isLocal: Bool) {
    self.grids = grids.sorted { $0.y < $1.y }
    self.isLocal = isLocal
  }

  /// Returns the nearest grid.
  func grid(at position: Position) -> Grid {
    let east = isLocal ? 1 : PortableMath.cosine(position.y * .pi / 180)
    var best = (index: 0, squared: Double.infinity)
    func look(_ index: Int) -> Bool {
      let north = grids[index].y - position.y
      guard north * north <= best.squared else { return false }
      let across = (grids[index].x - position.x) * east
      let squared = north * north + across * across
      if squared < best.squared { best = (index, squared) }
      return true
    }
    var above = firstIndex(notSouthOf: position.y)
    var below = above - 1
    while above < grids.count, look(above) { above += 1 }
    while below >= 0, look(below) { below -= 1 }
    return grids[best.index]
  }

  private func firstIndex(notSouthOf y: Double) -> Int {
    var (low, high) = (0, grids.count)
    while low < high {
      let middle = (low + high) / 2
      if grids[middle].y < y { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
