// Departments.
extension TablesReader {
  /// Reads the departments; those that are known by their names get the ids by which incidents bring them work.
  mutating func readDepartments(_ table: MatchedTable) {
    var taken: Set<String> = []
    let ids = ids(table) { index in
      let name = table.cell("name", table.table.rows[index]).text
      let id = DepartmentWord.id(of: name).flatMap { taken.contains($0) ? nil : $0 } ?? "d\(index + 1)"
      taken.insert(id)
      return id
    }
    noteAssumed(table)
    result.origins[.departments] = RecordOrigins(table)
    let rows = table.table.rows.indices.map { index in
      department(table, table.table.rows[index], id: ids[index])
    }
    result.tables[.departments] = CSVQuoting.table(
      [
        "id", "name_zh", "name_en", "agencyOfficers", "agencyFloor", "countyOfficers", "countyFloor",
        "fixedHoursPerYear", "delayWeight"
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
    let name = name(table, row)
    let english = DefaultCatalog.departments.first { $0.id == id }?.name.en ?? "Department \(id)"
    return [
      id, name, name.allSatisfy(\.isASCII) ? name : english, "\(agency)", "\(agencyFloor)", "\(county)",
      "\(countyFloor)",
      hours.rounded().short, weight.short
    ]
  }

  /// The officers of the agencies and of the county; in a county all are of the county.
  private mutating func officers(_ table: MatchedTable, _ row: [CSVCell]) -> (agency: Int, county: Int) {
    // An empty cell is nobody only where the officers stand in the other column.
    let fallback = table.has("agencyOfficers") && table.has("countyOfficers") ? 0 : nil
    func read(_ key: String) -> Int {
      table.has(key) ? count(table, key, row, fallback: fallback) ?? 0 : 0
    }
    let (agency, county) = (read("agencyOfficers"), read("countyOfficers"))
    return settings.isOfCounty ? (0, agency + county) : (agency, county)
  }

  /// The officers who have to stay: what the table says, in a county both columns together, otherwise half of them.
  private mutating func floor(_ table: MatchedTable, _ key: String, _ row: [CSVCell], of officers: Int) -> Int
  {
    guard officers > 0 else { return 0 }
    let keys = (settings.isOfCounty ? ["agencyFloor", "countyFloor"] : [key]).filter(table.has)
    let said = keys.filter { !table.cell($0, row).text.isEmpty }
    guard let first = said.first else { return (officers + 1) / 2 }
    let floor = said.map { count(table, $0, row) ?? 0 }.reduce(0, +)
    if floor <= officers { return floor }
    let heading = table.heading(first)
    add(
      table.table, table.cell(first, row),
      LocalizedText(
        zh: "'\(heading)' 是 \(floor)，而部门只有 \(officers) 人",
        en: "'\(heading)' is \(floor), of \(officers) officers"),
      LocalizedText(zh: "请写不超过人数的数", en: "write no more than there are officers"))
    return officers
  }

  /// Hours of work that no incident begets, so that the department is as busy as in the city of reference; one that is not there
  /// has as many by officer as its administration.
  private static func assumedHours(_ id: String, officers: Double, residents: Double) -> Double {
    let known = DefaultCatalog.departments
    let index = known.firstIndex { $0.id == id } ?? known.firstIndex { $0.id == "administration" }
    guard let index else { return 0 }
    let reference = known[index]
    let (all, cases) = (
      Double(reference.officers), DefaultCatalog.caseHours[index]
    )
    let hours = (reference.fixedHoursPerYear + cases) * officers / all
    return max(0, hours - cases * residents / DefaultCatalog.referenceResidents)
  }

  private mutating func noteAssumed(_ table: MatchedTable) {
    let heading = table.heading("agencyOfficers")
    if heading.contains("编制") {
      result.notes.append(
        LocalizedText(
          zh: "部门人数取自 '\(heading)'，是编制数；如有实有人数，请用 --column departments.agencyOfficers=列名 指明",
          en:
            "the officers of departments are those of '\(heading)', the establishment; where there is a column of those present, name it: "
            + "--column departments.agencyOfficers=HEADING"))
    }
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
