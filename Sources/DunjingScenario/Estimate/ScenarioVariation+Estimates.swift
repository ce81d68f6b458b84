extension ScenarioVariation {
  /// Checks that estimates speak of numbers that the study has, and has the same values of: to 1 %, or 0.0001 of a profile.
  /// - Throws: An issue for each that does not.
  func checkPresence(of estimates: [EstimatedNumber]) throws(InvalidScenario) {
    let rows = Dictionary(
      base.scenario.estimates.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let issues = estimates.compactMap { estimate -> ScenarioIssue? in
      let fault: ScenarioFault
      if let present = value(of: estimate.key) {
        let slack = max(0.01 * present.magnitude, estimate.distribution == .dirichlet ? 1e-4 : 0)
        guard abs(present - estimate.value) > slack else { return nil }
        fault = .staleEstimate(estimate.value, study: present)
      } else {
        fault = .estimateOfNoNumber(estimate.key)
      }
      return issue(fault, row: rows[estimate.key] ?? 0, key: estimate.key)
    }
    guard issues.isEmpty else { throw InvalidScenario(issues: issues) }
  }

  /// The number at a key path with ids; nil where there is none.
  private func value(of key: String) -> Double? {
    let scenario = base.scenario
    var steps = KeyPathStep.steps(of: key)
    guard steps.count > 1, case .key(let list) = steps[0], case .key(let id) = steps[1] else {
      return numbers[key] ?? written(at: steps)
    }
    if list == "grids" { return scenario.grids.first { $0.id == id }?.demandWeight }
    guard let position = EstimatedNumber.ids(of: list, in: scenario).firstIndex(of: id) else {
      return numbers[key] ?? written(at: steps)
    }
    let byID = steps
    steps[1] = .index(position)
    return numbers[steps.reduce("") { $1.appended(to: $0) }] ?? written(at: byID)
  }

  /// The number as it stands in the file, such as one of a list.
  private func written(at steps: [KeyPathStep]) -> Double? {
    steps.reduce(root as RawNode?) { node, step in node.flatMap { step.value(in: $0) } }?.text
      .flatMap { Double($0) }
  }

  private func issue(_ fault: ScenarioFault, row: Int, key: String) -> ScenarioIssue {
    let log = IssueLog()
    let table = root["estimates"]?.text ?? ScenarioBundle.fileName
    // A table has a row of heads.
    let line = table == ScenarioBundle.fileName ? 1 : row + 2
    log.add(
      fault, at: Place(file: log.file(table), line: line, column: 1), keyPath: "estimates[\(row)] (\(key))")
    return log.sortedIssues[0]
  }
}
