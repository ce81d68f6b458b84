import DunjingDecision
import DunjingParallel
import DunjingPlanning
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingTestSupport
import DunjingWorld
import Foundation
import Synchronization
import Testing

/// The search on the smallest study, with few and short replications.
@Suite struct PlanSearchTests {
  private let world: World

  init() throws {
    let files = FileManager.default
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/minimal")
    let folder = files.temporaryDirectory.appendingPathComponent("dunjing-\(UUID().uuidString)")
    try files.copyItem(at: source, to: folder)
    defer { try? files.removeItem(at: folder) }
    let path = folder.appendingPathComponent("scenario.yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
      .replacing("warmUpDays: 60", with: "warmUpDays: 7").replacing(
        "horizonDays: 182", with: "horizonDays: 21")
    try Data(text.utf8).write(to: path)
    world = World(compiling: try ScenarioBundle(path: folder.path).load())
  }

  private var settings: PlanSearchSettings {
    var settings = PlanSearchSettings()
    (settings.evaluations, settings.replications, settings.freshReplications) = (4, 3, 4)
    (settings.limit, settings.finalists) = (6, 4)
    return settings
  }

  private func search(_ goal: PlanGoal, outlook: PlanOutlook? = nil) -> PlanSearch {
    let space = PlanSpace(base: world.scenario.treatments[1], decisions: [.init(.agencyRatio, in: 0...0.5)])
    return PlanSearch(world, space: space, goal: goal, settings: settings, outlook: outlook)
  }

  private let harm = PlanGoal([.init(.harmIndex, weight: 1)])

  @Test func `the outcome has the best plan first of those compared, and every number is paired`() throws {
    let outcome = try #require(search(harm).run(threads: 2))
    let best = try #require(outcome.best)
    #expect(outcome.plateau.contains(best) && outcome.plans[best].behindBest == nil)
    #expect(outcome.plans.filter { $0.isFresh }.allSatisfy { $0.replications >= 4 })
    #expect(Set(outcome.plans.compactMap(\.id)).isSuperset(of: ["sink20", "sink40"]))
    #expect(outcome.plans.map(\.difference.mean) == outcome.plans.map(\.difference.mean).sorted())
    for index in outcome.plateau where index != best {
      #expect(try #require(outcome.plans[index].behindBest).lower <= outcome.indifferenceZone)
    }
    let harm = try #require(outcome.changes.first { $0.indicator == .harmIndex })
    #expect(abs(harm.difference.mean - outcome.plans[best].difference.mean) < 1e-9 * abs(harm.before))
  }

  @Test func `treatments that lie outside of what is searched are listed`() throws {
    let space = PlanSpace(base: world.scenario.treatments[1], decisions: [.init(.agencyRatio, in: 0...0.3)])
    let outcome = try #require(
      PlanSearch(world, space: space, goal: harm, settings: settings, outlook: nil).run(threads: 2))
    #expect(outcome.outside == ["sink40"] && !outcome.plans.contains { $0.id == "sink40" })
    #expect(try #require(search(harm).run(threads: 2)).outside.isEmpty)
  }

  @Test func `threads change nothing, and a search that was stopped ends as one that was not`() throws {
    let outlook = PlanOutlook(world)
    let whole = try #require(search(harm, outlook: outlook).run(threads: 1))
    let records = Mutex<[PlanRecord]>([])
    let two = search(harm, outlook: outlook).run(threads: 2) { record in
      records.withLock { $0.append(record) }
      return true
    }
    #expect(two == whole)
    // Stopped after every so many replications, until it comes to its end.
    var ledger = PlanLedger()
    var stops = 0
    var resumed: PlanSearchOutcome?
    while resumed == nil && stops < 100 {
      let played = Mutex<[PlanRecord]>([])
      resumed = search(harm, outlook: outlook).run(ledger: ledger, threads: 2) { record in
        played.withLock {
          $0.append(record)
          return $0.count < 19
        }
      }
      for record in played.withLock({ $0 }) { ledger.note(record) }
      stops += 1
    }
    #expect(resumed == whole && stops > 1)
    let analytic = try #require(whole.analytic)
    #expect(whole.plans.contains { $0.point == analytic.point })
    #expect(whole.worth?.community.count == 1 && whole.counties.count == 1)
    #expect(ledger.count == records.withLock { $0.count })
  }

  @Test func `a goal that falls with every officer sends nobody, one that rises sends as many as allowed`()
    throws
  {
    let fewest = try #require(search(PlanGoal([.init(.officersSunk, weight: 1)])).run(threads: 2))
    #expect(fewest.plans[try #require(fewest.best)].sunk == 0 && fewest.isSelected)
    let most = try #require(search(PlanGoal([.init(.officersSunk, weight: -1)])).run(threads: 2))
    let top = try #require(most.best)
    #expect(most.plans[top].sunk == most.plans.map(\.sunk).max())
    #expect(most.plans[top].sunk == PlanSpaceLimit.most(world))
  }

  @Test func `a mechanism is decided too, and what the other choice would do stands beside the best`() throws
  {
    let space = PlanSpace(
      base: world.scenario.treatments[1],
      decisions: [.init(.agencyRatio, in: 0...0.5), .init(among: .mechanism(.oneClickDispatch))])
    let goal = PlanGoal([.init(.responseMeanFromCall, weight: 1)])
    let search = PlanSearch(world, space: space, goal: goal, settings: settings)
    let outcome = try #require(search.run(threads: 2))
    let best = outcome.plans[try #require(outcome.best)]
    // Calls are assigned faster whoever is sent down.
    #expect(try #require(best.point)[1] == 1)
    #expect(outcome.plans.contains { $0.point?[1] == 0 && $0.sunk == best.sunk })
    let other = try #require(outcome.otherChoices.first)
    #expect(outcome.otherChoices.count == 1 && other.decision == 1 && other.number == 0)
    #expect(other.behindBest.lower > 0)
    let records = Mutex<[PlanRecord]>([])
    let alone = search.run(threads: 1) { record in
      records.withLock { $0.append(record) }
      return true
    }
    #expect(alone == outcome)
    let half = PlanLedger(records.withLock { $0.prefix($0.count / 2) })
    #expect(search.run(ledger: half, threads: 2) == outcome)
  }

  @Test func `processes that search together find the same, and share the work`() throws {
    let search = search(harm)
    let alone = try #require(search.run(threads: 2))
    let board = Board()
    let ends = Threads.run(2) { number in
      let company = FakeCompany(Shard(number: number + 1, count: 2), board, present: [1, 2])
      return search.run(company: company, record: company.record)
    }
    #expect(ends == [alone, alone])
    #expect(board.count < 2 * alone.played)
    // One that comes when all is done plays nothing.
    let written = board.count
    let late = FakeCompany(Shard(number: 3, count: 3), board, present: [])
    #expect(search.run(company: late, record: late.record) == alone)
    #expect(board.count == written)
  }

  @Test func `of plans that are equal in every replication the one that changes least is the best`() throws {
    let space = PlanSpace(
      base: world.scenario.treatments[0],
      decisions: [.init(.agencyRatio, in: 0...0.5), .init(among: .mechanism(.unitAutonomy))])
    // Who is ordered changes nothing in the number of officers.
    let goal = PlanGoal([.init(.officersSunk, weight: -1)])
    let outcome = try #require(
      PlanSearch(world, space: space, goal: goal, settings: settings).run(threads: 2))
    let best = outcome.plans[try #require(outcome.best)]
    #expect(try #require(best.point)[1] == 0 && best.sunk == PlanSpaceLimit.most(world))
    #expect(outcome.otherChoices.map(\.behindBest.mean) == [0])
  }

  @Test func `limits are kept, and where they clash the least relaxation is said`() throws {
    var goal = PlanGoal([.init(.officersSunk, weight: -1)])
    goal.limits = [.init(.officersSunk, .atMost, 3)]
    let limited = try #require(search(goal).run(threads: 2))
    let best = limited.plans[try #require(limited.best)]
    #expect(best.sunk <= 3 && best.isFeasible && best.excesses[0].mean == Double(best.sunk - 3))
    #expect(limited.plans.contains { $0.sunk > 3 && !$0.isFeasible })
    goal.limits = [.init(.officersSunk, .atMost, 1), .init(.officersSunk, .atLeast, 2)]
    let clash = try #require(search(goal).run(threads: 2))
    #expect(clash.best == nil && clash.plateau.isEmpty)
    let least = clash.plans[try #require(clash.leastRelaxation)]
    #expect(!least.isFeasible && clash.answer == nil && clash.shown == clash.leastRelaxation)
    let sunk = try #require(clash.changes.first { $0.indicator == .officersSunk })
    #expect(sunk.difference.mean == Double(least.sunk) && clash.counties.map(\.sunk) == [least.sunk])
  }

  @Test func `the answer is the plan that later sums prefer, and all that is said is said of it`() throws {
    var goal = harm
    goal.later = [[.init(.officersSunk, weight: -1)]]
    var loose = settings
    loose.indifference = 0.5
    let space = PlanSpace(base: world.scenario.treatments[1], decisions: [.init(.agencyRatio, in: 0...0.5)])
    let outcome = try #require(
      PlanSearch(world, space: space, goal: goal, settings: loose, outlook: PlanOutlook(world)).run(
        threads: 2))
    let (best, preferred) = (try #require(outcome.best), try #require(outcome.preferred))
    #expect(best != preferred && outcome.answer == preferred && outcome.shown == preferred)
    let plan = outcome.plans[preferred]
    #expect(plan.sunk == outcome.plateau.map { outcome.plans[$0].sunk }.max())
    let preference = try #require(outcome.preference)
    #expect(preference.sum == 0 && preference.difference.mean == Double(outcome.plans[best].sunk - plan.sunk))
    #expect(outcome.counties.map(\.sunk) == [plan.sunk])
    let change = try #require(outcome.changes.first { $0.indicator == .harmIndex })
    #expect(abs(change.difference.mean - plan.difference.mean) < 1e-9 * abs(change.before))
    // Without the later sum the same plan is best, and is the answer.
    let plain = try #require(
      PlanSearch(world, space: space, goal: harm, settings: loose, outlook: PlanOutlook(world)).run(
        threads: 2))
    #expect(plain.best == best && plain.answer == best && plain.preference == nil)
  }

  @Test func `a maximized sum is searched as its negative`() throws {
    let sum = [PlanGoal.Term(.incidents, weight: -1)]
    let great = try #require(search(.maximizing(sum)).run(threads: 2))
    let small = try #require(search(PlanGoal([.init(.incidents, weight: 1)])).run(threads: 2))
    #expect(great.plans == small.plans && great.best == small.best && great.goal.isMaximized)
  }
}

/// What the space of these tests allows.
private enum PlanSpaceLimit {
  static func most(_ world: World) -> Int {
    var treatment = world.scenario.treatments[1]
    treatment.sinkRatio.agency = 0.5
    return world.plan(of: treatment).sunk
  }
}
