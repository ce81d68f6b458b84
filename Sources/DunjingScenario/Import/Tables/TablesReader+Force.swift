// Departments.
extension TablesReader {
  mutating func readDepartments(_ table: MatchedTable) {
    var taken: Set<String> = []
    let ids = ids(table) { index in
      let name = table.cell("name", table.table.rows[index]).text
      let id = DepartmentWord.id(of: name).flatMap { taken.contains($0) ? nil : $0 } ?? "d\(index + 1)"
      taken.insert(id)
      return id
    }
    noteAssumed(table)
    let rows = table.table.rows.indices.map { index in
      department(table, table.table.rows[index], id: ids[index])
    }
    result.tables[.departments] = MatchedTable.text(
      [
        "id", "name_zh", "name_en", "agencyOfficers", "agencyFloor", "countyOfficers", "countyFloor",
        "fixedHoursPerYear",
        "delayWeight"
      ], rows)
  }

  private mutating func department(_ table: MatchedTable, _ row: [CSVCell], id: String) -> [String] {
    let (agency, county) = officers(table, row)
    let agencyFloor = floor(table, "agencyFloor", row, of: agency)
    let countyFloor = floor(table, "countyFloor", row, of: county)
    let assumed = Self.assumedHours(id, officers: Double(agency + county), residents: result.residents)
    let hours = number(table, "fixedHoursPerYear", row, in: 0...1e8, fallback: assumed) ?? 0
    let weight =
      table.cell("delayWeight", row).text.isEmpty
      ? (DefaultCatalog.departments.first { $0.id == id }?.delayWeight ?? 1)
      : number(table, "delayWeight", row, in: 0...1_000) ?? 1
    let name = table.cell("name", row).text
    let english = DefaultCatalog.departments.first { $0.id == id }?.name.en ?? "Department \(id)"
    return [
      id, name, name.allSatisfy(\.isASCII) ? name : english, "\(agency)", "\(agencyFloor)", "\(county)",
      "\(countyFloor)",
      hours.rounded().short, weight.short
    ]
  }

  /// The officers of the agencies and of the county: with one column those to which the study belongs.
  private mutating func officers(_ table: MatchedTable, _ row: [CSVCell]) -> (agency: Int, county: Int) {
    let agency = table.has("agencyOfficers") ? count(table, "agencyOfficers", row, fallback: 0) ?? 0 : 0
    let county = table.has("countyOfficers") ? count(table, "countyOfficers", row, fallback: 0) ?? 0 : 0
    return settings.isOfCounty ? (0, agency + county) : (agency, county)
  }

  /// The officers who have to stay: what the table says, in a county by whichever column it has, otherwise half of them.
  private mutating func floor(_ table: MatchedTable, _ key: String, _ row: [CSVCell], of officers: Int) -> Int
  {
    let column =
      settings.isOfCounty && key == "countyFloor" && !table.has(key) ? "agencyFloor" : key
    guard officers > 0 else { return 0 }
    guard table.has(column) else { return (officers + 1) / 2 }
    return min(officers, count(table, column, row, fallback: (officers + 1) / 2) ?? 0)
  }

  /// Hours of work that no incident begets, so that the department is as busy as in the city of reference; one that is not there
  /// has as many by officer as its administration.
  private static func assumedHours(_ id: String, officers: Double, residents: Double) -> Double {
    let known = DefaultCatalog.departments
    let index = known.firstIndex { $0.id == id } ?? known.firstIndex { $0.id == "administration" }
    guard let index else { return 0 }
    let reference = known[index]
    let (all, cases) = (
      Double(reference.agencyOfficers + reference.countyOfficers), DefaultCatalog.caseHours[index]
    )
    let hours = (reference.fixedHoursPerYear + cases) * officers / all
    return max(0, hours - cases * residents / DefaultCatalog.referenceResidents)
  }

  private mutating func noteAssumed(_ table: MatchedTable) {
    if !table.has("fixedHoursPerYear") {
      result.notes.append(
        LocalizedText(
          zh: "部门没有固定工作量：按参照城市的负荷率推算 [H]",
          en: "departments say no fixed work: by the load of the city of reference [H]"))
    }
    if !table.has("agencyFloor") && !table.has("countyFloor") {
      result.notes.append(
        LocalizedText(
          zh: "部门没有最低留守人数：取一半 [H]", en: "departments say nobody who has to stay: half of them [H]"))
    }
  }
}
