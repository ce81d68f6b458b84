// Departments.
extension TablesReader {
  /// Reads the departments; those that are known by their names get the ids by which incidents bring them work.
  mutating func readDepartments(_ table: MatchedTable) {
    var taken: Set<String> = []
    let words = table.table.rows.map { DepartmentWord(in: table.cell("name", $0).text) }
    let ids = ids(table) { index in
      guard let word = words[index], word.isSame, !Self.isReplaced(word, by: words),
        taken.insert(word.reference.id).inserted
      else {
        return "d\(index + 1)"
      }
      return word.reference.id
    }
    noteEstablishment(table)
    result.origins[.departments] = RecordOrigins(table)
    result.departments = table.table.rows.indices.compactMap { index in
      department(table, table.table.rows[index], id: ids[index], words[index])
    }
    numberEnglishNames()
    noteAssumed(of: table)
    noteCounty(table)
    result.assumeFixedHours(besides: [:])
  }

  /// Whether a department stands in for one that is there itself.
  private static func isReplaced(_ word: DepartmentWord, by words: [DepartmentWord?]) -> Bool {
    word.isStandIn
      && words.contains {
        $0?.reference.id == word.reference.id && $0?.isSame == true && $0?.isStandIn == false
      }
  }

  /// Numbers the English names that departments of one kind share: Public order, Public order 2.
  private mutating func numberEnglishNames() {
    let isOwn = { (name: LocalizedText) in name.en == name.zh }
    var taken = Set(result.departments.map(\.name).filter(isOwn).map(\.en))
    for index in result.departments.indices where !isOwn(result.departments[index].name) {
      let plain = result.departments[index].name.en
      var number = 2
      while !taken.insert(result.departments[index].name.en).inserted {
        result.departments[index].name.en = "\(plain) \(number)"
        number += 1
      }
    }
  }

  private mutating func department(
    _ table: MatchedTable, _ row: [CSVCell], id: String, _ word: DepartmentWord?
  ) -> ImportedDepartment? {
    let (agency, county) = officers(table, row)
    let (name, isUnsaid) = (name(table, row), { (key: String) in table.cell(key, row).text.isEmpty })
    let same = DefaultCatalog.departments.first { $0.id == id }
    guard let reference = AssumedWork.reference(id: id, name: name) else { return nil }
    let english = name.allSatisfy(\.isASCII) ? name : word?.english ?? same?.name.en ?? name
    return ImportedDepartment(
      id: id, name: LocalizedText(zh: name, en: english),
      agency: staff(table, "agencyFloor", row, of: agency, sendable: true),
      county: staff(table, "countyFloor", row, of: county, sendable: agency == 0), reference: reference,
      delayWeight: isUnsaid("delayWeight") ? nil : number(table, "delayWeight", row, in: 0...1_000),
      fixedHoursPerYear: isUnsaid("fixedHoursPerYear")
        ? nil : number(table, "fixedHoursPerYear", row, in: 0...1e8))
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

  /// The officers who have to stay: what the table says, in a county both columns together; those who may not be sent down where
  /// it says who may; otherwise as ``FloorRule`` has it.
  /// - Parameter sendable: whether those who may be sent down are among these officers: of the agencies, and of the county only
  ///   where the agencies have none.
  private mutating func staff(
    _ table: MatchedTable, _ key: String, _ row: [CSVCell], of officers: Int, sendable: Bool
  ) -> ImportedStaff {
    guard officers > 0 else { return ImportedStaff() }
    let keys = (settings.isOfCounty ? ["agencyFloor", "countyFloor"] : [key]).filter(table.has)
    let said = keys.filter { !table.cell($0, row).text.isEmpty }
    guard let first = said.first else {
      if sendable, table.has("sendable") {
        let sent = count(table, "sendable", row, fallback: 0) ?? 0
        return ImportedStaff(
          officers: officers, floor: officers - checked(sent, "sendable", table, row, of: officers),
          isSendableBlank: table.cell("sendable", row).text.isEmpty)
      }
      let rule = FloorRule(of: table.cell("name", row).text)
      return ImportedStaff(officers: officers, floor: rule.floor(of: officers), assumed: rule)
    }
    let floor = said.map { count(table, $0, row) ?? 0 }.reduce(0, +)
    return ImportedStaff(officers: officers, floor: checked(floor, first, table, row, of: officers))
  }

  /// Returns a part of the officers of a department, or all after adding an issue that it is more than there are.
  private mutating func checked(
    _ part: Int, _ key: String, _ table: MatchedTable, _ row: [CSVCell], of officers: Int
  ) -> Int {
    if part <= officers { return part }
    let heading = table.heading(key)
    add(
      table.table, table.cell(key, row),
      LocalizedText(
        zh: "'\(heading)' 是 \(part)，而部门只有 \(officers) 人",
        en: "'\(heading)' is \(part), of \(officers) officers"),
      LocalizedText(zh: "请写不超过人数的数", en: "write no more than there are officers"))
    return officers
  }

  /// Says that most departments are those of a county or a district, whose officers are of the county.
  private mutating func noteCounty(_ table: MatchedTable) {
    let names = table.plainNames
    let low = names.filter { name in ["大队", "中队"].contains(where: name.contains) }
    let high = names.contains { name in ["支队", "总队"].contains(where: name.contains) }
    guard !settings.isOfCounty, !high, low.count * 2 > names.count else { return }
    result.notes.append(
      LocalizedText(
        zh: "\(names.count) 个部门中 \(low.count) 个是大队、中队，而民警按省、市级机关计；县、县级市公安局和市辖区公安分局请加 --county，按县级计",
        en:
          "\(low.count) of \(names.count) departments are 大队 or 中队, and their officers were taken for those of agencies of province or "
          + "prefecture; for a county, a county-level city or a district of a city add --county"))
  }

  private mutating func noteEstablishment(_ table: MatchedTable) {
    let heading = table.heading("agencyOfficers")
    guard heading.contains("编制") || EnglishWord.isEstablishment(heading) else { return }
    result.notes.append(
      LocalizedText(
        zh: "部门人数取自 '\(heading)'，是编制数；如有实有人数，请用 --column departments.agencyOfficers=列名 指明",
        en:
          "the officers of departments are those of '\(heading)', the establishment; where there is a column of those present, name it: "
          + "--column departments.agencyOfficers=HEADING"))
  }
}
