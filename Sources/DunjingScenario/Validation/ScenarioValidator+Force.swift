extension ScenarioValidator {
  /// The most shifts of one roster: duty is kept in a word of eight bits a day.
  static let shiftLimit = 8

  /// Units need a mode, a roster and a place; rosters have to be whole.
  func checkForce() {
    let rosters = scenario.rosters.map(\.id)
    let modes = scenario.travel.modes.map(\.id)
    for (index, group) in scenario.units.enumerated() {
      let path = "units[\(index)]"
      known(group.roster, path + ".roster", in: rosters, LocalizedText(zh: "勤务", en: "roster"))
      known(group.mode, path + ".mode", in: modes, LocalizedText(zh: "出行方式", en: "mode"))
      checkCrew(group, path)
      if group.facilities.isEmpty && !scenario.facilities.contains(where: { $0.kind == group.facilityKind })
        && !log.refuses("facilities")
      {
        log.add(.noFacility(group.facilityKind), keyPath: path + ".facilityKind")
      }
    }
    for (index, roster) in scenario.rosters.enumerated() {
      checkShifts(roster, "rosters[\(index)].shifts")
    }
    checkStreetShift()
    checkFloors()
  }

  /// Nobody can have to stay who is not there.
  private func checkFloors() {
    for (index, department) in scenario.departments.enumerated() where !log.refuses("departments[\(index)]") {
      let floors = [
        ("agencyFloor", department.agencyFloor, department.agencyOfficers),
        ("countyFloor", department.countyFloor, department.countyOfficers)
      ]
      for (key, floor, officers) in floors where floor > officers {
        log.add(
          .floorAboveOfficers(floor: floor, officers: officers), keyPath: "departments[\(index)].\(key)")
      }
    }
  }

  /// Every weekday and shift is bought once.
  private func checkStreetShift() {
    let shift = scenario.force.streetShift
    if shift.weekdayOrder.sorted() != Array(0...6) {
      log.add(.notPermutation, keyPath: "force.streetShift.weekdayOrder")
    }
    if !shift.group.isEmpty {
      known(
        shift.group, "force.streetShift.group", in: scenario.units.map(\.id),
        LocalizedText(zh: "处警单元组", en: "unit group"))
    }
    guard let group = scenario.units.first(where: { $0.id == shift.group }),
      let roster = scenario.rosters.first(where: { $0.id == group.roster })
    else { return }
    let noun = LocalizedText(zh: "班次", en: "shift")
    for id in shift.shiftOrder {
      known(id, "force.streetShift.shiftOrder", in: roster.shifts.map(\.id), noun)
    }
    if let twice = shift.shiftOrder.first(where: { id in shift.shiftOrder.count { $0 == id } > 1 }) {
      log.add(.namedTwice(twice, noun), keyPath: "force.streetShift.shiftOrder")
    }
  }

  /// A crew has people, and knows the grid that it is bound to.
  private func checkCrew(_ group: UnitGroup, _ path: String) {
    if group.crewSworn + group.crewAuxiliaries == 0 { log.add(.emptyCrew, keyPath: path + ".crewSworn") }
    guard group.area == .grid else { return }
    let facilities = scenario.facilities.enumerated().filter { _, facility in
      group.stands(at: facility)
    }
    for (index, facility) in facilities where facility.grid == nil {
      log.add(.facilityWithoutGrid(facility.id), keyPath: "facilities[\(index)].grid")
    }
  }

  private func checkShifts(_ roster: Roster, _ path: String) {
    guard !roster.shifts.isEmpty else {
      log.add(.emptyList(LocalizedText(zh: "班次", en: "shifts")), keyPath: path)
      return
    }
    if roster.shifts.count > Self.shiftLimit {
      log.add(
        .tooMany(
          found: roster.shifts.count, limit: Self.shiftLimit, LocalizedText(zh: "班次", en: "shifts")),
        keyPath: path)
    }
    let shifts = roster.shifts.sorted { $0.startMinute < $1.startMinute }
    for (position, shift) in shifts.enumerated() {
      let isLast = position == shifts.count - 1
      let next = isLast ? shifts[0].startMinute + 1_440 : shifts[position + 1].startMinute
      let end = shift.startMinute + shift.lengthMinutes
      if end > next {
        log.add(.overlap(shift.id, shifts[(position + 1) % shifts.count].id), keyPath: path)
      } else if end < next && roster.coversDay {
        log.add(.hole(from: end % 1_440, to: next % 1_440), keyPath: path)
      }
    }
  }
}
