import DunjingScenario
import Foundation

/// A collection of features after RFC 7946, with foreign members that say what positions are where they are no degrees.
struct MapFeatureCollection: Encodable, Sendable {
  private let type = "FeatureCollection"
  /// What is to be known of coordinates; nil for longitude and latitude of WGS-84.
  var coordinateNote: LocalizedText?
  var features: [MapFeature]
}

/// A thing on the map with its properties.
struct MapFeature: Encodable, Sendable {
  private let type = "Feature"
  private let id: String
  private let geometry: MapShape
  private let properties: [String: MapProperty]

  init(id: String, _ geometry: MapShape, _ properties: [String: MapProperty]) {
    (self.id, self.geometry) = (id, geometry)
    self.properties = properties.merging(["id": .text(id)]) { own, _ in own }
  }
}

/// A geometry; positions in degrees or kilometers, east before north.
enum MapShape: Encodable, Sendable {
  case point(Point)
  case points([Point])
  case line([Point])
  /// Polygons of closed rings, the outer one first: outer rings counterclockwise, holes clockwise.
  case areas([[[Point]]])

  private enum Key: String, CodingKey { case type, coordinates }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    func write(_ type: String, _ coordinates: some Encodable) throws {
      try container.encode(type, forKey: .type)
      try container.encode(coordinates, forKey: .coordinates)
    }
    switch self {
    case .point(let point): try write("Point", Self.position(point))
    case .points(let points): try write("MultiPoint", points.map(Self.position))
    case .line(let points): try write("LineString", points.map(Self.position))
    case .areas(let areas):
      let rings = areas.map { $0.map { $0.map(Self.position) } }
      if rings.count == 1 { try write("Polygon", rings[0]) } else { try write("MultiPolygon", rings) }
    }
  }

  /// Six decimals: a tenth of a meter in degrees.
  private static func position(_ point: Point) -> [Decimal] { [decimal(point.x), decimal(point.y)] }

  private static func decimal(_ value: Double) -> Decimal {
    let millionths = Int64((value * 1e6).rounded())
    return Decimal(
      sign: millionths < 0 ? .minus : .plus, exponent: -6, significand: Decimal(millionths.magnitude))
  }
}

/// A property; a number that is not finite is null.
enum MapProperty: Encodable, Sendable {
  case text(String)
  case number(Double?)

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    // Four decimals: more would say nothing of a mean, and make the file long.
    case .number(let value?) where value.isFinite: try container.encode((value * 1e4).rounded() / 1e4)
    case .number: try container.encodeNil()
    }
  }
}
