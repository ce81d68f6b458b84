import Dunjing

extension Experiment {
  /// The experiment of a study: with travel times kept from earlier runs, and with draws of its estimates if it asks for
  /// them.
  /// - Parameter overrides: keys set on top of the study.
  init(_ valid: ValidScenario, of bundle: ScenarioBundle, setting overrides: [ScenarioOverride]) throws {
    self.init(World(keeping: valid))
    guard valid.scenario.experiment.estimates == .drawn else { return }
    draws = try EstimateDraws(bundle, setting: overrides)
    travelStore = TravelFolder.standard()
  }
}
