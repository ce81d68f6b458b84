// Where grids and facilities are.
extension TablesReader {
  /// The positions of grids, in WGS-84 where they are degrees, which is found here for both tables; nil where a row has none.
  mutating func gridPositions(_ table: MatchedTable) -> [Position?] {
    let system = system(of: table)
    gridSystem = system
    result.isInDegrees = saysDegrees(table, system) || Self.areDegrees(plain(table, inDegrees: true))
    noteSystem(system, of: table)
    let positions = positions(table, system)
    result.isAbroad = result.isInDegrees && !Self.areInChina(positions.compactMap(\.self))
    return positions
  }

  /// The positions of facilities, nil where a row has none: those of another system than the grids' are said.
  mutating func facilityPositions(_ table: MatchedTable) -> [Position?] {
    let system = system(of: table)
    if result.isInDegrees && system != gridSystem { noteSystem(system, of: table) }
    return positions(table, system)
  }

  /// The system that was named, else that which the headings name, else that of the grids.
  private func system(of table: MatchedTable) -> DegreeSystem {
    settings.coordinates ?? DegreeSystem(heading: table.positionHeadings.joined()) ?? gridSystem
  }

  /// The positions in a table in WGS-84, nil where a row has none, or zeros after adding issues; degrees have to be some.
  private mutating func positions(_ table: MatchedTable, _ system: DegreeSystem) -> [Position?] {
    let plain = plain(table, inDegrees: result.isInDegrees)
    if result.isInDegrees, !plain.isEmpty, plain.allSatisfy({ abs($0.y) > 90 && abs($0.x) <= 90 }) {
      add(
        table.table, nil, LocalizedText(zh: "经度、纬度两列似乎对调", en: "longitude and latitude seem to be swapped"),
        LocalizedText(zh: "请把两列的列名对换", en: "exchange the headings of the two columns"))
      return table.table.rows.map { _ in Position(x: 0, y: 0) }
    }
    let isTurned =
      result.isInDegrees
      && PairOrder(pairs(table), heading: table.heading("position")).isLatitudeFirst
    let bounds = PositionBounds(inDegrees: result.isInDegrees, isShifted: system.shift != nil)
    return table.table.rows.map { row in
      if table.emptyPositionCells(row).first != nil { return nil }
      let position =
        table.has("position")
        ? combined(table, row, bounds, isLatitudeFirst: isTurned)
        : Position(
          x: coordinate(table, "x", row, bounds) ?? 0, y: coordinate(table, "y", row, bounds) ?? 0)
      return result.isInDegrees ? system.wgs84(position) : position
    }
  }

  /// The position in one cell, or zeros after adding an issue.
  private mutating func combined(
    _ table: MatchedTable, _ row: [CSVCell], _ bounds: PositionBounds, isLatitudeFirst: Bool
  ) -> Position {
    let cell = table.cell("position", row)
    if let written = CombinedPosition(cell.text), result.isInDegrees || !written.hasMinutes {
      let turned = written.longitudeFirst(inColumnOfLatitudeFirst: isLatitudeFirst)
      let isOpen = result.isInDegrees && written.isLatitudeFirst == nil
      let position = isOpen ? CombinedPosition.longitudeFirst(turned) : turned
      if bounds.contains(position) {
        if written.hasMinutes { convertedPositions += 1 }
        return position
      }
    }
    add(
      table.table, cell, content(of: cell, table, "position"),
      result.isInDegrees
        ? LocalizedText(
          zh: "请写经度和纬度，例如 112.97,28.19", en: "write longitude and latitude, such as 112.97,28.19")
        : LocalizedText(zh: "请写向东、向北的公里数，例如 3.2,1.5", en: "write kilometers east and north, such as 3.2,1.5"))
    return Position(x: 0, y: 0)
  }

  /// The texts of positions in one column that can be read.
  private func pairs(_ table: MatchedTable) -> [CombinedPosition] {
    table.table.rows.compactMap { CombinedPosition(table.cell("position", $0).text) }
  }

  /// The positions that are numbers.
  private func plain(_ table: MatchedTable, inDegrees: Bool) -> [Position] {
    if table.has("position") {
      return pairs(table).map {
        let pair = $0.longitudeFirst(inColumnOfLatitudeFirst: false)
        return inDegrees && $0.isLatitudeFirst == nil ? CombinedPosition.longitudeFirst(pair) : pair
      }
    }
    return table.table.rows.compactMap { row in
      guard let x = DegreeText(inCell: table.cell("x", row).text),
        let y = DegreeText(inCell: table.cell("y", row).text)
      else { return nil }
      return Position(x: x.value, y: y.value)
    }
  }

  /// Whether the headings, or the system that was named, say that positions are longitudes and latitudes.
  private func saysDegrees(_ table: MatchedTable, _ system: DegreeSystem) -> Bool {
    let headings = table.positionHeadings.map { $0.lowercased() }
    return system.shift != nil || hasMinutes(table) || headings.contains { DegreeSystem(heading: $0) != nil }
      || headings.contains { heading in ["经", "纬", "lon", "lat", "lng"].contains(where: heading.contains) }
  }

  /// Whether a position is in degrees and minutes.
  private func hasMinutes(_ table: MatchedTable) -> Bool {
    pairs(table).contains(where: \.hasMinutes)
      || table.table.rows.contains { row in
        ["x", "y"].contains { DegreeText(table.cell($0, row).text)?.hasMinutes == true }
      }
  }

  /// Says in which system positions were taken, and where that is from.
  private mutating func noteSystem(_ system: DegreeSystem, of table: MatchedTable) {
    guard result.isInDegrees else {
      result.notes.append(LocalizedText(zh: "位置：向东、向北的公里数", en: "positions: kilometers east and north"))
      return
    }
    let (name, isShifted) = (system.rawValue, system.shift != nil)
    let heading = table.positionHeadings.first { DegreeSystem(heading: $0) == system }
    let source = settings.coordinates == nil ? heading : nil
    let advice =
      isShifted || source != nil
      ? LocalizedText(zh: "", en: "")
      : LocalizedText(
        zh: "；高德地图取的请加 --coordinates GCJ-02，百度的加 BD-09",
        en: " (of Amap: --coordinates GCJ-02, of Baidu: BD-09)")
    result.notes.append(
      LocalizedText(
        zh: (source == nil ? "" : "\(table.table.name)：") + "位置：经纬度（\(name)"
          + (source.map { "，按列名 '\($0)'" } ?? "") + (isShifted ? "，已换算为 WGS-84" : "") + advice.zh + "）",
        en: (source == nil ? "" : "\(table.table.name): ") + "positions: longitude and latitude in \(name)"
          + (source.map { ", by the heading '\($0)'" } ?? "") + (isShifted ? ", converted to WGS-84" : "")
          + advice.en))
  }

  /// Whether all positions, as degrees, are in the box around China.
  private static func areInChina(_ positions: [Position]) -> Bool {
    !positions.isEmpty && positions.allSatisfy(ChinaBox.contains)
  }

  /// Whether positions are longitudes and latitudes: all of them in the box around China, and none a map of kilometers as wide
  /// as that.
  private static func areDegrees(_ positions: [Position]) -> Bool {
    areInChina(positions)
      && (positions.map(\.x).max() ?? 0) - (positions.map(\.x).min() ?? 0) < 15
  }
}
