extension ScenarioDecoder {
  func coordinates() -> CoordinateSystem {
    if let node = root.raw("coordinates"), let text = node.text,
      ["GCJ-02", "GCJ02", "BD-09", "BD09"].contains(text.uppercased())
    {
      log.add(.foreignCoordinates(text), at: node.place, keyPath: "coordinates")
      return .local
    }
    return root.choice("coordinates", .local) ?? .local
  }

  /// The coordinate system that the scenario names, or nil if it names none.
  var declaredCoordinates: CoordinateSystem? {
    guard root.has("coordinates") else { return nil }
    return root.node?["coordinates"]?.text.flatMap(CoordinateSystem.init) ?? .local
  }

  func grids() -> [Grid] {
    guard let rows = table(root, "grids", Shapes.grid) else {
      if !root.has("grids") { root.reportMissing("grids") }
      log.isBroken = true
      return []
    }
    return rows.map { row in
      let population = row.number("population", nil)
      return Grid(
        id: row.text("id", nil), x: row.number("x", nil), y: row.number("y", nil), population: population,
        demandWeight: row.number("demandWeight", population),
        areaClass: row.choice("areaClass", .general) ?? .general, station: row.optionalText("station"),
        community: row.text("community", ""), county: row.text("county", ""), node: row.optionalText("node"))
    }
  }

  func counties(of grids: [Grid]) -> [County] {
    let residents = Dictionary(grids.map { ($0.county, $0.population) }, uniquingKeysWith: +)
    return (table(root, "counties", Shapes.county) ?? []).map { row in
      let id = row.text("id", nil)
      let prefecture = row.text("prefecture", "")
      return County(
        id: id, name: row.localized("name", LocalizedText(id)), prefecture: prefecture,
        prefectureName: LocalizedText(zh: prefecture, en: row.text("prefecture_en", prefecture)),
        forceWeight: row.number("forceWeight", residents[id] ?? 0))
    }
  }

  func roads() -> RoadNetwork? {
    guard root.has("roads") else { return nil }
    let cursor = root.record("roads", Shapes.roads)
    let (nodes, edges) = (table(cursor, "nodes", Shapes.node), table(cursor, "edges", Shapes.edge))
    if !cursor.has("nodes") { cursor.reportMissing("nodes") }
    if !cursor.has("edges") { cursor.reportMissing("edges") }
    guard let nodes, let edges else { return nil }
    return RoadNetwork(
      nodes: nodes.map { row in
        RoadNode(
          id: row.text("id", nil), x: row.number("x", nil), y: row.number("y", nil),
          grid: row.optionalText("grid"))
      },
      edges: edges.map { row in
        RoadEdge(
          from: row.text("from", nil), to: row.text("to", nil),
          lengthMeters: row.has("lengthMeters") ? row.number("lengthMeters", 1) : nil,
          roadClass: row.text("class", ""), isOneWay: row.flag("oneWay", false),
          speedKilometersPerHour: row.has("speedKilometersPerHour")
            ? row.number("speedKilometersPerHour", 1) : nil)
      })
  }

  func travel() -> Travel {
    let cursor = root.record("travel", Shapes.travel)
    let base = DefaultCatalog.travel
    var modes = base.modes
    for (name, record) in cursor.keyedRecords("modes", Shapes.mode) ?? [] {
      let known = modes.firstIndex { $0.id == name }
      let mode = mode(name, record, base: known.map { modes[$0] })
      if let known { modes[known] = mode } else { modes.append(mode) }
    }
    return Travel(
      modes: modes, metric: cursor.choice("metric", base.metric) ?? base.metric,
      followsRoads: cursor.flag("followsRoads", base.followsRoads),
      detourFactor: cursor.number("detourFactor", base.detourFactor))
  }

  private func mode(_ id: String, _ record: RecordCursor, base: TravelMode?) -> TravelMode {
    let ones = [Double](repeating: 1, count: 24)
    let speeds = record.keyed("classSpeeds")?.compactMap { entry in
      record.number(entry.value, "classSpeeds", at: "\(record.keyPath("classSpeeds")).\(entry.key)").map {
        RoadClassSpeed(roadClass: entry.key, kilometersPerHour: $0)
      }
    }
    return TravelMode(
      id: id, speedKilometersPerHour: record.number("speedKilometersPerHour", base?.speedKilometersPerHour),
      classSpeeds: (speeds ?? base?.classSpeeds ?? []).sorted { $0.roadClass < $1.roadClass },
      roadSpeedFactor: record.has("roadSpeedFactor")
        ? record.number("roadSpeedFactor", 1) : base?.roadSpeedFactor,
      hourFactors: record.weights("hourFactors", count: 24, isNormalized: false) ?? base?.hourFactors ?? ones,
      monthFactors: record.weights("monthFactors", count: 12, isNormalized: false) ?? base?.monthFactors
        ?? [Double](ones.prefix(12)))
  }

  func facilities(in grids: [Grid]) -> [Facility] {
    guard let rows = table(root, "facilities", Shapes.facility) else {
      if !root.has("facilities") { root.reportMissing("facilities") }
      log.isBroken = true
      return []
    }
    return rows.map { row in
      let id = row.text("id", nil)
      let place = position(row, in: grids)
      return Facility(
        id: id, name: row.localized("name", LocalizedText(id)), kind: row.choice("kind", nil) ?? .station,
        x: place.x, y: place.y, node: row.optionalText("node"), grid: row.optionalText("grid"),
        county: row.optionalText("county"))
    }
  }

  private func position(_ row: RecordCursor, in grids: [Grid]) -> (x: Double, y: Double) {
    if row.has("x") || row.has("y") { return (row.number("x", nil), row.number("y", nil)) }
    if let name = row.optionalText("grid") {
      let grid = grids.first { $0.id == name }
      return (grid?.x ?? 0, grid?.y ?? 0)
    }
    // Refused headings say it for all rows.
    if !["x", "y"].contains(where: { log.refuses(column: $0, of: "facilities") }) {
      log.add(.missingPosition, at: row.node?.place, keyPath: row.path)
    }
    return (0, 0)
  }

  func patrol(on roads: RoadNetwork?) -> PatrolDuties {
    let cursor = root.record("patrol", Shapes.patrol)
    let points = table(cursor, "points", Shapes.point) ?? []
    let distance = GroundDistance(system: declaredCoordinates ?? .local)
    let nodes = root.has("roads") ? NearestNode(roads?.nodes ?? [], distance) : nil
    let lines = table(cursor, "lines", Shapes.line, through: nodes) ?? []
    return PatrolDuties(
      points: points.map { row in
        MustVisitPoint(
          id: row.text("id", nil), x: row.number("x", nil), y: row.number("y", nil),
          node: row.optionalText("node"), intervalHours: row.number("intervalHours", 2),
          dwellMinutes: row.number("dwellMinutes", 5))
      },
      lines: lines.map { row in
        MustPatrolLine(
          id: row.text("id", nil), nodes: row.texts("nodes", []),
          passesPerShift: row.number("passesPerShift", 1))
      }, speedKilometersPerHour: cursor.number("speedKilometersPerHour", 20),
      policy: cursor.choice("policy", .pointsAndLines) ?? .pointsAndLines,
      hotSpotMinutes: cursor.number("hotSpotMinutes", 15))
  }

  func targets() -> ResponseTargets {
    let cursor = root.record("targets", Shapes.targets)
    let base = DefaultCatalog.targets
    return ResponseTargets(
      coreMinutes: cursor.number("coreMinutes", base.coreMinutes),
      keyMinutes: cursor.number("keyMinutes", base.keyMinutes),
      generalMinutes: cursor.number("generalMinutes", base.generalMinutes),
      clockOrigin: cursor.choice("clockOrigin", base.clockOrigin) ?? base.clockOrigin,
      fullMinutes: cursor.number("fullMinutes", base.fullMinutes))
  }
}
