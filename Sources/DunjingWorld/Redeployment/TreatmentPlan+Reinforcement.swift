import DunjingScenario

extension TreatmentPlan {
  /// Returns the plan with one officer more in a department of a county, whom nobody else misses: for asking what such an
  /// officer is worth. Later phases are as before.
  public func reinforced(county: Int, department: Int) -> TreatmentPlan {
    var plan = self
    plan.counties[county].takenFromAgencies[department] -= 1
    return plan
  }

  /// Returns the plan with one sent-down officer more in the community of a county, whom nobody else misses; the visits
  /// spread over all of its beats. Later phases are as before.
  public func reinforced(communityOf county: Int, sentDown: SentDownOfficers) -> TreatmentPlan {
    var plan = self
    plan.counties[county].sentDownVisitsPerBeatDay += plan.counties[county].visitsPerSentDownOfficer
    plan.counties[county].mediationHoursPerDay += sentDown.mediationHoursPerYear / 365
    return plan
  }
}
