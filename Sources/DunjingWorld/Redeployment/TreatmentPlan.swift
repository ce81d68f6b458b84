import DunjingScenario

/// What a treatment changes, worked out in whole officers, county by county.
public struct TreatmentPlan: Sendable {
  /// The treatment.
  public let treatment: Treatment
  /// What it changes in each county, in scenario order.
  public internal(set) var counties: [CountyPlan]
  /// On which weekday and shift each unit is on duty: bit weekday × 8 + shift.
  public let duty: [UInt64]
  /// Seconds from call to order.
  public let callTakingSeconds: Double
  /// The skills of each unit, as bits.
  public let skills: [UInt64]
  /// The programs that act on each kind of hazard.
  let programs: [[ProgramEffect]]
  /// Later steps, with the seconds after the implementation.
  public private(set) var phases: [(seconds: Double, plan: TreatmentPlan)] = []

  /// Officers that the ratios ask for, whatever the floors of the departments.
  public var wanted: Int { counties.reduce(0) { $0 + $1.wanted } }
  /// Officers taken from each department's agency part, in scenario order.
  public var takenFromAgencies: [Int] { sum(\.takenFromAgencies) }
  /// Officers taken from each department's county part.
  public var takenFromCounties: [Int] { sum(\.takenFromCounty) }
  /// Officers who move from station departments to the community.
  public var moved: Int { counties.reduce(0) { $0 + $1.moved } }
  /// Officers sunk in all.
  public var sunk: Int { counties.reduce(0) { $0 + $1.sunk } }
  /// Sunk officers who staff street shifts.
  public var toStreet: Int { counties.reduce(0) { $0 + $1.destination.toStreet } }
  /// Sunk officers who become community officers.
  public var toCommunity: Int { sunk - toStreet }
  /// Sunk community officers at each station of each county, in the order of ``CompiledCounty/stations``; nil where a county
  /// spreads them evenly over its beats.
  public var officersByStation: [[Int]?] { counties.map { $0.division?.officers } }
  /// Street unit-shifts bought in a week.
  public var unitShiftsPerWeek: Int { counties.reduce(0) { $0 + $1.destination.shifts.count } }
  /// Officer-hours of mediation in a day, in all counties.
  public var mediationHoursPerDay: Double { counties.reduce(0) { $0 + $1.mediationHoursPerDay } }

  init(
    _ treatment: Treatment, scenario: Scenario, counties: [CompiledCounty], units: [CompiledUnit],
    destination: any DestinationPolicy
  ) {
    self.treatment = treatment
    let wanted = WantedOfficers.all(
      treatment.sinkRatio, preventionFloor: treatment.preventionFloor, scenario, counties)
    let otherDuties = OtherDuties(treatment, scenario)
    let plans = counties.indices.map { county in
      CountyPlan(
        treatment, county: counties[county], wanted: wanted[county], otherDuties: otherDuties,
        scenario: scenario,
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
    skills = units.map { treatment.switches.mergeTrafficPatrol ? $0.mergedSkills : $0.skills }
    programs = ProgramEffect.all(of: treatment, in: scenario)
    phases = treatment.phases.map { phase in
      var later = treatment
      (later.sinkRatio, later.phases) = (phase.sinkRatio, [])
      let plan = TreatmentPlan(
        later, scenario: scenario, counties: counties, units: units, destination: destination)
      return (Double(phase.afterDays) * World.daySeconds, plan)
    }
  }

  private func sum(_ officers: KeyPath<CountyPlan, [Int]>) -> [Int] {
    counties.reduce(counties[0][keyPath: officers].map { _ in 0 }) { sums, county in
      zip(sums, county[keyPath: officers]).map { $0 + $1 }
    }
  }
}
