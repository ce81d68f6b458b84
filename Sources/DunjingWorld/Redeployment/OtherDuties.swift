import DunjingScenario

/// What takes community officers away from their tours under a treatment: programs and calls by contact card.
struct OtherDuties {
  private let programHours: Double
  private let cardHours: Double

  init(_ treatment: Treatment, _ scenario: Scenario) {
    programHours = scenario.programs.filter { treatment.programs.contains($0.id) }.map(\.hoursPerYear)
      .reduce(0, +)
    let cards = scenario.community.contactCards
    guard treatment.switches.contactCards else {
      cardHours = 0
      return
    }
    let calls = zip(scenario.incidentKinds, ExpectedDemand(scenario).incidentsPerYear)
      .filter { cards.kinds.contains($0.0.id) }.map(\.1).reduce(0, +)
    cardHours = calls * cards.share * cards.officerMinutes / 60
  }

  /// Hours of a county's officers in a year, by its part of the demand.
  func hoursPerYear(in county: CompiledCounty) -> Double { (programHours + cardHours) * county.demandShare }
}
