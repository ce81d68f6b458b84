/// Checks every rule that types cannot express; names key paths, and the log finds the lines.
struct ScenarioValidator {
  let scenario: Scenario
  let log: IssueLog

  init(_ scenario: Scenario, log: IssueLog) {
    (self.scenario, self.log) = (scenario, log)
  }

  /// Adds an issue for everything that is wrong.
  func check() {
  }
}
