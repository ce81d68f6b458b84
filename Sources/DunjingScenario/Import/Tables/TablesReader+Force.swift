// Departments and officers.
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

  mutating func readOfficers(_ table: MatchedTable) {
    let names = table.table.rows.map { table.cell("name", $0).text }
    var taken: Set<String> = []
    let rows = table.table.rows.map { row -> [String] in
      let (name, identity) = (table.cell("name", row).text, table.cell("isSworn", row).text)
      let team = table.cell("pool", row).text + name
      let isSworn = OfficerWord.isSworn(identity) ?? OfficerWord.isSworn(team) ?? true
      let pool = pool(team.isEmpty ? identity : team, isSworn: isSworn, table, row)
      let english = Self.englishName(of: pool, isSworn: isSworn)
      let isAmbiguous = names.count { $0 == name } > 1 && !identity.isEmpty
      return [
        id(pool, isSworn: isSworn, &taken),
        isAmbiguous ? "\(name)（\(identity)）" : (name.isEmpty ? team : name),
        name.allSatisfy(\.isASCII) && !name.isEmpty ? name : english,
        pool.rawValue, "\(isSworn)", "\(count(table, "count", row) ?? 0)"
      ]
    }
    result.tables[.officers] = MatchedTable.text(
      ["id", "name_zh", "name_en", "pool", "isSworn", "count"], rows)
  }

  /// What officers do, by the words of their team; auxiliaries of the community are auxiliaries.
  private mutating func pool(_ text: String, isSworn: Bool, _ table: MatchedTable, _ row: [CSVCell])
    -> OfficerPool
  {
    switch OfficerWord.pool(of: text) {
    case .community where !isSworn: return .auxiliary
    case let pool?: return pool
    case nil where !isSworn: return .auxiliary
    case nil:
      let cell = table.cell(table.has("pool") ? "pool" : "name", row)
      add(
        table.table, cell,
        LocalizedText(zh: "看不出 '\(text)' 做什么", en: "what '\(text)' do cannot be told"),
        LocalizedText(
          zh: "请写巡逻、值班、社区、交警、刑侦、辅警或志愿者等，或 \(OfficerPool.allCases.map(\.rawValue).listed.zh)",
          en: "write one of \(OfficerPool.allCases.map(\.rawValue).listed.en)"))
      return .patrol
    }
  }

  /// The id by which defaults know a category, or one of its own.
  private func id(_ pool: OfficerPool, isSworn: Bool, _ taken: inout Set<String>) -> String {
    let usual: [OfficerPool: String] = [.patrol: "street", .auxiliary: "gridAuxiliary"]
    let stem = (usual[pool] ?? pool.rawValue)
    let plain =
      isSworn || pool == .auxiliary || pool == .volunteer ? stem : stem + "Auxiliary"
    var (id, number) = (plain, 2)
    while !taken.insert(id).inserted {
      id = "\(plain)\(number)"
      number += 1
    }
    return id
  }

  /// What officers are called in English.
  private static func englishName(of pool: OfficerPool, isSworn: Bool) -> String {
    let suffix = isSworn ? " officers" : " auxiliaries"
    switch pool {
    case .patrol: return "Street" + suffix
    case .traffic: return "Traffic" + suffix
    case .investigation: return "Investigation" + suffix
    case .stationDuty: return "Station duty" + suffix
    case .community: return "Community" + suffix
    case .auxiliary: return "Auxiliaries"
    case .volunteer: return "Volunteers"
    }
  }
}
