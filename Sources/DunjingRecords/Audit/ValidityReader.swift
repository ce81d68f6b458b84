import DunjingScenario

/// Reads which calls count, and flags the others.
struct ValidityReader {
  private let table: MappedTable

  init(_ table: MappedTable) {
    self.table = table
  }

  /// Reads the column and returns what each of its texts means, those that do not count first, then those that are not known.
  func read(into records: inout [IncidentRecord], _ log: inout FindingLog) -> [IncidentAudit.ValidityWord] {
    guard let cells = table.cells[.validity], let column = table.columns[.validity] else { return [] }
    let words = ValidityText(heading: column.column, isTold: column.basis == .told)
    var rows: [String: Int] = [:]
    for cell in cells where !cell.isBlankCell { rows[cell, default: 0] += 1 }
    let said = Dictionary(uniqueKeysWithValues: rows.keys.map { ($0, words.says($0)) })
    for index in records.indices where said[cells[index], default: nil] == false {
      log.add(.invalid, to: &records[index])
    }
    return [false, nil, true].flatMap { isValid in
      var (plain, others) = ([String: Int](), [String: Int]())
      for (text, count) in rows where said[text, default: nil] == isValid {
        if ValidityText.isUsual(text) { plain[text] = count } else { others[text] = count }
      }
      return (plain.map { ($0.key, $0.value) } + CellShape.shown(others)).sorted {
        ($1.1, $0.0) < ($0.1, $1.0)
      }
      .map { IncidentAudit.ValidityWord(text: $0.0, isValid: isValid, rows: $0.1) }
    }
  }
}
