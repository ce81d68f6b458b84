import DunjingScenario

extension IncidentAudit {
  /// The columns that say where calls were: two, or one of both numbers; empty without any.
  private var positionColumns: [MappedColumn] {
    mapping.filter { [.x, .y, .position].contains($0.field) }
  }

  /// Whether the table has a column of positions.
  public var hasPositionColumns: Bool { !positionColumns.isEmpty }

  /// Whether a row has a position that was recorded, and is not only the center of its grid.
  public var hasRecordedPositions: Bool {
    hasPositionColumns && records.contains { $0.x != nil && !$0.has(.placedByGrid) }
  }

  /// The column whose heading says which degrees the positions are in, where no option does; nil for none.
  public var systemColumn: String? {
    guard settings.coordinates == nil, coordinates != .local else { return nil }
    return positionColumns.lazy.map(\.column).first { DegreeSystem(heading: $0) != nil }
  }

  /// The name of the column of both coordinates; nil where there is none.
  private var pairColumn: String? { positionColumns.first { $0.field == .position }?.column }

  /// Which of two degrees in one column was taken to come first, and why; nil without such a column.
  public var pairOrderNote: LocalizedText? {
    guard let pairOrder, let column = pairColumn else { return nil }
    let first =
      pairOrder.isLatitudeFirst
      ? LocalizedText(zh: "纬度", en: "latitude") : LocalizedText(zh: "经度", en: "longitude")
    let why =
      switch pairOrder.basis {
      case .directions: LocalizedText(zh: "按所写的经纬方向", en: "by the directions in the cells")
      case .grids: LocalizedText(zh: "这样才落在研究的网格上", en: "as they then fall on the grids of the study")
      case .ranges: LocalizedText(zh: "按数值范围", en: "by the ranges of the numbers")
      case .heading: LocalizedText(zh: "按列名", en: "by the heading")
      case .assumed:
        LocalizedText(
          zh: "无从判断，属假定；若不对，请把列名改为 '坐标（纬度，经度）'，或用 --study 指明研究",
          en:
            "assumed, as nothing says so; if wrong, rename the column to 'lat lon', or name the study with --study"
        )
      }
    return LocalizedText(
      zh: "'\(column)' 按\(first.zh)在前读（\(why.zh)）",
      en: "'\(column)' is read with the \(first.en) first (\(why.en))")
  }
}
