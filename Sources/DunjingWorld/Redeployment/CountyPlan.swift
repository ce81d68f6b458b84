import DunjingScenario

/// What a treatment changes in one county, worked out in whole officers.
public struct CountyPlan: Sendable, Hashable {
  /// Officers that the ratios ask for, whatever the floors of the departments.
  public let wanted: Int
  /// Officers taken from each department's agency part, in scenario order.
  public let takenFromAgencies: [Int]
  /// Officers taken from each department's county part, those of the stations included.
  public let takenFromCounty: [Int]
  /// Of these, officers of station departments, who move to the community.
  public let moved: Int
  /// Officers of each department whom nobody else misses: none but in a plan that asks what one is worth.
  public internal(set) var extraOfficers: [Int]
  /// Where they go.
  public let destination: Destination
  /// Effective visits of each beat in a day, without sent-down officers.
  public let visitsPerBeatDay: Double
  /// Visits that sent-down officers add at effectiveness 1, on average over the beats.
  public internal(set) var sentDownVisitsPerBeatDay: Double
  /// Officer-hours of mediation in a day.
  public internal(set) var mediationHoursPerDay: Double
  /// How the sent-down officers divide among the stations; nil where they spread evenly over the beats.
  public internal(set) var division: StationDivision?
  /// Visits that one sent-down officer makes in a day at effectiveness 1.
  public let visitsPerOfficerDay: Double
  /// Officer-hours of mediation in a day without sent-down officers.
  public let ownMediationHoursPerDay: Double

  /// Officers of headquarters sunk in all.
  public var sunk: Int { takenFromAgencies.reduce(0, +) + takenFromCounty.reduce(0, +) - moved }
  /// Sunk officers who become community officers.
  public var toCommunity: Int { sunk - destination.toStreet }

  init(
    _ treatment: Treatment, county: CompiledCounty, wanted: WantedOfficers, otherDuties: OtherDuties,
    scenario: Scenario,
    offered: StreetOffer, policy: any DestinationPolicy
  ) {
    self.wanted = wanted.agency + wanted.county
    let sinking = Sinking(county, scenario, rule: treatment.sourceRule)
    let agencies = sinking.taken(wanted.agency, officers: \.agencyOfficers, floor: \.agencyFloor)
    let own = sinking.taken(
      wanted.county, officers: { $0.officers(of: .headquarters) }, floor: \.countyFloor)
    let stations = sinking.taken(
      wanted.station, officers: { $0.officers(of: .station) }, floor: \.countyFloor)
    takenFromAgencies = agencies
    extraOfficers = agencies.map { _ in 0 }
    takenFromCounty = zip(own, stations).map { $0 + $1 }
    let moved = stations.reduce(0, +)
    self.moved = moved
    let sunk = agencies.reduce(0, +) + own.reduce(0, +)
    destination = policy.destination(of: sunk, offered: offered)
    precondition(
      (0...sunk).contains(destination.toStreet), "a destination has to place every sunk officer once")
    let community = scenario.community
    let switches = treatment.switches
    let factor =
      (switches.residentPolicing ? community.residentFactor : 1)
      * (switches.intelligence ? community.intelligenceFactor : 1)
      * (switches.coLocation ? community.coLocationFactor : 1)
    let visitsPerHour = factor / (365 * max(community.visitHours, 1e-9) * county.beats)
    let station = scenario.force.stationOfficer
    let hours =
      county.visitorHoursPerYear - otherDuties.hoursPerYear(in: county)
      + Double(moved) * station.tourHoursPerYear
    visitsPerBeatDay = max(0, hours) * visitsPerHour
    let sentDown = scenario.force.sentDown
    let joining = sunk - destination.toStreet
    let toCommunity = Double(joining)
    sentDownVisitsPerBeatDay = toCommunity * sentDown.tourHoursPerYear * visitsPerHour
    mediationHoursPerDay =
      (county.mediationHoursPerYear + toCommunity * sentDown.mediationHoursPerYear
        + Double(moved) * station.mediationHoursPerYear) / 365
    visitsPerOfficerDay = sentDown.tourHoursPerYear * visitsPerHour * county.beats
    ownMediationHoursPerDay =
      (county.mediationHoursPerYear + Double(moved) * station.mediationHoursPerYear) / 365
    division = StationDivision(
      treatment.stationWeights, of: joining, among: county.stations,
      visitsPerOfficerDay: visitsPerOfficerDay,
      mediationHoursPerOfficerDay: sentDown.mediationHoursPerYear / 365)
  }

  /// Returns the effective visits of each beat on a day, counted from the implementation day; on average over the beats
  /// where stations differ.
  public func visits(onDay day: Int, learning: SentDownOfficers) -> Double {
    visitsPerBeatDay + sentDownVisitsPerBeatDay * learning.effectiveness(onDay: day)
  }

  /// Returns the effective visits of each beat of a station's district on a day, counted from the implementation day.
  /// - Parameters:
  ///   - number: the station's place in ``CompiledCounty/stations``.
  ///   - day: days since the implementation day, on which it is 0.
  ///   - learning: how officers sent down learn their work.
  public func visits(ofStation number: Int, onDay day: Int, learning: SentDownOfficers) -> Double {
    visitsPerBeatDay + sentDownVisitsPerBeatDay(ofStation: number) * learning.effectiveness(onDay: day)
  }

  /// Returns the visits that sent-down officers add to each beat of a station's district at effectiveness 1.
  public func sentDownVisitsPerBeatDay(ofStation number: Int) -> Double {
    division?.sentDownVisitsPerBeatDay[number] ?? sentDownVisitsPerBeatDay
  }

  /// Returns the officer-hours of mediation in a day in a station's district.
  ///
  /// The county's own hours follow the demand, as do those of sent-down officers who spread evenly; officers who belong to
  /// a station mediate what is found in its district.
  /// - Parameters:
  ///   - number: the station's place in ``CompiledCounty/stations``.
  ///   - demandShare: the district's share of the demand of the county.
  public func mediationHoursPerDay(ofStation number: Int, demandShare: Double) -> Double {
    guard let division else { return mediationHoursPerDay * demandShare }
    return ownMediationHoursPerDay * demandShare + division.mediationHoursPerDay[number]
  }
}
