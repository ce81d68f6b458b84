import DunjingScenario

/// What a treatment changes, worked out in whole officers, county by county.
public struct TreatmentPlan: Sendable {
  /// The treatment.
  public let treatment: Treatment
  /// What it changes in each county, in scenario order.
  public let counties: [CountyPlan]
  /// On which weekday and shift each unit is on duty: bit weekday × 8 + shift.
  public let duty: [UInt64]
  /// Seconds from call to order.
  public let callTakingSeconds: Double

  /// Officers that the ratios ask for, whatever the floors of the departments.
  public var wanted: Int { counties.reduce(0) { $0 + $1.wanted } }
  /// Officers taken from each department's agency part, in scenario order.
  public var takenFromAgencies: [Int] { sum(\.takenFromAgencies) }
  /// Officers taken from each department's county part.
  public var takenFromCounties: [Int] { sum(\.takenFromCounty) }
  /// Officers sunk in all.
  public var sunk: Int { counties.reduce(0) { $0 + $1.sunk } }
  /// Sunk officers who staff street shifts.
  public var toStreet: Int { counties.reduce(0) { $0 + $1.destination.toStreet } }
  /// Sunk officers who become community officers.
  public var toCommunity: Int { sunk - toStreet }
  /// Street unit-shifts bought in a week.
  public var unitShiftsPerWeek: Int { counties.reduce(0) { $0 + $1.destination.shifts.count } }
  /// Officer-hours of mediation in a day, in all counties.
  public var mediationHoursPerDay: Double { counties.reduce(0) { $0 + $1.mediationHoursPerDay } }

  init(
    _ treatment: Treatment, scenario: Scenario, counties: [CompiledCounty], units: [CompiledUnit],
    destination: any DestinationPolicy
  ) {
    self.treatment = treatment
    let ratio = treatment.sinkRatio
    let agency = Sinking.wanted(
      counties.map { ratio.ofAgencies(in: $0.county) },
      of: counties.map { $0.departments.map(\.agencyOfficers).reduce(0, +) })
    let own = Sinking.wanted(
      counties.map { ratio.ofCounty($0.county) },
      of: counties.map { $0.departments.map(\.countyOfficers).reduce(0, +) })
    let plans = counties.indices.map { county in
      CountyPlan(
        treatment, county: counties[county], wanted: (agency[county], own[county]), scenario: scenario,
        offered: StreetOffer(treatment, scenario: scenario, units: units, county: county), policy: destination
      )
    }
    self.counties = plans
    duty = Destination(
      toStreet: 0, shifts: plans.flatMap(\.destination.shifts)
    ).duty(of: units, treatment, scenario)
    callTakingSeconds =
      treatment.switches.oneClickDispatch
      ? scenario.dispatch.oneClickSeconds : scenario.dispatch.callTakingSeconds
  }

  private func sum(_ officers: KeyPath<CountyPlan, [Int]>) -> [Int] {
    counties.reduce(counties[0][keyPath: officers].map { _ in 0 }) { sums, county in
      zip(sums, county[keyPath: officers]).map { $0 + $1 }
    }
  }
}
