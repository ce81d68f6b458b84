import Dunjing

extension Experiment {
  /// The experiment of a study: with travel times kept from earlier runs, and with draws of its estimates if it asks for
  /// them.
  /// - Parameter overrides: keys set on top of the study; if they replace every estimate, nothing is drawn.
  init(_ valid: ValidScenario, of bundle: ScenarioBundle, setting overrides: [ScenarioOverride]) throws {
    self.init(World(keeping: valid))
    try drawEstimates(of: bundle, setting: overrides, travelStore: TravelFolder.standard())
  }
}

extension Message {
  /// Warns of incidents that no unit may ever be sent to, before a study is played.
  static func warnOfUnserved(_ world: World, _ treatments: some Sequence<Int>, in language: TextLanguage) {
    for text in world.unservedWarnings(about: Array(treatments)) { write(warning(text, in: language)) }
  }

  /// Warns that a command takes the estimates of a study as they are, where the study asks for draws.
  static func warnOfFixedEstimates(_ scenario: Scenario, in language: TextLanguage) {
    guard scenario.experiment.estimates == .drawn else { return }
    write(
      warning(
        LocalizedText(
          zh: "此命令不抽取参数：estimates 中的参数取研究中的值（run、plan、trace、replay 等命令会抽取）。",
          en:
            "this command draws no parameters: the numbers of estimates have the values of the study (run, plan, trace, "
            + "replay and others draw them)."), in: language))
  }
}
