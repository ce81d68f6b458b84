import Dunjing

extension StudySummary {
  /// What the incidents of a day are made up of by formula, and what the study says of them, where that is another number.
  struct DemandSummary: Encodable {
    /// What `demand` says.
    let written: Double
    /// Incidents that do not grow from hazards.
    let exogenous: Double
    /// Hazards that become incidents.
    let fromHazards: Double
    /// Hazards that visits keep from becoming incidents.
    let prevented: Double
    /// Incidents that others turn into, or that come again.
    let following: Double
  }
}

extension StudySummary.DemandSummary {
  /// The parts; nil where the study leaves its demand to the default.
  init?(_ valid: ValidScenario, _ demand: ExpectedDemand) {
    let scenario = valid.scenario
    let perDay = valid.valueText(at: "demand.incidentsPerDay").flatMap(Double.init)
    let perResident = valid.valueText(at: "demand.incidentsPerResidentYear").flatMap(Double.init)
    let residents = scenario.residents
    guard let written = perDay ?? perResident.map({ $0 * residents / 365 }) else { return nil }
    let all = demand.incidentsPerYear.reduce(0, +) / 365
    self.written = written
    exogenous = scenario.incidentKinds.map(\.exogenousPerYear).reduce(0, +) / 365
    fromHazards = demand.escalationsPerYear.reduce(0, +) / 365
    prevented = scenario.hazardKinds.map(\.arrivalsPerYear).reduce(0, +) / 365 - fromHazards
    following = all - exogenous - fromHazards
  }
}
