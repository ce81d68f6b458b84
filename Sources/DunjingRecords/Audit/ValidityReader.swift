import DunjingScenario

/// Reads which calls count, and flags the others.
struct ValidityReader {
  /// The texts of a column, with the rows that were open to them and whether calls with them count.
  private struct Texts {
    let field: IncidentField
    let says: [String: Bool?]
    var rows: [String: Int] = [:]
  }

  private let table: MappedTable

  init(_ table: MappedTable) {
    self.table = table
  }

  /// Reads the column of validity, and the kinds of calls of which that says nothing; returns what each of the texts means, those
  /// that do not count first, then those that are not known.
  func read(into records: inout [IncidentRecord], _ log: inout FindingLog) -> [IncidentAudit.ValidityWord] {
    var isOpen = [Bool](repeating: true, count: records.count)
    var columns: [Texts] = []
    if let column = table.columns[.validity] {
      let words = ValidityText(heading: column.column, isTold: column.basis == .told)
      columns.append(read(.validity, words.says, &isOpen, &records, &log))
    }
    for field in IncidentField.kindLevels where table.columns[field] != nil {
      columns.append(read(field, ValidityText.denial(ofKind:), &isOpen, &records, &log))
    }
    return [false, nil, true].flatMap { isValid in columns.flatMap { Self.words($0, isValid) } }
  }

  /// Reads the open rows of a column, flags calls that do not count, and closes the rows of which it says whether they do.
  private func read(
    _ field: IncidentField, _ says: (String) -> Bool?, _ isOpen: inout [Bool],
    _ records: inout [IncidentRecord], _ log: inout FindingLog
  ) -> Texts {
    let cells = table.cells[field] ?? []
    var texts = Texts(
      field: field, says: Dictionary(uniqueKeysWithValues: Set(cells).map { ($0, says($0)) }))
    for (index, cell) in cells.enumerated() where isOpen[index] && !cell.isBlankCell {
      texts.rows[cell, default: 0] += 1
      guard let counts = texts.says[cell, default: nil] else { continue }
      isOpen[index] = false
      if !counts { log.add(.invalid, to: &records[index]) }
    }
    return texts
  }

  /// The texts of one meaning, the most frequent first; of kinds only those of calls that do not count.
  private static func words(_ texts: Texts, _ isValid: Bool?) -> [IncidentAudit.ValidityWord] {
    guard texts.field == .validity || isValid == false else { return [] }
    var (plain, others) = ([String: Int](), [String: Int]())
    for (text, count) in texts.rows where texts.says[text, default: nil] == isValid {
      if ValidityText.isUsual(text) { plain[text] = count } else { others[text] = count }
    }
    return (plain.map { ($0.key, $0.value) } + CellShape.shown(others)).sorted {
      ($1.1, $0.0) < ($0.1, $1.0)
    }
    .map { IncidentAudit.ValidityWord(field: texts.field, text: $0.0, isValid: isValid, rows: $0.1) }
  }
}
