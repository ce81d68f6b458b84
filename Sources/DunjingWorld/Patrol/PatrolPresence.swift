/// When patrol routes pass through grids, by the clock of the route.
///
/// A unit is present in a grid while its route has it at a place of the grid, dwelling or passing through, to the
/// step of the route (``PatrolRoute/stepSeconds``); as for dispatch, it counts at the next place while it drives there.
/// Standing by at its base between two laps is no patrol.
public struct PatrolPresence: Sendable {
  /// The passes of one route through one grid.
  public struct Passes: Sendable, Equatable {
    /// The index of the route.
    public let route: Int
    /// The beginning of each pass, in seconds from the start of the round, ascending.
    public let starts: [Double]
    /// The end of each pass, in the same seconds.
    public let ends: [Double]
    /// The length of the round, in seconds.
    public let cycleSeconds: Double
  }

  /// The passes through each grid, by grid.
  public let passesOfGrid: [[Passes]]
  /// The grids that each route passes through, by route.
  public let gridsOfRoute: [[Int32]]

  /// Looks up the passes of all routes.
  public init(routes: [PatrolRoute], gridOfPlace: [Int32], gridCount: Int) {
    var passesOfGrid = [[Passes]](repeating: [], count: gridCount)
    var gridsOfRoute: [[Int32]] = []
    for (index, route) in routes.enumerated() {
      let passes = Self.passes(of: route, index, gridOfPlace, gridCount)
      for (grid, found) in passes { passesOfGrid[grid].append(found) }
      gridsOfRoute.append(passes.map { Int32($0.grid) })
    }
    self.passesOfGrid = passesOfGrid
    self.gridsOfRoute = gridsOfRoute
  }

  private static func passes(
    of route: PatrolRoute, _ index: Int, _ gridOfPlace: [Int32], _ gridCount: Int
  ) -> [(grid: Int, passes: Passes)] {
    var starts = [[Double]](repeating: [], count: gridCount)
    var ends = starts
    for step in route.places.indices where !route.isStanding[step] {
      let grid = Int(gridOfPlace[Int(route.places[step])])
      let start = Double(step) * PatrolRoute.stepSeconds
      if ends[grid].last == start {
        ends[grid][ends[grid].count - 1] = start + PatrolRoute.stepSeconds
      } else {
        starts[grid].append(start)
        ends[grid].append(start + PatrolRoute.stepSeconds)
      }
    }
    return starts.indices.filter { !starts[$0].isEmpty }.map { grid in
      (
        grid,
        Passes(route: index, starts: starts[grid], ends: ends[grid], cycleSeconds: route.cycleSeconds)
      )
    }
  }
}

extension PatrolPresence.Passes {
  /// Returns the seconds since the route was in the grid, at a time on the route; zero while it is there.
  /// - Complexity: O(log n) for n passes in a round.
  public func secondsSince(_ time: Double) -> Double {
    let round = (time / cycleSeconds).rounded(.down)
    let phase = time - round * cycleSeconds
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= phase { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? phase + cycleSeconds - ends[ends.count - 1] : max(0, phase - ends[low - 1])
  }
}
