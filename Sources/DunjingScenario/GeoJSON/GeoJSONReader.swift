/// Reads a feature collection (GeoJSON, RFC 7946) into a list of mappings, as ``CSVReader`` does with a table.
///
/// The properties of a feature are the keys of a row; null and empty texts count as values not given. The geometry
/// gives the keys of the table's ``GeometryUse`` where the properties have none of them.
struct GeoJSONReader {
  var file: Int
  var log: IssueLog
  var keyPath: String
  var shape: RecordShape
  /// How positions are to be read, or nil where the study does not say.
  var system: CoordinateSystem?
  /// The road nodes that lines go through, or nil in a study without roads.
  var nodes: NearestNode?
  /// What has been reported once for the whole file.
  private var reported: Set<String> = []

  init(
    file: Int, log: IssueLog, keyPath: String, shape: RecordShape, system: CoordinateSystem?,
    nodes: NearestNode?
  ) {
    (self.file, self.log, self.keyPath, self.shape) = (file, log, keyPath, shape)
    (self.system, self.nodes) = (system, nodes)
  }

  /// Whether a file is read as GeoJSON, by its name.
  static func reads(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".geojson") || name.hasSuffix(".json")
  }

  /// Returns the rows, or nil after adding issues.
  mutating func read(_ text: String) -> RawNode? {
    guard let root = JSONReader(file: file, log: log, keyPath: keyPath).read(text) else { return nil }
    guard root["type"]?.text == "FeatureCollection", let features = root["features"]?.elements else {
      log.add(
        .notFeatureCollection(found: (root["type"] ?? root).shownText), at: root.place, keyPath: keyPath)
      return nil
    }
    reportSystem(of: root)
    var rows: [RawNode] = []
    rows.reserveCapacity(features.count)
    for feature in features {
      if let row = row(feature, "\(keyPath)[\(rows.count)]") { rows.append(row) }
    }
    return RawNode(content: .list(rows), place: root.place)
  }

  /// Returns whether this is the first time a kind of issue comes up.
  mutating func isFirst(_ kind: String) -> Bool {
    reported.insert(kind).inserted
  }

  /// Adds an issue for a coordinate system named in the file other than that of the standard, or one of degrees in a
  /// study of kilometers.
  mutating func reportSystem(of node: RawNode) {
    guard let entry = node.entries?.first(where: { $0.key == "crs" }) else { return }
    if case .empty = entry.value.content { return }
    let isKnown = Self.isGeographic(entry.value["properties"]?["name"]?.text ?? "")
    guard !isKnown || system == .local else { return }
    if isFirst("crs") {
      log.add(isKnown ? .systemInDegrees : .foreignSystem, at: entry.place, keyPath: keyPath)
    }
  }

  /// Whether a name is that of WGS-84 or CGCS2000 in degrees, as programs write it: `urn:ogc:def:crs:OGC:1.3:CRS84`,
  /// `EPSG:4326`, `urn:ogc:def:crs:EPSG::4490`.
  private static func isGeographic(_ name: String) -> Bool {
    ["CRS84", "4326", "4490"].contains(String(name.split(separator: ":").last ?? "").uppercased())
  }

  private mutating func row(_ feature: RawNode, _ path: String) -> RawNode? {
    guard feature["type"]?.text == "Feature", let properties = properties(of: feature) else {
      log.add(.notFeature, at: feature.place, keyPath: path)
      log.isBroken = true
      return nil
    }
    reportSystem(of: feature)
    var entries = properties.compactMap { cell($0) }
    let isNamed = shape["id"] == nil || entries.contains { $0.key == "id" }
    if !isNamed, let id = feature.entries?.first(where: { $0.key == "id" }), let id = cell(id) {
      entries.append(id)
    }
    entries += geometryEntries(of: feature, beside: entries, path)
    return RawNode(content: .mapping(entries), place: feature.place)
  }

  private func properties(of feature: RawNode) -> [RawEntry]? {
    guard let node = feature["properties"] else { return [] }
    if case .empty = node.content { return [] }
    return node.entries
  }

  /// Returns a property as a cell of a table, where quotes do not count; nil if it is not given or not known.
  private mutating func cell(_ entry: RawEntry) -> RawEntry? {
    guard shape[entry.key] != nil else {
      if isFirst("properties." + entry.key) {
        log.add(
          .unknownKey(entry.key, known: shape.names), at: entry.place, keyPath: "\(keyPath).\(entry.key)")
      }
      return nil
    }
    switch entry.value.content {
    case .empty, .scalar("", _): return nil
    case .scalar(let text, _):
      let value = RawNode(content: .scalar(text, isQuoted: false), place: entry.value.place)
      return RawEntry(key: entry.key, place: entry.place, value: value)
    case .list, .mapping: return entry
    }
  }
}
