import DunjingNumerics
import DunjingScenario

/// What a treatment changes in one county, worked out in whole officers.
public struct CountyPlan: Sendable, Hashable {
  /// Officers that the ratios ask for, whatever the floors of the departments.
  public let wanted: Int
  /// Officers taken from each department's agency part, in scenario order.
  public internal(set) var takenFromAgencies: [Int]
  /// Officers taken from each department's county part, those of the stations included.
  public let takenFromCounty: [Int]
  /// Of these, officers of station departments, who move to the community.
  public let moved: Int
  /// Where they go.
  public let destination: Destination
  /// Effective visits of each beat in a day, without sent-down officers.
  public let visitsPerBeatDay: Double
  /// Visits that sent-down officers add at effectiveness 1.
  public internal(set) var sentDownVisitsPerBeatDay: Double
  /// Visits that one sent-down officer adds to each beat at effectiveness 1.
  let visitsPerSentDownOfficer: Double
  /// Officer-hours of mediation in a day.
  public internal(set) var mediationHoursPerDay: Double

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
    let toCommunity = Double(sunk - destination.toStreet)
    visitsPerSentDownOfficer = sentDown.tourHoursPerYear * visitsPerHour
    sentDownVisitsPerBeatDay = toCommunity * visitsPerSentDownOfficer
    mediationHoursPerDay =
      (county.mediationHoursPerYear + toCommunity * sentDown.mediationHoursPerYear
        + Double(moved) * station.mediationHoursPerYear) / 365
  }

  /// Returns the effective visits of each beat on a day, counted from the implementation day.
  public func visits(onDay day: Int, learning: SentDownOfficers) -> Double {
    let served = learning.rotatesYearly ? day % 365 : day
    let missing = learning.finalEffectiveness - learning.initialEffectiveness
    let decay =
      learning.learningDays > 0
      ? PortableMath.exponential(-(Double(served) + 0.5) / learning.learningDays) : 0
    return visitsPerBeatDay + sentDownVisitsPerBeatDay * (learning.finalEffectiveness - missing * decay)
  }
}
