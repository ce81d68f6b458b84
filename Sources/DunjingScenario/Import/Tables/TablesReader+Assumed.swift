// What the tables do not say, and what is taken for it.
extension TablesReader {
  /// Notes the numbers of departments that are not in their table.
  mutating func noteAssumed(of table: MatchedTable) {
    let departments = result.departments
    assumeDepartments(
      "fixedHoursPerYear", { $0.fixedHoursPerYear == nil },
      LocalizedText(
        zh: "固定工作量：民警数 × 参照城市同类部门的人均工作量，减去警情带来的工作",
        en:
          "fixed work: the officers times the work of an officer of such a department in the city of reference, less what incidents "
          + "bring"))
    assumeFloors("agencyFloor", \.agency)
    assumeFloors("countyFloor", \.county)
    noteBlankSendable(table)
    noteWithoutEnglish()
    let isUnsaid = departments.filter { $0.delayWeight == nil }
    guard !isUnsaid.isEmpty else { return }
    result.assumptions.append(
      ImportedAssumption(
        key: "departments.*.delayWeight",
        note: LocalizedText(zh: "同参照城市的同类部门", en: "As of such a department in the city of reference")))
    noteUnknown(isUnsaid)
  }

  /// Notes who has to stay of the officers of one level, of whom the table does not say it.
  private mutating func assumeFloors(_ key: String, _ staff: KeyPath<ImportedDepartment, ImportedStaff>) {
    let staffed = result.departments.filter { $0[keyPath: staff].officers > 0 }
    let rules = staffed.map { $0[keyPath: staff].assumed }
    for rule in FloorRule.allCases {
      let isRest = rule == .half && rules.contains { $0 != .half } && !rules.contains(nil)
      assumeDepartments(key, { $0[keyPath: staff].assumed == rule }, rule.note, isRest: isRest)
    }
  }

  /// Notes a number of some departments, or of all.
  /// - Parameter isRest: whether they are all but those that were told before.
  private mutating func assumeDepartments(
    _ key: String, _ isAssumed: (ImportedDepartment) -> Bool, _ what: LocalizedText, isRest: Bool = false
  ) {
    let some = result.departments.filter(isAssumed)
    guard !some.isEmpty else { return }
    let isAll = some.count == result.departments.count
    let names =
      isAll
      ? LocalizedText(zh: "各部门", en: "departments")
      : isRest ? LocalizedText(zh: "其余各部门", en: "other departments") : some.map(\.name.zh).listed
    assume("departments.*.\(key)", LocalizedText(zh: "\(names.zh)的\(what.zh)", en: "\(names.en), \(what.en)"))
  }

  /// Notes what was taken for a number, for the table of sources and for the user to check.
  mutating func assume(_ key: String, _ note: LocalizedText) {
    result.assumptions.append(ImportedAssumption(key: key, note: note))
    let shown = LocalizedText(zh: note.zh + " [H]", en: note.en + " [H]")
    if !result.notes.contains(shown) { result.notes.append(shown) }
  }

  /// Says which departments are not known by their names, and what stands for them.
  private mutating func noteUnknown(_ departments: [ImportedDepartment]) {
    let names = departments.filter {
      DepartmentWord(in: $0.name.zh) == nil && $0.id != $0.reference.id
    }.map(\.name.zh)
    guard !names.isEmpty, let like = DepartmentWord.unknown?.name else { return }
    result.notes.append(
      LocalizedText(
        zh: "\(names.listed.zh)：看不出是哪类部门，负荷率和延误权重同\(like.zh) [H]",
        en: "\(names.listed.en): what they do cannot be told; load and weight of delay as of \(like.en) [H]"))
  }

  /// Says which departments have no English name, as nobody would know a made-up one again.
  private mutating func noteWithoutEnglish() {
    let names = result.departments.filter(\.isWithoutEnglish).map(\.name.zh).listed
    guard !names.zh.isEmpty else { return }
    result.notes.append(
      LocalizedText(
        zh: "\(names.zh)：没有英文名，英文报告中仍为中文名；请在 departments.csv 的 name_en 列补上",
        en:
          "\(names.en): no English name, so that the English report has the Chinese one; fill in name_en in departments.csv"
      ))
  }

  /// Says for which departments it is left blank who may be sent down, and that nobody was taken.
  private mutating func noteBlankSendable(_ table: MatchedTable) {
    let heading = table.heading("sendable")
    for (key, staff) in [("agencyFloor", \ImportedDepartment.agency), ("countyFloor", \.county)] {
      let blank = result.departments.filter { $0[keyPath: staff].isSendableBlank }
      guard !blank.isEmpty else { continue }
      let names = blank.map(\.name.zh).listed
      assume(
        "departments.*.\(key)",
        LocalizedText(
          zh: "\(names.zh)的 '\(heading)' 为空，按都不下沉",
          en: "\(names.en): '\(heading)' is empty, and nobody is sent down"))
    }
  }

  /// Returns reserve sites where the table has none: at the street workstations, without any at the stations, so that a plan can
  /// send officers to the street.
  mutating func assumedSites(_ facilities: [FacilityRow]) -> [FacilityRow] {
    let kinds: [FacilityKind] = [.streetWorkstation, .station]
    guard result.facilityCounts[.reserveSite] == nil,
      let kind = kinds.first(where: { result.facilityCounts[$0] != nil })
    else { return [] }
    result.kindOfAssumedSites = kind
    var taken = Set(facilities.map(\.id))
    return facilities.filter { $0.kind == kind }.enumerated().map { index, post in
      var (site, number) = (post, index + 1)
      while !taken.insert("r\(number)").inserted { number += 1 }
      (site.id, site.kind, site.grid) = ("r\(number)", .reserveSite, "")
      site.name = post.name.allSatisfy(\.isASCII) ? "\(post.name) (reserve)" : "\(post.name)（增派）"
      return site
    }
  }
}
