import DunjingNumerics
import DunjingQueueing
import DunjingRandom
import DunjingScenario
import DunjingWorld

/// The delay-time model of every county and kind of hazard under a plan, day by day.
///
/// Visits find latent hazards at a rate that changes as sent-down officers learn (``CountyPlan/visits(onDay:learning:)``).
/// With an exponential incubation the expected number of open hazards follows dL/dt = α(t) − (1/τ + κ r(t)) L, with κ the
/// share of finds that close for good (``MediationModel``); what escalates is L/τ. It starts from the baseline, so that the
/// months in which hazards of before still escalate count. For other incubations the result is scaled by the ratio of the
/// steady states (Christer & Waller 1984).
struct PreventionModel: Sendable {
  private let world: World
  private let districts: [Double]
  /// Open hazards at the implementation as a share of a day's arrivals, by county and then by hazard kind.
  private var start: [[Double]] = []

  init(_ world: World) {
    self.world = world
    var districts = world.counties.map { _ in 0.0 }
    for (district, share) in world.districtShares.enumerated() where share > 0 {
      districts[world.county(ofDistrict: district)] += 1
    }
    self.districts = districts.map { max(1, $0) }
    let plan = world.plans[world.baseline]
    let days = 0..<world.scenario.time.warmUpDays
    start = world.counties.indices.map { county in
      let visits = days.map {
        plan.counties[county].visits(onDay: $0, learning: world.scenario.force.sentDown)
      }
      let mean = Self.mean(visits, or: plan.counties[county].visitsPerBeatDay)
      let closing = closing(county, plan, visits: mean)
      return world.hazards.indices.map { kind in
        flow(
          kind, visits: visits, closing: closing.rates[kind],
          averted: days.map { _ in averted(plan, kind, 0) }
        )
        .end
      }
    }
  }

  /// What a plan prevents in all counties.
  func outlook(of plan: TreatmentPlan) -> PreventionOutlook {
    let averted = avertedByDay(plan)
    var outlook = PreventionOutlook()
    for index in world.counties.indices {
      let county = county(index, of: plan, averted: averted)
      outlook.escalations.append(county.escalations)
      outlook.incidents.append(county.incidents)
      outlook.climbed += county.climbed
      outlook.deskLoads.append(county.deskLoad)
    }
    return outlook
  }

  /// What a plan prevents in one county.
  /// - Complexity: O(hazard kinds · days).
  func county(_ index: Int, of plan: TreatmentPlan) -> CountyPrevention {
    county(index, of: plan, averted: avertedByDay(plan))
  }

  private func county(_ index: Int, of plan: TreatmentPlan, averted: [[Double]]) -> CountyPrevention {
    let time = world.scenario.time
    // A plan that is the baseline changes nothing, and its officers go on learning.
    let first = plan.treatment.id == world.plans[world.baseline].treatment.id ? time.warmUpDays : 0
    let visits = (0..<days).map {
      plan.counties[index].visits(onDay: first + $0, learning: world.scenario.force.sentDown)
    }
    let measured = Self.mean(Array(visits[time.settlingDays...]), or: 0)
    let closing = closing(index, plan, visits: measured)
    let escalations = world.hazards.indices.map { kind in
      let flow = flow(
        kind, visits: visits, closing: closing.rates[kind], averted: averted[kind],
        from: start[index][kind], skipping: time.settlingDays)
      return perYear(kind) * world.counties[index].demandShare * flow.share
        * shape(kind, closingRate: measured * world.hazards[kind].detection * closing.rates[kind])
    }
    var county = CountyPrevention(escalations: escalations, deskLoad: closing.load)
    addIncidents(to: &county, index, plan)
    return county
  }

  /// Days from the implementation to the end.
  private var days: Int { world.scenario.time.settlingDays + world.scenario.time.horizonDays }

  /// The share of hazards that programs avert, by hazard kind and then by day.
  private func avertedByDay(_ plan: TreatmentPlan) -> [[Double]] {
    world.hazards.indices.map { kind in
      (0..<days).map { averted(plan, kind, (Double($0) + 0.5) * World.daySeconds) }
    }
  }

  private static func mean(_ values: [Double], or other: Double) -> Double {
    values.isEmpty ? other : values.reduce(0, +) / Double(values.count)
  }

  private func perYear(_ kind: Int) -> Double { world.hazards[kind].ratePerSecond * 365 * World.daySeconds }

  private func averted(_ plan: TreatmentPlan, _ kind: Int, _ seconds: Double) -> Double {
    plan.averted(hazard: kind, after: seconds)
  }

  /// What mediation makes of finds in a county.
  private func closing(
    _ county: Int, _ plan: TreatmentPlan, visits: Double
  ) -> (rates: [Double], load: Double) {
    let community = world.scenario.community
    let isJoint = plan.treatment.switches.jointMediation
    let chiefs = isJoint ? plan.treatment.chiefShare : 0
    let kinds = world.hazards.indices.map { kind -> MediationModel.Kind in
      let hazard = world.hazards[kind]
      let incubation = max(hazard.incubationDays.mean, 1e-9)
      let outlived =
        (1 - chiefs) / (1 + community.jointHandOffDays / incubation)
        + chiefs / (1 + community.jointHandOffDaysWithChiefs / incubation)
      return MediationModel.Kind(
        perDay: perYear(kind) / 365 * world.counties[county].demandShare, incubation: incubation,
        findRate: visits * hazard.detection, hours: hazard.mediationHours,
        outlivesHandOff: 1 - hazard.jointShare * (1 - outlived),
        closure: min(1, hazard.closure + (isJoint ? community.closureGain : 0)))
    }
    return MediationModel(
      kinds: kinds, districts: districts[county],
      hoursPerDay: plan.counties[county].mediationHoursPerDay
    ).closing()
  }

  /// Follows open hazards day by day, as multiples of a day's arrivals; the share of arrivals that escalates is a mean
  /// over the days that are not skipped. Each day is solved exactly, with the rates of its middle.
  private func flow(
    _ kind: Int, visits: [Double], closing: Double, averted: [Double], from start: Double = 0,
    skipping: Int = 0
  ) -> (share: Double, end: Double) {
    let hazard = world.hazards[kind]
    let decay = 1 / max(hazard.incubationDays.mean, 1e-9)
    var open = start
    var sum = 0.0
    for day in visits.indices {
      let rate = decay + closing * hazard.detection * visits[day]
      let level = (1 - averted[day]) / rate
      let left = -PortableMath.exponentialMinusOne(-rate)
      if day >= skipping { sum += level + (open - level) * left / rate }
      open += (level - open) * left
    }
    return (sum * decay / Double(max(1, visits.count - skipping)), open)
  }

  /// The steady state with the incubation of a kind as a multiple of that with an exponential one.
  private func shape(_ kind: Int, closingRate: Double) -> Double {
    let incubation: Incubation
    switch world.hazards[kind].incubationDays {
    case .gamma(let mean, let shape): incubation = .gamma(mean: mean, shape: shape)
    case .weibull(_, let shape):
      incubation = .weibull(mean: world.hazards[kind].incubationDays.mean, shape: shape)
    default: return 1
    }
    let share = DelayTimeModel(incubation: incubation).fractionEscalating(
      visitRate: closingRate, detection: 1)
    return share * (1 + closingRate * incubation.mean)
  }

  /// Adds incidents as ``ExpectedDemand`` does: exogenous ones, escalated hazards, repeats and climbs.
  private func addIncidents(to county: inout CountyPrevention, _ number: Int, _ plan: TreatmentPlan) {
    let support =
      plan.treatment.switches.resourceSupport ? world.scenario.dispatch.supportRepeatFactor : 1
    let again = world.kinds.map { 1 / (1 - $0.repeatShare * support) }
    var incidents = world.scenario.incidentKinds.map {
      $0.exogenousPerYear * world.counties[number].demandShare
    }
    for (hazard, escalated) in zip(world.hazards, county.escalations) {
      var below = 0.0
      for outcome in hazard.becomes {
        incidents[outcome.kind] += escalated * (outcome.cumulative - below)
        below = outcome.cumulative
      }
    }
    for kind in incidents.indices { incidents[kind] *= again[kind] }
    for climb in world.scenario.climbs {
      guard let from = index(climb.from), let to = index(climb.to) else { continue }
      incidents[to] += incidents[from] * climb.probability * again[to]
      county.climbed += incidents[from] * climb.probability
    }
    county.incidents = incidents
  }

  private func index(_ kind: String) -> Int? {
    world.scenario.incidentKinds.firstIndex { $0.id == kind }
  }
}
