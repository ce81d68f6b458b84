import DunjingLocation
import DunjingTestSupport
import Foundation

/// The six-district city of CUMCM 2011, problem B: nodes from 1 in the files, from 0 here; 1 mm is 0.1 minutes.
struct ContestCity {
  static let exists = SharedData.exists("cumcm2011b/nodes.csv")
  let paths: RoadPaths
  let neighbors: [[Int]]
  let district: [String]
  let incidents: [Double]
  /// The node of each platform, in the order of the file, with its district.
  let platforms: [(node: Int, district: String)]
  let cityExits: [Int]
  let districtAExits: [Int]

  init() throws {
    let nodes = try Self.rows("nodes.csv")
    let position = nodes.map { (Double($0[1]) ?? .nan, Double($0[2]) ?? .nan) }
    let edges = try Self.rows("edges.csv").map { row -> (from: Int, to: Int, length: Double) in
      let (from, to) = ((Int(row[0]) ?? 0) - 1, (Int(row[1]) ?? 0) - 1)
      let (dx, dy) = (position[from].0 - position[to].0, position[from].1 - position[to].1)
      return (from, to, (dx * dx + dy * dy).squareRoot() / 10)
    }
    paths = RoadPaths(nodeCount: nodes.count, edges: edges)
    var neighbors = [[Int]](repeating: [], count: nodes.count)
    for edge in edges {
      neighbors[edge.from].append(edge.to)
      neighbors[edge.to].append(edge.from)
    }
    self.neighbors = neighbors
    district = nodes.map { $0[3] }
    incidents = nodes.map { Double($0[4]) ?? .nan }
    platforms = try Self.rows("platforms.csv").map { ((Int($0[1]) ?? 0) - 1, String($0[0].prefix(1))) }
    let exits = try Self.rows("exits.csv")
    cityExits = exits.compactMap { Int($0[1]).map { $0 - 1 } }
    districtAExits = exits.compactMap { Int($0[2]).map { $0 - 1 } }
  }

  private static func rows(_ name: String) throws -> [[String]] {
    try String(contentsOf: SharedData.url("cumcm2011b/\(name)"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The nodes of a district, ascending.
  func nodes(of name: String) -> [Int] { district.indices.filter { district[$0] == name } }

  /// The nodes of the platforms of a district, in the order of the file.
  func platformNodes(of name: String) -> [Int] {
    platforms.filter { $0.district == name }.map(\.node)
  }

  /// Minutes from some nodes (sites) to others (points).
  func travel(from sites: [Int], to points: [Int]) -> TravelMatrix {
    let rows = paths.travel(from: sites)
    return TravelMatrix(rows: sites.indices.map { site in points.map { rows[site, $0] } })
  }
}
