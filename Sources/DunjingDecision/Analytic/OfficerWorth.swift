import DunjingParallel
import DunjingPlanning
import DunjingScenario
import DunjingWorld

/// What one more officer would be worth under a plan: by how much the objective would fall, as the outlook expects it; what
/// the officer relieves of a limit counts at the limit's price.
///
/// These are the shadow prices of officers. At the best plan the officer whom a department can spare and the one whom the
/// community gains are worth the same, but for whole officers, floors, and the bounds of what was searched.
public struct OfficerWorth: Sendable, Equatable {
  /// One more officer in a department of a county, by county and then by department.
  public let departments: [[Double]]
  /// One more sent-down officer in the community, by county.
  public let community: [Double]

  /// Works out what officers are worth; nil where the outlook does not speak of an indicator of the goal.
  /// - Complexity: a forecast for each county and department; each differs from the plan in one county.
  static func of(
    _ plan: TreatmentPlan, limitPrices: [Double], _ forecaster: PlanForecaster, threads: Int
  ) -> OfficerWorth? {
    let world = forecaster.outlook.world
    guard let before = forecaster.forecast(plan) else { return nil }
    @Sendable func worth(_ reinforced: TreatmentPlan) -> Double {
      guard let after = forecaster.forecast(reinforced) else { return .nan }
      return zip(limitPrices, zip(before.excesses, after.excesses)).reduce(
        before.difference - after.difference
      ) {
        $0 + $1.0 * ($1.1.0 - $1.1.1)
      }
    }
    let departments = world.scenario.departments.indices
    let rows = Parallel.map(world.counties.count, threads: threads) { county in
      (
        departments.map { worth(plan.reinforced(county: county, department: $0)) },
        worth(plan.reinforced(communityOf: county, in: world))
      )
    }
    let worths = OfficerWorth(departments: rows.map(\.0), community: rows.map(\.1))
    return (worths.departments.joined() + worths.community).allSatisfy(\.isFinite) ? worths : nil
  }
}
