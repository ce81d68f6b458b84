extension ScenarioDecoder {
  func categories(residents: Double) -> [OfficerCategory] {
    let defaults = DefaultCatalog.categories(residents: residents)
    let cursor = root.record("force", Shapes.force)
    guard let rows = table(cursor, "categories", Shapes.category) else { return defaults }
    return rows.map { row in
      let id = row.text("id", nil)
      let base = defaults.first { $0.id == id }
      let pool = row.choice("pool", base?.pool) ?? .stationDuty
      return OfficerCategory(
        id: id, name: row.localized("name", base?.name ?? LocalizedText(id)), pool: pool,
        isSworn: row.flag("isSworn", base?.isSworn ?? (pool != .auxiliary && pool != .volunteer)),
        count: row.integer("count", base?.count))
    }
  }

  func force(_ categories: [OfficerCategory], units: [UnitGroup], rosters: [Roster]) -> Force {
    let cursor = root.record("force", Shapes.force)
    return Force(
      categories: categories, sentDown: sentDown(cursor.record("sentDown", Shapes.sentDown)),
      streetShift: streetShift(cursor.record("streetShift", Shapes.streetShift), units, rosters),
      stationOfficer: stationOfficer(cursor.record("stationOfficer", Shapes.stationOfficer)))
  }

  private func stationOfficer(_ cursor: RecordCursor) -> StationOfficer {
    let base = StationOfficer()
    return StationOfficer(
      tourHoursPerYear: cursor.number("tourHoursPerYear", base.tourHoursPerYear),
      mediationHoursPerYear: cursor.number("mediationHoursPerYear", base.mediationHoursPerYear))
  }

  private func sentDown(_ cursor: RecordCursor) -> SentDownOfficers {
    let base = DefaultCatalog.sentDown
    return SentDownOfficers(
      initialEffectiveness: cursor.number("initialEffectiveness", base.initialEffectiveness),
      finalEffectiveness: cursor.number("finalEffectiveness", base.finalEffectiveness),
      learningDays: cursor.number("learningDays", base.learningDays),
      rotatesYearly: cursor.flag("rotatesYearly", base.rotatesYearly),
      tourHoursPerYear: cursor.number("tourHoursPerYear", base.tourHoursPerYear),
      mediationHoursPerYear: cursor.number("mediationHoursPerYear", base.mediationHoursPerYear))
  }

  private func streetShift(_ cursor: RecordCursor, _ units: [UnitGroup], _ rosters: [Roster]) -> StreetShift {
    let street = units.first { $0.facilityKind == .streetWorkstation } ?? units.first
    let group = cursor.text("group", street?.id ?? "")
    let unit = units.first { $0.id == group }
    let roster = rosters.first { $0.id == unit?.roster } ?? DefaultCatalog.threeShifts
    let shifts = roster.shifts.map(\.id)
    let preferred = ["evening", "day", "night"]
    let posts = Double(roster.teams) / roster.availability / Double(max(1, shifts.count))
    return StreetShift(
      group: group,
      officersPerUnitShift: cursor.number(
        "officersPerUnitShift", Double(max(1, unit?.crewSworn ?? 2)) * posts),
      shiftOrder: cursor.texts("shiftOrder", preferred.allSatisfy(shifts.contains) ? preferred : shifts),
      weekdayOrder: weekdays(cursor))
  }

  private func weekdays(_ cursor: RecordCursor) -> [Int] {
    let fallback = [5, 4, 6, 3, 2, 1, 0]
    guard let node = cursor.raw("weekdayOrder") else { return fallback }
    let days = node.elements?.compactMap { $0.text.flatMap { Int($0) } }
    guard let days, days.count == node.elements?.count else {
      cursor.reportType(node, "weekdayOrder")
      return fallback
    }
    return days
  }

  func rosters(for units: [UnitGroup]) -> [Roster] {
    let base = DefaultCatalog.threeShifts
    guard let records = root.records("rosters", Shapes.roster) else { return [base] }
    let rosters = records.map { roster($0, base: base) }
    let isNeeded = units.contains { $0.roster == base.id } && !rosters.contains { $0.id == base.id }
    return isNeeded ? rosters + [base] : rosters
  }

  private func roster(_ record: RecordCursor, base: Roster) -> Roster {
    let id = record.text("id", nil)
    let shifts = record.records("shifts", Shapes.shift)?.map { shift in
      Shift(
        id: shift.text("id", nil), startMinute: shift.minuteOfDay("start"),
        endMinute: shift.minuteOfDay("end"))
    }
    let pattern = record.choice("pattern", Optional<RosterPattern>.none, isNeeded: false)
    let usual = pattern.map(DefaultCatalog.roster) ?? base
    if shifts == nil && pattern == nil && id != base.id { record.reportMissing("shifts") }
    return Roster(
      id: id, shifts: shifts ?? usual.shifts, availability: availability(record, usual.availability),
      handoverMinutes: record.number("handoverMinutes", base.handoverMinutes),
      breakMinutes: record.number("breakMinutes", base.breakMinutes),
      teams: record.integer("teams", usual.teams),
      coversDay: record.flag("coversDay", true))
  }

  /// What is left of the time after leave, court and training, unless it is given.
  private func availability(_ record: RecordCursor, _ fallback: Double) -> Double {
    let absences = ["leaveShare", "courtShare", "trainingShare"].filter(record.has)
    let absent = absences.reduce(0) { $0 + record.number($1, 0) }
    if record.has("availability") || absences.isEmpty { return record.number("availability", fallback) }
    if absent >= 1 {
      log.add(.absentAltogether(absent), keyPath: record.keyPath(absences[0]))
    }
    return max(0.01, 1 - absent)
  }

  func units(at facilities: [Facility], hasCounties: Bool) -> [UnitGroup] {
    let kinds = FacilityKind.allCases.filter { kind in facilities.contains { $0.kind == kind } }
    guard let records = root.records("units", Shapes.unitGroup) else {
      return kinds.compactMap(DefaultCatalog.unitGroup).map { group in
        var group = group
        group.area = Self.area(group.area, hasCounties)
        return group
      }
    }
    return records.map { unitGroup($0, hasCounties) }
  }

  /// In a study of many counties, units that would go anywhere stay in theirs unless told otherwise.
  private static func area(_ area: ServiceArea, _ hasCounties: Bool) -> ServiceArea {
    hasCounties && area == .city ? .county : area
  }

  private func unitGroup(_ record: RecordCursor, _ hasCounties: Bool) -> UnitGroup {
    let id = record.text("id", nil)
    let named = FacilityKind.allCases.compactMap(DefaultCatalog.unitGroup).first { $0.id == id }
    let kind = record.choice("facilityKind", named?.facilityKind) ?? .station
    let base = named ?? DefaultCatalog.unitGroup(kind) ?? DefaultCatalog.unitGroup(.station)
    guard var group = base else { preconditionFailure("the catalog has a group for stations") }
    group.id = id
    group.name = record.localized("name", named?.name ?? LocalizedText(id))
    group.facilityKind = kind
    group.facilities = facilities(record, of: kind)
    group.unitsPerFacility = record.integer("unitsPerFacility", group.unitsPerFacility)
    group.crewSworn = record.integer("crewSworn", group.crewSworn)
    group.crewAuxiliaries = record.integer("crewAuxiliaries", group.crewAuxiliaries)
    group.mode = record.text("mode", group.mode)
    group.skills = record.texts("skills", group.skills)
    let area = Self.area(group.area, hasCounties)
    group.area = record.choice("area", area) ?? area
    group.roster = record.text("roster", group.roster)
    return readiness(record, of: group)
  }

  /// The facilities that a group names; an empty list is refused, as it could mean none or all.
  private func facilities(_ record: RecordCursor, of kind: FacilityKind) -> [String] {
    let isEmpty = record.node?["facilities"]?.elements?.isEmpty == true
    if isEmpty { log.add(.unitsNowhere(kind), keyPath: record.keyPath("facilities")) }
    return record.texts("facilities", [])
  }

  private func readiness(_ record: RecordCursor, of base: UnitGroup) -> UnitGroup {
    var group = base
    group.movingShare = record.number("movingShare", group.movingShare)
    group.turnoutSeconds = record.number("turnoutSeconds", group.turnoutSeconds)
    group.movingTurnoutSeconds = record.number("movingTurnoutSeconds", group.movingTurnoutSeconds)
    group.unavailableShare = record.number("unavailableShare", group.unavailableShare)
    group.unavailableMeanMinutes = record.number("unavailableMeanMinutes", group.unavailableMeanMinutes)
    group.preferenceSeconds = record.number("preferenceSeconds", group.preferenceSeconds)
    group.isFirstResponderOnly = record.flag("isFirstResponderOnly", group.isFirstResponderOnly)
    group.mergedSkills = record.texts("mergedSkills", group.mergedSkills)
    return group
  }

  func dispatch() -> DispatchRules {
    let cursor = root.record("dispatch", Shapes.dispatch)
    let base = DefaultCatalog.dispatch
    return DispatchRules(
      callTakingSeconds: cursor.number("callTakingSeconds", base.callTakingSeconds),
      oneClickSeconds: cursor.number("oneClickSeconds", base.oneClickSeconds),
      acknowledgeSeconds: cursor.number("acknowledgeSeconds", base.acknowledgeSeconds),
      accessSeconds: cursor.number("accessSeconds", base.accessSeconds),
      policy: cursor.choice("policy", base.policy) ?? base.policy,
      preemption: cursor.choice("preemption", base.preemption) ?? base.preemption,
      resumesAfterPreemption: cursor.flag("resumesAfterPreemption", base.resumesAfterPreemption),
      preemptingPriority: cursor.integer("preemptingPriority", base.preemptingPriority),
      reserveUnits: cursor.integer("reserveUnits", base.reserveUnits),
      waitingLimit: cursor.optionalInteger("waitingLimit"),
      relocation: cursor.choice("relocation", base.relocation) ?? base.relocation,
      busyFraction: cursor.number("busyFraction", base.busyFraction),
      mutualAidMinutes: cursor.number("mutualAidMinutes", base.mutualAidMinutes),
      supportSceneFactor: cursor.number("supportSceneFactor", base.supportSceneFactor),
      supportRepeatFactor: cursor.number("supportRepeatFactor", base.supportRepeatFactor),
      standby: standby(cursor))
  }
}
