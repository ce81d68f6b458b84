import DunjingDecision
import DunjingOptimization
import DunjingParallel
import DunjingReport
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingTestSupport
import Foundation
import Synchronization
import Testing

/// Sweeps over the smallest shipped study with a short horizon.
@Suite struct SweepTests {
  private let bundle = ScenarioBundle(
    path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/minimal").path)

  private func sweep(
    _ factors: [SweepFactor], treatments: [String] = ["sink20"], replications: Int = 2
  ) throws -> Sweep {
    let design = try #require(SweepDesign(grid: factors))
    let short = ["time.warmUpDays=1", "time.horizonDays=4"].compactMap { ScenarioOverride($0) }
    let studies = try design.points.map { point in
      try bundle.load(
        setting: short + zip(factors, point).map { ScenarioOverride(key: $0.key, value: $1) })
    }
    return Sweep(design, studies: studies, treatments: treatments, replications: replications)
  }

  private let ratio = SweepFactor("treatments.sink20.sinkRatio.agency", values: ["0.1", "0.2", "0.4"])
  private let calls = SweepFactor("dispatch.callTakingSeconds", values: ["60", "120"])

  @Test func `values are steps in decimals or a list`() {
    #expect(SweepFactor.values(of: "0:0.3:0.1") == ["0", "0.1", "0.2", "0.3"])
    #expect(SweepFactor.values(of: "-1:1:0.75") == ["-1", "-0.25", "0.5"])
    #expect(SweepFactor.values(of: "nearest, districtFirst") == ["nearest", "districtFirst"])
    #expect(SweepFactor.values(of: "[1, 2],{mean: 3}") == ["[1, 2]", "{mean: 3}"])
    for wrong in ["1:0:0.1", "0:1:0", "0:1:-1", "0:1", "a:b:c", "1,1", "1,,2", "", "0:1:0.00001", "1e3:2e3:1"]
    {
      #expect(SweepFactor.values(of: wrong) == nil)
    }
    #expect(SweepFactor.ends(of: "0.50:2") == ["0.5", "2"])
    for wrong in ["2:1", "1", "1:2:3", "x:2"] { #expect(SweepFactor.ends(of: wrong) == nil) }
  }

  @Test func `a grid has every combination, the last key changing fastest`() throws {
    let grid = try #require(SweepDesign(grid: [calls, SweepFactor("dispatch.policy", values: ["a", "b"])]))
    #expect(grid.points == [["60", "a"], ["60", "b"], ["120", "a"], ["120", "b"]] && grid.numbers == nil)
    let many = SweepFactor("a", values: (0..<200).map(String.init))
    #expect(SweepDesign(grid: [many, many]) == nil)
  }

  @Test func `a Latin hypercube has a point in each slice and whole numbers where they are asked for`() throws
  {
    let factors = [SweepFactor("a", values: ["1", "3"]), SweepFactor("b", values: ["0", "40"])]
    let cube = try #require(SweepDesign(latin: factors, isWhole: [false, true], points: 8, seed: 5))
    #expect(cube == SweepDesign(latin: factors, isWhole: [false, true], points: 8, seed: 5))
    let numbers = try #require(cube.numbers)
    #expect(Set(numbers.map { Int(($0[0] - 1) / 2 * 8) }).count == 8)
    #expect(numbers.allSatisfy { $0[1] == $0[1].rounded() && (0...40).contains($0[1]) })
  }

  @Test func `points that differ in a treatment only give the same as points played alone`() throws {
    let whole = try sweep([ratio])
    #expect(whole.sharesWarmUp && whole.count(in: PlanLedger()).total == 2 * 4)
    let outcome = SweepOutcome(whole, try #require(whole.run()), indicators: Indicator.allCases)
    for point in ratio.values.indices {
      let alone = try sweep([SweepFactor(ratio.key, values: [ratio.values[point]])])
      let own = SweepOutcome(alone, try #require(alone.run()), indicators: Indicator.allCases)
      #expect(own.rows.map(\.estimates) == outcome.rows.filter { $0.point == point }.map(\.estimates))
    }
  }

  @Test func `other keys give each point a baseline of its own`() throws {
    let sweep = try sweep([calls])
    #expect(!sweep.sharesWarmUp && sweep.count(in: PlanLedger()).total == 2 * 4)
    let outcome = SweepOutcome(
      sweep, try #require(sweep.run()), indicators: [.incidents, .responseMeanFromCall])
    let baseline = outcome.rows(of: nil)
    #expect(baseline.map(\.values) == [["60"], ["120"]] && baseline[0].estimates != baseline[1].estimates)
    let row = try #require(outcome.rows(of: "sink20").first)
    let (own, base) = (row.estimates[1], baseline[0].estimates[1])
    let difference = try #require(own.difference).mean
    #expect(abs(difference - (try #require(own.level).mean - (try #require(base.level).mean))) < 1e-9)
    #expect(base.difference == nil)
  }

  @Test func `the baseline alone is played where its own keys vary`() throws {
    let sweep = try sweep(
      [SweepFactor("treatments.sink00.streetShare", values: ["0", "1"])], treatments: ["sink00"])
    #expect(sweep.treatments.isEmpty && !sweep.sharesWarmUp)
  }

  @Test(arguments: [true, false])
  func `a sweep that was stopped ends as one that was not, on any number of threads`(isShared: Bool) throws {
    let sweep = try sweep([isShared ? ratio : calls])
    let whole = SweepOutcome(sweep, try #require(sweep.run()), indicators: [.incidents, .harmIndex])
    let records = Mutex<[PlanRecord]>([])
    let stopped = sweep.run { record in
      records.withLock {
        $0.append(record)
        return $0.count < 3
      }
    }
    #expect(stopped == nil)
    let kept = PlanLedger(records.withLock { $0 })
    #expect(sweep.count(in: kept).known == 3)
    let again = SweepOutcome(
      sweep, try #require(sweep.run(ledger: kept, threads: 2)), indicators: [.incidents, .harmIndex])
    #expect(again == whole)
  }

  @Test(arguments: [true, false])
  func `processes that play a sweep together all end with the whole of it`(isShared: Bool) throws {
    let sweep = try sweep([isShared ? ratio : calls])
    let alone = SweepOutcome(sweep, try #require(sweep.run()), indicators: [.incidents, .harmIndex])
    let board = Board()
    let ends = Threads.run(2) { number in
      let company = FakeCompany(Shard(number: number + 1, count: 2), board, present: [1, 2])
      return sweep.run(company: company, record: company.record)
    }
    for end in ends {
      #expect(SweepOutcome(sweep, try #require(end), indicators: [.incidents, .harmIndex]) == alone)
    }
    // They shared the work: at the end both may play the same piece, but not all of them.
    #expect(board.count < 2 * sweep.count(in: PlanLedger()).total)
  }

  @Test(arguments: [true, false])
  func `nobody needs a process that never came`(isShared: Bool) throws {
    let sweep = try sweep([isShared ? ratio : calls])
    let alone = SweepOutcome(sweep, try #require(sweep.run()), indicators: [.incidents, .harmIndex])
    let company = FakeCompany(Shard(number: 2, count: 3), Board(), present: [])
    let end = sweep.run(company: company, record: company.record)
    #expect(SweepOutcome(sweep, try #require(end), indicators: [.incidents, .harmIndex]) == alone)
  }

  @Test func `a surface has the coefficients of its points and errors from replication to replication`()
    throws
  {
    let sweep = try sweep([calls], replications: 4)
    let outcome = SweepOutcome(sweep, try #require(sweep.run()), indicators: [.responseMeanFromCall])
    let surface = try #require(outcome.surfaces.first { $0.treatment == nil })
    let means = outcome.rows(of: nil).compactMap { $0.estimates[0].level?.mean }
    #expect(surface.form == .linear && surface.fit == nil && surface.stationaryPoint == nil)
    #expect(abs(surface.value(at: [60]) - means[0]) < 1e-9 && abs(surface.value(at: [120]) - means[1]) < 1e-9)
    #expect(abs(surface.coefficients[1].value - (means[1] - means[0]) / 2) < 1e-9)
    #expect(outcome.surfaces.map(\.treatment) == [nil, "sink20"])
  }

  @Test func `three values give a parabola, four a test of fit`() throws {
    let three = try sweep([ratio])
    let outcome = SweepOutcome(three, try #require(three.run()), indicators: [.incidents])
    #expect(outcome.surfaces.map(\.form) == [.quadratic] && outcome.surfaces[0].fit == nil)
    let four = try sweep([SweepFactor(ratio.key, values: ["0", "0.1", "0.2", "0.4"])])
    let tested = SweepOutcome(four, try #require(four.run()), indicators: [.incidents])
    let fit = try #require(tested.surfaces.first?.fit)
    #expect(fit.misfitDegrees == 1 && fit.errorDegrees == 3 * 1 && (0...1).contains(fit.probability))
  }

  @Test func `the table and the page have every point in both languages`() throws {
    let sweep = try sweep([calls, SweepFactor("dispatch.policy", values: ["nearest", "districtFirst"])])
    let outcome = SweepOutcome(sweep, try #require(sweep.run()), indicators: [.incidents])
    #expect(outcome.surfaces.isEmpty)
    let lines = SweepTable(outcome).text.split(separator: "\r\n")
    #expect(
      lines.count == 1 + 4 * 2
        && lines[0].hasPrefix("\u{FEFF}dispatch.callTakingSeconds,dispatch.policy,treatment")
    )
    let page = SweepPage(
      outcome, scenario: sweep.studies[0].scenario, scenarioHash: "hash",
      provenance: Provenance(build: "b", version: "v"))
    let pages = [page.html(in: .zh), page.html(in: .en)]
    #expect(pages[0].contains("参数改变什么") && pages[1].contains("What the keys change"))
    for text in pages.map({ $0.replacing(/<script[\s\S]*?<\/script>/, with: "") }) {
      #expect(text.contains("districtFirst") && text.contains("<svg") && !text.contains("NaN"))
    }
  }
}
