import DunjingNumerics
import DunjingScenario

/// What a treatment changes, worked out in whole officers.
public struct TreatmentPlan: Sendable {
  /// The treatment.
  public let treatment: Treatment
  /// Officers that the ratios ask for, whatever the floors of the departments.
  public let wanted: Int
  /// Officers taken from each department's agency part, in scenario order.
  public let takenFromAgencies: [Int]
  /// Officers taken from each department's county part.
  public let takenFromCounties: [Int]
  /// Sunk officers who staff street shifts.
  public let toStreet: Int
  /// Street unit-shifts bought in a week.
  public let unitShiftsPerWeek: Int
  /// On which weekday and shift each unit is on duty: bit weekday × 8 + shift.
  public let duty: [UInt64]
  /// Effective visits of each beat in a day, without sent-down officers.
  public let visitsPerBeatDay: Double
  /// Visits that sent-down officers add at effectiveness 1.
  public let sentDownVisitsPerBeatDay: Double
  /// Officer-hours of mediation in a day, in the whole city.
  public let mediationHoursPerDay: Double
  /// Seconds from call to order.
  public let callTakingSeconds: Double

  /// Officers sunk in all.
  public var sunk: Int { takenFromAgencies.reduce(0, +) + takenFromCounties.reduce(0, +) }
  /// Sunk officers who become community officers.
  public var toCommunity: Int { sunk - toStreet }

  init(
    _ treatment: Treatment, scenario: Scenario, units: [CompiledUnit], destination: any DestinationPolicy
  ) {
    self.treatment = treatment
    wanted =
      Sinking.wanted(treatment.agencySinkRatio, of: scenario.departments.map(\.agencyOfficers))
      + Sinking.wanted(treatment.countySinkRatio, of: scenario.departments.map(\.countyOfficers))
    let sinking = Sinking(scenario, rule: treatment.sourceRule)
    takenFromAgencies = sinking.taken(
      ratio: treatment.agencySinkRatio, officers: \.agencyOfficers, floor: \.agencyFloor)
    takenFromCounties = sinking.taken(
      ratio: treatment.countySinkRatio, officers: \.countyOfficers, floor: \.countyFloor)
    let sunk = takenFromAgencies.reduce(0, +) + takenFromCounties.reduce(0, +)
    let destination = destination.destination(
      of: sunk, offered: StreetOffer(treatment, scenario: scenario, units: units))
    precondition(
      (0...sunk).contains(destination.toStreet), "a destination has to place every sunk officer once")
    toStreet = destination.toStreet
    unitShiftsPerWeek = destination.shifts.count
    duty = destination.duty(of: units, treatment, scenario)
    let community = scenario.community
    let switches = treatment.switches
    let factor =
      (switches.residentPolicing ? community.residentFactor : 1)
      * (switches.intelligence ? community.intelligenceFactor : 1)
    let visitsPerHour = factor / (365 * max(community.visitHours, 1e-9) * Double(max(community.beats, 1)))
    let hours = community.visitors.map { visitors -> Double in
      let count = scenario.force.categories.first { $0.id == visitors.category }?.count ?? 0
      return Double(count) * visitors.tourHoursPerYear * visitors.weight
    }.reduce(0, +)
    visitsPerBeatDay = hours * visitsPerHour
    let sentDown = scenario.force.sentDown
    sentDownVisitsPerBeatDay = Double(sunk - destination.toStreet) * sentDown.tourHoursPerYear * visitsPerHour
    mediationHoursPerDay =
      (community.mediationHoursPerYear + Double(sunk - destination.toStreet) * sentDown.mediationHoursPerYear)
      / 365
    callTakingSeconds =
      switches.oneClickDispatch
      ? scenario.dispatch.oneClickSeconds : scenario.dispatch.callTakingSeconds
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
