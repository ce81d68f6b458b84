extension ScenarioValidator {
  /// Where China lies, in degrees, and the area of a grid, in square kilometers, below which nobody divides a city.
  private static let (longitudes, latitudes, area) = (73.0...136.0, 17.0...55.0, 0.005)

  /// Positions in degrees that are said to be kilometers: a city would be a few hundred meters wide, and its grids a few meters.
  ///
  /// The wider side counts, since grids along a road have no other.
  func checkDegrees() {
    guard scenario.coordinates == .local, scenario.grids.count > 1, !log.refuses("grids") else { return }
    let (x, y) = (scenario.grids.map(\.x), scenario.grids.map(\.y))
    guard let west = x.min(), let east = x.max(), let south = y.min(), let north = y.max(),
      Self.longitudes.contains(west), Self.longitudes.contains(east), Self.latitudes.contains(south),
      Self.latitudes.contains(north)
    else { return }
    let side = max(east - west, north - south)
    guard side > 0, side * side < Self.area * Double(scenario.grids.count) else { return }
    let isWritten = log.node(at: "coordinates") != nil
    log.add(.degreesAsKilometers(x: west, y: south), keyPath: isWritten ? "coordinates" : "grids")
  }

  /// Tables whose columns of longitude and latitude have each other's values, told once for each table.
  func checkSwaps() {
    guard scenario.coordinates != .local else { return }
    let lists = [
      ("grids", scenario.grids.map { ($0.x, $0.y) }),
      ("roads.nodes", (scenario.roads?.nodes ?? []).map { ($0.x, $0.y) }),
      ("facilities", scenario.facilities.map { ($0.x, $0.y) }),
      ("patrol.points", scenario.patrol.points.map { ($0.x, $0.y) })
    ]
    for (path, positions) in lists {
      guard let first = positions.first, positions.allSatisfy(Self.areSwapped) else { continue }
      log.add(.swappedDegrees(x: first.0, y: first.1), keyPath: path)
    }
  }

  private static func areSwapped(_ x: Double, _ y: Double) -> Bool {
    latitudes.contains(x) && longitudes.contains(y)
  }
}
