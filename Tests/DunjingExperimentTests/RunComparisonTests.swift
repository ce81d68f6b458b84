import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld
import Foundation
import Testing

@testable import DunjingExperiment

/// Two runs compared: what is paired, and what a difference is told from.
@Suite struct RunComparisonTests {
  private func run(seed: UInt64 = 5, replications: Int = 4) throws -> RunComparison.Run {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
      .scenario
    scenario.time.warmUpDays = 2
    scenario.time.horizonDays = 7
    var experiment = Experiment(World(compiling: try scenario.validated()))
    (experiment.seed, experiment.replications) = (seed, replications)
    let played = (0..<replications).map { experiment.play(replication: $0) }
    return RunComparison.Run(result: experiment.pool(played, scenarioHash: ""), replications: played)
  }

  /// The run with an indicator of a treatment in place of what was played.
  private func set(
    _ values: [Double], for indicator: Indicator, under treatment: Int, in run: RunComparison.Run
  ) -> RunComparison.Run {
    var changed = run
    for (number, value) in values.enumerated() {
      changed.replications[number][treatment].indicators[indicator.index] = value
    }
    return changed
  }

  private func compare(_ first: RunComparison.Run, _ second: RunComparison.Run) -> RunComparison {
    RunComparison(first, second, pairs: RunComparison.matches(first.result, second.result))
  }

  @Test func aRunDiffersFromItselfByNothing() throws {
    let run = try run()
    let comparison = compare(run, run)
    #expect(comparison.method == .paired && comparison.treatments.count == 3 && comparison.count > 30)
    for difference in comparison.treatments.flatMap(\.differences) {
      #expect(difference.difference == 0 && difference.halfWidth == 0, "\(difference.indicator)")
      #expect(difference.verdict == .notDistinguishable)
    }
  }

  @Test func replicationsOfOneSeedAreComparedPairByPair() throws {
    let run = try run()
    let first = set([10, 20, 30, 40], for: .incidents, under: 1, in: run)
    let second = set([11, 22, 31, 42], for: .incidents, under: 1, in: run)
    let found = try #require(
      compare(first, second).treatments[1].differences.first { $0.indicator == .incidents })
    // Differences 1, 2, 1, 2: mean 1.5, standard error √(1/3) / 2; t of 97.5 % with three degrees is 3.182446.
    let error = (1.0 / 3).squareRoot() / 2
    let half = try #require(found.halfWidth)
    #expect(abs(found.difference - 1.5) < 1e-12 && found.first == 25 && found.relative == 0.06)
    #expect(abs(half - 3.182_446_3 * error) < 1e-6)
    #expect(found.verdict == .hint)
  }

  @Test func aCertainDifferenceIsToldAmongAll() throws {
    let run = try run()
    let values = run.replications.map { ($0[2][.incidents] ?? 0) + 5 }
    let second = set(values, for: .incidents, under: 2, in: run)
    let told = compare(run, second).treatments.flatMap(\.differences).filter { $0.verdict == .different }
    #expect(told.map(\.indicator) == [.incidents] && told.first?.difference == 5)
  }

  @Test func runsOfTwoSeedsAreIndependentSamples() throws {
    let (first, second) = (try run(), try run(seed: 6, replications: 3))
    let comparison = compare(first, second)
    #expect(comparison.method == .independent)
    #expect(comparison.basis == .init(first: 4, second: 3, replicationsEach: 1) && comparison.basis.isSmall)
    let found = try #require(comparison.treatments[0].differences.first { $0.indicator == .incidents })
    let welch = try #require(
      MeanDifference(
        independent: first.replications.compactMap { $0[0][.incidents] },
        second.replications.compactMap { $0[0][.incidents] }))
    #expect(found.difference == welch.mean && found.probability == welch.probability)
  }

  @Test func asManyReplicationsOfAnotherSeedAreNoPairs() throws {
    #expect(compare(try run(replications: 2), try run(seed: 6, replications: 2)).method == .independent)
  }

  @Test func runsOfOneSeedArePairedAsFarAsBothHaveReplications() throws {
    let (first, second) = (try run(replications: 4), try run(replications: 3))
    let comparison = compare(first, second)
    #expect(comparison.method == .paired && comparison.basis.first == 3 && comparison.basis.second == 3)
    // The same study and streams: no pair differs.
    #expect(comparison.treatments.flatMap(\.differences).allSatisfy { $0.difference == 0 })
  }

  @Test func aSingleReplicationTellsNothing() throws {
    let run = try run(replications: 1)
    let comparison = compare(run, run)
    #expect(comparison.count == 0)
    #expect(comparison.treatments.flatMap(\.differences).allSatisfy { $0.verdict == .unknown })
  }

  @Test func whatGrowsWithoutBoundIsLeftOut() throws {
    var run = try run()
    run.result.treatments[1].unstableReplications = 2
    let indicators = compare(run, run).treatments[1].differences.map(\.indicator)
    #expect(!indicators.contains(.withinTarget) && indicators.contains(.weightedDelay))
  }

  @Test func replicationsThatShareADrawAreOneObservation() throws {
    var (first, second) = (try run(replications: 4), try run(replications: 3))
    first.result.draws = DrawOutcome(numbers: 1, draws: 2)
    second.result.draws = DrawOutcome(numbers: 1, draws: 2)
    let basis = compare(first, second).basis
    #expect(basis == .init(first: 2, second: 2, replicationsEach: 2))
  }
}
