// Tables of units: which list departments, which officers, and which both.
extension TablesReader {
  /// Finds the departments and the officers where one table is missing: among two tables that look like the other one, or in one
  /// table of all units, as an establishment is kept.
  mutating func sortUnits(_ matched: inout [MatchedTable]) {
    exchangeTwin(&matched)
    for (missing, other) in [(StudyTableKind.departments, StudyTableKind.officers), (.officers, .departments)]
    {
      let rows = matched.indices.filter { matched[$0].kind == other }
      guard matched.first(of: missing) == nil, rows.count == 1, let index = rows.first else { continue }
      if let parts = parts(of: matched[index], missing) {
        matched.replaceSubrange(index...index, with: parts)
      }
    }
  }

  /// Takes the one of two tables of officers whose units are departments for the table of these.
  private func exchangeTwin(_ matched: inout [MatchedTable]) {
    let twins = matched.indices.filter { matched[$0].kind == .officers }
    guard matched.first(of: .departments) == nil, twins.count == 2 else { return }
    let tables = twins.compactMap { columns(.departments, of: matched[$0]) }
    guard tables.count == 2 else { return }
    let shares = tables.map { table in
      Double(table.table.rows.count { table.side($0) == .headquarters })
        / Double(max(table.table.rows.count, 1))
    }
    let more = shares[0] < shares[1] ? 1 : 0
    if shares[more] > 0.5, shares[1 - more] < 0.5 { matched[twins[more]] = tables[more] }
  }

  /// Returns the departments and the officers of one table of units; nil where it does not list both, and nobody says that it does.
  private func parts(of table: MatchedTable, _ missing: StudyTableKind) -> [MatchedTable]? {
    let headings = settings.named(missing).values
    let isNamed = !headings.isEmpty && headings.allSatisfy { table.table.header.map(\.text).contains($0) }
    let isMixed =
      missing == .departments
      ? holdsDepartments(table) : table.table.rows.contains { isStation($0, of: table) }
    guard isNamed || isMixed, let departments = columns(.departments, of: table),
      let officers = columns(.officers, of: table, sworn: departments)
    else { return nil }
    // Who is named for departments, or says so, lists some, whatever they are called.
    let isOfDepartments = missing == .departments && (isNamed || departments.saysDepartments)
    let isOutside = { (row: [CSVCell]) in
      (departments.side(row) ?? (isOfDepartments ? .headquarters : .outside)) == .outside
    }
    return [departments.keeping { !isOutside($0) }, officers.keeping(isOutside)].filter {
      !$0.table.rows.isEmpty
    }
  }

  /// Whether a table of officers by units, without a column of what they do, holds some of whom only a department says it.
  private func holdsDepartments(_ table: MatchedTable) -> Bool {
    guard !table.has("pool"), !table.has("isSworn") else { return false }
    return table.table.rows.contains { row in
      table.side(row) == .headquarters
        && (!table.section(row).isEmpty || OfficerWord.pool(of: table.plainName(row)) == nil)
    }
  }

  private func isStation(_ row: [CSVCell], of table: MatchedTable) -> Bool {
    UnitSide.isStation(table.plainName(row)) || UnitSide.side(ofSection: table.section(row)) == .outside
  }

  /// Returns a table as one of another kind; nil where it lacks columns of that.
  /// - Parameter departments: the table as one of departments, whose officers are the sworn ones of the other units too.
  private func columns(
    _ kind: StudyTableKind, of table: MatchedTable, sworn departments: MatchedTable? = nil
  ) -> MatchedTable? {
    var named = settings.named(kind)
    let found = StudyTableColumns(kind, in: table.table.header, named: named)
    let isLong = found.places["count"] != nil && found.places["sworn"] == nil
    if let departments, named["sworn"] == nil, !isLong {
      named["sworn"] = ["agencyOfficers", "countyOfficers"].first(where: departments.has).map(
        departments.heading)
    }
    let columns = StudyTableColumns(kind, in: table.table.header, named: named)
    guard kind.missing(from: Set(columns.places.keys)).isEmpty else { return nil }
    return table.matched(with: columns)
  }
}
