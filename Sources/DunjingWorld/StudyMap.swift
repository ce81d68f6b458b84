import DunjingScenario

/// The grids of a study as neighbors of positions: which is the nearest, how far it is, and whether a position belongs to
/// the study at all.
package struct StudyMap: Sendable {
  private let projection: Projection
  private let centers: [(x: Double, y: Double)]
  private let nearest: NearestPlace
  /// Kilometers from the middle of the nearest grid beyond which a position lies outside: twice what all but a tenth of the
  /// grids have to their neighbor; nil for a study of one grid, which says nothing about its size.
  package let reach: Double?

  /// Positions beyond this are no degrees and no kilometers of this planet.
  private static let limit = 1e5

  package init(_ scenario: Scenario) {
    projection = Projection(scenario)
    let projection = projection
    let centers = scenario.grids.map { projection.plane($0.x, $0.y) }
    (self.centers, nearest) = (centers, NearestPlace(centers))
    let gaps = Self.gaps(centers).sorted()
    reach = gaps.isEmpty ? nil : 2 * gaps[gaps.count * 9 / 10]
  }

  /// The distance of each of at most 2,000 grids to its neighbor.
  private static func gaps(_ centers: [(x: Double, y: Double)]) -> [Double] {
    guard centers.count > 1 else { return [] }
    let step = max(1, centers.count / 2_000)
    return stride(from: 0, to: centers.count, by: step).map { index in
      let (x, y) = centers[index]
      let square = centers.indices.reduce(Double.infinity) { least, other in
        let (dx, dy) = (centers[other].x - x, centers[other].y - y)
        return other == index ? least : min(least, dx * dx + dy * dy)
      }
      return square.squareRoot()
    }
  }

  /// Kilometers east and north; nil for numbers that are no position.
  package func plane(_ x: Double, _ y: Double) -> (x: Double, y: Double)? {
    guard x.magnitude <= Self.limit, y.magnitude <= Self.limit else { return nil }
    return projection.plane(x, y)
  }

  /// Whether a position lies within reach of the grids.
  package func contains(_ x: Double, _ y: Double) -> Bool {
    guard let point = plane(x, y), let reach else { return plane(x, y) != nil }
    let center = centers[nearest.index(to: point.x, point.y)]
    let (dx, dy) = (center.x - point.x, center.y - point.y)
    return dx * dx + dy * dy <= reach * reach
  }
}
