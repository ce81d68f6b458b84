/// Where the records of a table of a study come from: rows of an office's table.
struct RecordOrigins {
  let table: MatchedTable
  /// The row of each record.
  let rows: [[CSVCell]]

  /// - Parameter rows: The row of each record; nil for all of the table, in order.
  init(_ table: MatchedTable, rows: [[CSVCell]]? = nil) {
    (self.table, self.rows) = (table, rows ?? table.table.rows)
  }

  /// Returns the key in the office's table from which a key of a record was read; nil where no column was.
  func key(for key: String) -> String? {
    let others = key.hasPrefix("name") ? ["name"] : ["x", "y"].contains(key) ? ["position"] : []
    return ([key] + others).first(where: table.has)
  }

  /// Returns the cell from which a key of a record was read; the beginning of its row where no column was, and of the header
  /// where no record is meant.
  func cell(_ key: String?, ofRecord number: Int?) -> CSVCell {
    guard let number, rows.indices.contains(number) else {
      return key.flatMap(table.headingCell) ?? table.table.header[0]
    }
    return key.map { table.cell($0, rows[number]) } ?? rows[number][0]
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
      let key = steps.lazy.compactMap(\.key).first.flatMap(origin.key)
      let cell = origin.cell(key, ofRecord: steps.first?.index)
      let heading = key.map(origin.table.heading)
      return issue.told(
        at: (origin.table.table.name, cell.line, cell.column), naming: heading ?? issue.keyPath)
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
