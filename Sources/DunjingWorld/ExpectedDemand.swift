import DunjingRandom
import DunjingScenario

/// Mean yearly demand without any sinking, by formula.
///
/// Hazards by the delay-time model with exponential incubation: of hazards visited at rate v with detection p and
/// closure q, the fraction 1 / (1 + v·p·q·τ) escalates (Christer & Waller 1984). An approximation for other
/// incubation times; used for planning and summaries, never in place of the simulation.
public struct ExpectedDemand: Sendable {
  /// Incidents per year by kind.
  public let incidentsPerYear: [Double]
  /// Escalated hazards per year by hazard kind.
  public let escalationsPerYear: [Double]
  /// Work per year by department that incidents beget, in hours.
  public let caseHours: [Double]
  /// Work per year by department, in hours.
  public let departmentHours: [Double]

  /// Works out the demand of a scenario.
  public init(_ scenario: Scenario) {
    let community = scenario.community
    let hours = Self.visitorHoursPerYear(scenario)
    let visits = hours / (365 * max(community.visitHours, 1e-9) * Double(max(community.beats, 1)))
    escalationsPerYear = scenario.hazardKinds.map { hazard in
      let x = visits * hazard.detectionPerVisit * hazard.closure * hazard.incubationDays.mean
      return hazard.arrivalsPerYear / (1 + x)
    }
    var incidents = scenario.incidentKinds.map(\.exogenousPerYear)
    for (hazard, escalations) in zip(scenario.hazardKinds, escalationsPerYear) {
      for outcome in hazard.becomes {
        if let kind = scenario.incidentKinds.firstIndex(where: { $0.id == outcome.kind }) {
          incidents[kind] += escalations * outcome.share
        }
      }
    }
    for (index, kind) in scenario.incidentKinds.enumerated() { incidents[index] /= 1 - kind.repeatShare }
    for climb in scenario.climbs {
      if let from = scenario.incidentKinds.firstIndex(where: { $0.id == climb.from }),
        let to = scenario.incidentKinds.firstIndex(where: { $0.id == climb.to })
      {
        incidents[to] +=
          incidents[from] * climb.probability / (1 - scenario.incidentKinds[to].repeatShare)
      }
    }
    incidentsPerYear = incidents
    caseHours = Self.caseHours(of: incidents, in: scenario)
    departmentHours = zip(scenario.departments, caseHours).map { $0.fixedHoursPerYear + $1 }
  }

  /// Returns the work by department that incidents beget, in hours.
  /// - Parameters:
  ///   - incidents: incidents by kind, of the time that the work is of.
  ///   - scenario: whose kinds beget the work of whose departments.
  public static func caseHours(of incidents: [Double], in scenario: Scenario) -> [Double] {
    scenario.departments.map { department in
      zip(scenario.incidentKinds, incidents).map { kind, number in
        number * kind.followUps.filter { $0.department == department.id }.map(\.hours).reduce(0, +)
      }.reduce(0, +)
    }
  }

  /// Hours on tour in a year, weighted by effect.
  static func visitorHoursPerYear(_ scenario: Scenario) -> Double {
    scenario.community.visitors.map { visitors -> Double in
      let count = scenario.force.categories.first { $0.id == visitors.category }?.count ?? 0
      return Double(count) * visitors.tourHoursPerYear * visitors.weight
    }.reduce(0, +)
  }
}
