import DunjingPlanning
import DunjingScenario
import DunjingStatistics
import DunjingWorld

/// How the community officers of the best plan should divide among the stations, and what that is worth.
public struct StationOutcome: Sendable, Equatable {
  /// The best division by formula, county by county; counties without a station that has beats are left out.
  public var allocations: [StationAllocation]
  /// The objective with this division less that with an even spread, on the fresh replications.
  public var difference: ConfidenceInterval
}

extension PlanSearch {
  /// Divides the community officers of a plan by formula and simulates it; nil if somebody stopped, or if there is nothing
  /// to divide.
  func stations(
    of plan: PlanCandidate, _ samples: inout PlanSamples, threads: Int
  ) -> StationOutcome? {
    guard forecaster != nil, plan.plan.toCommunity > 0, plan.treatment.stationWeights.isEmpty,
      world.counties.contains(where: { $0.stations.count { $0.beats > 0 } > 1 })
    else { return nil }
    let allocations = StationAllocation.all(of: plan.plan, in: world, threads: threads)
    var treatment = plan.treatment
    treatment.id = "stations"
    for allocation in allocations { treatment.stationWeights.merge(allocation.weights) { $1 } }
    let divided = PlanCandidate(point: plan.point, treatment: treatment, plan: world.plan(of: treatment))
    guard samples.play([divided], freshReplications),
      let difference = paired(divided, plan, samples, freshReplications, level: settings.confidence)
    else { return nil }
    return StationOutcome(allocations: allocations, difference: difference)
  }
}
