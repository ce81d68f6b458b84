extension ScenarioValidator {
  /// A number has one estimate, and grids of estimates are grids of the study; two replications share a draw.
  func checkEstimates() {
    if scenario.experiment.estimates == .drawn {
      if !scenario.estimates.contains(where: \.isDrawn) {
        log.add(.nothingToDraw, keyPath: "experiment.estimates")
      }
      if let maximum = scenario.experiment.precision?.maximumReplications, !maximum.isMultiple(of: 2) {
        log.add(.oddReplications(maximum), keyPath: "experiment.precision.maximumReplications")
      }
    }
    let grids = Set(scenario.grids.map(\.id))
    var known: Set<String> = []
    for (row, estimate) in scenario.estimates.enumerated() {
      let path = "estimates[\(row)].key"
      if !known.insert(estimate.key).inserted { log.add(.estimateTwice(estimate.key), keyPath: path) }
      // A table in a file of its own is not searched for overrides before it is read.
      guard case .key("grids")? = KeyPathStep.steps(of: estimate.key).first,
        case .key(let id)? = KeyPathStep.steps(of: estimate.key).dropFirst().first, !grids.contains(id)
      else { continue }
      log.add(
        .dangling(id, LocalizedText(zh: "网格", en: "grid"), known: scenario.grids.map(\.id)), keyPath: path)
    }
  }
}
