import DunjingReport
import Testing

@testable import DunjingExperiment
@testable import DunjingScenario
@testable import DunjingSimulation

/// The page about two runs.
@Suite struct ComparePageTests {
  /// Runs of the fixture: so many replications, incidents with a shift in the second run.
  private func runs(shift: Double, seed: UInt64 = 20_231_222) -> ComparedRuns {
    func run(_ shift: Double, _ seed: UInt64) -> RunComparison.Run {
      var result = Fixture.result()
      (result.seed, result.replications) = (seed, 6)
      let replications = (0..<6).map { number in
        result.treatments.map { _ in replication(incidents: 100 + Double(number * number) + shift) }
      }
      return RunComparison.Run(result: result, replications: replications)
    }
    let (first, second) = (run(0, 20_231_222), run(shift, seed))
    let facts = RunFacts(name: "out/a", version: "1", build: "b", settings: [])
    let files = ["scenario.yaml": Array("name: A\nseed: 1\n".utf8)]
    let side = ScenarioDifference.Side(files: files)
    return ComparedRuns(
      (facts, first.result), (facts, second.result), difference: ScenarioDifference(side, side),
      comparison: RunComparison(
        first, second, pairs: RunComparison.matches(first.result, second.result)))
  }

  private func replication(incidents: Double) -> ReplicationResult {
    ReplicationResult(
      indicators: Indicator.allCases.map { $0 == .incidents ? incidents : nil }, histograms: [],
      unreached: [],
      gridCounts: [], gridReached: [], gridSeconds: [], gridWithin: [], gridSeen: [], observations: 0,
      hourVisibility: [], pointVisitRates: [], linePassRates: [], unitUtilization: [], kindCounts: [],
      kindQueueMinutes: [], kindResponseMinutes: [], hourIncidents: [],
      hourBusy: [], departmentUtilization: [], departmentDelay: [], departmentBacklog: [], weeklyBacklog: [],
      isQueueGrowing: nil, isDepartmentGrowing: [], counties: [], events: 0)
  }

  @Test func identicalRunsAreSaidToBe() {
    let same = runs(shift: 0)
    #expect(same.haveSameInputs && same.haveSameResults)
    let (zh, en) = (ComparePage(same).html(in: .zh), ComparePage(same).html(in: .en))
    #expect(en.contains("The two inputs are identical") && en.contains("not distinguishable"))
    #expect(zh.contains("两次运行的输入相同") && zh.contains("无法区分"))
    #expect(en.contains("paired by replication") && zh.contains("逐次重复配对"))
  }

  @Test func aDifferenceIsToldWithItsInterval() {
    let answer = ComparePage(runs(shift: 3)).answer
    #expect(answer[0].en.contains("Of 9 differences **9 are significant**"))
    #expect(answer[2].en.contains("incidents +3"))
    #expect(answer[1].en.contains("identical"))
  }

  @Test func anotherSeedIsNamedAndNotPaired() {
    let page = ComparePage(runs(shift: 3, seed: 7))
    #expect(page.answer[0].zh.contains("**无法区分**"))
    #expect(page.answer[1].en == "Their inputs differ in the seed.")
    #expect(page.html(in: .en).contains("independent samples (Welch)"))
  }
}
