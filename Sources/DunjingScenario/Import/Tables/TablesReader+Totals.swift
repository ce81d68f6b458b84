// Totals that a table says itself.
extension TablesReader {
  /// Says where the total of a table is not the sum of the rows that were read, as where a number is left blank.
  mutating func checkTotals(of table: MatchedTable) {
    guard let total = table.table.total else { return }
    for key in [
      "population", "demandWeight", "agencyOfficers", "countyOfficers", "count", "sworn", "auxiliaries",
      "unitsPerFacility", "officersPerShift"
    ]
    where table.has(key) {
      guard let told = OfficeNumber.value(of: table.cell(key, total).text) else { continue }
      let sum = table.table.rows.compactMap { OfficeNumber.value(of: table.cell(key, $0).text) }.reduce(0, +)
      guard abs(sum - told) > 0.5 else { continue }
      let (name, heading) = (table.table.name, table.heading(key))
      result.notes.append(
        LocalizedText(
          zh: "\(name)：'\(heading)' 的合计行写 \(told.short)，而读出各行之和为 \(sum.short)，请核对",
          en:
            "\(name): the row of totals has \(told.short) in '\(heading)', while the rows that were read sum to \(sum.short)"
        ))
    }
  }
}
