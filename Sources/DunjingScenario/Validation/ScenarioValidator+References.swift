extension ScenarioValidator {
  /// Every id named somewhere has to exist.
  func checkReferences() {
    let facilities = Set(scenario.facilities.map(\.id))
    let stations = scenario.facilities.filter { $0.kind == .station }.map(\.id)
    let grids = Set(scenario.grids.map(\.id))
    let nodes = Set((scenario.roads?.nodes ?? []).map(\.id))
    let node = LocalizedText(zh: "路网节点", en: "road node")
    let grid = LocalizedText(zh: "网格", en: "grid")
    for (index, item) in scenario.grids.enumerated() {
      known(
        item.station, "grids[\(index)].station", among: Set(stations), LocalizedText(zh: "派出所", en: "station")
      )
      known(item.node, "grids[\(index)].node", among: nodes, node)
    }
    for (index, item) in scenario.facilities.enumerated() {
      known(item.node, "facilities[\(index)].node", among: nodes, node)
      known(item.grid, "facilities[\(index)].grid", among: grids, grid)
    }
    for (index, item) in (scenario.roads?.nodes ?? []).enumerated() {
      known(item.grid, "roads.nodes[\(index)].grid", among: grids, grid)
    }
    for (index, edge) in (scenario.roads?.edges ?? []).enumerated() {
      known(edge.from, "roads.edges[\(index)].from", among: nodes, node)
      known(edge.to, "roads.edges[\(index)].to", among: nodes, node)
    }
    for (index, point) in scenario.patrol.points.enumerated() {
      known(point.node, "patrol.points[\(index)].node", among: nodes, node)
    }
    for (index, line) in scenario.patrol.lines.enumerated() {
      if scenario.roads == nil { log.add(.linesWithoutRoads, keyPath: "patrol.lines") }
      for id in line.nodes where scenario.roads != nil {
        known(id, "patrol.lines[\(index)].nodes", among: nodes, node)
      }
    }
    for (index, group) in scenario.units.enumerated() {
      for id in group.facilities {
        known(id, "units[\(index)].facilities", among: facilities, LocalizedText(zh: "设施", en: "facility"))
      }
    }
  }

  private func known(_ id: String?, _ path: String, among ids: Set<String>, _ noun: LocalizedText) {
    guard let id, !ids.contains(id) else { return }
    log.add(.dangling(id, noun, known: ids.sorted()), keyPath: path)
  }

  /// Units need a mode, a roster and a place; rosters have to be whole.
  func checkForce() {
    let rosters = scenario.rosters.map(\.id)
    let modes = scenario.travel.modes.map(\.id)
    for (index, group) in scenario.units.enumerated() {
      let path = "units[\(index)]"
      known(group.roster, path + ".roster", in: rosters, LocalizedText(zh: "勤务", en: "roster"))
      known(group.mode, path + ".mode", in: modes, LocalizedText(zh: "出行方式", en: "mode"))
      if group.facilities.isEmpty && !scenario.facilities.contains(where: { $0.kind == group.facilityKind })
        && !log.refuses("facilities")
      {
        log.add(.noFacility(group.facilityKind), keyPath: path + ".facilityKind")
      }
    }
    for (index, roster) in scenario.rosters.enumerated() {
      checkShifts(roster, "rosters[\(index)].shifts")
    }
    let shift = scenario.force.streetShift
    if let group = scenario.units.first(where: { $0.id == shift.group }),
      let roster = scenario.rosters.first(where: { $0.id == group.roster })
    {
      for id in shift.shiftOrder {
        known(
          id, "force.streetShift.shiftOrder", in: roster.shifts.map(\.id),
          LocalizedText(zh: "班次", en: "shift"))
      }
    }
    for (index, department) in scenario.departments.enumerated() {
      if department.agencyFloor > department.agencyOfficers && !log.refuses("departments[\(index)]") {
        log.add(
          .floorAboveOfficers(floor: department.agencyFloor, officers: department.agencyOfficers),
          keyPath: "departments[\(index)].agencyFloor")
      }
    }
  }

  private func checkShifts(_ roster: Roster, _ path: String) {
    guard !roster.shifts.isEmpty else {
      log.add(.emptyList(LocalizedText(zh: "班次", en: "shifts")), keyPath: path)
      return
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
