import DunjingFitting
import DunjingScenario
import DunjingWorld

/// How incidents are spread over grids.
public struct GridCalibration: Sendable {
  /// A grid with its incidents.
  public struct Cell: Sendable, Equatable {
    /// The id.
    public var id: String
    /// Position as in the study.
    public var x: Double
    /// Position as in the study.
    public var y: Double
    /// Incidents recorded in it.
    public var count: Double
    /// What was expected of it beforehand, as a multiple of the mean grid.
    public var expected: Double
  }

  /// The grids.
  public let cells: [Cell]
  /// The rates by grid.
  public let fit: GammaPoisson
  private let weights: [ParameterEstimate]
  /// Incidents without a position.
  public let withoutPosition: Int
  /// Incidents far from any grid.
  public let outside: Int
  /// Whether counts scatter more than Poisson counts in proportion to what was expected.
  public let dispersion: Dispersion?

  /// Finds the grid of each position: the nearest one of the study, or cells of a lattice.
  /// - Returns: Nil with fewer than two grids.
  init?(_ positions: [(x: Double, y: Double)?], study: Scenario?, map: PlaneMap, cellKilometers: Double) {
    withoutPosition = positions.count { $0 == nil }
    let places = positions.compactMap { $0 }.map { map.kilometers($0.x, $0.y) }
    let found =
      study.map { Self.nearest(places, $0.grids, map) } ?? Self.lattice(places, map, cellKilometers)
    (cells, outside) = found
    guard cells.count > 1 else { return nil }
    fit = GammaPoisson(counts: cells.map(\.count), exposures: cells.map(\.expected))
    weights = Self.weights(cells, fit)
    let total = cells.reduce(0) { $0 + $1.count }
    let exposure = cells.reduce(0) { $0 + $1.expected }
    dispersion = Dispersion(
      counts: cells.map(\.count), expected: cells.map { total * $0.expected / exposure })
  }

  /// The share of a grid in all incidents, in units of an even share, after shrinkage.
  public func weight(_ cell: Int) -> ParameterEstimate { weights[cell] }

  /// - Complexity: one rate for each cell, which takes quantiles.
  private static func weights(_ cells: [Cell], _ fit: GammaPoisson) -> [ParameterEstimate] {
    let rates = cells.indices.map { fit.rate($0) }
    let mean = zip(rates, cells).reduce(0) { $0 + $1.0.value * $1.1.expected } / Double(cells.count)
    return zip(rates, cells).map { rate, cell in
      guard mean > 0, cell.expected > 0 else {
        return ParameterEstimate(value: 0, standardError: nil, lower: nil, upper: nil)
      }
      return rate.scaled(by: cell.expected / mean)
    }
  }

  private static func nearest(
    _ places: [(x: Double, y: Double)], _ grids: [Grid], _ map: PlaneMap
  ) -> ([Cell], Int) {
    let total = grids.reduce(0) { $0 + $1.demandWeight }
    let even = total / Double(max(grids.count, 1))
    var cells = grids.map {
      // A grid that was to have nothing may still be found to have something.
      Cell(
        id: $0.id, x: $0.x, y: $0.y, count: 0, expected: even > 0 ? max($0.demandWeight / even, 0.01) : 1)
    }
    let centers = grids.map { map.kilometers($0.x, $0.y) }
    let index = NearestPlace(centers)
    let limit = index.usualSquareToNeighbor.map { 4 * $0 } ?? .infinity
    var outside = 0
    for place in places {
      let best = index.index(to: place.x, place.y)
      guard centers.indices.contains(best),
        (place.x - centers[best].x) * (place.x - centers[best].x)
          + (place.y - centers[best].y) * (place.y - centers[best].y) <= limit
      else {
        outside += 1
        continue
      }
      cells[best].count += 1
    }
    return (cells, outside)
  }

  private struct Slot: Hashable {
    var column: Int
    var row: Int
  }

  /// Square cells around the middle; those far from all others are outside.
  private static func lattice(
    _ places: [(x: Double, y: Double)], _ map: PlaneMap, _ side: Double
  ) -> ([Cell], Int) {
    var counts: [Slot: Int] = [:]
    func slot(_ value: Double) -> Int { Int((value / side).rounded(.down)) }
    let reach = 200 * side
    for place in places where place.x.magnitude < reach && place.y.magnitude < reach {
      counts[Slot(column: slot(place.x), row: slot(place.y)), default: 0] += 1
    }
    func neighbors(_ slot: Slot) -> Int {
      (-1...1).reduce(0) { sum, east in
        sum
          + (-1...1).count { north in
            counts[Slot(column: slot.column + east, row: slot.row + north)] != nil
          }
      }
    }
    let kept = counts.filter { $0.value > 1 || neighbors($0.key) > 1 }
    let cells = kept.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.enumerated().map {
      let middle = map.position(
        (Double($0.element.key.column) + 0.5) * side, (Double($0.element.key.row) + 0.5) * side)
      return Cell(
        id: "c\($0.offset + 1)", x: (middle.x * 1e5).rounded() / 1e5, y: (middle.y * 1e5).rounded() / 1e5,
        count: Double($0.element.value), expected: 1)
    }
    return (cells, places.count - kept.reduce(0) { $0 + $1.value })
  }
}
