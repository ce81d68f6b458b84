import DunjingScenario

/// Where the units of a plan may be sent and what they can do there: to which incidents somebody may come at all, however long
/// that takes.
package struct UnitReach: Sendable {
  private var anywhere: Set<UInt64> = []
  private var counties: [Int: Set<UInt64>] = [:]
  private var districts: [Int: Set<UInt64>] = [:]
  private var grids: [Int: Set<UInt64>] = [:]

  /// The reach of the units that a plan has on duty at any time, without those that only come first. Where counties help one
  /// another, their units count for all.
  package init(_ world: World, _ plan: TreatmentPlan) {
    let hasAid = plan.treatment.switches.mutualAid && !world.sharesQueue
    for (index, unit) in world.units.enumerated()
    where plan.duty[index] != 0 && !unit.isFirstResponderOnly {
      let skills = plan.skills[index]
      switch unit.area {
      case .city: anywhere.insert(skills)
      case .county where hasAid: anywhere.insert(skills)
      case .county: counties[unit.county, default: []].insert(skills)
      case .district: districts[unit.station, default: []].insert(skills)
      case .grid: grids[unit.grid, default: []].insert(skills)
      }
    }
  }

  /// Whether some unit may be sent to incidents of a grid, which has an index, that need some skills.
  package func serves(_ grid: CompiledGrid, at index: Int, skills: UInt64) -> Bool {
    func has(_ known: Set<UInt64>?) -> Bool { known?.contains { $0 & skills == skills } ?? false }
    return has(anywhere) || has(counties[grid.county]) || has(districts[grid.station]) || has(grids[index])
  }
}
