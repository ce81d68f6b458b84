extension ScenarioFault {
  /// The texts of faults of GeoJSON tables.
  var geoJSONText: Message? {
    switch self {
    case .jsonSyntax(let problem): problem.text
    case .notFeatureCollection(let found):
      Self.message(
        "文件的内容是 '\(found)'，不是要素集合", "请写成 {\"type\": \"FeatureCollection\", \"features\": […]}",
        "the file holds '\(found)', not a collection of features",
        "write {\"type\": \"FeatureCollection\", \"features\": […]}")
    case .notFeature:
      Self.message(
        "此处不是要素", "请写成 {\"type\": \"Feature\", \"properties\": {…}, \"geometry\": {…}}",
        "this is not a feature",
        "write {\"type\": \"Feature\", \"properties\": {…}, \"geometry\": {…}}")
    case .foreignSystem:
      Self.message(
        "文件中带有坐标系声明 crs", "请转换为 WGS-84 后删去 crs，并写 coordinates: WGS-84（QGIS 导出时选 RFC7946 = YES）",
        "the file names a coordinate system in 'crs'",
        "convert it to WGS-84, remove 'crs' and write coordinates: WGS-84 (QGIS exports so with RFC7946 = YES)"
      )
    case .systemInDegrees:
      Self.message(
        "文件的 crs 是经纬度，而场景写的是 coordinates: local（公里）",
        "请在 scenario.yaml 中写 coordinates: WGS-84；若文件确以公里为单位，请删去 crs",
        "'crs' says that the file is in degrees, but the scenario says coordinates: local, in kilometers",
        "write coordinates: WGS-84 in scenario.yaml, or remove 'crs' if the file is in kilometers")
    case .silentCoordinates:
      Self.message(
        "文件给出了几何位置，但场景没有声明坐标系",
        "请在 scenario.yaml 中写 coordinates: WGS-84（经纬度），或 coordinates: local（公里）",
        "the file gives positions, but the scenario does not say in which coordinates",
        "write coordinates: WGS-84 in scenario.yaml for degrees, or coordinates: local for kilometers")
    default: geometryText
    }
  }

  private var geometryText: Message? {
    switch self {
    case .noGeometry(let use):
      Self.geometryMessage("要素没有几何（geometry）", use, "the feature has no geometry")
    case .geometryKind(let found, let use):
      Self.geometryMessage("几何 '\(found)' 不适用于此表", use, "the geometry '\(found)' does not fit this table")
    case .manyParts(let kind, let count):
      Self.message(
        "\(kind.rawValue) 有 \(count) 部分，此处只能有一部分", "请把每一部分写成一个要素",
        "the \(kind.rawValue) has \(count) parts, but only one fits here", "write a feature for each part")
    case .coordinateForm(let kind):
      Self.message(
        "此处不是 \(kind.rawValue) 的坐标", "请写成 \"coordinates\": \(kind.example)",
        "these are not the coordinates of a \(kind.rawValue)",
        "write them like \"coordinates\": \(kind.example)")
    case .openRing:
      Self.message(
        "多边形的环没有闭合", "请在末尾重复第一个点",
        "the ring of the polygon is not closed", "repeat its first position at the end")
    case .emptyArea:
      Self.message(
        "多边形没有面积，或孔比外环大", "请改正顶点，或改写为 Point",
        "the polygon has no area, or its holes are larger", "correct its positions, or write a Point instead")
    case .emptyOutline:
      Self.message(
        "多边形没有面积", "请改正顶点，或删去该要素", "the polygon has no area", "correct its positions, or leave it out")
    case .outsideGlobe(let x, let y):
      Self.message(
        "[\(x.short), \(y.short)] 不是经纬度", "请先写经度（±180），后写纬度（±90）；若单位是公里，请写 coordinates: local",
        "[\(x.short), \(y.short)] is not a longitude and latitude",
        "write the longitude (±180) before the latitude (±90), or coordinates: local for kilometers")
    case .farFromRoads(let x, let y, let kilometers):
      Self.message(
        "顶点 [\(x.short), \(y.short)] 距最近的路网节点 \(kilometers.rounded().short) 公里",
        "请检查坐标系，或在 properties 中用 nodes 写出节点",
        "the vertex [\(x.short), \(y.short)] is \(kilometers.rounded().short) km from the nearest road node",
        "check the coordinates, or name the nodes in the properties as nodes")
    default: nil
    }
  }

  private static func geometryMessage(_ zh: String, _ use: GeometryUse, _ en: String) -> Message {
    if case .outline = use {
      return message(zh, "请写 Polygon 或 MultiPolygon", en, "write a Polygon or MultiPolygon")
    }
    let keys = use.keys.joined(separator: ", ")
    guard !keys.isEmpty else {
      return message(zh, "请写 \"geometry\": null，或改用 CSV", en, "write \"geometry\": null, or use CSV")
    }
    let names = use.names.dropLast().joined(separator: ", ") + (use.names.count > 1 ? " or " : "")
    return message(
      zh, "请写 \(use.names.joined(separator: "、"))，或在 properties 中给出 \(keys)",
      en, "write a \(names)\(use.names.last ?? ""), or give \(keys) in the properties")
  }
}
