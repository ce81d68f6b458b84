import DunjingReport
import Testing

@testable import DunjingExperiment
@testable import DunjingScenario
@testable import DunjingSimulation

/// The page about two runs.
@Suite struct ComparePageTests {
  /// Runs of the fixture: so many replications, incidents with a shift in the second run.
  private func runs(
    shift: Double, seed: UInt64 = 20_231_222, count: Int = 6, without left: String? = nil,
    pairs: [RunComparison.Pair]? = nil
  ) -> ComparedRuns {
    func run(_ shift: Double, _ seed: UInt64, without left: String? = nil) -> RunComparison.Run {
      var result = Fixture.result()
      (result.seed, result.replications) = (seed, count)
      result.treatments.removeAll { $0.id == left }
      let replications = (0..<count).map { number in
        result.treatments.map { _ in replication(incidents: 100 + Double(number * number) + shift) }
      }
      return RunComparison.Run(result: result, replications: replications)
    }
    let (first, second) = (run(0, 20_231_222), run(shift, seed, without: left))
    let facts = RunFacts(name: "out/a", version: "1", build: "b", settings: [])
    let files = ["scenario.yaml": Array("name: A\nseed: 1\n".utf8)]
    let side = ScenarioDifference.Side(files: files)
    return ComparedRuns(
      (facts, first.result), (facts, second.result), difference: ScenarioDifference(side, side),
      comparison: RunComparison(
        first, second, pairs: pairs ?? RunComparison.matches(first.result, second.result)))
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

  @Test func everyTreatmentHasASentence() throws {
    let all = runs(shift: 3)
    let names = all.firstResult.treatments.map(\.name.zh)
    let changes = ComparePage(all).changes.map(\.zh)
    #expect(names.count > 3)
    for name in names.prefix(8) { #expect(changes.contains { $0.hasPrefix("“\(name)”：") }, "\(name)") }
    #expect(changes.contains { $0.contains("不在此一一列出") } == (names.count > 8))
    // Of more than are told it is said how many there are.
    let ids = all.firstResult.treatments.map(\.id)
    let pairs = ids.flatMap { first in ids.map { RunComparison.Pair(first: first, second: $0) } }
    let many = ComparePage(runs(shift: 3, pairs: pairs)).changes
    #expect(many.contains { $0.zh.hasPrefix("另有 \(pairs.count - 8) 个方案不在此一一列出") })
    #expect(many.contains { $0.en.hasPrefix("\(pairs.count - 8) more treatments are not told here") })
  }

  @Test func anotherSeedIsNamedAndNotPaired() {
    let page = ComparePage(runs(shift: 3, seed: 7))
    #expect(page.answer[0].zh.contains("**无法区分**"))
    #expect(page.answer[1].en == "Their inputs differ in the seed.")
    #expect(page.html(in: .en).contains("independent samples (Welch)"))
  }

  @Test func theVerdictSaysOnHowManyReplicationsItRests() {
    let (pairs, apart) = (
      ComparePage(runs(shift: 3)).verdict[0], ComparePage(runs(shift: 3, seed: 7)).verdict[0]
    )
    #expect(pairs.en.hasSuffix("(6 pairs of replications).") && pairs.zh.hasSuffix("（依据 6 对重复）。"))
    #expect(apart.en.hasSuffix("(6 replications of A and 6 of B, not paired, as the seeds differ)."))
    #expect(apart.zh.hasSuffix("（依据甲 6 次、乙 6 次重复，种子不同，不能配对）。"))
  }

  @Test func fewReplicationsAreNoConclusion() {
    func isSaid(_ runs: ComparedRuns) -> Bool {
      let answer = ComparePage(runs).answer
      let said = answer.map { $0.en.contains("**too few** to conclude") }
      #expect(said == answer.map { $0.zh.contains("**重复太少**") })
      return said.contains(true)
    }
    #expect(isSaid(runs(shift: 3, seed: 7, count: 9)) && isSaid(runs(shift: 3, count: 9)))
    #expect(!isSaid(runs(shift: 3, seed: 7, count: 10)))
    // That nothing at all differs needs no more replications.
    #expect(!isSaid(runs(shift: 0)))
  }

  @Test func treatmentsOfOneRunOnlyAreNamed() throws {
    let ids = Fixture.result().treatments.map(\.id)
    let left = try #require(ids.last)
    let some = runs(shift: 3, without: left)
    #expect(some.onlyInFirst == [left] && some.onlyInSecond.isEmpty)
    let page = ComparePage(some)
    #expect(page.changes[0].en.contains("**Not compared**, as only one run has them: \(left) of A."))
    #expect(page.changes[0].zh.contains("只有一次运行有：甲的 \(left)。"))
    #expect(page.html(in: .en).contains("\(left) of A") && page.html(in: .zh).contains("甲的 \(left)"))
    // Not where it is compared with another one.
    let paired = runs(shift: 3, without: left, pairs: [.init(first: left, second: ids[0])])
    #expect(paired.onlyInFirst.isEmpty && runs(shift: 3).onlyInFirst.isEmpty)
  }
}
