import DunjingScenario
import Foundation

/// The shape and place of every grid on a map, in kilometers east and north.
///
/// Grids on a lattice fill their cells; a core or key area that shares a cell with another grid becomes a smaller mark
/// in it. Grids that are not on a lattice, such as the nodes of a road network, become dots.
struct MapGeometry: Sendable {
  /// How a grid is drawn.
  enum Shape: Sendable {
    /// A whole cell.
    case cell
    /// A mark inside the cell of another grid.
    case mark
    /// A dot where there are no cells.
    case dot
  }

  /// A grid on the map.
  struct Tile: Sendable {
    var shape: Shape
    /// The room it takes, in kilometers; `y` points north.
    var box: Box
    var areaClass: AreaClass
  }

  /// The tiles, in the order of the grids.
  let tiles: [Tile]
  /// The part of the plane the map shows, in kilometers; `y` points north.
  let bounds: Box
  private let projection: MapProjection

  /// Creates the geometry; nil without grids.
  ///
  /// - Parameters:
  ///   - grids: The grids.
  ///   - coordinates: What their coordinates mean.
  ///   - facilities: The facilities that are shown; the map is large enough for them.
  init?(grids: [Grid], coordinates: CoordinateSystem, facilities: [Facility] = []) {
    let finite = grids.filter { $0.x.isFinite && $0.y.isFinite }
    guard !finite.isEmpty else { return nil }
    let projection = MapProjection(grids: finite, coordinates: coordinates)
    let positions = grids.map { projection.point(x: $0.x, y: $0.y) }
    let general = zip(grids, positions).filter { $0.0.areaClass == .general }.map(\.1)
    let typical = general.count > 2 ? general : positions
    if let lattice = MapLattice(points: typical) {
      tiles = Self.cells(grids, at: positions, lattice: lattice)
    } else {
      let spacing = Self.typicalSpacing(typical) ?? 1
      tiles = zip(grids, positions).map { grid, center in
        Tile(shape: .dot, box: Box(center: center, edge: spacing), areaClass: grid.areaClass)
      }
    }
    let places = facilities.map { Box(center: projection.point(x: $0.x, y: $0.y), edge: 0) }
    bounds = Box(around: tiles.map(\.box) + places)
    self.projection = projection
  }

  /// The position of a facility in kilometers.
  func position(of facility: Facility) -> Point { position(x: facility.x, y: facility.y) }

  /// The position in kilometers of a position in the coordinates of the study.
  func position(x: Double, y: Double) -> Point { projection.point(x: x, y: y) }

  /// The position in the coordinates of the study of a point in kilometers.
  func place(at point: Point) -> Point { projection.place(at: point) }

  /// The tiles of grids on a lattice: the least special grid of a cell fills it, the others are marks in it.
  private static func cells(_ grids: [Grid], at positions: [Point], lattice: MapLattice) -> [Tile] {
    let indices = positions.map(lattice.index)
    let rank: [AreaClass: Int] = [.general: 0, .key: 1, .core: 2]
    var owners: [MapLattice.Index: Int] = [:]
    for (number, index) in indices.enumerated() {
      guard let owner = owners[index] else {
        owners[index] = number
        continue
      }
      if rank[grids[number].areaClass] ?? 0 < rank[grids[owner].areaClass] ?? 0 { owners[index] = number }
    }
    return grids.indices.map { number in
      let cell = lattice.box(of: indices[number])
      let isOwner = owners[indices[number]] == number
      return Tile(
        shape: isOwner ? .cell : .mark,
        box: isOwner ? cell : markBox(at: positions[number], in: cell), areaClass: grids[number].areaClass)
    }
  }

  /// The room of a mark: half the cell, at its own position but inside the cell.
  private static func markBox(at position: Point, in cell: Box) -> Box {
    let edge = min(cell.width, cell.height) / 2
    let x = min(max(position.x, cell.x + edge / 2), cell.right - edge / 2)
    let y = min(max(position.y, cell.y + edge / 2), cell.bottom - edge / 2)
    return Box(center: Point(x: x, y: y), edge: edge)
  }

  /// The median distance to the nearest other point; nil with fewer than two different points.
  private static func typicalSpacing(_ points: [Point]) -> Double? {
    let distances = points.compactMap { point in
      points.lazy.map { other in
        ((other.x - point.x) * (other.x - point.x) + (other.y - point.y) * (other.y - point.y)).squareRoot()
      }.filter { $0 > 1e-6 }.min()
    }
    return distances.isEmpty ? nil : distances.sorted()[distances.count / 2]
  }
}

/// Projects positions to kilometers east and north.
///
/// Longitudes and latitudes are projected around the mean latitude (equirectangular), which is enough for a city.
struct MapProjection: Sendable {
  private var isLocal: Bool
  private var eastKilometers: Double

  /// Creates the projection that suits grids with finite positions.
  init(grids: [Grid], coordinates: CoordinateSystem) {
    isLocal = coordinates == .local
    let latitude = grids.map(\.y).reduce(0, +) / Double(max(1, grids.count))
    eastKilometers = 111.32 * cos(latitude * .pi / 180)
  }

  /// The position in kilometers; the origin where it is not finite.
  func point(x: Double, y: Double) -> Point {
    guard x.isFinite, y.isFinite else { return Point(x: 0, y: 0) }
    return isLocal ? Point(x: x, y: y) : Point(x: x * eastKilometers, y: y * 110.57)
  }
  /// The position that ``point(x:y:)`` moves to a point.
  func place(at point: Point) -> Point {
    isLocal ? point : Point(x: point.x / eastKilometers, y: point.y / 110.57)
  }
}
