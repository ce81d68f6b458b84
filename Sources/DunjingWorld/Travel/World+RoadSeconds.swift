import DunjingScenario

extension World {
  /// Returns the free-flow seconds over the roads between any places, stops or not, exact by one search for each place of
  /// the shorter list, in parallel over the cores.
  /// - Parameters:
  ///   - mode: the index of the mode of travel.
  ///   - origins: places where ways begin.
  ///   - destinations: places where ways end.
  /// - Returns: a row for each destination with a column for each origin; infinite where there is no way.
  /// - Precondition: travel follows roads.
  /// - Complexity: O(min(origins, destinations) · arcs) with labels in buckets.
  public func roadSeconds(mode: Int, from origins: [Int], to destinations: [Int]) -> [[Float]] {
    precondition(scenario.travelsOnRoads, "there are no roads to travel on")
    let speeds = RoadSpeeds(scenario.travel.modes[mode], on: geography.roadClasses)
    let (rows, columns) = (destinations.map(Int32.init), origins.map(Int32.init))
    guard origins.count < destinations.count else {
      let flat = TravelTable.roadSeconds(RoadGraph.reversed(geography, speeds), to: rows, from: columns)
      return rows.indices.map { Array(flat[$0 * columns.count..<($0 + 1) * columns.count]) }
    }
    let flat = TravelTable.roadSeconds(RoadGraph.forward(geography, speeds), to: columns, from: rows)
    return rows.indices.map { row in columns.indices.map { flat[$0 * rows.count + row] } }
  }
}
