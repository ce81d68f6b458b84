import Testing

@testable import DunjingReport
@testable import DunjingScenario

@Suite struct MapGeometryTests {
  private func grid(_ x: Double, _ y: Double, _ area: AreaClass = .general) -> Grid {
    Grid(
      id: "\(x) \(y)", x: x, y: y, population: 1, demandWeight: 1, areaClass: area, station: nil,
      community: "", county: "", node: nil)
  }

  /// Cells of half a kilometer; every seventh point is pushed aside as by a core area, all others a little.
  private func jittered() -> [Grid] {
    (0..<270).map { (number: Int) -> Grid in
      let (column, row) = (number % 18, number / 18)
      let push = number % 7 == 0 ? 0.12 : 0.02 * Double(number * 37 % 11 - 5) / 5
      return grid(3 + 0.5 * Double(column) + push, 7 + 0.5 * Double(row) - push)
    }
  }

  private func geometry(_ grids: [Grid], _ coordinates: CoordinateSystem = .local) throws -> MapGeometry {
    try #require(MapGeometry(grids: grids, coordinates: coordinates))
  }

  @Test func cellsHaveTheirTrueSizeAndTouch() throws {
    let tiles = try geometry(jittered()).tiles
    for (index, tile) in tiles.enumerated() {
      #expect(tile.shape == .cell && abs(tile.box.width - 0.5) < 0.005 && abs(tile.box.height - 0.5) < 0.005)
      guard index % 18 > 0 else { continue }
      #expect(abs(tiles[index - 1].box.right - tile.box.x) < 1e-9)
      #expect(abs(tiles[index - 1].box.y - tile.box.y) < 1e-9)
    }
  }

  @Test func aCoreAreaInACellIsASmallerMarkInsideIt() throws {
    let grids = jittered() + [grid(4.24, 8.27, .core), grid(5.01, 9.02, .key)]
    let tiles = try geometry(grids).tiles
    for mark in tiles.suffix(2) {
      #expect(mark.shape == .mark && mark.box.width < 0.3)
      let cell = try #require(tiles.first { $0.shape == .cell && contains($0.box, mark.box.center) })
      #expect(mark.box.x >= cell.box.x - 1e-9 && mark.box.right <= cell.box.right + 1e-9)
      #expect(mark.box.y >= cell.box.y - 1e-9 && mark.box.bottom <= cell.box.bottom + 1e-9)
    }
  }

  @Test func aCoreAreaOnItsOwnFillsItsCell() throws {
    let areas: [Int: AreaClass] = [5: .core, 6: .key]
    let grids = (0..<12).map { (number: Int) -> Grid in
      grid(Double(number % 4), Double(number / 4), areas[number] ?? .general)
    }
    let geometry = try geometry(grids)
    #expect(geometry.tiles.allSatisfy { $0.shape == .cell })
    #expect(geometry.tiles.allSatisfy { abs($0.box.width - 1) < 1e-9 })
    #expect(abs(geometry.bounds.width - 4) < 1e-9 && abs(geometry.bounds.height - 3) < 1e-9)
  }

  @Test func nodesOfARoadNetworkAreDots() throws {
    let grids = (0..<300).map { (number: Int) -> Grid in
      let (x, y) = (number * 7919 % 1009, number * 104_729 % 997)
      return grid(Double(x) / 50, Double(y) / 50)
    }
    let tiles = try geometry(grids).tiles
    #expect(tiles.allSatisfy { $0.shape == .dot })
    #expect(tiles.allSatisfy { $0.box.width > 0 && $0.box.width < 2 })
  }

  @Test func degreesBecomeCellsThatAreAsWideAsTheyAre() throws {
    let grids = (0..<64).map { (number: Int) -> Grid in
      let (column, row) = (Double(number % 8), Double(number / 8))
      return grid(122.8 + 0.01 * column, 45.6 + 0.01 * row)
    }
    let tiles = try geometry(grids, .wgs84).tiles
    #expect(tiles.allSatisfy { $0.shape == .cell })
    #expect(abs(tiles[0].box.height - 1.1057) < 0.001)
    #expect(abs(tiles[0].box.width - 0.778) < 0.002)
  }

  @Test func oneGridIsAMapToo() throws {
    let geometry = try geometry([grid(2, 3)])
    #expect(geometry.tiles.count == 1 && geometry.bounds.width > 0 && geometry.bounds.height > 0)
    #expect(MapGeometry(grids: [], coordinates: .local) == nil)
  }

  private func contains(_ box: Box, _ point: Point) -> Bool {
    point.x >= box.x && point.x <= box.right && point.y >= box.y && point.y <= box.bottom
  }
}
