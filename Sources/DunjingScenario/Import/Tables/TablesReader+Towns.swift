// Which station's district a grid is in, by its town.
extension TablesReader {
  /// Says of how many rows the town was read from the row above, as of merged cells.
  mutating func noteMergedTowns(_ table: MatchedTable) {
    let filled = zip(table.names("town"), table.towns).count { $0.isEmpty && !$1.isEmpty }
    guard filled > 0 else { return }
    let heading = table.heading("town")
    result.notes.append(
      LocalizedText(
        zh: "\(table.table.name)：\(filled) 行的 '\(heading)' 为空，按合并单元格取上面的",
        en:
          "\(table.table.name): \(EnglishCount.text(filled, "row", "rows")) without '\(heading)' taken to be of the one above, as in merged cells"
      ))
  }

  /// Gives grids without a station that of their town, of several the nearest; says so.
  mutating func assignStations(
    _ grids: inout [GridRow], _ facilities: [FacilityRow], _ table: MatchedTable
  ) {
    guard table.has("town") else { return }
    var (several, unknown): ([String], [String]) = ([], [])
    var count = 0
    for index in grids.indices where grids[index].station.isEmpty && !grids[index].town.isEmpty {
      let town = grids[index].town
      let stations = TownName(town).stations(among: facilities)
      if stations.count > 1, !several.contains(town) { several.append(town) }
      if stations.isEmpty, !unknown.contains(town) { unknown.append(town) }
      guard let station = nearest(stations, to: grids[index].position) else { continue }
      grids[index].station = station.id
      count += 1
    }
    noteTowns(count, several, unknown, table)
  }

  /// The station whose district a grid is in: that of its row, otherwise the nearest; nil without any.
  func station(of grid: GridRow, among facilities: [FacilityRow]) -> FacilityRow? {
    let named = grid.station.isEmpty ? [] : TownName(grid.station).stations(among: facilities)
    return nearest(named.isEmpty ? facilities.filter { $0.kind == .station } : named, to: grid.position)
  }

  /// The station nearest to a position; nil without any.
  func nearest(_ stations: [FacilityRow], to position: Position) -> FacilityRow? {
    let ground = GroundDistance(system: result.isInDegrees ? .wgs84 : .local)
    return stations.min {
      ground.kilometers($0.position, position) < ground.kilometers($1.position, position)
    }
  }

  private mutating func noteTowns(
    _ count: Int, _ several: [String], _ unknown: [String], _ table: MatchedTable
  ) {
    let (name, heading) = (table.table.name, table.heading("town"))
    if count > 0 {
      let more =
        several.isEmpty
        ? LocalizedText("")
        : LocalizedText(
          zh: "；\(several.listed.zh)有几个派出所，其网格归其中最近的",
          en: "; of the several stations of \(several.listed.en) the nearest")
      result.notes.append(
        LocalizedText(
          zh: "\(name)：\(count) 个网格按 '\(heading)' 归所属的派出所\(more.zh)",
          en:
            "\(name): \(EnglishCount.text(count, "grid is in the district", "grids are in the districts")) of the station of its "
            + "'\(heading)'\(more.en)"))
    }
    guard !unknown.isEmpty else { return }
    result.notes.append(
      LocalizedText(
        zh: "\(name)：'\(heading)' 中的 \(unknown.listed.zh) 没有对应的派出所，其网格归最近的派出所",
        en:
          "\(name): no station is that of \(unknown.listed.en) in '\(heading)': their grids go to the nearest"
      ))
  }
}
