extension ScenarioValidator {
  private static let noun = LocalizedText(zh: "县区", en: "county")

  /// Where a study has counties, everything belongs to one of them, and each can do its work.
  func checkCounties() {
    let ids = scenario.counties.map(\.id)
    unique(ids, "counties", Self.noun)
    checkRatios(ids)
    guard !ids.isEmpty else { return }
    let known = Set(ids)
    if let first = scenario.grids.firstIndex(where: \.county.isEmpty) {
      // Nothing else can be said before every grid names its county.
      return log.add(.missingKey("county", example: ids[0]), keyPath: "grids[\(first)].county")
    }
    for (index, grid) in scenario.grids.enumerated() where !known.contains(grid.county) {
      log.add(.dangling(grid.county, Self.noun, known: ids), keyPath: "grids[\(index)].county")
    }
    checkFacilities(known)
    checkStations(known)
    for (index, county) in scenario.counties.enumerated() { check(county, "counties[\(index)]") }
  }

  private func checkRatios(_ ids: [String]) {
    let prefectures = Set(scenario.counties.map(\.prefecture).filter { !$0.isEmpty }).sorted()
    let noun = LocalizedText(zh: "市（州）", en: "prefecture")
    func check(_ ratio: SinkRatio, _ path: String) {
      for id in ratio.byCounty.keys.sorted() { known(id, path + ".byCounty.\(id)", in: ids, Self.noun) }
      for id in ratio.agencyByCounty.keys.sorted() {
        known(id, path + ".agencyByCounty.\(id)", in: ids, Self.noun)
      }
      for name in ratio.byPrefecture.keys.sorted() {
        known(name, path + ".byPrefecture.\(name)", in: prefectures, noun)
      }
    }
    for (index, treatment) in scenario.treatments.enumerated() {
      check(treatment.sinkRatio, "treatments[\(index)].sinkRatio")
      for (step, phase) in treatment.phases.enumerated() {
        check(phase.sinkRatio, "treatments[\(index)].phases[\(step)].sinkRatio")
      }
    }
  }

  /// Units belong to the county of their facility, so it has to be said.
  private func checkFacilities(_ known: Set<String>) {
    let countyOfGrid = Dictionary(
      scenario.grids.map { ($0.id, $0.county) }, uniquingKeysWith: { first, _ in first })
    for (index, facility) in scenario.facilities.enumerated() {
      let path = "facilities[\(index)].county"
      guard let county = facility.county else {
        log.add(.missingKey("county", example: scenario.counties[0].id), keyPath: path)
        continue
      }
      if !known.contains(county) {
        log.add(.dangling(county, Self.noun, known: scenario.counties.map(\.id)), keyPath: path)
      } else if let grid = facility.grid, let other = countyOfGrid[grid], other != county {
        log.add(.foreignGrid(grid, county: other), keyPath: "facilities[\(index)].grid")
      }
    }
  }

  /// A station serves grids of its own county only.
  private func checkStations(_ known: Set<String>) {
    let counties = Dictionary(
      scenario.facilities.map { ($0.id, $0.county) }, uniquingKeysWith: { first, _ in first })
    for (index, grid) in scenario.grids.enumerated() {
      guard let station = grid.station, let county = counties[station] ?? nil, county != grid.county,
        known.contains(county), known.contains(grid.county)
      else { continue }
      log.add(.foreignStation(station, county: county), keyPath: "grids[\(index)].station")
    }
  }

  /// A county has grids, a station, a part of the force, and units for every kind of incident.
  private func check(_ county: County, _ path: String) {
    func lacks(_ zh: String, _ en: String) {
      log.add(.countyWithout(county.id, LocalizedText(zh: zh, en: en)), keyPath: path)
    }
    guard scenario.grids.contains(where: { $0.county == county.id }) else { return lacks("网格", "grid") }
    let facilities = scenario.facilities.filter { $0.county == county.id }
    if !facilities.contains(where: { $0.kind == .station }) { lacks("派出所", "station") }
    if county.forceWeight == 0 { log.add(.noForceWeight(county.id), keyPath: path + ".forceWeight") }
    let groups = scenario.units.filter { group in
      !group.isFirstResponderOnly
        && (group.area == .city || facilities.contains(where: group.stands))
    }
    for kind in scenario.incidentKinds {
      let isServed = groups.contains { group in kind.skills.allSatisfy(group.skills.contains) }
      let skills = kind.skills.joined(separator: ", ")
      if !isServed {
        lacks("能处置 '\(kind.id)' 的单元（技能 \(skills)）", "unit with the skills of '\(kind.id)' (\(skills))")
      }
    }
  }
}
