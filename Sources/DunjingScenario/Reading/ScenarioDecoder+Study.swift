extension ScenarioDecoder {
  func time() -> StudyTime {
    let cursor = root.record("time", Shapes.time)
    let base = DefaultCatalog.time
    return StudyTime(
      zone: cursor.text("zone", base.zone), start: cursor.day("start", base.start),
      warmUpDays: cursor.integer("warmUpDays", base.warmUpDays),
      settlingDays: cursor.integer("settlingDays", base.settlingDays),
      horizonDays: cursor.integer("horizonDays", base.horizonDays))
  }

  func departments(residents: Double, demand: Double) -> [Department] {
    let catalog = DefaultCatalog.departments(residents: residents, demand: demand)
    guard let node = root.raw("departments") else { return [] }
    if node.text == "default" { return catalog }
    return (table(root, "departments", Shapes.department) ?? []).map { row in
      let id = row.text("id", nil)
      let base = catalog.first { $0.id == id }
      // Who gives one of the numbers means that there are no others.
      let isCounted = row.has("agencyOfficers") || row.has("countyOfficers")
      let agency = row.integer("agencyOfficers", isCounted ? 0 : base?.agencyOfficers)
      let county = row.integer("countyOfficers", isCounted ? 0 : base?.countyOfficers ?? 0)
      return Department(
        id: id, name: row.localized("name", base?.name ?? LocalizedText(id)),
        agencyOfficers: agency,
        provinceOfficers: row.integer("provinceOfficers", 0), countyOfficers: county,
        agencyFloor: row.integer("agencyFloor", min(base?.agencyFloor ?? 0, agency)),
        countyFloor: row.integer("countyFloor", county),
        fixedHoursPerYear: row.number("fixedHoursPerYear", base?.fixedHoursPerYear),
        delayWeight: row.number("delayWeight", base?.delayWeight ?? 1),
        tier: row.choice("tier", .headquarters) ?? .headquarters)
    }
  }

  func headquarters() -> HeadquartersRules {
    let cursor = root.record("headquarters", Shapes.headquarters)
    let base = DefaultCatalog.headquarters
    return HeadquartersRules(
      productiveHoursPerYear: cursor.number("productiveHoursPerYear", base.productiveHoursPerYear),
      caseVariation: cursor.number("caseVariation", base.caseVariation),
      fixedLoadVariation: cursor.number("fixedLoadVariation", base.fixedLoadVariation))
  }

  func treatments() -> [Treatment] {
    guard let records = root.records("treatments", Shapes.treatment) else {
      return root.has("treatments") ? [] : DefaultCatalog.treatments
    }
    return records.map(treatment)
  }

  private func treatment(_ record: RecordCursor) -> Treatment {
    let id = record.text("id", nil)
    let counts = record.keyed("unitsPerFacility")?.compactMap { entry -> UnitCount? in
      let path = "\(record.keyPath("unitsPerFacility")).\(entry.key)"
      guard let value = record.number(entry.value, "unitsPerFacility", at: path) else { return nil }
      guard let units = Int(exactly: value) else {
        let expected = ValueShape.integer(.between(0, 100)).text
        log.add(
          .wrongType(found: entry.value.shownText, expected: expected), at: entry.value.place, keyPath: path)
        return nil
      }
      return UnitCount(group: entry.key, units: units)
    }
    return Treatment(
      id: id, name: record.localized("name", LocalizedText(id)), sinkRatio: sinkRatio(record),
      streetShare: record.number("streetShare", 0.2),
      sourceRule: record.choice("sourceRule", .headroom) ?? .headroom,
      destinationRule: record.choice("destinationRule", .siteBySite) ?? .siteBySite,
      switches: switches(record.record("switches", Shapes.switches)),
      stationWeights: numbers(record, "stationWeights"),
      unitsPerFacility: (counts ?? []).sorted { $0.group < $1.group },
      chiefShare: record.number("chiefShare", 1), preventionFloor: record.number("preventionFloor", 0),
      programs: record.texts("programs", []), phases: phases(record))
  }

  private func phases(_ record: RecordCursor) -> [TreatmentPhase] {
    (record.records("phases", Shapes.phase) ?? []).map { phase in
      if !phase.has("sinkRatio") { phase.reportMissing("sinkRatio") }
      return TreatmentPhase(afterDays: phase.integer("afterDays", nil), sinkRatio: sinkRatio(phase))
    }
  }

  private func sinkRatio(_ record: RecordCursor) -> SinkRatio {
    guard let node = record.raw("sinkRatio") else { return SinkRatio() }
    if node.entries == nil { return SinkRatio(agency: record.number(node, "sinkRatio") ?? 0) }
    let cursor = record.record("sinkRatio", Shapes.sinkRatio)
    return SinkRatio(
      agency: cursor.number("agency", 0),
      province: cursor.has("province") ? cursor.number("province", 0) : nil,
      county: cursor.number("county", 0), station: cursor.number("station", 0),
      byPrefecture: numbers(cursor, "byPrefecture"), agencyByCounty: numbers(cursor, "agencyByCounty"),
      byCounty: numbers(cursor, "byCounty"))
  }

  private func numbers(_ record: RecordCursor, _ key: String) -> [String: Double] {
    let entries = record.keyed(key)?.compactMap { entry in
      record.number(entry.value, key, at: "\(record.keyPath(key)).\(entry.key)").map { (entry.key, $0) }
    }
    return Dictionary(entries ?? [], uniquingKeysWith: { first, _ in first })
  }

  private func switches(_ cursor: RecordCursor) -> Switches {
    var switches = Switches.none
    for mechanism in Mechanism.allCases { switches[mechanism] = cursor.flag(mechanism.rawValue, false) }
    return switches
  }

  func experiment(_ treatments: [Treatment]) -> ExperimentSettings {
    let cursor = root.record("experiment", Shapes.experiment)
    let seed = cursor.integer("seed", 20_231_222)
    if seed < 0 {
      log.add(.outOfRange(found: "\(seed)", .nonnegative), keyPath: "experiment.seed")
    }
    let replications = cursor.integer("replications", 30)
    return ExperimentSettings(
      replications: replications, seed: UInt64(max(0, seed)),
      baseline: cursor.text("baseline", treatments.first?.id ?? ""),
      confidence: cursor.number("confidence", 0.95), precision: precision(cursor, pilot: replications),
      estimates: cursor.choice("estimates", .fixed) ?? .fixed)
  }

  private func precision(_ experiment: RecordCursor, pilot: Int) -> PrecisionSettings? {
    let cursor = experiment.record("precision", Shapes.precision)
    guard cursor.node != nil else { return nil }
    let base = PrecisionSettings()
    return PrecisionSettings(
      indicators: cursor.choices("indicators", ScenarioValidator.indicator, base.indicators),
      relative: cursor.number("relative", base.relative),
      target: cursor.choice("of", base.target) ?? base.target,
      maximumReplications: cursor.integer("maximumReplications", max(base.maximumReplications, pilot)))
  }

  func harm(residents: Double) -> HarmWeights {
    let cursor = root.record("harm", Shapes.harm)
    let base = DefaultCatalog.harm(residents: residents)
    return HarmWeights(
      lateArrival: cursor.number("lateArrival", base.lateArrival),
      delayDayPerYear: cursor.number("delayDayPerYear", base.delayDayPerYear))
  }

  func report() -> ReportHeading {
    let cursor = root.record("report", Shapes.report)
    let nothing = LocalizedText("")
    return ReportHeading(
      title: cursor.localized("title", nothing), documentNumber: cursor.text("documentNumber", ""),
      organization: cursor.localized("organization", nothing),
      classification: cursor.localized("classification", nothing))
  }
}
