import DunjingScenario

/// Reads ids, kinds, lengths of service and what was on view into records.
struct ValueReader {
  private let settings: IncidentImport
  private let table: MappedTable

  init(_ settings: IncidentImport, _ table: MappedTable) {
    (self.settings, self.table) = (settings, table)
  }

  /// Reads all of them.
  func read(into records: inout [IncidentRecord], _ log: inout FindingLog) {
    if let cells = table.cells[.id] {
      for index in records.indices where !cells[index].isBlankCell { records[index].id = cells[index] }
    }
    readKinds(into: &records, &log)
    if let cells = table.cells[.onView] {
      for index in records.indices where OnViewText.says(cells[index]) == true {
        records[index].isOnView = true
        log.add(.onView, to: &records[index])
      }
    }
    readService(into: &records, &log)
  }

  /// Reads the kinds: the finest that a row has, and those coarser ones that say something else.
  private func readKinds(into records: inout [IncidentRecord], _ log: inout FindingLog) {
    let columns = IncidentField.kindLevels.compactMap { table.cells[$0] }
    guard !columns.isEmpty else { return }
    for index in records.indices where !table.raggedRows.contains(records[index].row) {
      var kinds: [String] = []
      for cell in columns.map({ $0[index] }) where !cell.isBlankCell && !kinds.contains(cell) {
        kinds.append(cell)
      }
      guard let finest = kinds.first else {
        log.add(.missingKind, to: &records[index])
        continue
      }
      records[index].kind = finest
      if kinds.count > 1 { records[index].kindGroup = kinds[1] }
      if kinds.count > 2 { records[index].kindClass = kinds[2] }
    }
  }

  private func readService(into records: inout [IncidentRecord], _ log: inout FindingLog) {
    guard let cells = table.cells[.service], let column = table.columns[.service] else { return }
    let unit = settings.serviceUnit ?? ServiceUnit(column: column.column)
    let limit = settings.limits.sceneHours * 60
    for index in records.indices where !cells[index].isBlankCell {
      guard let number = NumberCell(cells[index])?.value,
        IncidentFile.serviceBounds.contains(number * unit.minutes)
      else {
        log.addUnreadable(cells[index], .service, as: .unreadableNumber, to: &records[index])
        continue
      }
      // Nine decimals of a minute drop only the noise of the multiplication.
      let minutes = (number * unit.minutes * 1e9).rounded() / 1e9
      records[index].serviceMinutes = minutes
      if minutes < 0 { log.add(.negativeService, to: &records[index]) }
      if minutes > limit { log.add(.longService, to: &records[index]) }
    }
  }
}
