// Where the city lies: grids, roads, travel, facilities and duties of patrols.
extension CityDraw {
  mutating func drawArea() {
    isGeographic = draw.chance(0.3)
    write("coordinates", .text(isGeographic ? draw.pick(["WGS-84", "CGCS2000"]) : "local"))
    drawGrids()
    if draw.chance(0.5) { drawRoads() }
    drawTravel()
    drawFacilities()
    drawPatrol()
    var targets = Record()
    targets.maybe("coreMinutes", 0.01, 20, &draw)
    targets.maybe("keyMinutes", 0.01, 20, &draw)
    targets.maybe("generalMinutes", 0.01, 20, &draw)
    targets.maybe("clockOrigin", of: ["call", "dispatch"], &draw)
    write("targets", .record(targets))
  }

  /// A position within an extent of some kilometers, at times one that is taken.
  private mutating func position(_ extent: Double) -> (x: Double, y: Double) {
    if !gridPlaces.isEmpty && draw.chance(0.2) { return draw.pick(gridPlaces) }
    let (x, y) = (draw.number(0, extent), draw.number(0, extent))
    return isGeographic ? (122.8 + x / 80, 45.6 + y / 111) : (x, y)
  }

  private mutating func place(_ record: inout Record) {
    let place = position(6)
    record["x"] = .number(place.x)
    record["y"] = .number(place.y)
  }

  private mutating func drawGrids() {
    let extent = draw.magnitude(0.5, 40)
    let (count, stem) = (draw.integer(1...12), draw.pick(["g", "网格", "G-"]))
    if draw.chance(0.3) { counties = (0..<draw.integer(1...min(count, 4))).map { "县\($0)" } }
    var rows: [Record] = []
    for number in 0..<count {
      let place = position(extent)
      gridIDs.append("\(stem)\(number)")
      gridPlaces.append(place)
      let population = number == 0 ? 500 : draw.pick([0, 1, 900, draw.number(0, 8_000)])
      residents += population
      var row = Record([
        ("id", .text(gridIDs[number])), ("x", .number(place.x)), ("y", .number(place.y)),
        ("population", .number(population))
      ])
      row.maybe("areaClass", of: ["core", "key", "general"], &draw)
      if draw.chance(0.2) { row["demandWeight"] = .number(number == 0 ? 1 : draw.number(0, 5)) }
      if !counties.isEmpty {
        // The first grids see to it that no county is empty.
        countyOfGrid[gridIDs[number]] = number < counties.count ? counties[number] : draw.pick(counties)
        row["county"] = countyOfGrid[gridIDs[number]].map(Flow.text)
      }
      if draw.chance(0.2) { row["community"] = .text("社区\(number % 3)") }
      rows.append(row)
    }
    write("grids", table: rows, allowing: TableForm.allCases)
    drawCounties()
  }

  private mutating func drawCounties() {
    guard !counties.isEmpty else { return }
    let rows = counties.map { id in
      var row = Record([("id", .text(id)), ("forceWeight", .number(draw.magnitude(0.01, 100)))])
      row.maybe("prefecture", of: ["北", "南"], &draw)
      return row
    }
    write("counties", table: rows, allowing: [.csv])
  }

  /// A tree of two-way roads, so that every node is reached, and some roads more, of which some are one-way.
  private mutating func drawRoads() {
    let count = draw.integer(1...16)
    nodeIDs = (0..<count).map { "n\($0)" }
    var nodes: [Record] = []
    for id in nodeIDs {
      var node = Record([("id", .text(id))])
      place(&node)
      node.maybe("grid", of: gridIDs, &draw)
      nodes.append(node)
    }
    var edges = (1..<max(1, count)).map { edge(nodeIDs[$0], to: nodeIDs[draw.integer(0...($0 - 1))]) }
    for _ in 0..<draw.integer(0...count) {
      var extra = edge(draw.pick(nodeIDs), to: draw.pick(nodeIDs))
      extra.maybe(flag: "oneWay", &draw)
      edges.append(extra)
    }
    let values = (
      nested("nodes", table: nodes, allowing: TableForm.allCases),
      nested("edges", table: edges, allowing: [.csv])
    )
    write("roads", .record(Record([("nodes", values.0), ("edges", values.1)])))
  }

  private mutating func edge(_ from: String, to: String) -> Record {
    var edge = Record([("from", .text(from)), ("to", .text(to))])
    roads.append((from, to))
    if draw.chance(0.3) { edge["lengthMeters"] = .number(draw.magnitude(1, 20_000)) }
    edge.maybe("class", of: ["trunk", "local", "巷"], &draw)
    return edge
  }

  private mutating func drawTravel() {
    var (travel, byName) = (Record(), Record())
    travel.maybe("metric", of: ["euclidean", "manhattan"], &draw)
    travel.maybe(flag: "followsRoads", &draw)
    travel.maybe("detourFactor", 1, 3, &draw)
    for name in draw.some(["car", "ebike", "foot", "摩托"]) {
      var mode = Record()
      if name == "摩托" || draw.chance(0.5) { mode["speedKilometersPerHour"] = .number(draw.magnitude(1, 120)) }
      if draw.chance(0.3) {
        mode["classSpeeds"] = .record(
          Record([("trunk", .number(draw.number(20, 120))), ("local", .number(draw.number(5, 60)))]))
      }
      if draw.chance(0.3) { mode["hourFactors"] = .numbers((0..<24).map { _ in draw.number(0.2, 2) }) }
      if draw.chance(0.3) { mode["monthFactors"] = .numbers((0..<12).map { _ in draw.number(0.2, 2) }) }
      byName[name] = .record(mode)
      if !modes.contains(name) { modes.append(name) }
    }
    if draw.chance(0.5) { travel["modes"] = .record(byName) } else { modes = ["car", "ebike", "foot"] }
    write("travel", .record(travel))
  }

  private mutating func drawFacilities() {
    let all = ["station", "streetWorkstation", "policeRoom", "corePost", "headquarters", "reserveSite"]
    var rows: [Record] = []
    for number in 0..<max(counties.count, draw.integer(1...5)) {
      // Every county has a station, and the group of units that can do everything stands at stations then.
      let isFirst = number == 0 || number < counties.count
      let kind =
        isFirst ? (counties.isEmpty ? draw.pick(Array(all.prefix(5))) : "station") : draw.pick(all)
      facilities.append(("f\(number)", kind))
      var row = Record([("id", .text("f\(number)")), ("kind", .text(kind))])
      let grid = number < counties.count ? gridIDs[number] : draw.pick(gridIDs)
      row["grid"] = .text(grid)
      row["county"] = countyOfGrid[grid].map(Flow.text)
      if draw.chance(0.7) { place(&row) }
      if draw.chance(0.2) { row["name_zh"] = .text("设施\(number)") }
      if !nodeIDs.isEmpty && draw.chance(0.3) { row["node"] = .text(draw.pick(nodeIDs)) }
      rows.append(row)
    }
    let isPlaced = rows.allSatisfy { $0["x"] != nil }
    write(
      "facilities", table: rows, allowing: isPlaced ? TableForm.allCases : [.csv, .csvInGB18030])
  }

  private mutating func drawPatrol() {
    var patrol = Record()
    patrol.maybe("policy", of: ["pointsAndLines", "hotSpots"], &draw)
    patrol.maybe("hotSpotMinutes", 1, 60, &draw)
    patrol.maybe("speedKilometersPerHour", 2, 60, &draw)
    var points: [Record] = []
    for number in 0..<draw.integer(0...4) {
      var point = Record([("id", .text("p\(number)"))])
      place(&point)
      point.maybe("intervalHours", 0.25, 24, &draw)
      point.maybe("dwellMinutes", 0, 60, &draw)
      points.append(point)
    }
    if !points.isEmpty { patrol["points"] = nested("points", table: points, allowing: TableForm.allCases) }
    let lines = nodeIDs.isEmpty ? 0 : draw.integer(0...3)
    let rows = (0..<lines).map { number -> Record in
      var line = Record([("id", .text("l\(number)"))])
      line["nodes"] = .texts(draw.shuffled(draw.some(nodeIDs)))
      line.maybe("passesPerShift", 0.5, 6, &draw)
      return line
    }
    if !rows.isEmpty { patrol["lines"] = nested("lines", table: rows, allowing: [.csv]) }
    write("patrol", .record(patrol))
  }
}
