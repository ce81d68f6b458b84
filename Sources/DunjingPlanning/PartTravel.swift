import DunjingWorld

/// Travel from the bases of the units of a part to its grids: the mean over the places of a grid.
struct PartTravel: Sendable {
  private let position: [Int: Int]
  private let gridCount: Int
  /// Minutes at factor 1, by unit and then by grid.
  private let freeFlow: [Double]
  /// The mean factor over the months, by unit and then by hour of the day.
  private let slowness: [Double]

  init(_ world: World, part: DispatchPart) {
    position = Dictionary(uniqueKeysWithValues: part.units.enumerated().map { ($1, $0) })
    gridCount = part.grids.count
    freeFlow = part.units.flatMap { index in
      let unit = world.units[index]
      return part.grids.map { grid in
        let places = world.geography.placesOfGrid[grid]
        let seconds = places.reduce(0) {
          $0 + world.travel[unit.mode].freeFlowSeconds(from: unit.base, to: Int($1))
        }
        // Where there is no way, it is a day.
        return min(seconds / Double(places.count), World.daySeconds) / 60
      }
    }
    slowness = part.units.flatMap { index in
      (0..<24).map { hour in
        (0..<12).reduce(0) { $0 + world.travel[world.units[index].mode].slowness(month: $1, hour: hour) } / 12
      }
    }
  }

  /// Returns the mean minutes of a unit of the world to a grid, by its position in the part.
  func minutes(unit: Int, grid: Int, hour: Int) -> Double {
    let row = position[unit] ?? 0
    return freeFlow[row * gridCount + grid] * slowness[row * 24 + hour]
  }
}
