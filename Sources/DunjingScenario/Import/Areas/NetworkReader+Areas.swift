// Areas from polygons of GeoJSON.
extension NetworkReader {
  /// Returns the areas of a feature collection, or nil after adding issues.
  mutating func readAreas(_ table: ImportTable, isInDegrees: Bool) -> [ImportedArea]? {
    guard let features = areaFeatures(of: table) else { return nil }
    let rows = Self.propertyTable(features, table.name, log)
    let id = column(.area, in: rows)
    let name = column(.areaName, in: rows, isRequired: false)
    let population = column(.areaPopulation, in: rows, isRequired: false)
    let areaClass = column(.areaClass, in: rows, isRequired: false)
    let district = column(.areaDistrict, in: rows, isRequired: false)
    guard let id else { return nil }
    var seen: [String: Int] = [:]
    var areas: [ImportedArea] = []
    for (row, feature) in features.enumerated() {
      let known = rows.uniqueText(row, id, &seen, LocalizedText(zh: "区域", en: "area"))
      let residents = population.flatMap {
        rows.rows[row][$0] == nil ? nil : rows.number(row, $0, .nonnegative)
      }
      let kind = areaClass.flatMap { rows.areaClass(row, $0) }
      guard var area = outline(of: feature, row, table.name, isInDegrees), let known else { continue }
      func text(_ column: String?) -> String { column.flatMap { rows.rows[row][$0]?.text } ?? "" }
      (area.id, area.name, area.district) = (known, text(name), text(district))
      (area.population, area.areaClass) = (residents, kind)
      areas.append(area)
    }
    return areas
  }

  private mutating func areaFeatures(of table: ImportTable) -> [RawNode]? {
    let file = log.file(table.name)
    // GeoJSON is UTF-8 by its standard, whatever the tables are.
    let decoded = try? TextEncoding.utf8.decode(table.bytes).get()
    guard let text = decoded ?? text(of: table, file: file, "areas"),
      let root = JSONReader(file: file, log: log, keyPath: "areas").read(text)
    else { return nil }
    guard root["type"]?.text == "FeatureCollection", let features = root["features"]?.elements else {
      log.add(
        .notFeatureCollection(found: (root["type"] ?? root).shownText), at: root.place, keyPath: "areas")
      return nil
    }
    let system = root["crs"]?.flowText ?? ""
    if !system.isEmpty && !["CRS84", "4326", "4490"].contains(where: { system.contains($0) }) {
      log.add(.foreignSystem, at: root["crs"]?.place, keyPath: "areas")
    }
    guard !features.isEmpty else {
      log.add(.emptyList(LocalizedText(zh: "区域", en: "areas")), at: root.place, keyPath: "areas")
      return nil
    }
    return features
  }

  /// The properties of features as the rows of a table; the id of a feature itself stands in for one among them.
  private static func propertyTable(_ features: [RawNode], _ name: String, _ log: IssueLog) -> TableRows {
    var header: [String] = []
    var known: Set<String> = []
    let rows = features.map { feature in
      var entries = (feature["properties"]?.entries ?? []).filter { !($0.value.text ?? "").isEmpty }
      let own = feature.entries?.first { $0.key == "id" && $0.value.text != nil }
      if let own, !entries.contains(where: { $0.key == "id" }) { entries.append(own) }
      for entry in entries where known.insert(entry.key).inserted { header.append(entry.key) }
      return RawNode(content: .mapping(entries), place: feature.place)
    }
    return TableRows(name: name, keyPath: "areas", header: header, rows: rows, log: log)
  }

  /// Returns an area without its properties, or nil after adding an issue.
  private mutating func outline(
    of feature: RawNode, _ row: Int, _ file: String, _ isInDegrees: Bool
  ) -> ImportedArea? {
    let path = "areas[\(row)].geometry"
    guard feature["type"]?.text == "Feature" else {
      log.add(.notFeature, at: feature.place, keyPath: "areas[\(row)]")
      return nil
    }
    guard let node = feature["geometry"], node.entries != nil else {
      log.add(.noGeometry(.outline), at: feature.place, keyPath: path)
      return nil
    }
    do throws(PlacedFault) {
      let (polygons, wasOpen) = try Self.polygons(of: node, isInDegrees)
      let moved = polygons.map { $0.map { $0.map { place($0, isInDegrees) } } }
      guard var area = ImportedArea(moved, isInDegrees ? .wgs84 : .local) else {
        throw PlacedFault(fault: .emptyOutline, place: node.place)
      }
      area.wasOpen = wasOpen
      return area
    } catch {
      log.add(error.fault, at: error.place, keyPath: path)
      return nil
    }
  }

  /// Rings that do not end where they began are closed, which is said later; one of three positions is then a triangle.
  private static func polygons(
    of node: RawNode, _ isInDegrees: Bool
  ) throws(PlacedFault) -> (polygons: [[[Position]]], wasOpen: Bool) {
    var parser = GeometryParser(use: .outline, system: isInDegrees ? .wgs84 : .local)
    do {
      guard case .area(let polygons) = try parser.geometry(node) else { return ([], false) }
      return (polygons, false)
    } catch {
      switch error.fault {
      case .openRing, .coordinateForm: break
      default: throw error
      }
      parser.closesRings = true
      guard case .area(let polygons) = try parser.geometry(node) else { return ([], false) }
      return (polygons, true)
    }
  }
}

extension ImportedArea {
  /// Creates an area without properties; nil where the polygons enclose nothing.
  init?(_ polygons: [[[Position]]], _ system: CoordinateSystem) {
    shape = AreaShape(polygons)
    crossings = AreaShape.Edge.crossings(of: shape.edges)
    let measure = AreaMeasure(shape, crossings: crossings, system)
    guard let middle = measure.centroid, measure.squareKilometers > 0 else { return nil }
    (centroid, squareKilometers) = (middle, measure.squareKilometers)
    (id, name, district) = ("", "", "")
    hasStrayRing = polygons.contains { Self.hasStrayRing($0, system) }
  }

  /// Whether more than a sliver of a ring after the first is outside of it.
  /// - Complexity: O(h n) for h such rings and n edges, where few of them lie side by side.
  private static func hasStrayRing(_ rings: [[Position]], _ system: CoordinateSystem) -> Bool {
    guard rings.count > 1 else { return false }
    let outer = AreaShape([[rings[0]]])
    let crossings = AreaShape.Edge.crossings(of: outer.edges)
    return rings.dropFirst().contains { ring in
      let hole = AreaShape([[ring]])
      let own = AreaShape.Edge.crossings(of: hole.edges)
      let whole = AreaMeasure(hole, crossings: own, system).squareKilometers
      let common = AreaMeasure(outer, hole, crossings: crossings + own, system)?.squareKilometers ?? 0
      return whole - common > AreaOverlap.sliverShare * whole
    }
  }
}

extension TableRows {
  /// Returns a class of areas, or nil after adding an issue; an empty cell is none.
  fileprivate func areaClass(_ row: Int, _ column: String) -> AreaClass? {
    guard let cell = rows[row][column], let text = cell.text else { return nil }
    if let known = AreaClass(word: text) { return known }
    let choices = AreaClass.allCases.map(\.rawValue) + ["核心", "重点", "一般"]
    log.add(.unknownChoice(found: text, choices: choices), at: cell.place, keyPath: path(row, column))
    return nil
  }
}
