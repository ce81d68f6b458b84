extension ScenarioValidator {
  /// Where China lies, in degrees, and the area of a grid, in square kilometers, below which nobody divides a city.
  private static let (longitudes, latitudes, area) = (73.0...136.0, 17.0...55.0, 0.005)

  /// Positions in degrees that are said to be kilometers: a city would be a few hundred meters wide, and its grids a few meters.
  func checkDegrees() {
    guard scenario.coordinates == .local, scenario.grids.count > 1, !log.refuses("grids") else { return }
    let (x, y) = (scenario.grids.map(\.x), scenario.grids.map(\.y))
    guard let west = x.min(), let east = x.max(), let south = y.min(), let north = y.max(),
      Self.longitudes.contains(west), Self.longitudes.contains(east), Self.latitudes.contains(south),
      Self.latitudes.contains(north),
      (east - west) * (north - south) < Self.area * Double(scenario.grids.count)
    else { return }
    let isWritten = log.node(at: "coordinates") != nil
    log.add(.degreesAsKilometers(x: west, y: south), keyPath: isWritten ? "coordinates" : "grids")
  }
}
