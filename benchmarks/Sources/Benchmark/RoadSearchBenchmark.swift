import DunjingScenario
import DunjingWorld
import Foundation

/// `roads`: exact times from posts to all nodes of a jittered lattice of streets, every tenth of them one way.
enum RoadSearchBenchmark {
  /// The figures as JSON: seconds of the searches alone, the sum of all times for comparison, and the arcs in a file.
  static func figures(nodes: Int, posts: Int, seed: UInt64, file: String?) throws -> String {
    let lattice = StreetLattice(nodes: nodes, seed: seed)
    if let file { try Data(lattice.arcs.utf8).write(to: URL(fileURLWithPath: file)) }
    let world = World(compiling: try lattice.bundle.load())
    let origins = (0..<posts).map { $0 * lattice.count / posts }
    let start = Date()
    let times = world.roadSeconds(mode: 0, from: origins, to: Array(0..<lattice.count))
    let seconds = Date().timeIntervalSince(start)
    let sum = times.reduce(0.0) { $0 + $1.reduce(0.0) { $0 + Double($1) } }
    return "{\"nodes\": \(lattice.count), \"posts\": \(posts), \"seconds\": \(seconds), \"sum\": \(sum)}"
  }
}

/// A city of streets, as a study.
private struct StreetLattice {
  let columns: Int
  let rows: Int
  private var edges: [(from: Int, to: Int, meters: Double, isOneWay: Bool)] = []

  var count: Int { columns * rows }

  init(nodes: Int, seed: UInt64) {
    columns = max(2, Int((Double(nodes) * 5 / 3).squareRoot()))
    rows = max(2, nodes / columns)
    var state = seed
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    for place in 0..<count {
      let right = place % columns + 1 < columns ? place + 1 : nil
      let up = place + columns < count ? place + columns : nil
      for next in [right, up] {
        guard let next else { continue }
        let meters = (80 + 200 * draw()).rounded()
        // One-way streets come in pairs of parallel ones, so that every node can be reached.
        edges.append((place, next, meters, false))
        if draw() < 0.1 { edges.append((next, place, (meters * 0.8).rounded(), true)) }
      }
    }
  }

  /// The arcs with their seconds at 36 km/h, a line each.
  var arcs: String {
    edges.flatMap { edge -> [String] in
      let seconds = edge.meters / 10
      let there = "\(edge.from) \(edge.to) \(seconds)\n"
      return edge.isOneWay ? [there] : [there, "\(edge.to) \(edge.from) \(seconds)\n"]
    }.joined()
  }

  var bundle: ScenarioBundle {
    var nodes = "id,x,y,grid\n"
    for place in 0..<count {
      let (x, y) = (Double(place % columns) * 0.18, Double(place / columns) * 0.18)
      nodes += "\(place),\(x),\(y),\(place == 0 ? "g" : "")\n"
    }
    var table = "from,to,lengthMeters,oneWay\n"
    for edge in edges { table += "\(edge.from),\(edge.to),\(edge.meters),\(edge.isOneWay)\n" }
    let study = """
      schema: dunjing/1
      name: streets
      time: {zone: UTC, start: "2024-01-01", warmUpDays: 1, settlingDays: 0, horizonDays: 1}
      coordinates: local
      grids: [{id: g, x: 0, y: 0, population: 1000}]
      roads: {nodes: nodes.csv, edges: edges.csv}
      travel: {modes: {car: {speedKilometersPerHour: 36}}}
      facilities: [{id: s, name: s, kind: station, x: 0, y: 0, node: "0"}]
      units:
        - {id: car, name: car, facilityKind: station, unitsPerFacility: 1, mode: car, area: city, \
      skills: [basic, patrol, traffic], roster: threeShifts, movingShare: 0}
      treatments: [{id: base, name: base, sinkRatio: 0}]
      """
    return ScenarioBundle(files: [
      ScenarioBundle.fileName: Array(study.utf8), "nodes.csv": Array(nodes.utf8),
      "edges.csv": Array(table.utf8)
    ])
  }
}
