import DunjingNumerics
import DunjingScenario
import DunjingWorld

// Indicators of single mechanisms, each absent where the scenario or the treatment has no use of it.
extension Simulator {
  func addMechanisms(to values: inout [Indicator: Double]) {
    let tally = recorder.mechanisms
    let years = world.measuredYears
    let incidents = recorder.kindCounts.reduce(0, +)
    values[.visibility] = recorder.visibility.share
    values[.demandMatch] = demandMatch
    if tally.several > 0 {
      values[.fullWithinTarget] = Double(tally.severalWithin) / Double(tally.several)
    }
    if world.kinds.contains(where: \.usesContactCard), incidents > 0 {
      values[.contactCardShare] = Double(tally.answered) / Double(incidents)
    }
    if world.kinds.contains(where: { $0.repeatShare > 0 }), incidents > 0 {
      values[.firstTimeShare] = 1 - Double(tally.repeats) / Double(incidents)
    }
    if world.plans.contains(where: { !$0.treatment.programs.isEmpty }) {
      values[.hazardsAverted] = Double(tally.averted) / years
    }
    if tally.referred > 0 {
      values[.partnerWait] = tally.referredSeconds / Double(tally.referred) / World.daySeconds
      values[.partnerClosedShare] = Double(tally.referredInTime) / Double(tally.referred)
    }
    if !world.sharesQueue {
      values[.mutualAids] = Double(tally.aids) / years
      values[.mutualAidHours] = tally.aidGiven.reduce(0, +) / 3_600 / years
    }
    if tally.inShock > 0 { values[.shockWithinTarget] = Double(tally.inShockWithin) / Double(tally.inShock) }
    if tally.shocksEnded > 0 {
      values[.recoveryMean] = tally.recoverySeconds / Double(tally.shocksEnded) / 60
    }
    addForceShares(to: &values)
  }

  /// Where officers work: the two identities of the reform, counted after all moves of the treatment.
  private func addForceShares(to values: inout [Indicator: Double]) {
    let force = world.scenario.force
    let moved = Double(plan.moved)
    let community = Double(force.communityOfficers) + moved + Double(plan.toCommunity)
    let desks = world.scenario.departments.reduce(0) { $0 + $1.officers(of: .station) }
    let stations = community + Double(force.sworn(in: .stationDuty) + desks) - moved
    let own = world.scenario.departments.reduce(0) { $0 + $1.officers(of: .headquarters) }
    let takenOwn = plan.takenFromCounties.reduce(0, +) - plan.moved
    let others = force.categories.filter {
      $0.isSworn && $0.pool != .stationDuty && $0.pool != .community
    }.map(\.count).reduce(0, +)
    let county = stations + Double(own - takenOwn + others + plan.toStreet)
    values[.officersMoved] = moved
    if stations > 0 { values[.communityShare] = community / stations }
    if county > 0 { values[.stationShare] = stations / county }
  }

  /// How well units on duty follow the incidents over the hours of the week (警力警情匹配度): the overlap Σ min(p, q) of
  /// the two distributions.
  private var demandMatch: Double? {
    let duty = DutyHours(world, plan: plan).unitsByHourOfWeek()
    let units = duty.reduce(0, +)
    let incidents = Double(recorder.hourIncidents.reduce(0, +))
    guard units > 0, incidents > 0 else { return nil }
    return zip(duty, recorder.hourIncidents).map { min($0 / units, Double($1) / incidents) }.reduce(0, +)
  }

  /// The security index: a logistic function of response, visibility and incidence (``SecurityFormula``).
  func securityIndex(_ values: [Indicator: Double]) -> Double? {
    let residents = world.scenario.residents
    guard let within = values[.withinTarget], let visibility = values[.visibility],
      let incidents = values[.incidents], residents > 0
    else { return nil }
    let formula = world.scenario.security
    let z =
      formula.intercept + formula.response * within + formula.visibility * visibility
      - formula.incidence * incidents / residents * 1_000
    return 1 / (1 + PortableMath.exponential(-z))
  }

  /// The score of the scorecard in per cent of all points; items whose indicator has no value give none.
  func assessmentScore(_ values: [Indicator: Double]) -> Double? {
    let items = world.scenario.assessment
    let total = items.map(\.weight).reduce(0, +)
    guard total > 0 else { return nil }
    let points = items.map { item in values[item.indicator].map { item.weight * item.share(of: $0) } ?? 0 }
    return points.reduce(0, +) / total * 100
  }
}
