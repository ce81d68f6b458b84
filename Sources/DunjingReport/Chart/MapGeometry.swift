import DunjingScenario
import Foundation

/// Positions of grids in kilometers, and the size of their cells.
struct MapGeometry: Sendable {
  /// East and north in kilometers, in the order of the input.
  var positions: [Point]
  /// Edge of a general cell in kilometers.
  var cell: Double
  /// The part of the plane the map shows, in kilometers; `y` points north.
  var bounds: Box

  /// Creates the geometry; `nil` without grids.
  ///
  /// Longitudes and latitudes are projected around the mean latitude (equirectangular), which is enough for a city.
  /// The cell is the least spacing of general grids, or of all grids where fewer than two are general.
  init?(grids: [Grid], coordinates: CoordinateSystem) {
    let finite = grids.filter { $0.x.isFinite && $0.y.isFinite }
    guard !finite.isEmpty else { return nil }
    let projection = Projection(grids: finite, coordinates: coordinates)
    positions = grids.map { projection.point(x: $0.x, y: $0.y) }
    let general = zip(grids, positions).filter { $0.0.areaClass != .core }.map(\.1)
    let usable = general.count > 1 ? general : positions
    cell = Self.leastSpacing(usable) ?? 1
    let xs = positions.map(\.x)
    let ys = positions.map(\.y)
    let left = (xs.min() ?? 0) - cell / 2
    let low = (ys.min() ?? 0) - cell / 2
    bounds = Box(
      x: left, y: low, width: (xs.max() ?? 0) + cell / 2 - left, height: (ys.max() ?? 0) + cell / 2 - low)
    self.projection = projection
  }

  private let projection: Projection

  /// The position of a facility in kilometers.
  func position(of facility: Facility) -> Point { projection.point(x: facility.x, y: facility.y) }

  /// The least distance between two different positions, coarse ones skipped, found by sorting along x.
  private static func leastSpacing(_ points: [Point]) -> Double? {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    var least = Double.infinity
    for (index, point) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        let east = other.x - point.x
        guard east < least else { break }
        let distance = (east * east + (other.y - point.y) * (other.y - point.y)).squareRoot()
        if distance > 1e-6, distance < least { least = distance }
      }
    }
    return least.isFinite ? least : nil
  }

  private struct Projection: Sendable {
    var isLocal: Bool
    var eastKilometers = 1.0

    init(grids: [Grid], coordinates: CoordinateSystem) {
      isLocal = coordinates == .local
      let latitude = grids.map(\.y).reduce(0, +) / Double(grids.count)
      eastKilometers = 111.32 * cos(latitude * .pi / 180)
    }

    func point(x: Double, y: Double) -> Point {
      guard x.isFinite, y.isFinite else { return Point(x: 0, y: 0) }
      return isLocal ? Point(x: x, y: y) : Point(x: x * eastKilometers, y: y * 110.57)
    }
  }
}
