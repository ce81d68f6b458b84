import DunjingScenario
import DunjingWorld

/// The harm of hazards that escalate in the district of a station, by the number of sunk officers who join it: the
/// delay-time model with mediation that ``PlanOutlook`` has for a plan (Christer & Waller 1984).
///
/// Harm is that of the incidents which hazards become, their repeats and climbs included, by the weights of the scenario
/// and in a year; the late arrivals and the delay at headquarters of the harm index are not among it.
public struct StationHarm: Sendable {
  /// The world.
  public let world: World
  /// The plan that gives everything but the division among stations.
  public let plan: TreatmentPlan
  private let model: PreventionModel
  private let averted: [[Double]]
  /// The harm of one escalation, by hazard kind.
  private let weights: [Double]

  /// Prepares a plan.
  /// - Complexity: O(counties · hazard kinds · days).
  public init(_ world: World, plan: TreatmentPlan) {
    (self.world, self.plan) = (world, plan)
    let model = PreventionModel(world)
    self.model = model
    averted = model.avertedByDay(plan)
    let none = world.kinds.map { _ in 0.0 }
    weights = world.hazards.indices.map { hazard in
      let one = world.hazards.indices.map { $0 == hazard ? 1.0 : 0 }
      return zip(world.kinds, model.incidents(none, one, plan).incidents).reduce(0) { $0 + $1.0.harm * $1.1 }
    }
  }

  /// Returns the harm in the district of a station with some sunk community officers of its own.
  /// - Parameters:
  ///   - county: the index of the county.
  ///   - station: the place of the station in `CompiledCounty.stations`.
  ///   - officers: the officers; none fit where the district has no beats.
  /// - Complexity: O(hazard kinds · days).
  public func harm(county: Int, station: Int, officers: Int) -> Double {
    let (beats, plan) = (world.counties[county].stations[station].beats, plan.counties[county])
    precondition(officers == 0 || (officers > 0 && beats > 0), "\(officers) officers need beats to visit")
    let added = officers > 0 ? Double(officers) * plan.visitsPerOfficerDay / beats : 0
    let share = world.counties[county].stations[station].demandShare
    return harm(
      county, station, visits: added,
      mediationHours: plan.ownMediationHoursPerDay * share + mediationHours(of: officers))
  }

  /// Returns the harm in all districts of a county whose sunk community officers spread evenly: their visits over the beats
  /// and their mediation over the demand.
  /// - Complexity: O(stations · hazard kinds · days).
  public func evenHarm(county: Int, officers: Int) -> Double {
    let (compiled, plan) = (world.counties[county], plan.counties[county])
    let added = Double(officers) * plan.visitsPerOfficerDay / compiled.beats
    let hours = plan.ownMediationHoursPerDay + mediationHours(of: officers)
    return compiled.stations.enumerated().reduce(0) { sum, station in
      sum
        + harm(
          county, station.offset, visits: added, mediationHours: hours * station.element.demandShare)
    }
  }

  private func mediationHours(of officers: Int) -> Double {
    Double(officers) * world.scenario.force.sentDown.mediationHoursPerYear / 365
  }

  private func harm(_ county: Int, _ station: Int, visits: Double, mediationHours: Double) -> Double {
    let compiled = world.counties[county]
    let share = compiled.stations[station].demandShare
    let beats = AlikeBeats(
      county: county, station: station, own: plan.counties[county].visitsPerBeatDay, sentDown: visits,
      mediationHoursPerDay: mediationHours, demandShare: compiled.demandShare * share, countyShare: share)
    let escalations = model.prevention(beats, plan, averted: averted).escalations
    return zip(weights, escalations).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
