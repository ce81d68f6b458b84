import DunjingExperiment
import DunjingScenario

/// What identifies a run on a page that compares two.
public struct RunFacts: Sendable, Equatable {
  /// What the run is called: the path of its folder.
  public var name: String
  /// The version of the program that played it.
  public var version: String
  /// The build of the program that played it.
  public var build: String
  /// Keys set on top of the files of the study.
  public var settings: [String]

  /// Creates the facts of a run.
  public init(name: String, version: String, build: String, settings: [String]) {
    (self.name, self.version, self.build, self.settings) = (name, version, build, settings)
  }
}

/// Two runs with all that a page about them says: facts, outcomes, how their inputs differ, and how their results do.
public struct ComparedRuns: Sendable {
  /// The facts of the first run.
  public let first: RunFacts
  /// The facts of the second run.
  public let second: RunFacts
  /// The outcome of the first run.
  public let firstResult: ExperimentResult
  /// The outcome of the second run.
  public let secondResult: ExperimentResult
  /// How their inputs differ.
  public let difference: ScenarioDifference
  /// How their results differ.
  public let comparison: RunComparison

  /// Creates it.
  public init(
    _ first: (facts: RunFacts, result: ExperimentResult),
    _ second: (facts: RunFacts, result: ExperimentResult),
    difference: ScenarioDifference, comparison: RunComparison
  ) {
    (self.first, firstResult) = first
    (self.second, secondResult) = second
    (self.difference, self.comparison) = (difference, comparison)
  }

  /// Whether the two runs were asked for the same: study, seed, replications, treatments and program.
  public var haveSameInputs: Bool {
    firstResult.scenarioHash == secondResult.scenarioHash && firstResult.seed == secondResult.seed
      && firstResult.replications == secondResult.replications
      && firstResult.treatments.map(\.id) == secondResult.treatments.map(\.id)
      && first.version == second.version && first.build == second.build
  }

  /// Whether every difference is exactly none.
  public var haveSameResults: Bool {
    comparison.treatments.allSatisfy {
      $0.differences.allSatisfy { $0.difference == 0 && ($0.halfWidth ?? 0) == 0 }
    }
  }

  /// The ids of the treatments that only the first run has and that are compared with none of the second.
  public var onlyInFirst: [String] { alone(in: firstResult, beside: secondResult, \.pair.first) }

  /// The ids of the treatments that only the second run has and that are compared with none of the first.
  public var onlyInSecond: [String] { alone(in: secondResult, beside: firstResult, \.pair.second) }

  private func alone(
    in own: ExperimentResult, beside other: ExperimentResult,
    _ paired: KeyPath<RunComparison.Treatment, String>
  ) -> [String] {
    let others = other.treatments.map(\.id) + comparison.treatments.map { $0[keyPath: paired] }
    return own.treatments.map(\.id).filter { !others.contains($0) }
  }

  /// The differences told from none, with their treatments.
  var told: [(treatment: RunComparison.Treatment, difference: RunComparison.Difference)] {
    comparison.treatments.flatMap { treatment in
      treatment.differences.filter { $0.verdict == .different }.map { (treatment, $0) }
    }
  }
}
