// Longitudes and latitudes, or kilometers, in columns of their own.
extension TablesReader {
  /// Returns the number in a cell, or nil after adding an issue.
  mutating func coordinate(
    _ table: MatchedTable, _ key: String, _ row: [CSVCell], _ bounds: PositionBounds
  ) -> Double? {
    let (cell, range) = (table.cell(key, row), key == "x" ? bounds.east : bounds.north)
    let other: DegreeText.Axis = key == "x" ? .latitude : .longitude
    let isOfKilometers = !result.isInDegrees
    if let written = isOfKilometers ? DegreeText(number: cell.text) : DegreeText(inCell: cell.text),
      written.axis != other, range.contains(written.value)
    {
      // Of the two cells of a position the first with minutes counts.
      let isCounted = key == "y" && DegreeText(table.cell("x", row).text)?.hasMinutes == true
      if written.hasMinutes && !isCounted { convertedPositions += 1 }
      return written.value
    }
    add(
      table.table, cell, content(of: cell, table, key),
      isOfKilometers ? Self.kilometersRemedy(key) : Self.degreesRemedy(key, range))
    return nil
  }

  private static func degreesRemedy(_ key: String, _ range: ClosedRange<Double>) -> LocalizedText {
    let (low, high) = (range.lowerBound.short, range.upperBound.short)
    let (decimal, minutes) = key == "x" ? ("113.8853", "113°53′7″") : ("30.4242", "30°25′27″")
    return LocalizedText(
      zh: "请写 \(low) 至 \(high) 的度数，例如 \(decimal) 或 \(minutes)",
      en: "write degrees from \(low) to \(high), such as \(decimal) or \(minutes)")
  }

  private static func kilometersRemedy(_ key: String) -> LocalizedText {
    key == "x"
      ? LocalizedText(zh: "请写向东的公里数，例如 3.2", en: "write kilometers east, such as 3.2")
      : LocalizedText(zh: "请写向北的公里数，例如 1.5", en: "write kilometers north, such as 1.5")
  }

  /// Says how many positions were converted from degrees and minutes.
  mutating func noteConverted() {
    guard convertedPositions > 0 else { return }
    result.notes.append(DegreeText.converted(convertedPositions))
  }
}

/// Between which numbers a position has to be.
struct PositionBounds {
  let east: ClosedRange<Double>
  let north: ClosedRange<Double>

  /// - Parameter isShifted: whether degrees are those of a system that is in use in China only.
  init(inDegrees: Bool, isShifted: Bool) {
    if inDegrees {
      (east, north) = isShifted ? (ChinaBox.longitudes, ChinaBox.latitudes) : (-180...180, -90...90)
    } else {
      (east, north) = (-1e7...1e7, -1e7...1e7)
    }
  }

  /// Whether a position is between them.
  func contains(_ position: Position) -> Bool { east.contains(position.x) && north.contains(position.y) }
}
