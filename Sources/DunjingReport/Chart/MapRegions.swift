import DunjingScenario

/// The parts of a study that a map names and parts: its prefectures, or its counties where all are of one prefecture.
struct MapRegions: Sendable {
  /// A part.
  struct Region: Sendable {
    var name: LocalizedText
    /// Where its name may stand, in kilometers, the middle first; `y` points north.
    var places: [Point]
  }

  /// The parts, the largest first.
  let regions: [Region]
  /// The edges of cells where two parts meet: rectangles without width or height, in kilometers.
  let borders: [Box]

  /// More parts than this are not named.
  private static let limit = 20

  /// Creates the parts; nil where a study has none, or too many to name.
  ///
  /// - Parameters:
  ///   - grids: The grids, each naming its county.
  ///   - tiles: Their rooms on the map, in the same order.
  ///   - counties: The counties.
  init?(grids: [Grid], tiles: [MapGeometry.Tile], counties: [County]) {
    let isByPrefecture = Set(counties.map(\.prefecture)).subtracting([""]).count > 1
    let named = counties.filter { !isByPrefecture || !$0.prefecture.isEmpty }
    let parts = Dictionary(named.map { ($0.id, isByPrefecture ? $0.prefecture : $0.id) }) { first, _ in first
    }
    guard Set(parts.values).count > 1, Set(parts.values).count <= Self.limit else { return nil }
    var members: [String: [Point]] = [:]
    for (grid, tile) in zip(grids, tiles) where tile.shape != .mark {
      if let part = parts[grid.county] { members[part, default: []].append(tile.box.center) }
    }
    regions = members.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.compactMap {
      part, points in
      named.first { parts[$0.id] == part }.map { county in
        Region(
          name: isByPrefecture ? county.prefectureName : county.name, places: Self.fromTheMiddle(points))
      }
    }
    borders = Self.borders(grids.map { parts[$0.county] }, tiles)
  }

  /// Points by their distance from their mean.
  private static func fromTheMiddle(_ points: [Point]) -> [Point] {
    let count = Double(max(1, points.count))
    let middle = Point(
      x: points.map(\.x).reduce(0, +) / count, y: points.map(\.y).reduce(0, +) / count)
    func distance(_ point: Point) -> Double {
      (point.x - middle.x) * (point.x - middle.x) + (point.y - middle.y) * (point.y - middle.y)
    }
    return points.sorted { distance($0) < distance($1) }
  }

  /// The edges between neighboring cells of two parts; none where grids are not cells.
  private static func borders(_ parts: [String?], _ tiles: [MapGeometry.Tile]) -> [Box] {
    guard let first = tiles.first(where: { $0.shape == .cell })?.box else { return [] }
    var places: [[Int]: Int] = [:]
    func place(_ box: Box, _ east: Int, _ north: Int) -> [Int] {
      [
        Int(((box.x - first.x) / box.width).rounded()) + east,
        Int(((box.y - first.y) / box.height).rounded()) + north
      ]
    }
    for (number, tile) in tiles.enumerated() where tile.shape == .cell {
      places[place(tile.box, 0, 0)] = number
    }
    func isBorder(_ number: Int, _ neighbor: Int?) -> Bool {
      neighbor.map { parts[number] != parts[$0] } ?? false
    }
    return tiles.indices.filter { tiles[$0].shape == .cell }.flatMap { number -> [Box] in
      let box = tiles[number].box
      let east = Box(x: box.right, y: box.y, width: 0, height: box.height)
      let north = Box(x: box.x, y: box.bottom, width: box.width, height: 0)
      return (isBorder(number, places[place(box, 1, 0)]) ? [east] : [])
        + (isBorder(number, places[place(box, 0, 1)]) ? [north] : [])
    }
  }
}
