/// A scenario without issues; can only be obtained by validation.
public struct ValidScenario: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// SHA-256 over names and bytes of the files it was read from, as 64 hexadecimal digits; the hash of no file for
  /// a scenario made in code.
  public let bundleHash: String
  private let root: RawNode?
  private let tables: [String: RawNode]
  private let files: [String]

  init(_ scenario: Scenario, bundleHash: String, log: IssueLog?) {
    (self.scenario, self.bundleHash) = (scenario, bundleHash)
    (root, tables, files) = (log?.root, log?.tables ?? [:], log?.files ?? [])
  }

  private init(_ scenario: Scenario, bundleHash: String) {
    (self.scenario, self.bundleHash) = (scenario, bundleHash)
    (root, tables, files) = (nil, [:], [])
  }

  /// The same without the texts of its files, which take most of the memory: ``valueText(at:)`` knows nothing any more.
  public var withoutTexts: ValidScenario { ValidScenario(scenario, bundleHash: bundleHash) }

  /// Returns the text written at a key path such as `dispatch.callTakingSeconds`, `treatments[1].streetShare` or
  /// `units.street.movingShare`; nil where the file leaves the value to its default.
  public func valueText(at keyPath: String) -> String? {
    texts.node(at: keyPath)?.flowText
  }

  /// The key by which the study gives the number of all incidents; nil where only kinds have numbers.
  package var totalDemandKey: String? {
    ["demand.incidentsPerDay", "demand.incidentsPerResidentYear"].first { valueText(at: $0) != nil }
  }

  /// Returns an issue of what is written at a key path, with its file and place.
  func issue(_ fault: ScenarioFault, at keyPath: String) -> ScenarioIssue {
    let texts = texts
    return texts.issue(fault, at: texts.place(of: keyPath), keyPath: keyPath)
  }

  private var texts: IssueLog {
    let log = IssueLog()
    (log.root, log.tables) = (root, tables)
    for name in files { _ = log.file(name) }
    return log
  }
}

extension Scenario {
  /// Returns the scenario with the guarantee that it is free of issues.
  /// - Throws: All issues at once.
  public func validated() throws(InvalidScenario) -> ValidScenario {
    let log = IssueLog()
    ScenarioValidator(self, log: log).check()
    guard log.issues.isEmpty else { throw InvalidScenario(issues: log.issues) }
    return ValidScenario(self, bundleHash: SHA256.hexadecimal(of: []), log: nil)
  }
}
