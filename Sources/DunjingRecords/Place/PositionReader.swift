import DunjingScenario
import DunjingStatistics

/// Reads positions and finds those that cannot be right.
struct PositionReader {
  private let settings: IncidentImport
  private let cells: PositionCells?

  /// Beyond so many scaled median deviations from the median, and so far at least, a position is outside of the bulk.
  static let (deviations, leastDegrees, leastKilometers, fewest) = (10.0, 0.05, 5.0, 20)

  init(_ settings: IncidentImport, _ cells: PositionCells?) {
    (self.settings, self.cells) = (settings, cells)
  }

  /// Reads all of them and returns the system they are in, and the order of degrees in one column; nil where there is none.
  /// - Parameter named: The grids that rows name, by which they have a place in a table without positions; empty without any.
  func read(
    into records: inout [IncidentRecord], _ log: inout FindingLog, named: [Grid?]
  ) -> (coordinates: RecordedCoordinates, order: PairOrder?) {
    let usual: RecordedCoordinates = settings.gridsAreLocal ? .local : .degrees
    guard let cells else {
      for index in named.indices where named[index] == nil { log.add(.noPosition, to: &records[index]) }
      return (settings.coordinates ?? (named.isEmpty ? .degrees : usual), nil)
    }
    let system = settings.coordinates ?? cells.namedSystem ?? usual
    var pairs = records.indices.map { pair($0, of: cells, system, &records[$0], &log) }
    if system != .local { checkDegrees(&pairs, &records, &log) }
    convert(&pairs, system)
    let extent = settings.grids.isEmpty ? Extent(bulk: pairs.compactMap { $0 }, system) : settings.extent
    checkExtent(extent, system, &pairs, &records, &log)
    for index in records.indices { (records[index].x, records[index].y) = (pairs[index]?.x, pairs[index]?.y) }
    return (system, system == .local ? nil : cells.order)
  }

  /// The position in a row as it stands there; nil after adding why there is none.
  private func pair(
    _ row: Int, of cells: PositionCells, _ system: RecordedCoordinates, _ record: inout IncidentRecord,
    _ log: inout FindingLog
  ) -> Position? {
    switch cells.cell(row, inDegrees: system != .local) {
    case .blank:
      log.add(.noPosition, to: &record)
      return nil
    case .unreadable(let fields):
      for field in fields { addUnreadable(cells, field, row, &record, &log) }
      return nil
    case .pair(let pair):
      guard system == .local, let field = beyond(pair, cells) else { return pair }
      addUnreadable(cells, field, row, &record, &log)
      return nil
    }
  }

  private func addUnreadable(
    _ cells: PositionCells, _ field: IncidentField, _ row: Int, _ record: inout IncidentRecord,
    _ log: inout FindingLog
  ) {
    log.addUnreadable(cells.text(row, field), field, as: .unreadableNumber, to: &record)
  }

  /// The field of a number that is no kilometers; of degrees, the check of degrees says more.
  private func beyond(_ pair: Position, _ cells: PositionCells) -> IncidentField? {
    let bounds = IncidentFile.positionBounds
    if !bounds.contains(pair.x) { return cells.field(north: false) }
    return bounds.contains(pair.y) ? nil : cells.field(north: true)
  }

  /// Takes away what stands for no position and what is no degrees, and turns round what is surely swapped.
  private func checkDegrees(
    _ pairs: inout [Position?], _ records: inout [IncidentRecord], _ log: inout FindingLog
  ) {
    for index in pairs.indices {
      guard let pair = pairs[index] else { continue }
      if [0, -1].contains(pair.x) && [0, -1].contains(pair.y) {
        log.add(.zeroPosition, to: &records[index])
        pairs[index] = nil
      } else if abs(pair.x) <= 180 && abs(pair.y) <= 90 {
        continue
      } else if abs(pair.x) <= 90 && abs(pair.y) <= 180 {
        log.add(.swappedPosition, to: &records[index])
        pairs[index] = Position(x: pair.y, y: pair.x)
      } else {
        log.add(.projectedPosition, to: &records[index])
        pairs[index] = nil
      }
    }
  }

  private func convert(_ pairs: inout [Position?], _ system: RecordedCoordinates) {
    guard case .shifted = system else { return }
    for index in pairs.indices { pairs[index] = pairs[index].map { converted($0, system) } }
  }

  private func converted(_ pair: Position, _ system: RecordedCoordinates) -> Position {
    guard case .shifted(let shifted) = system else { return pair }
    let place = shifted.wgs84(longitude: pair.x, latitude: pair.y)
    return Position(x: place.longitude, y: place.latitude)
  }

  /// Turns round what lies inside only so, and flags what lies outside anyway.
  private func checkExtent(
    _ extent: Extent?, _ system: RecordedCoordinates, _ pairs: inout [Position?],
    _ records: inout [IncidentRecord], _ log: inout FindingLog
  ) {
    guard let extent else { return }
    for index in pairs.indices {
      guard let pair = pairs[index], !extent.contains(pair) else { continue }
      let turned = converted(Position(x: pair.y, y: pair.x), system)
      if system != .local, extent.contains(turned), !records[index].has(.swappedPosition) {
        log.add(.swappedPosition, to: &records[index])
        pairs[index] = turned
      } else {
        log.add(.outsideMap, to: &records[index])
      }
    }
  }
}

/// An upright rectangle of positions.
struct Extent: Equatable {
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>

  init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    (self.x, self.y) = (x, y)
  }

  func contains(_ position: Position) -> Bool { x.contains(position.x) && y.contains(position.y) }

  /// The rectangle around the bulk of positions: the medians, and ten times the scaled median absolute deviation to both sides
  /// (Rousseeuw and Croux, 1993, give 1.4826 for the scale), but not less than some kilometers; nil for few positions.
  init?(bulk positions: [Position], _ system: RecordedCoordinates) {
    guard positions.count >= PositionReader.fewest else { return nil }
    let least =
      system == .local ? PositionReader.leastKilometers : PositionReader.leastDegrees
    func range(_ values: [Double]) -> ClosedRange<Double> {
      let sorted = values.sorted()
      let middle = Quantile.ofSorted(sorted, at: 0.5) ?? 0
      let deviation = Quantile.of(sorted.map { abs($0 - middle) }, at: 0.5) ?? 0
      let half = max(least, PositionReader.deviations * 1.4826 * deviation)
      return (middle - half)...(middle + half)
    }
    self.init(x: range(positions.map(\.x)), y: range(positions.map(\.y)))
  }
}

extension IncidentImport {
  /// Whether the study has kilometers in a plane.
  var gridsAreLocal: Bool { !grids.isEmpty && gridCoordinates == .local }

  /// The rectangle of the grids of the study, wider by half the distance of two grids; nil without grids.
  var extent: Extent? { Extent(grids) }
}

extension Extent {
  /// The rectangle of grids, wider by half the distance of two grids; nil without grids.
  init?(_ grids: [Grid]) {
    guard let first = grids.first else { return nil }
    var (x, y) = (first.x...first.x, first.y...first.y)
    for grid in grids {
      x = min(x.lowerBound, grid.x)...max(x.upperBound, grid.x)
      y = min(y.lowerBound, grid.y)...max(y.upperBound, grid.y)
    }
    let count = Double(grids.count).squareRoot()
    let (east, north) = ((x.upperBound - x.lowerBound) / count, (y.upperBound - y.lowerBound) / count)
    self.init(
      x: (x.lowerBound - east)...(x.upperBound + east), y: (y.lowerBound - north)...(y.upperBound + north))
  }
}
