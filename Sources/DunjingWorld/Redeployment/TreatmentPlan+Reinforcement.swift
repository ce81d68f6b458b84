import DunjingScenario

extension TreatmentPlan {
  /// Returns the plan with one officer more in a department of a county, whom nobody else misses: for asking what such an
  /// officer is worth. Later phases are as before.
  public func reinforced(county: Int, department: Int) -> TreatmentPlan {
    var plan = self
    plan.counties[county].extraOfficers[department] += 1
    return plan
  }

  /// Returns the plan with one sent-down officer more in the community of a county, whom nobody else misses; the visits
  /// spread over all of its beats. Later phases are as before.
  public func reinforced(communityOf county: Int, in world: World) -> TreatmentPlan {
    var plan = self
    let compiled = world.counties[county]
    let visits = counties[county].visitsPerOfficerDay / compiled.beats
    let hours = world.scenario.force.sentDown.mediationHoursPerYear / 365
    plan.counties[county].sentDownVisitsPerBeatDay += visits
    plan.counties[county].mediationHoursPerDay += hours
    plan.counties[county].division?.add(
      visitsPerBeatDay: visits, mediationHoursPerDay: hours, of: compiled.stations)
    return plan
  }
}
