/// The centroid of an area made of polygons with holes.
///
/// Areas and first moments of rings follow from the sum over their edges (Green's theorem) whatever their direction;
/// those of holes are subtracted. Degrees need no projection: a centroid moves along with every scaling of an axis.
enum AreaCentroid {
  /// Returns the centroid, or nil where the polygons have no area.
  static func centroid(of polygons: [[[Position]]]) -> Position? {
    guard let anchor = polygons.first?.first?.first else { return nil }
    var sum = (area: 0.0, x: 0.0, y: 0.0)
    for polygon in polygons {
      for (index, ring) in polygon.enumerated() {
        let part = moments(of: ring, about: anchor)
        let sign = (part.area < 0 ? -1.0 : 1.0) * (index == 0 ? 1 : -1)
        sum = (sum.area + sign * part.area, sum.x + sign * part.x, sum.y + sign * part.y)
      }
    }
    guard sum.area > 1e-12 * extent(of: polygons) else { return nil }
    return Position(x: anchor.x + sum.x / (3 * sum.area), y: anchor.y + sum.y / (3 * sum.area))
  }

  /// Returns twice the signed area, and six times the first moments.
  private static func moments(
    of ring: [Position], about anchor: Position
  ) -> (area: Double, x: Double, y: Double) {
    var sum = (area: 0.0, x: 0.0, y: 0.0)
    for (a, b) in zip(ring, ring.dropFirst()) {
      let (ax, ay, bx, by) = (a.x - anchor.x, a.y - anchor.y, b.x - anchor.x, b.y - anchor.y)
      let cross = ax * by - bx * ay
      sum = (sum.area + cross, sum.x + (ax + bx) * cross, sum.y + (ay + by) * cross)
    }
    return sum
  }

  /// Returns the area of the bounding box, against which rounding is measured.
  private static func extent(of polygons: [[[Position]]]) -> Double {
    let positions = polygons.joined().joined()
    let (x, y) = (positions.map(\.x), positions.map(\.y))
    guard let west = x.min(), let east = x.max(), let south = y.min(), let north = y.max() else { return 0 }
    return (east - west) * (north - south)
  }
}
