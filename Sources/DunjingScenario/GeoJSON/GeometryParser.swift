/// Reads the geometry of a feature and checks its form.
struct GeometryParser {
  let use: GeometryUse
  let system: CoordinateSystem
  /// Whether a ring that does not end where it began is closed, and not refused.
  var closesRings = false

  /// Returns the geometry of an object with `type` and `coordinates`.
  func geometry(_ node: RawNode) throws(PlacedFault) -> Geometry {
    let name = node["type"]?.text ?? node.shownText
    guard let kind = GeometryKind(rawValue: name), use.kinds.contains(kind) else {
      throw PlacedFault(fault: .geometryKind(found: name, use), place: node.place)
    }
    guard let coordinates = node["coordinates"] else { throw form(kind, node) }
    switch kind {
    case .point: return .point(try position(coordinates, kind))
    case .multiPoint: return .point(try position(only(coordinates, kind), kind))
    case .lineString: return .line(try positions(coordinates, kind, atLeast: 2))
    case .multiLineString: return .line(try positions(only(coordinates, kind), kind, atLeast: 2))
    case .polygon: return .area([try rings(coordinates, kind)])
    case .multiPolygon:
      var polygons: [[[Position]]] = []
      for polygon in try parts(coordinates, kind) { polygons.append(try rings(polygon, kind)) }
      return .area(polygons)
    }
  }

  private func form(_ kind: GeometryKind, _ node: RawNode) -> PlacedFault {
    PlacedFault(fault: .coordinateForm(kind), place: node.place)
  }

  private func parts(_ node: RawNode, _ kind: GeometryKind) throws(PlacedFault) -> [RawNode] {
    guard let parts = node.elements, !parts.isEmpty else { throw form(kind, node) }
    return parts
  }

  private func only(_ node: RawNode, _ kind: GeometryKind) throws(PlacedFault) -> RawNode {
    let parts = try parts(node, kind)
    guard parts.count == 1 else {
      throw PlacedFault(fault: .manyParts(kind, count: parts.count), place: node.place)
    }
    return parts[0]
  }

  private func rings(_ node: RawNode, _ kind: GeometryKind) throws(PlacedFault) -> [[Position]] {
    var rings: [[Position]] = []
    for part in try parts(node, kind) {
      var ring = try positions(part, kind, atLeast: closesRings ? 3 : 4)
      if let first = ring.first, first != ring.last {
        guard closesRings else { throw PlacedFault(fault: .openRing, place: part.place) }
        ring.append(first)
      }
      guard ring.count >= 4 else { throw form(kind, part) }
      rings.append(ring)
    }
    return rings
  }

  private func positions(
    _ node: RawNode, _ kind: GeometryKind, atLeast count: Int
  ) throws(PlacedFault) -> [Position] {
    let parts = try parts(node, kind)
    guard parts.count >= count else { throw form(kind, node) }
    var positions: [Position] = []
    positions.reserveCapacity(parts.count)
    for part in parts { positions.append(try position(part, kind)) }
    return positions
  }

  private func position(_ node: RawNode, _ kind: GeometryKind) throws(PlacedFault) -> Position {
    guard let numbers = node.elements, numbers.count >= 2 else { throw form(kind, node) }
    let position = Position(x: try coordinate(numbers[0], kind), y: try coordinate(numbers[1], kind))
    if system != .local && (abs(position.x) > 180 || abs(position.y) > 90) {
      throw PlacedFault(fault: .outsideGlobe(x: position.x, y: position.y), place: node.place)
    }
    return position
  }

  private func coordinate(_ node: RawNode, _ kind: GeometryKind) throws(PlacedFault) -> Double {
    guard case .scalar(let text, false) = node.content else { throw form(kind, node) }
    switch NumberText(text) {
    case .number(let value) where NumberRange.any.contains(value): return value
    case .number: throw PlacedFault(fault: .outOfRange(found: text, .any), place: node.place)
    case .notFinite: throw PlacedFault(fault: .notFinite(text), place: node.place)
    case .percent, .other: throw form(kind, node)
    }
  }
}
