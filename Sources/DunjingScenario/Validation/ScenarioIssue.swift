/// One thing that is wrong in a scenario: where, what, and what to write instead.
public struct ScenarioIssue: Sendable, Equatable {
  /// The file, relative to the bundle; empty for a scenario made in code.
  public let file: String
  /// The line, counted from 1; 0 for a folder or file as a whole.
  public let line: Int
  /// The column, counted in characters from 1.
  public let column: Int
  /// The key path, such as `treatments[2].streetShare`; empty for the file as a whole.
  public let keyPath: String
  /// What is wrong.
  public let problem: LocalizedText
  /// What to write instead.
  public let remedy: LocalizedText
  /// The name that is not known, where that is what is wrong.
  let subject: String

  /// Creates an issue.
  public init(
    file: String, line: Int, column: Int, keyPath: String, problem: LocalizedText, remedy: LocalizedText
  ) {
    (self.file, self.line, self.column, self.keyPath) = (file, line, column, keyPath)
    (self.problem, self.remedy, subject) = (problem, remedy, "")
  }

  init(file: String, line: Int, column: Int, keyPath: String, fault: ScenarioFault) {
    (self.file, self.line, self.column, self.keyPath) = (file, line, column, keyPath)
    (problem, remedy) = (fault.problem(at: keyPath), fault.remedy)
    subject = if case .dangling(let id, _, _) = fault { id } else { "" }
  }

  /// Creates the same issue at another place.
  /// - Parameter name: what stands there for the key path.
  private init(_ issue: ScenarioIssue, at place: (file: String, line: Int, column: Int), naming name: String)
  {
    (file, line, column) = place
    (keyPath, remedy, subject) = (issue.keyPath, issue.remedy, issue.subject)
    func named(_ text: String) -> String { text.replacing("'\(issue.keyPath)'", with: "'\(name)'") }
    problem = LocalizedText(zh: named(issue.problem.zh), en: named(issue.problem.en))
  }

  /// Returns the issue at the place in a table of the user's from which the value was taken.
  /// - Parameter name: what the user calls the key.
  func told(at place: (file: String, line: Int, column: Int), naming name: String) -> ScenarioIssue {
    ScenarioIssue(self, at: place, naming: name)
  }
}

/// The error of a scenario that is wrong, with all its issues in the order of the files.
public struct InvalidScenario: Error, Sendable, Equatable {
  /// The issues; never empty.
  public let issues: [ScenarioIssue]

  /// Creates the error.
  public init(issues: [ScenarioIssue]) {
    self.issues = issues
  }
}
