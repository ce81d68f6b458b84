import DunjingScenario
import DunjingWorld

/// What prevention and headquarters of a county come to under a plan, worked out once for each county and what is done in
/// it: plans that differ in one county share all others.
struct CountyCache: Sendable {
  /// What one county is expected to see.
  struct Entry: Sendable {
    var prevention: CountyPrevention
    var departments: [DepartmentOutlook]
  }

  /// What a plan changes for all counties alike.
  private struct Rules: Hashable, Sendable {
    var switches: Switches
    var chiefShare: Double
    var programs: [String]
    var isBaseline: Bool
  }

  private struct Key: Hashable, Sendable {
    var county: Int
    var rules: Rules
    var plan: CountyPlan
  }

  private let known = SharedMemo<Key, Entry>()

  /// The entries of all counties, worked out unless they are known.
  func entries(of plan: TreatmentPlan, isBaseline: Bool, make: (_ county: Int) -> Entry) -> [Entry] {
    let treatment = plan.treatment
    let rules = Rules(
      switches: treatment.switches, chiefShare: treatment.chiefShare, programs: treatment.programs,
      isBaseline: isBaseline)
    return plan.counties.enumerated().map { county, countyPlan in
      known.value(of: Key(county: county, rules: rules, plan: countyPlan)) { make(county) }
    }
  }
}
