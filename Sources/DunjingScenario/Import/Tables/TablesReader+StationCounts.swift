// Incidents by station, shared out over the grids of its district.
extension TablesReader {
  /// Takes the incidents of a table by station for those of the grids, in proportion to the residents of each in its district,
  /// where the table of grids has no column of them; without such a table reads the incidents of the grids.
  mutating func readStationCounts(
    _ grids: inout [GridRow], _ facilities: [FacilityRow], _ table: MatchedTable
  ) {
    let districts = grids.map { station(of: $0, among: facilities)?.id ?? "" }
    let found = stationCounts.filter { counts in
      let known = counts.rows.count { row in
        !TownName(row.name).stations(among: facilities).isEmpty
          || !places(row.name, grids, districts, facilities).isEmpty
      }
      return 2 * known > counts.rows.count
    }
    stationCounts = []
    guard let counts = found.first, !table.has("demandWeight") else {
      for counts in found { noteUnused(counts, table) }
      if !table.has("demandWeight") { readDemand(grids, table) }
      return
    }
    result.unknown.removeAll { $0.name == counts.table }
    var demand = grids.map { _ in 0.0 }
    var lost: [StationCounts.Row] = []
    for row in counts.rows {
      let places = places(row.name, grids, districts, facilities)
      let residents = places.map { grids[$0].population }.reduce(0, +)
      if residents <= 0, row.count > 0 { lost.append(row) }
      for place in places where residents > 0 {
        demand[place] += row.count * grids[place].population / residents
      }
    }
    for index in grids.indices { grids[index].demand = (demand[index] * 100).rounded() / 100 }
    assumeClasses(table)
    noteDemand(counts, demand.reduce(0, +), lost, table)
  }

  /// The grids of a row: those of the town of that name, otherwise those in the districts of its stations.
  private func places(
    _ name: String, _ grids: [GridRow], _ districts: [String], _ facilities: [FacilityRow]
  ) -> [Int] {
    let town = TownName(name)
    let ofTown = grids.indices.filter { !grids[$0].town.isEmpty && town.isTown(grids[$0].town) }
    let stations = Set(town.stations(among: facilities).map(\.id))
    return ofTown.isEmpty ? grids.indices.filter { stations.contains(districts[$0]) } : ofTown
  }

  /// Says how many incidents were read and how they were shared out, and which were not.
  private mutating func noteDemand(
    _ counts: StationCounts, _ sum: Double, _ lost: [StationCounts.Row], _ table: MatchedTable
  ) {
    let days = settings.days ?? (counts.isOfYear ? 365 : nil)
    result.incidentsPerDay = days.map { sum / $0 }
    let total = Int(sum.rounded())
    let perDay = days.map { "\(total) / \($0.short) = \(((sum / $0 * 10).rounded() / 10).short)" }
    assume(
      "grids.*.demandWeight",
      LocalizedText(
        zh: "\(counts.table)：'\(counts.heading)' \(total) 起，各派出所（乡镇）之内按居民数分给网格",
        en:
          "\(counts.table): \(total) incidents by '\(counts.heading)', shared out over the grids of each station or town by residents"
      ))
    result.notes.append(
      perDay.map { text in
        LocalizedText(
          zh: "日均警情按 '\(counts.heading)' 计：\(text) 起；其中若含无效警情，请把 demand.incidentsPerDay 改小",
          en:
            "incidents a day by '\(counts.heading)': \(text); if that counts invalid calls too, lower demand.incidentsPerDay"
        )
      }
        ?? LocalizedText(
          zh: "'\(counts.heading)' 只作各网格的份额；若是某段时间的起数，请用 --days 指明天数",
          en:
            "'\(counts.heading)' only gives shares of grids; if it counts incidents of some days, say how many with --days"
        ))
    guard !lost.isEmpty else { return }
    let names = lost.map { "\($0.name) \(Int($0.count.rounded()))" }.listed
    result.notes.append(
      LocalizedText(
        zh: "\(counts.table)：\(names.zh) 起没有对应的派出所、乡镇，或其辖区没有网格，没有计入",
        en:
          "\(counts.table): \(names.en): no station or town of that name, or no grid in its district; not counted"
      ))
  }

  /// Says that incidents by station are not used beside those of the grids.
  private mutating func noteUnused(_ counts: StationCounts, _ table: MatchedTable) {
    result.unknown.removeAll { $0.name == counts.table }
    let heading = table.heading("demandWeight")
    result.notes.append(
      LocalizedText(
        zh: "\(counts.table)：各派出所的警情数，没有使用：网格表已有 '\(heading)'",
        en: "\(counts.table): incidents by station, not used: the grids have '\(heading)'"))
  }
}
