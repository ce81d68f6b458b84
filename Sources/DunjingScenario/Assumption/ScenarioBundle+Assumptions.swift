extension ScenarioBundle {
  /// Reads, decodes and validates the bundle as ``load(setting:)`` does, and its assumptions too: ranges have to be of
  /// numbers that the study has, and draws of its estimates, where they are drawn, have to make a study.
  /// - Parameter overrides: values that take the place of those in the file, or of defaults; no key twice.
  /// - Throws: All issues at once; those of the assumptions where there are no others.
  public func loadWithAssumptions(
    setting overrides: [ScenarioOverride] = []
  ) throws(InvalidScenario) -> ValidScenario {
    let reading = try reading(setting: overrides)
    let scenario = reading.valid.scenario
    let isDrawn = scenario.experiment.estimates == .drawn
    guard isDrawn || scenario.sources.contains(where: { $0.range != nil }) else { return reading.valid }
    let variation = try ScenarioVariation(reading, setting: overrides)
    if isDrawn { _ = try EstimateDraws(variation, setting: overrides) }
    return reading.valid
  }
}
