extension ScenarioValidator {
  /// Where a study has counties, everything belongs to one of them, and each can do its work.
  func checkCounties() {
    let noun = LocalizedText(zh: "县区", en: "county")
    unique(scenario.counties.map(\.id), "counties", noun)
    let ids = scenario.counties.map(\.id)
    let prefectures = Set(scenario.counties.map(\.prefecture)).sorted()
    for (index, treatment) in scenario.treatments.enumerated() {
      let path = "treatments[\(index)].sinkRatio"
      for id in treatment.sinkRatio.byCounty.keys.sorted() {
        known(id, path + ".byCounty.\(id)", in: ids, noun)
      }
      for name in treatment.sinkRatio.byPrefecture.keys.sorted() {
        known(
          name, path + ".byPrefecture.\(name)", in: prefectures, LocalizedText(zh: "市（州）", en: "prefecture"))
      }
    }
    guard !ids.isEmpty else { return }
    let known = Set(ids)
    for (index, grid) in scenario.grids.enumerated() where !known.contains(grid.county) {
      log.add(.dangling(grid.county, noun, known: ids), keyPath: "grids[\(index)].county")
    }
    for (index, facility) in scenario.facilities.enumerated() {
      guard let county = facility.county, !known.contains(county) else { continue }
      log.add(.dangling(county, noun, known: ids), keyPath: "facilities[\(index)].county")
    }
    checkStations()
    checkEachCounty()
  }

  /// A station serves grids of its own county only.
  private func checkStations() {
    let counties = Dictionary(
      scenario.facilities.map { ($0.id, $0.county) }, uniquingKeysWith: { first, _ in first })
    for (index, grid) in scenario.grids.enumerated() {
      guard let station = grid.station, let county = counties[station] ?? nil, county != grid.county else {
        continue
      }
      log.add(.foreignStation(station, county: county), keyPath: "grids[\(index)].station")
    }
  }

  private func checkEachCounty() {
    let grids = Set(scenario.grids.map(\.county))
    let stations = scenario.facilities.filter { $0.kind == .station }
    // A station without a county belongs to that of the nearest grid, which only the compiled study knows.
    let isCertain = stations.allSatisfy { $0.county != nil }
    let served = Set(stations.compactMap(\.county))
    for (index, county) in scenario.counties.enumerated() {
      if !grids.contains(county.id) {
        log.add(.countyWithout(county.id, LocalizedText(zh: "网格", en: "grid")), keyPath: "counties[\(index)]")
      } else if isCertain && !served.contains(county.id) {
        log.add(
          .countyWithout(county.id, LocalizedText(zh: "派出所", en: "station")), keyPath: "counties[\(index)]")
      }
    }
    if scenario.counties.allSatisfy({ $0.forceWeight == 0 }) {
      log.add(.weightsWithoutSum, keyPath: "counties[0].forceWeight")
    }
  }
}
