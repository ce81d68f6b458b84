/// A place units start from.
struct Facility: Sendable {
  var id: String
  var nameChinese: String
  var nameEnglish: String
  var kind: String
  /// The index of its road node.
  var node: Int
  /// The index of the grid it is bound to.
  var grid: Int?
}

/// Places stations, workstations, posts, reserve sites and headquarters; all names are invented.
enum Facilities {
  static let stationCount = 12
  static let workstationCount = 9
  static let reserveCount = 5

  /// Returns all facilities, and sets the station of each grid: the nearest in a straight line.
  static func all(graph: RoadGraph, grids: inout [CityGrid]) -> [Facility] {
    let nodes = grids.map(\.node)
    let paths = ShortestPaths(graph)
    let times = nodes.map { origin in
      let all = paths.times(from: origin)
      return nodes.map { all[$0] }
    }
    let outside = grids.indices.filter { grids[$0].areaClass != .core }
    let residents = PMedian(times: outside.map { times[$0] }, weights: grids.map { Double($0.population) })
    let stations = residents.sites(stationCount).map { nodes[outside[$0]] }
    let demand = PMedian(times: times, weights: grids.map(\.demandWeight))
    let workstations = demand.sites(workstationCount)
    let reserves = demand.greedy(reserveCount, after: workstations)
    assignDistricts(to: &grids, stations: stations, graph: graph)
    return stations.enumerated().map(station)
      + workstations.enumerated().map { workstation($0, node: nodes[$1]) }
      + posts(at: grids)
      + reserves.enumerated().map { reserve($0, node: nodes[$1]) }
      + demand.sites(1).map { headquarters(node: nodes[$0]) }
  }

  private static func assignDistricts(to grids: inout [CityGrid], stations: [Int], graph: RoadGraph) {
    for index in grids.indices {
      let place = graph.nodes[grids[index].node]
      let distances = stations.map { graph.nodes[$0].distance(to: place) }
      grids[index].station = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    }
  }

  /// Every second core area by demand, beginning with the busiest: half of 21 rounded up, 11 posts.
  private static func posts(at grids: [CityGrid]) -> [Facility] {
    let cores = grids.indices.filter { grids[$0].areaClass == .core }
    let order = cores.sorted { (-grids[$0].demandWeight, $0) < (-grids[$1].demandWeight, $1) }
    return stride(from: 0, to: order.count, by: 2).enumerated().map { number, rank in
      Facility(
        id: label("p", number + 1, digits: 2), nameChinese: "核心区域第\(numeral(number + 1))岗",
        nameEnglish: "Core Post \(number + 1)", kind: "corePost", node: grids[order[rank]].node,
        grid: order[rank])
    }
  }

  private static func station(_ number: Int, node: Int) -> Facility {
    Facility(
      id: label("s", number + 1, digits: 2), nameChinese: "第\(numeral(number + 1))派出所",
      nameEnglish: "Station \(number + 1)", kind: "station", node: node)
  }

  private static func workstation(_ number: Int, node: Int) -> Facility {
    Facility(
      id: label("w", number + 1, digits: 2), nameChinese: "第\(numeral(number + 1))街面警务工作站",
      nameEnglish: "Street Workstation \(number + 1)", kind: "streetWorkstation", node: node)
  }

  private static func reserve(_ number: Int, node: Int) -> Facility {
    Facility(
      id: label("r", number + 1, digits: 2), nameChinese: "第\(numeral(number + 1))备用点位",
      nameEnglish: "Reserve Site \(number + 1)", kind: "reserveSite", node: node)
  }

  private static func headquarters(node: Int) -> Facility {
    Facility(
      id: "h01", nameChinese: "公安局机关", nameEnglish: "Police Headquarters", kind: "headquarters", node: node)
  }

  /// Returns a Chinese numeral for 1 … 19.
  private static func numeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    return (number >= 10 ? "十" : "") + digits[number % 10]
  }
}
