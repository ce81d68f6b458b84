import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Testing

@Suite struct ExperimentTests {
  private func world() throws -> World {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load()
      .scenario
    scenario.time.warmUpDays = 20
    scenario.time.horizonDays = 42
    return World(compiling: try scenario.validated())
  }

  @Test func theResultDoesNotDependOnThreads() throws {
    var experiment = Experiment(try world())
    experiment.replications = 5
    #expect(experiment.run(threads: 1) == experiment.run(threads: 3))
  }

  @Test func leavingTreatmentsOutChangesNoOther() throws {
    var all = Experiment(try world())
    all.replications = 3
    var some = all
    let ids = all.world.scenario.treatments.map(\.id)
    let last = try #require(ids.last)
    #expect(some.restrict(to: [last, "nobody"]) == ["nobody"])
    let (full, part) = (all.run(), some.run())
    #expect(part.treatments.map(\.id) == [ids[0], last])
    for treatment in part.treatments {
      let same = try #require(full.treatments.first { $0.id == treatment.id })
      #expect(same.estimates == treatment.estimates && same.grids == treatment.grids)
    }
  }

  @Test func comparisonsArePairedDifferencesToTheBaseline() throws {
    var experiment = Experiment(try world())
    experiment.replications = 4
    let result = experiment.run()
    let base = try #require(result.treatments.first)
    #expect(base.comparisons.isEmpty)
    for treatment in result.treatments.dropFirst() {
      for comparison in treatment.comparisons {
        let here = try #require(treatment.estimates.first { $0.indicator == comparison.indicator })
        let there = try #require(base.estimates.first { $0.indicator == comparison.indicator })
        #expect(abs(here.mean - there.mean - comparison.difference) < 1e-6 * max(1, abs(here.mean)))
        #expect(comparison.simultaneousHalfWidth >= comparison.halfWidth)
      }
    }
  }

  @Test func theWeeklyBacklogEndsWithTheBacklogAtTheEnd() throws {
    var experiment = Experiment(try world())
    experiment.replications = 3
    for treatment in experiment.run().treatments {
      let end = try #require(treatment.estimates.first { $0.indicator == .backlogEnd })
      #expect(treatment.weeklyBacklog.count == 6)
      #expect(abs((treatment.weeklyBacklog.last ?? 0) - end.mean) < 1e-9 * max(1, end.mean))
    }
  }

  @Test func oneReplicationHasNoInterval() throws {
    var experiment = Experiment(try world())
    experiment.replications = 1
    let result = experiment.run()
    #expect(result.treatments.allSatisfy { $0.estimates.allSatisfy { $0.halfWidth.isNaN } })
    #expect(!result.warnings.isEmpty)
  }
}
