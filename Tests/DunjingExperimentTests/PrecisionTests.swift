import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Synchronization
import Testing

@Suite struct PrecisionTests {
  private func experiment(
    pilot: Int = 3, _ settings: PrecisionSettings, treatments: [String]? = nil
  ) throws -> Experiment {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
      .scenario
    scenario.time.warmUpDays = 5
    scenario.time.horizonDays = 14
    scenario.experiment.replications = pilot
    scenario.experiment.precision = settings
    var experiment = Experiment(World(compiling: try scenario.validated()))
    if let treatments { #expect(experiment.restrict(to: treatments).isEmpty) }
    return experiment
  }

  @Test func aPrecisePilotIsTheWholeRun() throws {
    let result = try experiment(pilot: 6, PrecisionSettings(indicators: [.incidents], relative: 1)).run()
    #expect(result.replications == 6 && result.stoppingReason == .precision)
    #expect(result.precision?.imprecise.isEmpty == true)
  }

  @Test func theMaximumIsReportedInBothLanguages() throws {
    let settings = PrecisionSettings(
      indicators: [.withinTarget, .officersSunk], relative: 0.0001, target: .level, maximumReplications: 5)
    let result = try experiment(settings).run()
    #expect(result.replications == 5 && result.stoppingReason == .maximum)
    #expect(result.precision?.imprecise.map(\.indicator) == [.withinTarget])
    let warning = try #require(result.warnings.last)
    #expect(
      warning.en.hasPrefix("The maximum of 5 replications was reached before the precision of ± 0.01 %: "))
    #expect(warning.zh.hasPrefix("重复次数已达上限 5 次，以下指标仍未达到 ± 0.01 % 的精度：到场达标率"))
    #expect(!warning.en.contains(Indicator.officersSunk.name.en))
  }

  @Test func whatIsReachedIsWhatTheResultPrints() throws {
    for target in PrecisionTarget.allCases {
      let settings = PrecisionSettings(
        indicators: [.incidentsOrder], relative: 0.001, target: target, maximumReplications: 8)
      let result = try experiment(settings).run()
      let reached = try #require(result.precision?.indicators.first?.relativeHalfWidth)
      let printed = result.treatments.flatMap { treatment -> [Double] in
        switch target {
        case .level:
          treatment.estimates.filter { $0.indicator == .incidentsOrder }.map { $0.halfWidth / $0.mean }
        case .difference:
          treatment.comparisons.filter { $0.indicator == .incidentsOrder }.compactMap(\.relativeHalfWidth)
        }
      }
      #expect(abs(reached - (printed.max() ?? 0)) < 1e-9)
    }
  }

  @Test func theNumberDependsNeitherOnThreadsNorOnInterruptions() throws {
    let settings = PrecisionSettings(indicators: [.incidents], relative: 0.04, target: .level)
    let experiment = try experiment(pilot: 5, settings)
    let whole = experiment.run(threads: 1)
    #expect(whole.replications > 5 && whole.stoppingReason == .precision)
    #expect(experiment.run(threads: 3) == whole)

    let kept = Mutex([Int: [ReplicationResult]]())
    let isComplete =
      experiment.run(threads: 2, found: { _ in nil }, planned: { _ in }) { number, results in
        kept.withLock { kept in
          kept[number] = results
          return kept.count < 7
        }
      } != nil
    #expect(!isComplete)
    let found = kept.withLock { $0 }
    let goals = Mutex([ReplicationGoal]())
    let resumed = experiment.run(
      threads: 2, found: { found[$0] }, planned: { goal in goals.withLock { $0.append(goal) } },
      finished: { number, _ in found[number] == nil })
    #expect(experiment.pool(try #require(resumed), scenarioHash: "") == whole)
    let first = try #require(goals.withLock { $0.first })
    #expect(first.available == 5 && first.next == 5 && first.expected == 5)
  }

  @Test func theBaselineAloneIsMeasuredByItsLevel() throws {
    let settings = PrecisionSettings(indicators: [.incidents], relative: 0.0001, maximumReplications: 4)
    let result = try experiment(settings, treatments: []).run()
    #expect(result.treatments.count == 1 && result.stoppingReason == .maximum)
  }

  @Test func anIndicatorWithoutDataAsksForNothingAndSaysSo() throws {
    let result = try experiment(PrecisionSettings(indicators: [.linePassRate], relative: 0.01)).run()
    #expect(result.replications == 3 && result.stoppingReason == .precision)
    #expect(result.warnings.contains { $0.en.contains(Indicator.linePassRate.name.en) })
  }

  @Test func withoutAPrecisionTheNumberIsFixed() throws {
    var experiment = try experiment(PrecisionSettings())
    experiment.precision = nil
    let result = experiment.run()
    #expect(result.replications == 3 && result.precision == nil && result.stoppingReason == .replications)
  }
}
