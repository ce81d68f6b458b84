import DunjingDecision
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation
import Synchronization
import Testing

/// The search within limits, where what was played is replaced by what the test says.
@Suite struct PlanSearchLimitTests {
  private let world: World

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/minimal")
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
    let text = String(decoding: try #require(files["scenario.yaml"]), as: UTF8.self)
      .replacing("warmUpDays: 60", with: "warmUpDays: 1").replacing(
        "horizonDays: 182", with: "horizonDays: 7")
    files["scenario.yaml"] = Array(text.utf8)
    world = World(compiling: try ScenarioBundle(files: files).load())
  }

  private var settings: PlanSearchSettings {
    var settings = PlanSearchSettings()
    (settings.evaluations, settings.replications, settings.freshReplications) = (12, 3, 4)
    (settings.limit, settings.finalists) = (6, 4)
    return settings
  }

  /// What the test says of a record: every officer sent down makes harm less by a share of it, and delay breaks the limit
  /// from so many officers on, but only on fresh replications.
  private func told(_ record: PlanRecord, most: Int) -> PlanRecord {
    let sunk = record.values[.officersSunk] ?? 0
    let isFresh = record.replication >= settings.replications
    let values = Indicator.allCases.map { indicator -> Double? in
      switch indicator {
      case .harmIndex: 1000 - 50 * sunk
      case .weightedDelay: isFresh && sunk > Double(most) ? 2 : 0
      default: record.values[indicator]
      }
    }
    return PlanRecord(plan: record.plan, replication: record.replication, values: IndicatorValues(values))
  }

  /// The outcome of a search all of whose records are as the test says.
  private func outcome(_ goal: PlanGoal, most: Int) throws -> PlanSearchOutcome {
    let space = PlanSpace(base: world.scenario.treatments[0], decisions: [.init(.agencyRatio, in: 0...0.5)])
    var ledger = PlanLedger()
    for _ in 0..<30 {
      let played = Mutex<[PlanRecord]>([])
      let outcome = PlanSearch(world, space: space, goal: goal, settings: settings).run(
        ledger: ledger, threads: 2
      ) {
        record in
        played.withLock { $0.append(record) }
        return true
      }
      let records = played.withLock(\.self)
      if records.isEmpty { return try #require(outcome) }
      for record in records { ledger.note(told(record, most: most)) }
    }
    throw Endless()
  }

  private struct Endless: Error {}

  @Test func `a plan that breaks a limit on fresh replications puts no other out of the running`() throws {
    let goal = PlanGoal([.init(.harmIndex, weight: 1)], limits: [.init(.weightedDelay, .atMost, 1)])
    let free = try outcome(goal, most: .max)
    let top = try #require(free.plans.map(\.sunk).max())
    #expect(free.plans[try #require(free.best)].sunk == top && top > 2)
    // Fewer than any treatment of the study sends but the baseline.
    let named = free.plans.filter { $0.id != nil && $0.sunk > 0 }.map(\.sunk).min()
    let least = try #require(named) - 1
    let outcome = try outcome(goal, most: least)
    let best = outcome.plans[try #require(outcome.best)]
    #expect(best.sunk == outcome.plans.map(\.sunk).filter { $0 <= least }.max())
    #expect(best.sunk > 0 && best.isFeasible && best.isFresh)
    #expect(outcome.plans.contains { $0.isFresh && !$0.isFeasible && $0.id == nil })
  }
}
