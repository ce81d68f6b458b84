/// The tables of the bundle as text.
struct CityTables: Sendable {
  /// The file names and their text, in the order they are written.
  private(set) var files: [(name: String, text: String)]

  /// Formats a city.
  init(_ city: City) {
    files = [
      ("grids.csv", Self.grids(city)), ("nodes.csv", Self.nodes(city)), ("edges.csv", Self.edges(city)),
      ("facilities.csv", Self.facilities(city)), ("points.csv", Self.points(city)),
      ("lines.csv", Self.lines(city))
    ]
  }

  private static func table(_ header: String, _ rows: [[String]]) -> String {
    header + "\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func nodeId(_ index: Int) -> String { label("n", index + 1, digits: 4) }

  private static func stationId(_ index: Int) -> String { label("s", index + 1, digits: 2) }

  private static func kilometers(_ value: Double) -> String { fixed(value, decimals: 4) }

  private static func grids(_ city: City) -> String {
    table(
      "id,x,y,population,demandWeight,areaClass,station,community,county,node",
      city.grids.map { grid in
        let node = city.graph.nodes[grid.node]
        return [
          grid.id, kilometers(node.x), kilometers(node.y), String(grid.population),
          fixed(grid.demandWeight, decimals: 7), grid.areaClass.rawValue, stationId(grid.station), "",
          grid.county.rawValue, nodeId(grid.node)
        ]
      })
  }

  private static func nodes(_ city: City) -> String {
    table(
      "id,x,y,grid",
      city.graph.nodes.enumerated().map { index, node in
        [nodeId(index), kilometers(node.x), kilometers(node.y), city.grids[node.grid].id]
      })
  }

  private static func edges(_ city: City) -> String {
    table(
      "from,to,lengthMeters,class,oneWay",
      city.graph.edges.map { edge in
        [
          nodeId(edge.from), nodeId(edge.to), fixed(edge.length, decimals: 1), edge.roadClass.rawValue,
          "false"
        ]
      })
  }

  private static func facilities(_ city: City) -> String {
    table(
      "id,name_zh,name_en,kind,x,y,node,grid",
      city.facilities.map { facility in
        let node = city.graph.nodes[facility.node]
        return [
          facility.id, facility.nameChinese, facility.nameEnglish, facility.kind, kilometers(node.x),
          kilometers(node.y), nodeId(facility.node), facility.grid.map { city.grids[$0].id } ?? ""
        ]
      })
  }

  private static func points(_ city: City) -> String {
    table(
      "id,x,y,node,intervalHours,dwellMinutes",
      city.points.enumerated().map { index, point in
        let node = city.graph.nodes[point]
        return [
          label("v", index + 1, digits: 2), kilometers(node.x), kilometers(node.y), nodeId(point), "2.0",
          "5.0"
        ]
      })
  }

  private static func lines(_ city: City) -> String {
    table(
      "id,nodes,passesPerShift",
      city.lines.enumerated().map { index, line in
        [label("l", index + 1, digits: 2), line.map(nodeId).joined(separator: " "), "1.0"]
      })
  }
}
