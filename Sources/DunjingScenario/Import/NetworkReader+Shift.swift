// Shifted coordinates that nobody spoke of.
extension NetworkReader {
  /// Warns where positions lie markedly closer to the roads after undoing a shift; nothing is converted.
  mutating func suspectShift(
    _ network: ImportedNetwork, _ sources: NetworkSources, _ areas: [ImportedArea]
  ) {
    guard network.isInDegrees else { return }
    let rows = network.sources.filter { $0.demand > 0 && $0.isRow }
    var lists: [(noun: LocalizedText, table: ImportTable, positions: [Position])] = [
      (
        LocalizedText(zh: "设施", en: "facilities"), sources.facilities,
        network.facilities.compactMap(\.position)
      )
    ]
    if let demand = sources.demand {
      lists.append((LocalizedText(zh: "需求点", en: "points of demand"), demand, rows.map(\.position)))
    }
    if let table = sources.areas {
      let corners = areas.flatMap { $0.shape.edges.map(\.a) }
      lists.append((LocalizedText(zh: "区域边界点", en: "corners of areas"), table, corners))
    }
    lists = lists.filter { list in
      list.positions.count { ShiftedCoordinates.isAroundChina($0.x, $0.y) } >= ShiftSuspicion.leastPositions
    }
    guard !lists.isEmpty else { return }
    let straight = network.edges.map {
      ImportedNetwork.Segment(a: network.nodes[$0.from].position, b: network.nodes[$0.to].position)
    }
    let suspicion = ShiftSuspicion(
      network.segments.isEmpty ? straight : network.segments, roadsAreShiftable: !network.isOpenStreetMap,
      lists: lists.count)
    for (noun, table, positions) in lists {
      guard let finding = suspicion.finding(positions) else { continue }
      warnings.append(
        Self.warning(
          finding, noun, Self.lastPart(table.name), roadsStay: network.isOpenStreetMap))
    }
  }

  private static func warning(
    _ finding: ShiftSuspicion.Finding, _ noun: LocalizedText, _ table: String, roadsStay: Bool
  ) -> LocalizedText {
    let system = finding.positions?.rawValue ?? "WGS-84"
    let roads = finding.roads?.rawValue ?? "WGS-84"
    let (before, after, shift) = (
      finding.meters.rounded().short, finding.convertedMeters.rounded().short,
      finding.shiftMeters.rounded().short
    )
    // The option converts all files but roads of OpenStreetMap; others would be shifted as well.
    let isOption = roadsStay && finding.positions != nil && finding.roads == nil
    return LocalizedText(
      zh: "\(table) 的\(noun.zh)像是 \(system) 坐标，而道路像是 \(roads)：到最近道路的中位距离 \(before) 米，换算后 \(after) 米"
        + "（位移约 \(shift) 米）。没有作任何换算；"
        + (isOption
          ? "若 OpenStreetMap 道路之外的文件都是 \(system)，请加 --coordinates \(system)，否则请先换算该文件。" : "请先把两者换算为同一坐标系。"),
      en:
        "The \(noun.en) of \(table) look like \(system) and the roads like \(roads): they are \(before) m from the nearest "
        + "road in the median, and \(after) m after converting, which moves them by about \(shift) m. Nothing was converted; "
        + (isOption
          ? "if all files but roads of OpenStreetMap are in \(system), write --coordinates \(system), otherwise convert this one."
          : "convert both to the same system."))
  }
}
