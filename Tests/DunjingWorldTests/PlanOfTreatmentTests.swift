import DunjingScenario
import DunjingWorld
import Foundation
import Testing

@Suite struct PlanOfTreatmentTests {
  private func smallTown() throws -> World {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return World(
      compiling: try ScenarioBundle(path: root.appendingPathComponent("scenarios/minimal").path).load())
  }

  @Test func `a treatment that the scenario lists compiles to the same plan`() throws {
    let world = try smallTown()
    for plan in world.plans {
      let again = world.plan(of: plan.treatment)
      #expect(again.duty == plan.duty && again.skills == plan.skills)
      #expect(again.takenFromAgencies == plan.takenFromAgencies)
      #expect(again.takenFromCounties == plan.takenFromCounties)
      #expect(again.toCommunity == plan.toCommunity && again.toStreet == plan.toStreet)
      #expect(again.counties.map(\.visitsPerBeatDay) == plan.counties.map(\.visitsPerBeatDay))
    }
  }

  @Test func `a treatment between two of the scenario takes officers between theirs`() throws {
    let world = try smallTown()
    var treatment = world.plans[world.baseline].treatment
    treatment.id = "between"
    treatment.sinkRatio.agency = 0.3
    let plan = world.plan(of: treatment)
    let agencies = world.scenario.departments.map(\.agencyOfficers).reduce(0, +)
    #expect(plan.sunk == Int((0.3 * Double(agencies)).rounded()))
    #expect(plan.sunk > world.plans[1].sunk && plan.sunk < world.plans[2].sunk)
    #expect(plan.toCommunity + plan.toStreet == plan.sunk)
    treatment.sourceRule = .balanced
    #expect(world.plan(of: treatment).takenFromAgencies != plan.takenFromAgencies)
  }

  @Test func `a destination may be given`() throws {
    let world = try smallTown()
    let plan = world.plan(of: world.plans[world.plans.count - 1].treatment, destination: AllToCommunity())
    #expect(plan.toStreet == 0 && plan.toCommunity == plan.sunk && plan.sunk > 0)
    #expect(plan.duty == world.plans[world.baseline].duty)
  }
}

private struct AllToCommunity: DestinationPolicy {
  func destination(of officers: Int, offered: StreetOffer) -> Destination {
    Destination(toStreet: 0, shifts: [])
  }
}
