extension ScenarioValidator {
  /// Checks where idle units are wanted.
  func checkStandby() {
    let (rules, path) = (scenario.dispatch.standby, "dispatch.standby")
    let ids = scenario.facilities.map(\.id)
    let noun = LocalizedText(zh: "设施", en: "facility")
    for (index, id) in rules.order.enumerated() { known(id, "\(path).order[\(index)]", in: ids, noun) }
    for (number, row) in rules.table.enumerated() {
      let rowPath = "\(path).table[\(number)].posts"
      for id in row.posts { known(id, rowPath, in: ids, noun) }
      if row.posts.count != number + 1 {
        log.add(.wrongRow(number: number + 1, found: row.posts.count), keyPath: rowPath)
      }
    }
    if needsOrder(scenario.dispatch) {
      log.add(
        .noStandby(isTable: scenario.dispatch.relocation == .complianceTable), keyPath: "\(path).order")
    }
  }

  private func needsOrder(_ rules: DispatchRules) -> Bool {
    switch rules.relocation {
    case .complianceTable: rules.standby.order.isEmpty && rules.standby.table.isEmpty
    case .priorityList: rules.standby.order.isEmpty
    case .homePost, .dynamicMEXCLP, .doubleStandard, .slotBenefits: false
    }
  }
}
