import DunjingScenario

extension Scenario {
  /// Whether another scenario has the same map, travel times, units, posts and patrol routes: it differs in nothing but
  /// amounts of demand, hazards, community policing, departments, officers and their weights.
  ///
  /// Whatever is not known to leave them alone counts as touching them.
  func hasMap(of other: Scenario) -> Bool {
    var same = withNotes(of: other)
    guard incidentKinds.map(\.skills) == other.incidentKinds.map(\.skills) else { return false }
    same.incidentKinds = other.incidentKinds
    same.dispatch = other.dispatch
    return same == other
  }

  /// Whether another scenario is one whose units go out in the same way and take as long over each incident.
  package func hasResponse(of other: Scenario) -> Bool {
    var same = withNotes(of: other)
    guard incidentKinds.count == other.incidentKinds.count else { return false }
    for (index, kind) in other.incidentKinds.enumerated() {
      same.incidentKinds[index].exogenousPerYear = kind.exogenousPerYear
      same.incidentKinds[index].harm = kind.harm
      same.incidentKinds[index].followUps = kind.followUps
    }
    return same == other
  }

  /// The scenario with all of another that neither map nor units see.
  private func withNotes(of other: Scenario) -> Scenario {
    var same = self
    (same.name, same.summary, same.report, same.sources) = (
      other.name, other.summary, other.report, other.sources
    )
    (same.hazardKinds, same.climbs, same.community) = (other.hazardKinds, other.climbs, other.community)
    (same.departments, same.headquarters, same.harm) = (other.departments, other.headquarters, other.harm)
    (same.assessment, same.security, same.windows) = (other.assessment, other.security, other.windows)
    (same.programs, same.experiment) = (other.programs, other.experiment)
    (same.force.categories, same.force.sentDown) = (other.force.categories, other.force.sentDown)
    return same
  }
}
