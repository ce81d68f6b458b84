import DunjingScenario

/// The cells that say where calls were: two columns, or one that holds both numbers.
struct PositionCells {
  /// What stands in a row.
  enum Cell {
    case blank
    case unreadable([IncidentField])
    case pair(Position)
  }

  /// The two columns, or the one.
  let columns: [MappedColumn]
  /// Which of two degrees in one column comes first; nil for two columns, and where no pair can be read.
  let order: PairOrder?
  private let cells: [[String]]

  /// Takes them from a table; nil where it has none.
  init?(_ table: MappedTable, _ settings: IncidentImport) {
    if let x = table.columns[.x], let y = table.columns[.y], let xs = table.cells[.x],
      let ys = table.cells[.y]
    {
      (columns, cells, order) = ([x, y], [xs, ys], nil)
    } else if let both = table.columns[.position], let pairs = table.cells[.position] {
      (columns, cells) = ([both], [pairs])
      let positions = pairs.compactMap { CombinedPosition($0) }
      order =
        positions.isEmpty
        ? nil
        : PairOrder(
          positions, heading: both.column,
          isOnGrids: settings.gridsAreLocal ? nil : settings.extent.map { extent in { extent.contains($0) } })
    } else {
      return nil
    }
  }

  /// Whether pairs of degrees in one column have the latitude first.
  var isLatitudeFirst: Bool { order?.isLatitudeFirst ?? false }

  /// The system that a heading names; nil where none does.
  var namedSystem: RecordedCoordinates? {
    columns.lazy.compactMap { DegreeSystem(heading: $0.column) }.first.flatMap {
      RecordedCoordinates($0.rawValue)
    }
  }

  /// Whether the heading says that the numbers are longitudes and latitudes.
  var headingSaysDegrees: Bool {
    let name = columns[0].column.plainName
    return namedSystem != nil || ["lon", "lng", "long", "经度", "东经", "经纬"].contains { name.contains($0) }
  }

  /// Returns what stands in a row; of degrees in one column the longitude first.
  func cell(_ row: Int, inDegrees: Bool) -> Cell {
    let texts = cells.map { $0[row] }
    guard !texts.contains(where: \.isBlankCell) else { return .blank }
    if texts.count == 1 {
      guard let written = CombinedPosition(texts[0]), inDegrees || !written.hasMinutes else {
        return .unreadable([.position])
      }
      return .pair(
        inDegrees ? written.longitudeFirst(inColumnOfLatitudeFirst: isLatitudeFirst) : written.pair)
    }
    let values = zip(texts, [DegreeText.Axis.longitude, .latitude]).map { text, axis in
      NumberCell(text)?.value ?? (inDegrees ? Self.degrees(text, axis) : nil)
    }
    guard let x = values[0], let y = values[1] else {
      return .unreadable(zip([IncidentField.x, .y], values).filter { $0.1 == nil }.map(\.0))
    }
    return .pair(Position(x: x, y: y))
  }

  /// The degrees of a text with marks; nil where it says that they are those of the other column.
  private static func degrees(_ text: String, _ axis: DegreeText.Axis) -> Double? {
    DegreeText(text).flatMap { $0.axis == nil || $0.axis == axis ? $0.value : nil }
  }

  /// The rows that can be read and have degrees with minutes.
  var rowsWithMinutes: Int {
    cells[0].indices.count { row in
      let texts = cells.map { $0[row] }
      let hasMinutes =
        texts.count == 1
        ? CombinedPosition(texts[0])?.hasMinutes == true
        : texts.contains { DegreeText($0)?.hasMinutes == true }
      guard hasMinutes, case .pair = cell(row, inDegrees: true) else { return false }
      return true
    }
  }

  /// The text in a row of a field.
  func text(_ row: Int, _ field: IncidentField) -> String { cells[field == .y ? 1 : 0][row] }

  /// The field that holds the position east, or north.
  func field(north: Bool) -> IncidentField { cells.count == 1 ? .position : north ? .y : .x }

  /// All positions that can be read.
  func pairs(inDegrees: Bool) -> [Position] {
    cells[0].indices.compactMap { row in
      if case .pair(let pair) = cell(row, inDegrees: inDegrees) { pair } else { nil }
    }
  }
}
