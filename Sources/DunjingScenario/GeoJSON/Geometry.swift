/// A position of a geometry: kilometers east and north, or longitude and latitude in degrees.
package struct Position: Sendable, Equatable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    (self.x, self.y) = (x, y)
  }
}

/// A geometry that a table can use.
enum Geometry: Equatable {
  case point(Position)
  /// At least two positions.
  case line([Position])
  /// Polygons of rings: the outer one, then holes.
  case area([[[Position]]])
}

/// The geometries of GeoJSON that a table can use.
enum GeometryKind: String, CaseIterable {
  case point = "Point"
  case multiPoint = "MultiPoint"
  case lineString = "LineString"
  case multiLineString = "MultiLineString"
  case polygon = "Polygon"
  case multiPolygon = "MultiPolygon"

  /// What coordinates of this kind look like.
  var example: String {
    switch self {
    case .point: "[1.5, 2.5]"
    case .multiPoint: "[[1.5, 2.5]]"
    case .lineString: "[[0, 0], [1, 0]]"
    case .multiLineString: "[[[0, 0], [1, 0]]]"
    case .polygon: "[[[0, 0], [1, 0], [1, 1], [0, 0]]]"
    case .multiPolygon: "[[[[0, 0], [1, 0], [1, 1], [0, 0]]]]"
    }
  }
}

/// What the geometry of a feature gives to a row of a table.
enum GeometryUse: Sendable {
  case nothing
  /// `x` and `y` of a point.
  case point
  /// `x` and `y` of a point, or of the centroid of an area.
  case area
  /// `nodes`: the road nodes nearest to the vertices of a line.
  case nodes
  /// `lengthMeters` of a line.
  case length
  /// The polygons of an area as they are.
  case outline

  /// The keys it gives.
  var keys: [String] {
    switch self {
    case .nothing, .outline: []
    case .point, .area: ["x", "y"]
    case .nodes: ["nodes"]
    case .length: ["lengthMeters"]
    }
  }

  /// The geometries it takes; of points and lines with many parts only those with one.
  var kinds: [GeometryKind] {
    switch self {
    case .nothing: []
    case .point: [.point, .multiPoint]
    case .area: [.point, .multiPoint, .polygon, .multiPolygon]
    case .nodes, .length: [.lineString, .multiLineString]
    case .outline: [.polygon, .multiPolygon]
    }
  }

  /// The names of the geometries to write.
  var names: [String] {
    kinds.filter { $0 != .multiPoint && $0 != .multiLineString }.map(\.rawValue)
  }
}
