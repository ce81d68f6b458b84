import DunjingDecision
import DunjingPlanning
import DunjingScenario
import DunjingWorld
import Foundation
import Testing

/// The best plan by formulas, on the smallest study, against every plan that there is.
@Suite struct AnalyticOptimumTests {
  private static let outlook = Result { () throws -> PlanOutlook in
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/minimal")
    return PlanOutlook(World(compiling: try ScenarioBundle(path: folder.path).load()), threads: 2)
  }

  private let outlook: PlanOutlook
  private var world: World { outlook.world }

  init() throws { outlook = try Self.outlook.get() }

  private func space(_ decisions: [PlanSpace.Decision]) -> PlanSpace {
    PlanSpace(base: world.scenario.treatments[world.baseline], decisions: decisions)
  }

  private let harm = PlanGoal([.init(.harmIndex, weight: 1)])

  /// The value of an indicator less that of the baseline.
  private func difference(_ indicator: Indicator, _ treatment: Treatment) throws -> Double {
    var treatment = treatment
    treatment.id = "other"
    let values = outlook.values(of: world.plan(of: treatment))
    let before = outlook.values(of: world.plans[world.baseline])
    return try #require(values[indicator]) - #require(before[indicator])
  }

  @Test func `no ratio does better than the one found`() throws {
    let space = space([.init(.agencyRatio, in: 0...0.6)])
    let found = try #require(AnalyticOptimum.find(outlook, space: space, goal: harm))
    let all = try (0...300).map { try difference(.harmIndex, space.treatment(at: [Double($0) / 500])) }
    let best = try #require(all.min())
    #expect(best < 0 && found.difference <= best + 1e-9 * best.magnitude)
    #expect(try abs(difference(.harmIndex, space.treatment(at: found.point)) - found.difference) < 1e-9)
  }

  @Test func `an objective of officers sends nobody, whatever the number of threads`() throws {
    let space = space([.init(.agencyRatio, in: 0...0.6)])
    let fewest = PlanGoal([.init(.officersSunk, weight: 1)])
    let one = try #require(AnalyticOptimum.find(outlook, space: space, goal: fewest))
    #expect(one.difference == 0 && one.limitPrices.isEmpty)
    #expect(AnalyticOptimum.find(outlook, space: space, goal: fewest, threads: 2) == one)
  }

  @Test func `no combination of choices and ratio does better, and what changes nothing stays off`() throws {
    let mechanisms: [Mechanism] = [.intelligence, .jointMediation, .unitAutonomy, .mutualAid]
    let space = space(
      [.init(.agencyRatio, in: 0...0.6)] + mechanisms.map { PlanSpace.Decision(among: .mechanism($0)) })
    let found = try #require(AnalyticOptimum.find(outlook, space: space, goal: harm, threads: 2))
    var best = 0.0
    for combination in 0..<16 {
      let choices = (0..<4).map { Double(combination >> $0 & 1) }
      for ratio in 0...60 {
        best = try min(
          best, difference(.harmIndex, space.treatment(at: [Double(ratio) / 100] + choices)))
      }
    }
    #expect(best < 0 && found.difference <= best + 1e-9 * best.magnitude)
    #expect(found.point[1] == 1 && found.point[2] == 1 && found.point[4] == 0)
    #expect(AnalyticOptimum.find(outlook, space: space, goal: harm) == found)
  }

  @Test func `a limit is kept with as many officers as it lets go, and has a price`() throws {
    let space = space([.init(.agencyRatio, in: 0...0.6)])
    var goal = PlanGoal([.init(.hazardsEscalated, weight: 1)])
    let free = try #require(AnalyticOptimum.find(outlook, space: space, goal: goal))
    let most = world.plan(of: space.treatment(at: free.point)).sunk
    #expect(most > 4)
    goal.limits = [.init(.officersSunk, .atMost, Double(most) / 2)]
    let bound = try #require(AnalyticOptimum.find(outlook, space: space, goal: goal))
    let sunk = world.plan(of: space.treatment(at: bound.point)).sunk
    #expect(sunk == most / 2 && bound.excesses[0] <= 0 && bound.difference > free.difference)
    #expect(bound.limitPrices[0] > 0)
  }

  @Test func `a choice that stays off changes no price`() throws {
    var goal = PlanGoal([.init(.hazardsEscalated, weight: 1)])
    goal.limits = [.init(.officersSunk, .atMost, 4)]
    let ratio = PlanSpace.Decision(.agencyRatio, in: 0...0.6)
    let alone = try #require(AnalyticOptimum.find(outlook, space: space([ratio]), goal: goal))
    let beside = try #require(
      AnalyticOptimum.find(
        outlook, space: space([ratio, .init(among: .mechanism(.oneClickDispatch))]), goal: goal))
    #expect(beside.point[1] == 0 && alone.limitPrices[0] > 0)
    #expect(abs(beside.limitPrices[0] - alone.limitPrices[0]) < 1e-6 * alone.limitPrices[0])
  }

  @Test func `what no plan keeps is broken as little as possible`() throws {
    let space = space([.init(.agencyRatio, in: 0.2...0.6)])
    var goal = PlanGoal([.init(.hazardsEscalated, weight: 1)])
    goal.limits = [.init(.officersSunk, .atMost, 0)]
    let found = try #require(AnalyticOptimum.find(outlook, space: space, goal: goal))
    #expect(found.excesses == [Double(world.plan(of: space.treatment(at: [0.2])).sunk)])
  }

  @Test func `a goal that the formulas do not speak of has no such plan`() {
    let goal = PlanGoal([.init(.windowWaitMean, weight: 1)])
    #expect(
      AnalyticOptimum.find(outlook, space: space([.init(.agencyRatio, in: 0...0.6)]), goal: goal) == nil)
  }

  @Test func `an officer whom nobody misses is worth what the plan with one more gains`() throws {
    let base = world.scenario.treatments[world.baseline]
    var (plan, next) = (base, base)
    (plan.streetShare, next.streetShare) = (0, 0)
    let officers = world.counties[0].departments.reduce(0) { $0 + $1.agencyOfficers }
    plan.sinkRatio.agency = 4 / Double(officers)
    next.sinkRatio.agency = 5 / Double(officers)
    let (fewer, more) = (world.plan(of: plan), world.plan(of: next))
    #expect(more.sunk == fewer.sunk + 1)
    let reinforced = fewer.reinforced(communityOf: 0, in: world)
    let (gained, wanted) = (outlook.prevention(of: reinforced), outlook.prevention(of: more))
    for (one, other) in zip(gained.escalationsByKind, wanted.escalationsByKind) {
      #expect(abs(one - other) < 1e-9 * other)
    }
    let before = outlook.departments(of: fewer)
    for department in before.indices {
      let after = outlook.departments(of: fewer.reinforced(county: 0, department: department))
      #expect(after[department].officers == before[department].officers + 1)
      #expect(after[department].backlogMean < before[department].backlogMean)
      #expect(after[department].workHours == before[department].workHours)
    }
  }
}
