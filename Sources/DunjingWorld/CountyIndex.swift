import DunjingScenario

/// Which county grids and facilities belong to; a study without counties is one.
struct CountyIndex {
  /// The counties, at least one.
  let all: [County]
  /// The county of each grid.
  let ofGrid: [Int]
  /// The county of each facility.
  let ofFacility: [Int]

  /// The county that stands for a study without counties.
  static func whole(_ scenario: Scenario) -> County { County(id: "", name: scenario.name, forceWeight: 1) }

  init(_ scenario: Scenario) {
    all = scenario.counties.isEmpty ? [Self.whole(scenario)] : scenario.counties
    let index = Dictionary(
      scenario.counties.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    ofGrid = scenario.grids.map { index[$0.county] ?? 0 }
    ofFacility = scenario.facilities.map { $0.county.flatMap { index[$0] } ?? 0 }
  }
}
