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
    reach = nearest.usualSquareToNeighbor.map { 2 * $0.squareRoot() }
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
