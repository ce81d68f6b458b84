extension RoadLines {
  /// The names under which maps keep the class of a road, its direction and its speed.
  private static let keys = (
    roadClass: ["class", "highway", "fclass", "道路等级", "等级"], oneWay: ["oneWay", "oneway", "one_way", "单行"],
    speed: ["speedKilometersPerHour", "maxspeed", "speed", "限速"]
  )

  /// Reads lines of a feature collection; two lines meet where they have a position in common, to a centimeter.
  /// - Returns: nil after adding issues.
  init?(geoJSON text: String, file: Int, log: IssueLog, system: CoordinateSystem) {
    guard let root = JSONReader(file: file, log: log, keyPath: "roads").read(text) else { return nil }
    guard root["type"]?.text == "FeatureCollection", let features = root["features"]?.elements else {
      log.add(
        .notFeatureCollection(found: (root["type"] ?? root).shownText), at: root.place, keyPath: "roads")
      return nil
    }
    self.init()
    var known: [Key: Int] = [:]
    for (number, feature) in features.enumerated() {
      do {
        for line in try Self.lines(of: feature, system: system) {
          add(line, tagged: feature["properties"], known: &known, system: system)
        }
      } catch {
        log.add(error.fault, at: error.place, keyPath: "roads[\(number)].geometry")
      }
    }
  }

  /// A position to a centimeter, in degrees or kilometers.
  private struct Key: Hashable {
    var x: Int
    var y: Int

    init(_ position: Position, _ system: CoordinateSystem) {
      let scale = system == .local ? 1e5 : 1e7
      (x, y) = (Int((position.x * scale).rounded()), Int((position.y * scale).rounded()))
    }
  }

  private static func lines(
    of feature: RawNode, system: CoordinateSystem
  ) throws(PlacedFault) -> [[Position]] {
    guard feature["type"]?.text == "Feature", let geometry = feature["geometry"] else {
      throw PlacedFault(fault: .notFeature, place: feature.place)
    }
    guard geometry["type"]?.text == GeometryKind.multiLineString.rawValue,
      let parts = geometry["coordinates"]?.elements
    else { return [try line(geometry, system)] }
    var lines: [[Position]] = []
    for part in parts {
      let entries = [
        RawEntry(
          key: "type", place: part.place,
          value: RawNode(
            content: .scalar(GeometryKind.lineString.rawValue, isQuoted: true), place: part.place)),
        RawEntry(key: "coordinates", place: part.place, value: part)
      ]
      lines.append(try line(RawNode(content: .mapping(entries), place: part.place), system))
    }
    return lines
  }

  private static func line(_ node: RawNode, _ system: CoordinateSystem) throws(PlacedFault) -> [Position] {
    guard case .line(let line) = try GeometryParser(use: .length, system: system).geometry(node) else {
      throw PlacedFault(fault: .geometryKind(found: node.shownText, .length), place: node.place)
    }
    return line
  }

  private mutating func add(
    _ line: [Position], tagged properties: RawNode?, known: inout [Key: Int], system: CoordinateSystem
  ) {
    var points: [Int] = []
    for position in line {
      let key = Key(position, system)
      let index = known[key] ?? positions.count
      if index == positions.count {
        known[key] = index
        positions.append(position)
      }
      if points.last != index { points.append(index) }
    }
    func value(_ keys: [String]) -> String? { keys.lazy.compactMap { properties?[$0]?.text }.first }
    let name = value(Self.keys.roadClass) ?? ""
    var tags = Dictionary(
      (properties?.entries ?? []).compactMap { entry in entry.value.text.map { (entry.key, $0) } },
      uniquingKeysWith: { first, _ in first })
    if tags["highway"] == nil && RoadTags.knows(name) { tags["highway"] = name }
    let meaning = RoadTags(tags)
    // A map with classes of its own is taken as it is.
    guard let roadClass = tags["highway"] == nil ? name : meaning.roadClass else {
      leftOut[name, default: 0] += 1
      return
    }
    let oneWay = value(Self.keys.oneWay)?.lowercased() ?? ""
    let isAgainst = ["-1", "t"].contains(oneWay)
    guard points.count > 1 else { return }
    lines.append(
      Line(
        points: isAgainst ? points.reversed() : points, roadClass: roadClass,
        isOneWay: isAgainst || ["yes", "true", "1", "f", "是"].contains(oneWay) || meaning.direction == 1,
        speedKilometersPerHour: value(Self.keys.speed).flatMap { text in
          RoadTags(["maxspeed": text]).speedKilometersPerHour
        }))
  }
}
