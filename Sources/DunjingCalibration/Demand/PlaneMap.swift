import DunjingRecords
import DunjingScenario

/// Turns positions into kilometers east and north of a middle.
struct PlaneMap {
  let isInDegrees: Bool
  private let middle: (x: Double, y: Double)
  private let eastward: Double

  /// Degrees are recognized by their size where the system is not known.
  init(_ positions: [(x: Double, y: Double)], system: CoordinateSystem?) {
    let (east, north) = (Self.median(positions.map(\.x)), Self.median(positions.map(\.y)))
    middle = (east, north)
    isInDegrees = system.map { $0 != .local } ?? CoordinateMismatch.areDegrees(positions)
    eastward = isInDegrees ? DegreeLength.east(atLatitude: middle.y) : 1
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  func kilometers(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let northward = isInDegrees ? DegreeLength.north : 1
    return ((x - middle.x) * eastward, (y - middle.y) * northward)
  }

  /// The position that lies so many kilometers from the middle.
  func position(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let northward = isInDegrees ? DegreeLength.north : 1
    return (x / eastward + middle.x, y / northward + middle.y)
  }
}
