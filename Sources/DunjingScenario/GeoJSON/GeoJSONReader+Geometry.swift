extension GeoJSONReader {
  /// The distance from the nearest road node, in kilometers, beyond which a line belongs to another map.
  static let snapLimit = 5.0

  /// Returns what the geometry of a feature gives to its row; stand-ins after adding an issue.
  mutating func geometryEntries(
    of feature: RawNode, beside given: [RawEntry], _ path: String
  ) -> [RawEntry] {
    let use = shape.geometry
    guard !given.contains(where: { use.keys.contains($0.key) }) else { return [] }
    guard let node = feature["geometry"], node.isGiven else {
      guard use.keys.contains(where: { shape[$0]?.isRequired == true }) else { return [] }
      log.add(.noGeometry(use), at: feature.place, keyPath: path)
      return standIns(at: feature.place)
    }
    reportSystem(of: node)
    do {
      let geometry = try GeometryParser(use: use, system: system ?? .local).geometry(node)
      if system == nil && isFirst("coordinates") {
        log.add(.silentCoordinates, at: node.place, keyPath: "coordinates")
      }
      return try entries(of: geometry, at: node.place)
    } catch {
      log.add(error.fault, at: error.place, keyPath: path + ".geometry")
      return standIns(at: node.place)
    }
  }

  private mutating func entries(
    of geometry: Geometry, at place: Place
  ) throws(PlacedFault) -> [RawEntry] {
    switch geometry {
    case .point(let position): return entries(of: position, at: place)
    case .area(let polygons):
      guard let centroid = AreaCentroid.centroid(of: polygons) else {
        throw PlacedFault(fault: .emptyArea, place: place)
      }
      return entries(of: centroid, at: place)
    case .line(let line) where shape.geometry == .length:
      return [entry("lengthMeters", distance.meters(along: line), at: place)]
    case .line(let line):
      let ids = try nodeIDs(along: line, at: place)
      let list = ids.map { RawNode(content: .scalar($0, isQuoted: false), place: place) }
      return [RawEntry(key: "nodes", place: place, value: RawNode(content: .list(list), place: place))]
    }
  }

  private func entries(of position: Position, at place: Place) -> [RawEntry] {
    [entry("x", position.x, at: place), entry("y", position.y, at: place)]
  }

  private func entry(_ key: String, _ value: Double, at place: Place) -> RawEntry {
    let value = RawNode(content: .scalar("\(value)", isQuoted: false), place: place)
    return RawEntry(key: key, place: place, value: value)
  }

  private var distance: GroundDistance { GroundDistance(system: system ?? .local) }

  /// Returns the ids of the nodes nearest to the vertices, each once in a row.
  private mutating func nodeIDs(
    along line: [Position], at place: Place
  ) throws(PlacedFault) -> [String] {
    guard let nodes else {
      if isFirst("roads") { log.add(.linesWithoutRoads, at: place, keyPath: keyPath) }
      return []
    }
    var ids: [String] = []
    for vertex in line {
      guard let nearest = nodes.node(nearestTo: vertex) else { return [] }
      guard nearest.kilometers <= Self.snapLimit else {
        let fault = ScenarioFault.farFromRoads(x: vertex.x, y: vertex.y, kilometers: nearest.kilometers)
        throw PlacedFault(fault: fault, place: place)
      }
      if ids.last != nearest.id { ids.append(nearest.id) }
    }
    return ids
  }

  /// Values for the required keys of a row whose geometry cannot be used, so that they are not reported again.
  private func standIns(at place: Place) -> [RawEntry] {
    switch shape.geometry {
    case .point, .area: entries(of: Position(x: 0, y: 0), at: place)
    case .nothing, .nodes, .length, .outline: []
    }
  }
}

extension RawNode {
  /// Whether there is a value.
  fileprivate var isGiven: Bool {
    if case .empty = content { false } else { true }
  }
}
