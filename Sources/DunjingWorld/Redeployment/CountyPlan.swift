import DunjingNumerics
import DunjingScenario

/// What a treatment changes in one county, worked out in whole officers.
public struct CountyPlan: Sendable {
  /// Officers that the ratios ask for, whatever the floors of the departments.
  public let wanted: Int
  /// Officers taken from each department's agency part, in scenario order.
  public let takenFromAgencies: [Int]
  /// Officers taken from each department's county part.
  public let takenFromCounty: [Int]
  /// Where they go.
  public let destination: Destination
  /// Effective visits of each beat in a day, without sent-down officers.
  public let visitsPerBeatDay: Double
  /// Visits that sent-down officers add at effectiveness 1.
  public let sentDownVisitsPerBeatDay: Double
  /// Officer-hours of mediation in a day.
  public let mediationHoursPerDay: Double

  /// Officers sunk in all.
  public var sunk: Int { takenFromAgencies.reduce(0, +) + takenFromCounty.reduce(0, +) }
  /// Sunk officers who become community officers.
  public var toCommunity: Int { sunk - destination.toStreet }

  init(
    _ treatment: Treatment, county: CompiledCounty, wanted: (agency: Int, county: Int), scenario: Scenario,
    offered: StreetOffer, policy: any DestinationPolicy
  ) {
    self.wanted = wanted.agency + wanted.county
    let sinking = Sinking(county, scenario, rule: treatment.sourceRule)
    takenFromAgencies = sinking.taken(wanted.agency, officers: \.agencyOfficers, floor: \.agencyFloor)
    takenFromCounty = sinking.taken(wanted.county, officers: \.countyOfficers, floor: \.countyFloor)
    let sunk = takenFromAgencies.reduce(0, +) + takenFromCounty.reduce(0, +)
    destination = policy.destination(of: sunk, offered: offered)
    precondition(
      (0...sunk).contains(destination.toStreet), "a destination has to place every sunk officer once")
    let community = scenario.community
    let switches = treatment.switches
    let factor =
      (switches.residentPolicing ? community.residentFactor : 1)
      * (switches.intelligence ? community.intelligenceFactor : 1)
    let visitsPerHour = factor / (365 * max(community.visitHours, 1e-9) * county.beats)
    visitsPerBeatDay = county.visitorHoursPerYear * visitsPerHour
    let sentDown = scenario.force.sentDown
    let toCommunity = Double(sunk - destination.toStreet)
    sentDownVisitsPerBeatDay = toCommunity * sentDown.tourHoursPerYear * visitsPerHour
    mediationHoursPerDay =
      (county.mediationHoursPerYear + toCommunity * sentDown.mediationHoursPerYear) / 365
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
