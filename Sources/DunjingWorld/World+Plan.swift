import DunjingScenario

extension World {
  /// Compiles a treatment that the scenario need not list.
  /// - Parameters:
  ///   - treatment: what to do; its units, shifts and programs are those of this scenario.
  ///   - destination: where sunk officers go; what the treatment names unless given.
  /// - Precondition: the treatment has no more units at a facility than some treatment of the scenario, and targets its
  ///   patrol only if one of them does, as the roster and the routes have been compiled.
  /// - Complexity: O(counties · departments + units).
  public func plan(of treatment: Treatment, destination: (any DestinationPolicy)? = nil) -> TreatmentPlan {
    for count in treatment.unitsPerFacility {
      let group = scenario.units.firstIndex { $0.id == count.group }
      let greatest = units.filter { $0.group == group && !$0.isReserve }.map(\.number).max() ?? -1
      precondition(count.units <= greatest + 1, "the roster has no \(count.units) units of \(count.group)")
    }
    precondition(
      !treatment.switches.targetedPatrol || isPrepared(for: .targetedPatrol),
      "no treatment of the scenario targets its patrol, so that there are no routes for it")
    return TreatmentPlan(
      treatment, scenario: scenario, counties: counties, units: units,
      destination: destination ?? treatment.destinationRule.makePolicy)
  }
}
