// Roads from a map of lines.
extension NetworkReader {
  /// Returns a network of the lines of a map, or nil after adding issues.
  mutating func readLines(_ map: ImportTable, _ form: RoadMapForm, hasDemandTable: Bool) -> ImportedNetwork? {
    let file = log.file(map.name)
    guard var lines = lines(map, form, file: file), issues.isEmpty else { return nil }
    if form == .geoJSON { lines.positions = lines.positions.map { place($0, true) } }
    let (nodes, edges) = RoadGraphBuilder.network(lines, system: .wgs84)
    guard !edges.isEmpty else {
      addIssue(
        map.name, "roads", LocalizedText(zh: "文件中没有可通行的道路", en: "the file has no road that a car may drive"),
        LocalizedText(
          zh: "请给出含有 highway 的 OpenStreetMap 数据，或 GeoJSON 的线",
          en: "give data of OpenStreetMap with ways tagged highway, or lines of GeoJSON"))
      return nil
    }
    noteLines(lines)
    var network = ImportedNetwork(
      nodes: nodes, edges: edges, isInDegrees: true, hasDistricts: false, hasPopulation: false, tableNames: []
    )
    network.isOpenStreetMap = form == .openStreetMapText
    network.segments = lines.lines.flatMap { line in
      zip(line.points, line.points.dropFirst()).map {
        ImportedNetwork.Segment(a: lines.positions[$0], b: lines.positions[$1])
      }
    }
    if !hasDemandTable { spreadDemand(over: &network, map) }
    return network
  }

  private mutating func lines(_ map: ImportTable, _ form: RoadMapForm, file: Int) -> RoadLines? {
    switch form {
    case .openStreetMapText:
      do {
        return try RoadTextReader.read(map.bytes)
      } catch {
        if let position = error.position {
          issueAtLine(
            map.name, error.number,
            LocalizedText(
              zh: "节点的位置 \(position) 不是经度或纬度",
              en: "the node's position \(position) is no longitude or latitude"),
            LocalizedText(zh: "请写经度（±180）和纬度（±90）", en: "write a longitude (±180) and a latitude (±90)"))
          return nil
        }
        issueAtLine(
          map.name, error.number,
          LocalizedText(
            zh: "不是 OpenStreetMap 的 OPL 文本", en: "this is not OpenStreetMap text of the form OPL"),
          LocalizedText(zh: "请给出 .osm、.osm.pbf 或 .opl 文件", en: "give a file .osm, .osm.pbf or .opl"))
        return nil
      }
    case .geoJSON:
      guard let text = text(of: map, file: file, "roads") else { return nil }
      return RoadLines(geoJSON: text, file: file, log: log, system: .wgs84)
    }
  }

  private mutating func noteLines(_ lines: RoadLines) {
    let left = lines.leftOut.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(8)
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    if !left.isEmpty {
      notes.append(
        LocalizedText(zh: "没有采用汽车不能通行的道路：\(left)。", en: "Ways on which no car drives were left out: \(left).")
      )
    }
    guard lines.missingPoints > 0 else { return }
    notes.append(
      LocalizedText(
        zh: "道路引用了 \(lines.missingPoints) 个文件中没有的节点（在边缘被截断）。",
        en:
          "Roads name \(EnglishCount.text(lines.missingPoints, "node", "nodes")) that the file does not have: they are cut off at its edge."
      ))
  }

  /// Without any demand it is spread evenly over the length of the streets where people live and work.
  private mutating func spreadDemand(over network: inout ImportedNetwork, _ map: ImportTable) {
    guard let total = settings.incidentsPerDay else {
      return addIssue(
        map.name, "roads",
        LocalizedText(zh: "道路没有说明警情有多少", en: "roads do not say how many incidents there are"),
        LocalizedText(
          zh: "请用 --incidents-per-day 给出全市日均警情；用 --demand 给出警情的位置",
          en:
            "give the incidents a day of the city with --incidents-per-day, and where they are with --demand")
      )
    }
    var sum = 0.0
    for edge in network.edges where !["motorway", "trunk"].contains(edge.roadClass) {
      let half = (edge.lengthMeters ?? 0) / 2
      network.nodes[edge.from].demand += half
      network.nodes[edge.to].demand += half
      sum += 2 * half
    }
    guard sum > 0 else {
      return addIssue(
        map.name, "roads",
        LocalizedText(
          zh: "只有高速路和快速路，没有可以分布警情的街道",
          en: "there are only motorways and trunk roads, and no street for incidents"),
        LocalizedText(zh: "请用 --demand 给出警情的位置", en: "say where incidents are with --demand"))
    }
    let residentsPerIncidentADay =
      365 * DefaultCatalog.referenceResidents / DefaultCatalog.referenceIncidentsPerYear
    for index in network.nodes.indices {
      network.nodes[index].demand *= total / sum
      network.nodes[index].population = network.nodes[index].demand * residentsPerIncidentADay
    }
    network.isDemandSpread = true
    notes.append(
      LocalizedText(
        zh: "没有给出警情的位置（--demand）：按街道长度平均分布，这只是一个假设。",
        en:
          "No --demand says where incidents are: they are spread evenly over the length of streets, which is an assumption."
      ))
  }
}
