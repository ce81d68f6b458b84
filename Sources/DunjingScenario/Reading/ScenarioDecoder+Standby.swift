extension ScenarioDecoder {
  /// Reads where idle units are wanted.
  func standby(_ record: RecordCursor) -> StandbyRules {
    let cursor = record.record("standby", Shapes.standby)
    let base = StandbyRules()
    return StandbyRules(
      order: cursor.texts("order", base.order),
      table: (cursor.records("table", Shapes.complianceRow) ?? []).map { row in
        if !row.has("posts") { row.reportMissing("posts") }
        return ComplianceRow(posts: row.texts("posts", []))
      },
      coveredShare: cursor.number("coveredShare", base.coveredShare),
      widerFactor: cursor.number("widerFactor", base.widerFactor),
      minuteCost: cursor.number("minuteCost", base.minuteCost))
  }
}
