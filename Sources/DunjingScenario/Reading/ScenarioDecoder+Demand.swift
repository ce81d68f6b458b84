/// What the rates of the default kinds depend on.
struct DemandContext {
  var residents: Double
  /// Incidents relative to those of a city of that size.
  var scale: Double
  var hazardKinds: [HazardKind]
  var climbs: [Climb]
  var departments: [Department]
}

extension ScenarioDecoder {
  /// Returns the demand relative to the default of 28,105 incidents a year for 474,276 residents.
  func demandScale(residents: Double) -> Double {
    let cursor = root.record("demand", Shapes.demand)
    let usual = DefaultCatalog.referenceIncidentsPerYear * residents / DefaultCatalog.referenceResidents
    if cursor.has("incidentsPerDay") && cursor.has("incidentsPerResidentYear") {
      log.add(.bothGiven("incidentsPerDay", "incidentsPerResidentYear"), keyPath: "demand")
    }
    var perYear = usual
    if cursor.has("incidentsPerDay") { perYear = cursor.number("incidentsPerDay", 1) * 365 }
    if cursor.has("incidentsPerResidentYear") {
      perYear = cursor.number("incidentsPerResidentYear", 1) * residents
    }
    // Without residents the number is not what is wrong.
    checkRange(perYear > 0 && perYear < 1e9 || residents <= 0 || log.refuses("grids"), cursor)
    return usual > 0 ? perYear / usual : 1
  }

  private func checkRange(_ isUsable: Bool, _ cursor: RecordCursor) {
    guard !isUsable else { return }
    for key in ["incidentsPerDay", "incidentsPerResidentYear"] where cursor.has(key) {
      let range = Shapes.demand[key]?.range ?? .positive
      log.add(.outOfRange(found: cursor.number(key, 1).short, range), keyPath: cursor.keyPath(key))
    }
  }

  /// Whether a key is left out or says `default`.
  func isDefault(_ key: String) -> Bool {
    guard let node = root.raw(key) else { return true }
    return node.text == "default"
  }

  func incidentKinds(_ context: DemandContext) -> [IncidentKind] {
    let catalog = DefaultCatalog.incidentKinds.enumerated().map { scaled($1, at: $0, context) }
    let departments = Set(context.departments.map(\.id))
    func known(_ kind: IncidentKind) -> IncidentKind {
      var kind = kind
      kind.followUps.removeAll { !departments.contains($0.department) }
      return kind
    }
    if isDefault("incidentKinds") {
      let isFollowUp = ["grids", "hazardKinds", "climbs"].contains(where: log.refuses)
      for kind in catalog where kind.exogenousPerYear < 0 && !isFollowUp {
        log.add(.hazardsAboveDemand(kind.id), keyPath: "demand")
      }
      return catalog.map(known)
    }
    return (root.records("incidentKinds", Shapes.incidentKind) ?? []).map { record in
      incidentKind(record, base: catalog.first { $0.id == record.node?["id"]?.text }.map(known))
    }
  }

  /// Returns a kind of the catalog with the rate of this city: all incidents of the kind, less those that grow
  /// from hazards and climbs.
  private func scaled(_ kind: IncidentKind, at index: Int, _ context: DemandContext) -> IncidentKind {
    let total = DefaultCatalog.referenceIncidentsPerYear * DefaultCatalog.incidentShares[index]
    var exogenous = kind.exogenousPerYear + (context.scale - 1) * total
    for (hazard, escalations) in zip(DefaultCatalog.hazardKinds, DefaultCatalog.escalationsPerYear)
    where !context.hazardKinds.contains(where: { $0.id == hazard.id }) {
      exogenous += escalations * (hazard.becomes.first { $0.kind == kind.id }?.share ?? 0)
    }
    for climb in DefaultCatalog.climbs where climb.to == kind.id && !context.climbs.contains(climb) {
      let from = DefaultCatalog.incidentKinds.firstIndex { $0.id == climb.from }
      let share = from.map { DefaultCatalog.incidentShares[$0] } ?? 0
      exogenous += climb.probability * share * DefaultCatalog.referenceIncidentsPerYear
    }
    var kind = kind
    kind.exogenousPerYear = exogenous * context.residents / DefaultCatalog.referenceResidents
    return kind
  }

  private func incidentKind(_ record: RecordCursor, base: IncidentKind?) -> IncidentKind {
    let id = record.text("id", nil)
    let priority = record.integer("priority", base?.priority)
    let flat = [Double](repeating: 1, count: 24)
    return IncidentKind(
      id: id, name: record.localized("name", base?.name ?? LocalizedText(id)),
      exogenousPerYear: record.number("exogenousPerYear", base?.exogenousPerYear),
      hourWeights: record.weights("hourWeights", count: 24, isNormalized: true) ?? base?.hourWeights ?? flat,
      weekdayWeights: record.weights("weekdayWeights", count: 7, isNormalized: true) ?? base?.weekdayWeights
        ?? [Double](flat.prefix(7)),
      monthWeights: record.weights("monthWeights", count: 12, isNormalized: true) ?? base?.monthWeights
        ?? [Double](flat.prefix(12)),
      priority: priority, urgentShare: record.number("urgentShare", base?.urgentShare ?? 0),
      urgentPriority: record.integer("urgentPriority", min(priority, base?.urgentPriority ?? priority)),
      sceneMinutes: record.distribution("sceneMinutes", base?.sceneMinutes),
      paperworkMinutes: record.number("paperworkMinutes", base?.paperworkMinutes ?? 0),
      secondUnitProbability: record.number("secondUnitProbability", base?.secondUnitProbability ?? 0),
      skills: record.texts("skills", base?.skills ?? ["basic"]), harm: record.number("harm", base?.harm ?? 1),
      followUps: followUps(record) ?? base?.followUps ?? [], units: record.integer("units", base?.units ?? 1),
      deterrence: deterrence(record), repeatShare: record.number("repeatShare", base?.repeatShare ?? 0),
      repeatMeanDays: record.number("repeatMeanDays", base?.repeatMeanDays ?? 7))
  }

  private func deterrence(_ record: RecordCursor) -> Deterrence? {
    guard record.has("deterrence") else { return nil }
    let cursor = record.record("deterrence", Shapes.deterrence)
    return Deterrence(effect: cursor.number("effect", nil), fadeMinutes: cursor.number("fadeMinutes", nil))
  }

  private func followUps(_ record: RecordCursor) -> [FollowUp]? {
    record.records("followUps", Shapes.followUp)?.map {
      FollowUp(department: $0.text("department", nil), hours: $0.number("hours", nil))
    }
  }

  func hazardKinds(residents: Double) -> [HazardKind] {
    let catalog = DefaultCatalog.hazardKinds(residents: residents)
    if isDefault("hazardKinds") { return catalog }
    return (root.records("hazardKinds", Shapes.hazardKind) ?? []).map { record in
      let id = record.text("id", nil)
      let base = catalog.first { $0.id == id }
      let becomes = record.records("becomes", Shapes.outcome)?.map {
        HazardOutcome(kind: $0.text("kind", nil), share: $0.number("share", nil))
      }
      if becomes == nil && base == nil { record.reportMissing("becomes") }
      return HazardKind(
        id: id, name: record.localized("name", base?.name ?? LocalizedText(id)),
        arrivalsPerYear: record.number("arrivalsPerYear", base?.arrivalsPerYear),
        incubationDays: record.distribution("incubationDays", base?.incubationDays),
        detectionPerVisit: record.number("detectionPerVisit", base?.detectionPerVisit),
        closure: record.number("closure", base?.closure), becomes: becomes ?? base?.becomes ?? [],
        jointShare: record.number("jointShare", base?.jointShare ?? 0),
        mediationHours: record.number("mediationHours", base?.mediationHours ?? 0))
    }
  }

  func climbs() -> [Climb] {
    guard let records = root.records("climbs", Shapes.climb) else {
      let kinds = root.raw("incidentKinds")?.elements?.compactMap { $0["id"]?.text }
      return DefaultCatalog.climbs.filter { climb in
        kinds.map { $0.contains(climb.from) && $0.contains(climb.to) } ?? true
      }
    }
    return records.map {
      Climb(
        from: $0.text("from", nil), to: $0.text("to", nil), probability: $0.number("probability", nil),
        meanDelayDays: $0.number("meanDelayDays", nil))
    }
  }

  func community(residents: Double, categories: [OfficerCategory]) -> CommunityPolicing {
    let cursor = root.record("community", Shapes.community)
    let base = DefaultCatalog.community(residents: residents, categories: categories)
    let visitors = cursor.records("visitors", Shapes.visitors)?.map {
      Visitors(
        category: $0.text("category", nil), tourHoursPerYear: $0.number("tourHoursPerYear", nil),
        weight: $0.number("weight", nil))
    }
    return CommunityPolicing(
      visitors: visitors ?? base.visitors, beats: cursor.integer("beats", base.beats),
      visitHours: cursor.number("visitHours", base.visitHours),
      jointHandOffDays: cursor.number("jointHandOffDays", base.jointHandOffDays),
      jointHandOffDaysWithChiefs: cursor.number(
        "jointHandOffDaysWithChiefs", base.jointHandOffDaysWithChiefs),
      closureGain: cursor.number("closureGain", base.closureGain),
      intelligenceFactor: cursor.number("intelligenceFactor", base.intelligenceFactor),
      residentFactor: cursor.number("residentFactor", base.residentFactor),
      mediationHoursPerYear: cursor.number("mediationHoursPerYear", base.mediationHoursPerYear),
      coLocationFactor: cursor.number("coLocationFactor", base.coLocationFactor),
      contactCards: contactCards(cursor.record("contactCards", Shapes.contactCards)),
      partners: partners(cursor))
  }

  private func contactCards(_ cursor: RecordCursor) -> ContactCards {
    let base = ContactCards()
    return ContactCards(
      kinds: cursor.texts("kinds", base.kinds), share: cursor.number("share", base.share),
      officerMinutes: cursor.number("officerMinutes", base.officerMinutes))
  }

  private func partners(_ community: RecordCursor) -> [Partner] {
    (community.records("partners", Shapes.partner) ?? []).map { row in
      let id = row.text("id", nil)
      return Partner(
        id: id, name: row.localized("name", LocalizedText(id)), weight: row.number("weight", 1),
        casesPerDay: row.number("casesPerDay", nil))
    }
  }
}
