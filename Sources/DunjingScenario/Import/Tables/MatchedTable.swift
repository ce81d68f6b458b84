/// A table of which it is known what it lists and what its columns hold.
struct MatchedTable {
  private(set) var table: OfficeTable
  private(set) var kind: StudyTableKind
  private var places: [String: Int]
  /// The sections in which rows stand that are units: the text above, by the line of the row.
  private var sections: [Int: String] = [:]
  /// The texts of rows that only begin a section; they are left out of tables of units.
  private(set) var sectionNames: [String] = []

  init(_ table: OfficeTable, _ columns: StudyTableColumns) {
    (self.table, kind, places) = (table, columns.kind, columns.places)
    if kind == .departments || kind == .officers { leaveOutSections() }
    if kind == .facilities { leaveOutStaff() }
  }

  /// Takes no column for the officers of posts that holds no numbers, and none of auxiliaries beside officers on duty in a shift.
  private mutating func leaveOutStaff() {
    for key in ["sworn", "auxiliaries"] where has(key) {
      let isCounted = table.rows.contains { OfficeNumber.value(of: cell(key, $0).text) != nil }
      if !isCounted { places[key] = nil }
    }
    if has("officersPerShift"), !has("sworn") { places["auxiliaries"] = nil }
  }

  private mutating func leaveOutSections() {
    for row in table.rows {
      if let section = OfficeTable.section(row) {
        sectionNames.append(section)
      } else {
        sections[row[0].line] = sectionNames.last
      }
    }
    table.removeRows { OfficeTable.section($0) != nil }
  }

  /// Returns the same rows as those of another kind of units.
  func matched(with columns: StudyTableColumns) -> MatchedTable {
    var copy = self
    (copy.kind, copy.places) = (columns.kind, columns.places)
    return copy
  }

  /// The section in which a row stands; empty for none.
  func section(_ row: [CSVCell]) -> String { sections[row[0].line] ?? "" }

  /// On which side the unit of a row stands; nil where nothing says it.
  func side(_ row: [CSVCell]) -> UnitSide? { UnitSide(name: plainName(row), section: section(row)) }

  /// Whether its file, its title or the heading of its names says that it lists departments, as 局机关各部门编制 does.
  var saysDepartments: Bool {
    ([table.fileName, heading("name")] + table.title).contains { text in
      let plain = text.replacing("公安机关", with: "")
      return ["机关", "部门", "科室", "内设机构"].contains(where: plain.contains)
    } || EnglishWord.holds(heading("name"), "department")
  }

  /// Whether there is a column for a key.
  func has(_ key: String) -> Bool { places[key] != nil }

  /// The heading of the column of a key; empty where there is none.
  func heading(_ key: String) -> String { headingCell(key)?.text ?? "" }

  /// The heading of the column of a key, with its place; nil where there is none.
  func headingCell(_ key: String) -> CSVCell? { places[key].map { table.header[$0] } }

  /// The headings of the columns of positions.
  var positionHeadings: [String] { ["x", "y", "position"].filter(has).map(heading) }

  /// The cells of the position of a row in which nothing stands, or a dash.
  func emptyPositionCells(_ row: [CSVCell]) -> [(heading: String, cell: CSVCell)] {
    ["x", "y", "position"].filter(has).map { (heading($0), cell($0, row)) }
      .filter { $0.1.text.isEmpty || OfficeNumber.saysNone($0.1.text) }
  }

  /// Returns the cell of a key in a row; where there is none an empty one at the beginning of the row.
  func cell(_ key: String, _ row: [CSVCell]) -> CSVCell {
    if let place = places[key], place < row.count { return row[place] }
    return CSVCell(text: "", line: row[0].line, column: row[0].column)
  }

  /// The name in a row, without blanks that say nothing.
  func plainName(_ row: [CSVCell]) -> String { Self.plain(cell("name", row).text) }

  /// A name without blanks; those between words of Latin letters stay.
  static func plain(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: name.allSatisfy(\.isASCII) ? " " : "")
  }

  /// The town of each row. Where no name stands twice, cells that are blank are those of merged ones: the name above counts.
  var towns: [String] {
    let names = names("town")
    let said = names.filter { !$0.isEmpty }
    guard Set(said).count == said.count else { return names }
    var above = ""
    return names.map { name in
      if !name.isEmpty { above = name }
      return above
    }
  }

  /// The name in the column of a key of each row.
  func names(_ key: String) -> [String] { table.rows.map { Self.plain(cell(key, $0).text) } }

  /// The cells of a row in columns that are not used.
  func unusedCells(_ row: [CSVCell]) -> [CSVCell] {
    let used = Set(places.values)
    return row.indices.filter { !used.contains($0) }.map { row[$0] }
  }

  /// The names in the rows, each once.
  var plainNames: [String] {
    var seen: Set<String> = []
    return table.rows.map(plainName).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Returns the table with some of the rows only.
  func keeping(_ isKept: ([CSVCell]) -> Bool) -> MatchedTable {
    var copy = self
    copy.table.removeRows { !isKept($0) }
    return copy
  }

  /// Returns the table without the rows that have some names.
  func without(_ names: [String]) -> MatchedTable {
    keeping { !names.contains(plainName($0)) }
  }

  /// How much a table looks like one of the kind: the columns found, and for those that name people or departments the share of
  /// rows that do.
  var likeness: Double {
    let columns = Double(places.count)
    guard kind == .officers || kind == .departments else { return columns }
    let named = table.rows.count { row in
      let text = cell("name", row).text
      return kind == .departments
        ? DepartmentWord(in: text) != nil && OfficerWord.pool(of: text) != .patrol
        : [cell("pool", row).text, text, heading("name")].contains { OfficerWord.pool(of: $0) != nil }
    }
    return columns + Double(named) / Double(max(table.rows.count, 1))
  }

  /// Headings of columns that are not used, with the key in use for which each might stand too.
  var rivals: [(heading: String, key: String)] {
    choice.unused.compactMap { heading in
      func weight(_ key: String) -> Int {
        StudyTableColumns.weight(of: heading, for: key, in: kind) ?? .min
      }
      let key = kind.columns.filter(has).max { weight($0) < weight($1) }
      return key.flatMap { weight($0) == .min ? nil : (heading, $0) }
    }
  }

  /// What was read, for the user to see.
  var choice: ImportedTables.Choice {
    let columns = kind.columns.filter(has).map { ImportedTables.Column(heading: heading($0), key: $0) }
    let used = Set(places.values)
    return ImportedTables.Choice(
      table: table.name, kind: kind, columns: columns,
      unused: table.header.indices.filter { !used.contains($0) && !table.header[$0].text.isEmpty }
        .map { table.header[$0].text },
      rows: table.rows.count)
  }
}

/// Words for what officers do, in the names of teams.
enum OfficerWord {
  /// Returns the pool that a text names; nil for none.
  static func pool(of text: String) -> OfficerPool? {
    if let pool = OfficerPool(rawValue: text) { return pool }
    return words.first { _, words in words.contains(where: text.contains) }?.0 ?? EnglishWord.pool(of: text)
  }

  /// Returns whether a text says that officers are sworn; nil where it says nothing.
  static func isSworn(_ text: String) -> Bool? {
    if ["true", "yes", "y", "1", "√"].contains(text.lowercased()) { return true }
    if ["false", "no", "n", "0", "×"].contains(text.lowercased()) { return false }
    let others = ["辅警", "辅助", "协警", "文职", "工勤", "合同", "雇员", "事业", "志愿", "群防", "网格员", "否", "非"]
    if others.contains(where: text.contains) { return false }
    if ["民警", "警察", "在编", "行政", "公务员", "是"].contains(where: text.contains) { return true }
    return EnglishWord.isSworn(text)
  }

  /// The words of each pool, the more particular first.
  static let words: [(OfficerPool, [String])] = [
    (.volunteer, ["志愿", "群防", "义警", "红袖标"]), (.traffic, ["交警", "交管", "交通"]),
    (.community, ["社区", "驻村", "责任区", "警务室", "警务站室"]),
    (.patrol, ["巡", "街面", "特警", "警务站", "警务工作站", "检查站", "卡口"]),
    (.stationDuty, ["值班", "勤务", "处警", "派出所", "窗口"]), (.investigation, ["刑侦", "办案", "侦查"]),
    (.auxiliary, ["辅警", "网格", "协警", "辅助"])
  ]
}
