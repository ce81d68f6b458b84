@testable import DunjingScenario
@testable import DunjingWorld

/// The shipped study moved to a lattice of 15 × 15 crossings 200 m apart, so that routes are quick to work out.
enum LatticeCity {
  static let size = 15

  static let scenario: Scenario? = Baicheng.scenario.map { city in
    var scenario = city
    scenario.grids = (0..<25).map { number in
      var grid = city.grids[number]
      (grid.id, grid.node, grid.station) = ("g\(number)", nil, nil)
      (grid.x, grid.y) = (Double(number % 5) * 0.6 + 0.2, Double(number / 5) * 0.6 + 0.2)
      return grid
    }
    scenario.roads = RoadNetwork(nodes: (0..<size * size).map(node), edges: edges)
    scenario.facilities = city.facilities.enumerated().map { index, facility in
      var moved = facility
      (moved.node, moved.grid) = (nil, nil)
      (moved.x, moved.y) = (Double(index * 7 % size) * 0.2, Double(index * 11 % size) * 0.2)
      return moved
    }
    scenario.patrol.points = city.patrol.points.enumerated().map { index, point in
      var moved = point
      (moved.node, moved.x, moved.y) = (
        nil, Double((index * 4 + index / 15) % size) * 0.2, Double((index * 7) % size) * 0.2
      )
      return moved
    }
    scenario.patrol.lines = (0..<20).map { index in
      var line = city.patrol.lines[index]
      let row = index * 3 % size * size
      line.nodes = (0..<5).map { "n\(row + index % 10 + $0)" }
      return line
    }
    return scenario
  }

  static let map: PatrolMap? = scenario.map { scenario in
    let geography = Geography(scenario)
    let travel = TravelTable.tables(for: scenario, in: geography, between: TravelStops(geography))
    return PatrolMap(scenario, geography: geography, mode: 0, travel: travel)
  }

  private static func node(_ number: Int) -> RoadNode {
    let (column, row) = (number % size, number / size)
    return RoadNode(
      id: "n\(number)", x: Double(column) * 0.2, y: Double(row) * 0.2, grid: "g\(row / 3 * 5 + column / 3)")
  }

  private static var edges: [RoadEdge] {
    (0..<size * size).flatMap { number -> [RoadEdge] in
      let next = [
        number % size < size - 1 ? number + 1 : nil, number < size * (size - 1) ? number + size : nil
      ]
      return next.compactMap { $0 }.map {
        RoadEdge(from: "n\(number)", to: "n\($0)", lengthMeters: 200, roadClass: "local", isOneWay: false)
      }
    }
  }
}
