import DunjingScenario
import DunjingWorld
import Synchronization

/// What prevention and headquarters of a county come to under a plan, worked out once for each county and what is done in
/// it: plans that differ in one county share all others.
///
/// Every value follows from its key alone, so that it does not matter who fills in which first.
final class CountyCache: Sendable {
  /// What one county is expected to see.
  struct Entry: Sendable {
    var prevention: CountyPrevention
    var departments: [DepartmentOutlook]
  }

  /// What a plan changes for all counties alike.
  private struct Rules: Hashable {
    var switches: Switches
    var chiefShare: Double
    var programs: [String]
    var isBaseline: Bool
  }

  private struct Key: Hashable {
    var county: Int
    var rules: Rules
    var plan: CountyPlan
  }

  private let entries = Mutex<[Key: Entry]>([:])

  /// The entries of all counties, worked out unless they are known.
  func entries(of plan: TreatmentPlan, isBaseline: Bool, make: (_ county: Int) -> Entry) -> [Entry] {
    let treatment = plan.treatment
    let rules = Rules(
      switches: treatment.switches, chiefShare: treatment.chiefShare, programs: treatment.programs,
      isBaseline: isBaseline)
    return plan.counties.enumerated().map { county, countyPlan in
      let key = Key(county: county, rules: rules, plan: countyPlan)
      if let known = entries.withLock({ $0[key] }) { return known }
      let made = make(county)
      entries.withLock { $0[key] = made }
      return made
    }
  }
}
