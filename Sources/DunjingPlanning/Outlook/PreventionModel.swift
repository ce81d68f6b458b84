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
/// steady states (Christer & Waller 1984). Where a plan divides officers among the stations of a county, each district has
/// its own visits and its own queue of mediation (``StationDivision``).
struct PreventionModel: Sendable {
  private let world: World
  /// Hazards that arise in a year, by kind.
  private let hazardsPerYear: [Double]
  /// Incidents in a year that grow neither from hazards nor from climbs, by kind.
  private let exogenousPerYear: [Double]
  /// Districts with demand, by county.
  private let districts: [Double]
  /// The effectiveness of sent-down officers, by day since they came.
  private let effectiveness: [Double]
  /// Open hazards at the implementation as a share of a day's arrivals, by county, by station where the baseline divides
  /// its officers among stations, and by hazard kind.
  private var start: [[[Double]]] = []

  /// - Parameters:
  ///   - hazardsPerYear: hazards that arise in a year by kind; those of the study unless given.
  ///   - exogenousPerYear: incidents that do not grow from them, by kind; those of the study unless given.
  init(_ world: World, hazardsPerYear: [Double]? = nil, exogenousPerYear: [Double]? = nil) {
    self.world = world
    self.hazardsPerYear =
      hazardsPerYear ?? world.hazards.map { $0.ratePerSecond * 365 * World.daySeconds }
    self.exogenousPerYear = exogenousPerYear ?? world.scenario.incidentKinds.map(\.exogenousPerYear)
    var districts = world.counties.map { _ in 0.0 }
    for (district, share) in world.districtShares.enumerated() where share > 0 {
      districts[world.county(ofDistrict: district)] += 1
    }
    self.districts = districts.map { max(1, $0) }
    let (time, sentDown) = (world.scenario.time, world.scenario.force.sentDown)
    effectiveness = (0..<(time.warmUpDays + time.settlingDays + time.horizonDays)).map {
      sentDown.effectiveness(onDay: $0)
    }
    let plan = world.plans[world.baseline]
    let days = 0..<time.warmUpDays
    let averted = world.hazards.indices.map { kind in
      [Double](repeating: plan.averted(hazard: kind, after: 0), count: days.count)
    }
    start = world.counties.indices.map { county in
      beats(of: county, plan).map { beats in
        let visits = days.map { beats.own + beats.sentDown * effectiveness[$0] }
        let closing = closing(beats, plan, visits: Self.mean(visits, or: beats.own))
        return world.hazards.indices.map { kind in
          flow(kind, visits: visits, closing: closing.rates[kind], averted: averted[kind]).end
        }
      }
    }
  }

  /// What a plan prevents in all counties.
  func outlook(of plan: TreatmentPlan) -> PreventionOutlook {
    let averted = avertedByDay(plan)
    return PreventionOutlook(world.counties.indices.map { county($0, of: plan, averted: averted) })
  }

  /// Whether a plan changes nothing.
  func isBaseline(_ plan: TreatmentPlan) -> Bool {
    plan.treatment.id == world.plans[world.baseline].treatment.id
  }

  /// What a plan prevents in one county.
  /// - Parameter averted: that of ``avertedByDay(_:)``, the same for all counties.
  /// - Complexity: O(hazard kinds · days), for each station where the plan divides officers among stations.
  func county(_ index: Int, of plan: TreatmentPlan, averted: [[Double]]) -> CountyPrevention {
    var county = CountyPrevention(escalations: world.hazards.map { _ in 0 }, deskLoad: 0)
    for beats in beats(of: index, plan) {
      let (escalations, load) = prevention(beats, plan, averted: averted)
      for kind in escalations.indices { county.escalations[kind] += escalations[kind] }
      county.deskLoad += beats.countyShare * load
    }
    let exogenous = exogenousPerYear.map { $0 * world.counties[index].demandShare }
    (county.incidents, county.climbed) = incidents(exogenous, county.escalations, plan)
    return county
  }

  /// Hazards escalated in a year by kind, and the share of time that officers mediate, where officers are alike.
  func prevention(
    _ beats: AlikeBeats, _ plan: TreatmentPlan, averted: [[Double]]
  ) -> (escalations: [Double], load: Double) {
    let settling = world.scenario.time.settlingDays
    // A plan that is the baseline changes nothing, and its officers go on learning.
    let first = isBaseline(plan) ? world.scenario.time.warmUpDays : 0
    let visits = (0..<days).map { beats.own + beats.sentDown * effectiveness[first + $0] }
    let measured = Self.mean(Array(visits[settling...]), or: 0)
    let closing = closing(beats, plan, visits: measured)
    let start = start(beats)
    let escalations = world.hazards.indices.map { kind in
      let flow = flow(
        kind, visits: visits, closing: closing.rates[kind], averted: averted[kind], from: start[kind],
        skipping: settling)
      return perYear(kind) * beats.demandShare * flow.share
        * shape(kind, closingRate: measured * world.hazards[kind].detection * closing.rates[kind])
    }
    return (escalations, closing.load)
  }

  /// The beats of a county that are alike under a plan.
  private func beats(of county: Int, _ plan: TreatmentPlan) -> [AlikeBeats] {
    let (officers, compiled) = (plan.counties[county], world.counties[county])
    guard officers.division != nil else {
      return [
        AlikeBeats(
          county: county, own: officers.visitsPerBeatDay, sentDown: officers.sentDownVisitsPerBeatDay,
          mediationHoursPerDay: officers.mediationHoursPerDay, demandShare: compiled.demandShare,
          districts: districts[county])
      ]
    }
    return compiled.stations.enumerated().map { number, station in
      AlikeBeats(
        county: county, station: number, own: officers.visitsPerBeatDay,
        sentDown: officers.sentDownVisitsPerBeatDay(ofStation: number),
        mediationHoursPerDay: officers.mediationHoursPerDay(
          ofStation: number, demandShare: station.demandShare),
        demandShare: compiled.demandShare * station.demandShare, countyShare: station.demandShare)
    }
  }

  /// Open hazards at the implementation; where only the baseline differs by station, those of all districts together.
  private func start(_ beats: AlikeBeats) -> [Double] {
    let start = start[beats.county]
    if let station = beats.station { return start.count > 1 ? start[station] : start[0] }
    guard start.count > 1 else { return start[0] }
    let stations = world.counties[beats.county].stations
    return world.hazards.indices.map { kind in
      zip(stations, start).reduce(0) { $0 + $1.0.demandShare * $1.1[kind] }
    }
  }

  /// Days from the implementation to the end.
  private var days: Int { world.scenario.time.settlingDays + world.scenario.time.horizonDays }

  /// The share of hazards that programs avert, by hazard kind and then by day.
  func avertedByDay(_ plan: TreatmentPlan) -> [[Double]] {
    world.hazards.indices.map { kind in
      (0..<days).map { averted(plan, kind, (Double($0) + 0.5) * World.daySeconds) }
    }
  }

  private static func mean(_ values: [Double], or other: Double) -> Double {
    values.isEmpty ? other : values.reduce(0, +) / Double(values.count)
  }

  private func perYear(_ kind: Int) -> Double { hazardsPerYear[kind] }

  private func averted(_ plan: TreatmentPlan, _ kind: Int, _ seconds: Double) -> Double {
    plan.averted(hazard: kind, after: seconds)
  }

  /// What mediation makes of finds.
  private func closing(
    _ beats: AlikeBeats, _ plan: TreatmentPlan, visits: Double
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
        perDay: perYear(kind) / 365 * beats.demandShare, incubation: incubation,
        findRate: visits * hazard.detection, hours: hazard.mediationHours,
        outlivesHandOff: 1 - hazard.jointShare * (1 - outlived),
        closure: min(1, hazard.closure + (isJoint ? community.closureGain : 0)))
    }
    return MediationModel(
      kinds: kinds, districts: beats.districts, hoursPerDay: beats.mediationHoursPerDay
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
    // Most days are like the one before.
    var (last, left) = (0.0, 0.0)
    for day in visits.indices {
      let rate = decay + closing * hazard.detection * visits[day]
      let level = (1 - averted[day]) / rate
      if rate != last { (last, left) = (rate, -PortableMath.exponentialMinusOne(-rate)) }
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

  /// Incidents in a year by kind, and how many climbed, as in ``ExpectedDemand``: exogenous ones, escalated hazards, repeats
  /// and climbs.
  func incidents(
    _ exogenous: [Double], _ escalations: [Double], _ plan: TreatmentPlan
  ) -> (incidents: [Double], climbed: Double) {
    let support =
      plan.treatment.switches.resourceSupport ? world.scenario.dispatch.supportRepeatFactor : 1
    let again = world.kinds.map { 1 / (1 - $0.repeatShare * support) }
    var (incidents, climbed) = (exogenous, 0.0)
    for (hazard, escalated) in zip(world.hazards, escalations) {
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
      climbed += incidents[from] * climb.probability
    }
    return (incidents, climbed)
  }

  private func index(_ kind: String) -> Int? {
    world.scenario.incidentKinds.firstIndex { $0.id == kind }
  }
}
