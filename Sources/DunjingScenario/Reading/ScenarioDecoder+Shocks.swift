extension ScenarioDecoder {
  func shocks() -> [Shock] {
    (root.records("shocks", Shapes.shock) ?? []).map { row in
      let id = row.text("id", nil)
      if !row.has("day") { row.reportMissing("day") }
      return Shock(
        id: id, name: row.localized("name", LocalizedText(id)),
        day: row.day("day", DefaultCatalog.time.start),
        startMinute: row.has("time") ? row.minuteOfDay("time") : 0, hours: row.number("hours", nil),
        effect: effect(row))
    }
  }

  private func effect(_ row: RecordCursor) -> ShockEffect {
    switch row.choice("kind", Optional<ShockName>.none) ?? .surge {
    case .surge: .surge(kinds: row.texts("incidentKinds", []), factor: row.number("factor", 1))
    case .massEvent:
      .massEvent(
        kind: row.text("incidentKind", nil), grid: row.text("grid", nil), units: row.integer("units", 1))
    case .facilityLoss: .facilityLoss(facilities: needed("facilities", row))
    case .roadCut: .roadCut(nodes: needed("nodes", row))
    }
  }

  private func needed(_ key: String, _ row: RecordCursor) -> [String] {
    if !row.has(key) { row.reportMissing(key) }
    return row.texts(key, [])
  }

  func programs(residents: Double) -> [Program] {
    let catalog = DefaultCatalog.programs.map { program in
      var program = program
      program.hoursPerYear *= residents / DefaultCatalog.referenceResidents
      return program
    }
    guard let records = root.records("programs", Shapes.program) else { return catalog }
    return records.map { row in
      let id = row.text("id", nil)
      let base = catalog.first { $0.id == id }
      return Program(
        id: id, name: row.localized("name", base?.name ?? LocalizedText(id)),
        hazardKinds: row.texts("hazardKinds", base?.hazardKinds ?? []),
        reduction: row.number("reduction", base?.reduction),
        coverage: row.number("coverage", base?.coverage ?? 1),
        buildUpDays: row.number("buildUpDays", base?.buildUpDays ?? 0),
        hoursPerYear: row.number("hoursPerYear", base?.hoursPerYear ?? 0))
    }
  }
}
