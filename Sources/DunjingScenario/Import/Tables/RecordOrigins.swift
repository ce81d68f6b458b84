/// Where the records of a table of a study come from: rows of an office's table.
struct RecordOrigins {
  typealias Record = (table: MatchedTable, row: [CSVCell])

  /// The table, the first of several.
  let table: MatchedTable
  /// The row of each record, with its table.
  let records: [Record]

  /// - Parameter records: The row of each record with its table; nil for all of the table, in order.
  init(_ table: MatchedTable, records: [Record]? = nil) {
    (self.table, self.records) = (table, records ?? table.table.rows.map { (table, $0) })
  }

  /// Returns the table of a record; the first where no record is meant.
  func table(ofRecord number: Int?) -> MatchedTable {
    number.flatMap { records.indices.contains($0) ? records[$0].table : nil } ?? table
  }

  /// Returns the key in the office's table from which a key of a record was read; nil where no column was.
  func key(for key: String, ofRecord number: Int?) -> String? {
    let others = key.hasPrefix("name") ? ["name"] : ["x", "y"].contains(key) ? ["position"] : []
    return ([key] + others).first(where: table(ofRecord: number).has)
  }

  /// Returns the cell from which a key of a record was read; the beginning of its row where no column was, and of the header
  /// where no record is meant.
  func cell(_ key: String?, ofRecord number: Int?) -> CSVCell {
    guard let number, records.indices.contains(number) else {
      return key.flatMap(table.headingCell) ?? table.table.header[0]
    }
    let (table, row) = records[number]
    return key.map { table.cell($0, row) } ?? row[0]
  }
}

extension ImportedTables {
  /// Returns what is wrong with the study that was made of the tables as what is wrong with the tables: their names, and the
  /// lines and columns from which values were read. What no table says stands under its key in the study.
  public func traced(_ invalid: InvalidScenario) -> InvalidScenario {
    InvalidScenario(issues: invalid.issues.map(traced))
  }

  private func traced(_ issue: ScenarioIssue) -> ScenarioIssue {
    let path = cause(of: issue.keyPath)
    for kind in StudyTableKind.allCases {
      guard let origin = origins[kind], let steps = KeyPathStep.steps(of: path, below: kind.list) else {
        continue
      }
      let number = steps.first?.index
      let key = steps.lazy.compactMap(\.key).first.flatMap { origin.key(for: $0, ofRecord: number) }
      let (cell, table) = (origin.cell(key, ofRecord: number), origin.table(ofRecord: number))
      return issue.told(
        at: (table.table.name, cell.line, cell.column), naming: key.map(table.heading) ?? issue.keyPath)
    }
    return issue.keyPath.isEmpty ? issue : issue.told(at: ("", 0, 0), naming: issue.keyPath)
  }

  /// The key of a table from which a key of the study follows; the same key where it is in a table itself.
  private func cause(of keyPath: String) -> String {
    switch keyPath {
    case "coordinates": "grids.x"
    case "demand", "demand.incidentsPerDay", "incidentKinds":
      incidentsPerDay == nil ? "grids.population" : "grids.demandWeight"
    case "hazardKinds": "grids.population"
    default: keyPath
    }
  }
}
