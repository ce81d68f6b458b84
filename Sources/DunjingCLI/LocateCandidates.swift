import Dunjing
import Foundation

/// Candidate sites and demand points with their names: what `dunjing locate` works on.
struct LocateCandidates {
  /// A candidate site.
  struct Site: Encodable {
    let id: String
    let kind: String
    let grid: String?
  }

  let sites: [Site]
  /// The ids of the demand points.
  let points: [String]
  let travel: TravelMatrix
  /// Expected incidents a day, or 1 each.
  let weights: [Double]
  /// The response target of each point, in minutes; nil where there is none.
  let targetMinutes: [Double]?

  /// The number of sites that the source asks for; nil for a study.
  let number: Int?

  /// Which of the sites are candidates beside those that are fixed.
  enum Choice: String, CaseIterable {
    case all
    case facilities
    case grids
  }

  /// Takes the nodes of an OR-Library graph, numbered from 1.
  init(_ graph: ORLibraryGraph) {
    sites = (1...max(graph.nodeCount, 1)).prefix(graph.nodeCount).map {
      Site(id: "\($0)", kind: "node", grid: nil)
    }
    points = sites.map(\.id)
    travel = graph.distances()
    weights = [Double](repeating: 1, count: graph.nodeCount)
    targetMinutes = nil
    number = graph.number
  }

  /// Takes the facilities and grids of a study as sites, and its grids as demand points.
  ///
  /// The demand of a grid is its share of the expected incidents; the way to a grid is the mean over its places, in
  /// free-flow minutes of a mode of travel.
  init(_ world: World, mode: Int) {
    let scenario = world.scenario
    number = nil
    let facilityIds = Set(scenario.facilities.map(\.id))
    sites =
      scenario.facilities.map { Site(id: $0.id, kind: $0.kind.rawValue, grid: $0.grid) }
      + scenario.grids.map {
        Site(id: facilityIds.contains($0.id) ? "grid:\($0.id)" : $0.id, kind: "grid", grid: $0.id)
      }
    points = scenario.grids.map(\.id)
    let daily = ExpectedDemand(scenario).incidentsPerYear.reduce(0, +) / 365
    weights = world.grids.map { daily * $0.demandShare }
    targetMinutes = world.grids.map { $0.targetSeconds / 60 }
    let places =
      world.geography.placeOfFacility.map { Int($0) }
      + scenario.grids.indices.map { Self.centralPlace(of: $0, in: world.geography) }
    let table = world.travel[mode]
    travel = TravelMatrix(
      rows: places.map { origin in
        scenario.grids.indices.map { grid in Self.minutes(from: origin, to: grid, world.geography, table) }
      })
  }

  private static func centralPlace(of grid: Int, in geography: Geography) -> Int {
    let center = geography.gridPositions[grid]
    func square(_ place: Int32) -> Double {
      let (dx, dy) = (geography.x[Int(place)] - center.x, geography.y[Int(place)] - center.y)
      return dx * dx + dy * dy
    }
    return geography.placesOfGrid[grid].min { square($0) < square($1) }.map { Int($0) } ?? 0
  }

  private static func minutes(
    from origin: Int, to grid: Int, _ geography: Geography, _ table: TravelTable
  ) -> Double {
    let places = geography.placesOfGrid[grid]
    let seconds = places.reduce(0) { $0 + table.freeFlowSeconds(from: origin, to: Int($1)) }
    return seconds / Double(places.count) / 60
  }

  /// Returns the sites that a list names: ids, or `kind:` and a kind of facility.
  func indices(of list: String, _ option: String) throws -> [Int] {
    let words = list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let found = words.map { word in
      word.hasPrefix("kind:")
        ? sites.indices.filter { sites[$0].kind == word.dropFirst(5) }
        : sites.indices.filter { sites[$0].id == word }
    }
    let unknown = words.indices.filter { found[$0].isEmpty }.map { words[$0] }
    guard unknown.isEmpty else {
      throw CommandFault(
        zh: "\(option)：没有候选点 \(unknown.listed.zh)；可写设施或网格的 id，或 kind:station 等。",
        en:
          "\(option): there is no candidate \(unknown.listed.en); write ids of facilities or grids, "
          + "or kind:station and the like.")
    }
    return found.flatMap { $0 }
  }

  /// Returns the candidates that a choice leaves out.
  func leftOut(by choice: Choice) -> [Int] {
    switch choice {
    case .all: []
    case .facilities: sites.indices.filter { sites[$0].kind == "grid" }
    case .grids: sites.indices.filter { sites[$0].kind != "grid" }
    }
  }
}
