// Units that stand in more than one table, and would count twice.
extension TablesReader {
  /// Leaves out the stations among departments, and the departments among officers of whom it is not said what they do; names
  /// the other units that are in both tables.
  mutating func separate(_ matched: inout [MatchedTable], from facilities: [FacilityRow]) {
    guard let departments = matched.firstIndex(where: { $0.kind == .departments }) else { return }
    removeStations(&matched[departments], facilities)
    if let officers = matched.firstIndex(where: { $0.kind == .officers }) {
      removeDepartments(&matched[officers], matched[departments])
    }
    matched.removeAll { $0.kind == .departments && $0.table.rows.isEmpty }
  }

  private mutating func removeStations(_ departments: inout MatchedTable, _ facilities: [FacilityRow]) {
    let known = Set(facilities.filter { $0.kind == .station }.map { MatchedTable.plain($0.name) })
    let stations = departments.plainNames.filter { UnitSide.isStation($0) || known.contains($0) }
    guard !stations.isEmpty else { return }
    departments = departments.without(stations)
    let name = departments.table.name
    result.notes.append(
      LocalizedText(
        zh: "\(name)：略去派出所（\(stations.listed.zh)）：派出所不是机关部门，其民警应列在警力表中",
        en:
          "\(name): stations left out (\(stations.listed.en)): they are no departments; their officers belong in the table of officers"
      ))
  }

  private mutating func removeDepartments(_ officers: inout MatchedTable, _ departments: MatchedTable) {
    let known = Set(departments.plainNames)
    let both = officers.plainNames.filter(known.contains)
    let placed = officers.table.rows.filter { row in
      ["pool", "name"].contains { OfficerWord.pool(of: officers.cell($0, row).text) != nil }
    }
    let counted = Set(placed.map(officers.plainName))
    let (twice, out) = (both.filter(counted.contains), both.filter { !counted.contains($0) })
    officers = officers.without(out)
    let (name, other) = (officers.table.name, departments.table.name)
    if !out.isEmpty {
      result.notes.append(
        LocalizedText(
          zh: "\(name)：略去 \(out.listed.zh)：已在机关表 \(other) 中，不重复计算",
          en: "\(name): \(out.listed.en) left out: they are among the departments of \(other)"))
    }
    if !twice.isEmpty {
      result.notes.append(
        LocalizedText(
          zh: "\(twice.listed.zh) 既在机关表 \(other) 又在警力表 \(name) 中，请核对是否重复计算",
          en:
            "\(twice.listed.en): in both \(other) (departments) and \(name) (officers); check that nobody counts twice"
        ))
    }
  }
}
