import DunjingDecision
import DunjingOptimization
import DunjingPlanning
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Synchronization
import Testing

/// How the best plan of the smallest study depends on its assumptions.
@Suite struct PlanSensitivityTests {
  private static let rows = [
    "harm.lateArrival,H,,,,0.1,0.5,超时,lateness", "harm.delayDayPerYear,H,,,,10,200,延误,delay",
    "hazardKinds.*.arrivalsPerYear,H,,,1,0.5,1.5,隐患,hazards"
  ]

  private let variation: ScenarioVariation
  private let world: World
  private let space: PlanSpace

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/minimal")
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
    let text = String(decoding: try #require(files["scenario.yaml"]), as: UTF8.self)
      .replacing("warmUpDays: 60", with: "warmUpDays: 7").replacing(
        "horizonDays: 182", with: "horizonDays: 21")
    files["scenario.yaml"] = Array((text + "\nsources: sources.csv\n").utf8)
    files["sources.csv"] = Array(
      ("key,mark,note_zh,note_en,value,low,high,name_zh,name_en\n" + Self.rows.joined(separator: "\n")).utf8)
    variation = try ScenarioVariation(ScenarioBundle(files: files))
    world = World(compiling: variation.base)
    space = PlanSpace(base: world.scenario.treatments[0], decisions: [.init(.agencyRatio, in: 0...0.5)])
  }

  private var settings: PlanSensitivitySettings {
    var settings = PlanSensitivitySettings()
    (settings.trajectories, settings.rows, settings.regretPoints, settings.regretLevels) = (2, 4, 4, 6)
    (settings.confirmed, settings.replications, settings.levels) = (1, 2, 6)
    return settings
  }

  private func sensitivity(
    _ goal: PlanGoal, _ settings: PlanSensitivitySettings? = nil,
    study: (@Sendable ([ScenarioOverride]) -> ValidScenario?)? = nil
  ) -> PlanSensitivity {
    let variation = variation
    return PlanSensitivity(
      PlanOutlook(world), space: space, goal: goal, found: world.scenario.treatments[1],
      assumptions: variation.assumptions, settings: settings ?? self.settings,
      study: study ?? { try? variation.load(setting: $0) })
  }

  private let harm = PlanGoal([.init(.harmIndex, weight: 1)])

  @Test func `threads change nothing`() throws {
    let one = try #require(sensitivity(harm).run(threads: 1))
    #expect(sensitivity(harm).run(threads: 3) == one)
    #expect(one.rows.count == 3 && one.leftOut.isEmpty && one.confirmations.count == 2)
    #expect(one.rows.map(\.officerSwing) == one.rows.map(\.officerSwing).sorted(by: >))
    let swings = try #require(one.officerRange)
    #expect(swings.lowerBound >= 0 && one.rows.allSatisfy { $0.gainEffect != nil && $0.gainShare != nil })
    // The best plan is never behind the found one.
    for row in one.rows {
      #expect(row.low.bestGain >= row.low.foundGain && row.high.bestGain >= row.high.foundGain)
    }
  }

  @Test func `what was simulated before is not simulated again`() throws {
    let records = Mutex<[PlanRecord]>([])
    let outcome = sensitivity(harm).run(record: { record in
      records.withLock { $0.append(record) }
      return true
    })
    let one = try #require(outcome)
    let played = records.withLock(\.self)
    // Two ends, two plans, two replications.
    #expect(played.count == 8)
    let again = sensitivity(harm).run(
      ledger: PlanLedger(played), threads: 2,
      record: { _ in
        Issue.record("nothing is left to play")
        return true
      })
    #expect(again == one)
  }

  @Test func `an assumption that cannot matter has no effect`() throws {
    let outcome = try #require(sensitivity(PlanGoal([.init(.incidentsOrder, weight: 1)])).run(threads: 2))
    for row in outcome.rows where row.assumption.key.hasPrefix("harm.") {
      #expect(row.low == outcome.present && row.high == outcome.present)
      #expect(row.gainEffect?.absoluteMean == 0 && row.officerEffect?.absoluteMean == 0)
    }
    let hazards = try #require(outcome.rows.first { $0.assumption.key.hasPrefix("hazardKinds") })
    #expect(hazards.gainSwing > 0 && hazards.high.foundGain > hazards.low.foundGain)
  }

  @Test func `a weight has the effect of what it weighs`() throws {
    let outcome = try #require(sensitivity(harm).run(threads: 2))
    let outlook = PlanOutlook(world)
    func late(_ plan: TreatmentPlan) -> Double {
      let response = outlook.response(of: plan)
      return response.incidents - response.inTime
    }
    let change = late(world.plans[1]) - late(world.plans[0])
    let row = try #require(outcome.rows.first { $0.assumption.key == "harm.lateArrival" })
    #expect(change != 0)
    #expect(
      abs(row.high.foundDifference - row.low.foundDifference - 0.4 * change) < 1e-9
        * abs(outcome.present.foundDifference) + 1e-7)
  }

  @Test func `the regret of a plan that is best everywhere is none`() throws {
    let goal = PlanGoal([.init(.harmIndex, weight: 1), .init(.officersSunk, weight: 1e6)])
    let outcome = try #require(sensitivity(goal).run(threads: 2))
    let least = try #require(outcome.regrets.first)
    #expect(least.subject == .leastRegret && least.sunk == 0 && least.greatest == 0)
    let found = try #require(outcome.regrets.first { $0.subject == .found })
    #expect(found.sunk == world.plans[1].sunk && found.greatest > 0 && found.mean <= found.greatest)
    #expect(outcome.rows.allSatisfy { $0.officerSwing == 0 } && outcome.officerRange == 0...0)
  }

  @Test func `limits leave regret out, and the best plan keeps them`() throws {
    let goal = PlanGoal(
      [.init(.officersSunk, weight: -1), .init(.incidents, weight: 1e-6)],
      limits: [.init(.officersSunk, .atMost, 2)])
    let outcome = try #require(sensitivity(goal).run(threads: 2))
    #expect(outcome.regrets.isEmpty && outcome.present.sunk == 2)
  }

  @Test func `an assumption with an end that makes no scenario is left out`() throws {
    let variation = variation
    let outcome = try #require(
      sensitivity(harm) { overrides in
        overrides.contains { $0.key == "harm.lateArrival" && $0.value == "0.5" }
          ? nil : try? variation.load(setting: overrides)
      }.run(threads: 2))
    #expect(outcome.leftOut.map(\.key) == ["harm.lateArrival"] && outcome.rows.count == 2)
  }

  @Test func `nothing is said where the formulas do not speak of what is wanted`() {
    #expect(sensitivity(PlanGoal([.init(.overrunHours, weight: 1)])).run(threads: 2) == nil)
  }

  @Test func `the best plan of a grid is that of all plans`() throws {
    let appraisal = try #require(PlanAppraisal(PlanOutlook(world), space: space, goal: harm))
    let all = (0...500).map { appraisal.standing(of: appraisal.plan(at: [Double($0) / 1000]), at: nil) }
    let best = try #require(all.min { $0.objective < $1.objective })
    #expect(GridOptimum().best(appraisal).sunk == best.sunk)
  }
}
