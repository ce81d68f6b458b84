import DunjingDecision
import DunjingOptimization
import DunjingPlanning
import DunjingScenario
import DunjingWorld
import Foundation
import Testing

/// The best ratios by county of the province, beside the exact allocation of the same officers.
@Suite struct CountyVectorTheoryTests {
  private static func outlook() throws -> PlanOutlook {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/jilin")
    return PlanOutlook(World(compiling: try ScenarioBundle(path: folder.path).load()), threads: 2)
  }

  /// Escalations add up over counties, fall with every officer and ever more slowly: with a price on officers, and with
  /// nobody on the street, marginal analysis is all but exact, and the quadratic steps know nothing of it.
  @Test func `the county vector is as good as the exact marginal allocation`() throws {
    let outlook = try Self.outlook()
    let world = outlook.world
    var base = world.scenario.treatments[world.baseline]
    base.streetShare = 0
    let decisions = world.counties.indices.map {
      PlanSpace.Decision(.agencyCountyRatio(world.scenario.counties[$0].id), in: 0...0.4)
    }
    let space = PlanSpace(base: base, decisions: decisions)
    let price = 12.0
    let goal = PlanGoal([.init(.hazardsEscalated, weight: 1), .init(.officersSunk, weight: price)])
    let found = try #require(AnalyticOptimum.find(outlook, space: space, goal: goal, threads: 2))

    let exact = try #require(Self.allocation(outlook, space, price: price))
    let before = try #require(outlook.values(of: world.plans[world.baseline])[.hazardsEscalated])
    let best = exact.total - before
    #expect(best < 0 && exact.units.contains { $0 > 0 } && exact.units.contains { $0 == 0 || $0 > 3 })
    // Mediation bends the slopes a little, so that officer by officer is not the very best either.
    #expect((1.001 * best...0.999 * best).contains(found.difference))
  }

  /// The exact allocation: escalations and the price of officers, county by county in whole officers.
  private static func allocation(
    _ outlook: PlanOutlook, _ space: PlanSpace, price: Double
  ) -> SeparableAllocation? {
    let world = outlook.world
    let most = world.plan(of: space.treatment(at: space.box.upper)).counties.map(\.sunk)
    // Whole officers of a county by the ratio that sends them: the plans of evenly spread ratios have them all.
    var costs: [[Double?]] = most.map { [Double?](repeating: nil, count: $0 + 1) }
    let steps = 4 * (most.max() ?? 0)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      var treatment = space.treatment(at: space.box.point(at: most.map { _ in share }))
      treatment.id = "other"
      let plan = world.plan(of: treatment)
      let escalations = outlook.prevention(of: plan).escalations
      for (county, officers) in plan.counties.map(\.sunk).enumerated() {
        costs[county][officers] = escalations[county].reduce(0, +) + price * Double(officers)
      }
    }
    return SeparableAllocation(
      budget: most.reduce(0, +), bounds: most.map { 0...$0 }, spendsAll: false,
      cost: { costs[$0][$1] ?? .infinity })
  }
}
