import DunjingPlanning
import DunjingWorld
import Foundation
import Testing

@testable import DunjingScenario

/// Worlds and outlooks that use parts of others again are those made from nothing.
@Suite struct SharedWorldTests {
  private let scenario: Scenario
  private let world: World
  private let outlook: PlanOutlook

  init() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/minimal").path
    scenario = try ScenarioBundle(path: path).load().scenario
    world = World(compiling: try scenario.validated())
    outlook = PlanOutlook(world)
  }

  private func both(_ change: (inout Scenario) -> Void) throws -> (shared: PlanOutlook, fresh: PlanOutlook) {
    var other = scenario
    change(&other)
    let valid = try other.validated()
    let shared = World(compiling: valid, sharing: world)
    return (PlanOutlook(shared, sharing: outlook), PlanOutlook(World(compiling: valid)))
  }

  private func expectEqual(_ pair: (shared: PlanOutlook, fresh: PlanOutlook)) {
    for (one, other) in zip(pair.shared.world.plans, pair.fresh.world.plans) {
      #expect(pair.shared.values(of: one) == pair.fresh.values(of: other))
    }
  }

  @Test func `weights and departments leave response as it is`() throws {
    expectEqual(try both { $0.harm.delayDayPerYear *= 2 })
    expectEqual(try both { $0.headquarters.productiveHoursPerYear *= 1.05 })
    expectEqual(
      try both { scenario in
        for index in scenario.departments.indices { scenario.departments[index].agencyFloor = 0 }
      })
  }

  @Test func `speed, times over incidents and dispatch do not`() throws {
    expectEqual(try both { $0.travel.modes[0].speedKilometersPerHour *= 0.5 })
    expectEqual(try both { $0.incidentKinds[0].paperworkMinutes *= 2 })
    expectEqual(try both { $0.dispatch.acknowledgeSeconds += 60 })
    expectEqual(try both { $0.units[0].turnoutSeconds += 60 })
    expectEqual(try both { $0.targets.generalMinutes *= 0.5 })
    let slow = try both { $0.travel.modes[0].speedKilometersPerHour *= 0.5 }
    #expect(slow.shared.values(of: slow.shared.world.plans[0]) != outlook.values(of: world.plans[0]))
  }

  @Test func `shared response follows the number of incidents closely`() throws {
    let more = try both { scenario in
      for index in scenario.hazardKinds.indices { scenario.hazardKinds[index].arrivalsPerYear *= 1.5 }
    }
    let (one, other) = (
      more.shared.values(of: more.shared.world.plans[1]), more.fresh.values(of: more.fresh.world.plans[1])
    )
    #expect(one[.incidents] == other[.incidents] && one[.weightedDelay] == other[.weightedDelay])
    let (first, second) = (try #require(one[.withinTarget]), try #require(other[.withinTarget]))
    #expect(abs(first - second) < 0.003)
  }
}
