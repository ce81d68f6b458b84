/// Reads the tables of an office and collects everything that is wrong with them.
struct TablesReader {
  let settings: TablesImport
  private(set) var issues: [ScenarioIssue] = []
  var result = ImportedTables()
  /// The system of the positions of grids, which is that of facilities too where nothing says another.
  var gridSystem = DegreeSystem.wgs84
  /// How many positions were written with minutes.
  var convertedPositions = 0
  /// Where the towns and districts of the tables are.
  var middles = TownMiddles()
  /// The tables of incidents by station or town.
  var stationCounts: [StationCounts] = []
  /// The names of lists of calls, which are not used.
  private var callLists: [String] = []

  init(_ settings: TablesImport) {
    self.settings = settings
    result.notes += settings.workbooks.map { name in
      LocalizedText(
        zh: "\(name) 是工作簿，没有读；其中若有要用的表，\(Workbook.remedy.zh)",
        en: "\(name) is a workbook, and not read; if it holds a table of use, \(Workbook.remedy.en)")
    }
  }

  /// Returns the tables of the study, or nil after adding issues.
  mutating func tables(_ sources: [ImportTable]) -> ImportedTables? {
    var matched: [MatchedTable] = []
    for source in sources {
      do {
        matched += match(try OfficeTable(source, named: settings.columns.map(\.heading)))
      } catch {
        issues += error.issues
      }
    }
    matched.forEach { checkTotals(of: $0) }
    sortUnits(&matched)
    guard issues.isEmpty, let places = checked(matched) else { return nil }
    var grids = readGrids(places.grids)
    let facilities = readFacilities(places.facilities, grids)
    noteConverted()
    assignStations(&grids, facilities, places.grids)
    if !stationCounts.isEmpty { readStationCounts(&grids, facilities, places.grids) }
    readUnits(places.facilities, facilities)
    if issues.isEmpty { writeGrids(grids, facilities + assumedSites(facilities)) }
    separate(&matched, from: facilities)
    result.isOfCounty = settings.isOfCounty && matched.first(of: .departments) != nil
    if settings.isOfCounty && !result.isOfCounty {
      result.notes.append(
        LocalizedText(
          zh: "没有机关部门表，--county 不起作用", en: "without a table of departments --county changes nothing"))
    }
    if let table = matched.first(of: .departments) { readDepartments(table) }
    readOfficers(matched.first(of: .officers), places.facilities, facilities)
    note(matched)
    return issues.isEmpty ? result : nil
  }

  /// Returns what a table lists, if it can be told; a table of something else is left out.
  private mutating func match(_ table: OfficeTable) -> [MatchedTable] {
    if CallList.isOne(table) {
      callLists.append(table.name)
      result.notes.append(CallList.note(table.name))
      return []
    }
    let found = StudyTableKind.allCases.map {
      StudyTableColumns($0, in: table.header, named: settings.named($0))
    }
    let shown = found.filter { $0.kind.missing(from: Set($0.places.keys)).isEmpty }.map {
      MatchedTable(table, $0)
    }
    if let best = shown.max(by: { $0.likeness < $1.likeness }) { return [best] }
    if let counts = StationCounts(table) { stationCounts.append(counts) }
    result.unknown.append(UnknownTable(table, found))
    return []
  }

  /// Returns the tables that a study needs, or nil after adding issues; no two may list the same.
  private mutating func checked(_ matched: [MatchedTable]) -> (grids: MatchedTable, facilities: MatchedTable)?
  {
    for kind in StudyTableKind.allCases { checkSingle(matched.filter { $0.kind == kind }.map(\.table), kind) }
    checkNamed(matched)
    let lacking = [StudyTableKind.grids, .facilities].filter { matched.first(of: $0) == nil }
    if !lacking.isEmpty { issues += result.unknown.map { $0.issue(lackingTablesOf: lacking) } }
    let grids = needed(
      .grids, matched, LocalizedText(zh: "经度、纬度和人口", en: "longitude, latitude and population"))
    let facilities = needed(
      .facilities, matched, LocalizedText(zh: "名称、种类、经度和纬度", en: "name, kind, longitude and latitude"))
    guard issues.isEmpty, let grids, let facilities else { return nil }
    return (grids, facilities)
  }

  private mutating func checkSingle(_ tables: [OfficeTable], _ kind: StudyTableKind) {
    for table in tables.dropFirst() {
      add(
        table, nil,
        LocalizedText(
          zh: "'\(table.name)' 和 '\(tables[0].name)' 都像是\(kind.noun.zh)表",
          en: "'\(table.name)' and '\(tables[0].name)' both look like tables of \(kind.noun.en)"),
        LocalizedText(zh: "请逐个给出文件，两者只给一个", en: "name the files one by one, with one of the two"))
    }
  }

  /// Returns the table of a kind, or nil after adding an issue.
  private mutating func needed(
    _ kind: StudyTableKind, _ matched: [MatchedTable], _ columns: LocalizedText
  ) -> MatchedTable? {
    if let table = matched.first(of: kind) { return table }
    let file = result.unknown.first?.name ?? callLists.first ?? matched.first?.table.name ?? ""
    let calls = callLists.isEmpty ? nil : callLists.listed
    issues.append(
      ScenarioIssue(
        file: file, line: 1, column: 1, keyPath: "",
        problem: LocalizedText(
          zh: "没有找到\(kind.noun.zh)表" + (calls.map { "（\($0.zh) 像是接处警记录）" } ?? ""),
          en: "there is no table of \(kind.noun.en)"
            + (calls.map { " (\($0.en) looks like records of calls)" } ?? "")),
        remedy: remedy(kind, columns)))
    return nil
  }

  /// What to give where a table is missing; it may be one that was not known, or in a workbook.
  private func remedy(_ kind: StudyTableKind, _ columns: LocalizedText) -> LocalizedText {
    let books = settings.workbooks.isEmpty ? nil : settings.workbooks.listed
    let option = LocalizedText(
      zh: "，或用 --column \(kind.rawValue).x=列名 指明各列",
      en: ", or name its columns: --column \(kind.rawValue).x=HEADING")
    let isKnown = result.unknown.isEmpty
    return LocalizedText(
      zh: (isKnown ? "请" : "请按上面所说指明各列，或") + "给出列名含\(columns.zh)的表" + (isKnown ? option.zh : "")
        + (books.map { "；若在工作簿 \($0.zh) 中，\(Workbook.remedy.zh)" } ?? ""),
      en: (isKnown ? "give" : "name the columns of one of those above, or give")
        + " a table with headings such as \(columns.en)" + (isKnown ? option.en : "")
        + (books.map { "; if it is in the workbook \($0.en), \(Workbook.remedy.en)" } ?? ""))
  }

  /// Columns that were named have to be there.
  private mutating func checkNamed(_ matched: [MatchedTable]) {
    for column in settings.columns {
      guard let table = matched.first(of: column.kind)?.table else {
        noteWithoutTable(column, matched)
        continue
      }
      let header = table.header.map(\.text)
      if header.contains(column.heading) { continue }
      let near = Spelling.nearest(to: column.heading, in: header).map { [$0] } ?? header
      add(
        table, nil,
        LocalizedText(
          zh: "没有 '\(column.heading)' 列（--column）", en: "there is no column '\(column.heading)' (--column)"),
        LocalizedText(zh: "表中有：\(near.listed.zh)", en: "the table has: \(near.listed.en)"))
    }
  }

  /// Adds an issue that a column was named of a kind of table that is not there: the table that has the column lacks others.
  private mutating func noteWithoutTable(_ column: TablesImport.NamedColumn, _ matched: [MatchedTable]) {
    if let table = result.unknown.first(where: { $0.headings.contains(column.heading) }) {
      // What is wrong with a table that a study needs is said of the table.
      let issue = table.issue(lackingTablesOf: [column.kind])
      let isNeeded = column.kind == .grids || column.kind == .facilities
      if !isNeeded, !issues.contains(issue) { issues.append(issue) }
    } else if !matched.isEmpty {
      add(
        matched[0].table, nil,
        LocalizedText(
          zh: "--column \(column.kind.rawValue).\(column.key)：没有\(column.kind.noun.zh)表",
          en: "--column \(column.kind.rawValue).\(column.key): there is no table of \(column.kind.noun.en)"),
        LocalizedText(zh: "请去掉它，或给出这个表", en: "leave it out, or give the table"))
    }
  }

  /// Adds an issue at a cell, or at the header.
  mutating func add(_ table: OfficeTable, _ cell: CSVCell?, _ problem: LocalizedText, _ remedy: LocalizedText)
  {
    let place = cell ?? table.header[0]
    issues.append(
      ScenarioIssue(
        file: table.name, line: place.line, column: place.column, keyPath: "", problem: problem,
        remedy: remedy))
  }

  /// Says which rows hold no records; of a table that lists two things, once.
  private mutating func noteLeftOut(_ table: MatchedTable) {
    let (name, count, sections) = (table.table.name, table.table.leftOut, table.sectionNames.listed)
    guard !result.choices.dropLast().contains(where: { $0.table == name }) else { return }
    if count > 0 {
      result.notes.append(
        LocalizedText(
          zh: "\(name)：略去 \(count) 行合计或说明",
          en: "\(name): \(EnglishCount.text(count, "row", "rows")) of totals or notes left out"))
    }
    if !table.sectionNames.isEmpty {
      result.notes.append(
        LocalizedText(
          zh: "\(name)：略去分组行（\(sections.zh)）",
          en: "\(name): rows that begin a section left out (\(sections.en))"))
    }
  }

  private mutating func note(_ matched: [MatchedTable]) {
    for kind in StudyTableKind.allCases {
      guard let table = matched.first(of: kind) else { continue }
      result.choices.append(table.choice)
      noteLeftOut(table)
      for (heading, key) in table.rivals {
        let used = table.heading(key)
        result.notes.append(
          LocalizedText(
            zh: "\(table.table.name)：'\(heading)' 也像 \(key)，没有使用；用的是 '\(used)'",
            en: "\(table.table.name): '\(heading)' could be \(key) too, and is not used; '\(used)' is"))
      }
    }
  }
}

extension [MatchedTable] {
  /// The first table of a kind; nil where there is none.
  func first(of kind: StudyTableKind) -> MatchedTable? { first { $0.kind == kind } }
}
