extension ScenarioValidator {
  /// What an indicator is called in messages.
  static let indicator = LocalizedText(zh: "指标", en: "indicator")

  /// A precision needs indicators, each named once, and room for its pilot.
  func checkPrecision() {
    guard let precision = scenario.experiment.precision else { return }
    let path = "experiment.precision"
    if precision.indicators.isEmpty {
      log.add(.emptyList(LocalizedText(zh: "指标", en: "indicators")), keyPath: path + ".indicators")
    }
    for (index, indicator) in precision.indicators.enumerated()
    where precision.indicators[..<index].contains(indicator) {
      log.add(
        .namedTwice(indicator.rawValue, Self.indicator),
        keyPath: path + ".indicators[\(index)]")
    }
    let pilot = scenario.experiment.replications
    if precision.maximumReplications < pilot {
      log.add(
        .maximumBelowPilot(maximum: precision.maximumReplications, pilot: pilot),
        keyPath: path + ".maximumReplications")
    }
  }
}
