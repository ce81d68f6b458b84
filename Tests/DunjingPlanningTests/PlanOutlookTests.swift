import DunjingPlanning
import DunjingWorld
import Foundation
import Testing

@testable import DunjingScenario

@Suite struct PlanOutlookTests {
  private static func scenario(_ name: String) throws -> Scenario {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = package.appendingPathComponent("scenarios").appendingPathComponent(name).path
    return try ScenarioBundle(path: path).load().scenario
  }

  private static let minimal = Result { World(compiling: try scenario("minimal").validated()) }

  /// The smallest study with something else.
  private func world(_ change: (inout Scenario) -> Void) throws -> World {
    var scenario = try Self.scenario("minimal")
    change(&scenario)
    return World(compiling: try scenario.validated())
  }

  private func plan(
    _ world: World, _ id: String = "other", _ change: (inout Treatment) -> Void = { _ in }
  ) -> TreatmentPlan {
    var treatment = world.plans[world.baseline].treatment
    treatment.id = id
    change(&treatment)
    return world.plan(of: treatment)
  }

  @Test func `without mediation the plan that changes nothing has the expected demand`() throws {
    let world = try world { scenario in
      for kind in scenario.hazardKinds.indices {
        (scenario.hazardKinds[kind].jointShare, scenario.hazardKinds[kind].mediationHours) = (0, 0)
      }
      scenario.time.warmUpDays = 2_000
    }
    let expected = ExpectedDemand(world.scenario)
    let outlook = PlanOutlook(world)
    let prevention = outlook.prevention(of: plan(world))
    for (found, formula) in zip(prevention.incidentsByKind, expected.incidentsPerYear) {
      #expect(abs(found - formula) < 1e-9 * formula)
    }
    for (found, formula) in zip(prevention.escalationsByKind, expected.escalationsPerYear) {
      #expect(abs(found - formula) < 1e-9 * formula)
    }
    #expect(prevention.incidentsByKind.count == world.kinds.count)
  }

  @Test func `kinds add up to all incidents, and nothing else is made up`() throws {
    let world = try Self.minimal.get()
    let outlook = PlanOutlook(world)
    let kinds: [Indicator] = [
      .incidentsCriminal, .incidentsFraud, .incidentsOrder, .incidentsDispute, .incidentsTraffic,
      .incidentsHelp, .incidentsOther
    ]
    for plan in world.plans {
      let values = outlook.values(of: plan)
      let all = try #require(values[.incidents])
      #expect(abs(kinds.reduce(0) { $0 + (values[$1] ?? 0) } - all) < 1e-9 * all)
      #expect(values[.officersSunk] == Double(plan.sunk))
      #expect(values[.windowVisits] == nil && values[.mutualAids] == nil)
      #expect(values.values.allSatisfy { $0.isFinite })
      // Nobody leaves the force.
      let departments = outlook.departments(of: plan)
      let before = world.scenario.departments.reduce(0) { $0 + $1.agencyOfficers + $1.countyOfficers }
      #expect(departments.reduce(0) { $0 + $1.officers } + plan.sunk == before)
    }
  }

  @Test func `the harm index adds up from its parts`() throws {
    let world = try Self.minimal.get()
    let outlook = PlanOutlook(world)
    let values = outlook.values(of: world.plans[1])
    let incidents = zip(world.kinds, outlook.prevention(of: world.plans[1]).incidentsByKind)
      .reduce(0) { $0 + $1.0.harm * $1.1 }
    let late = try #require(values[.incidents]) * (1 - (try #require(values[.withinTarget])))
    let delay = try #require(values[.weightedDelay])
    let harm = world.scenario.harm
    let expected = incidents + harm.lateArrival * late + harm.delayDayPerYear * delay
    #expect(abs(try #require(values[.harmIndex]) - expected) < 1e-6 * expected)
  }

  @Test func `more officers in the community leave fewer hazards and more delay`() throws {
    let world = try Self.minimal.get()
    let outlook = PlanOutlook(world)
    let all = [0, 0.2, 0.4].map { ratio in
      outlook.values(
        of: plan(world) {
          $0.sinkRatio.agency = ratio
          $0.streetShare = 0
        })
    }
    for (less, more) in zip(all, all.dropFirst()) {
      #expect(try #require(more[.hazardsEscalated]) < (try #require(less[.hazardsEscalated])))
      #expect(try #require(more[.incidents]) < (try #require(less[.incidents])))
      #expect(try #require(more[.weightedDelay]) > (try #require(less[.weightedDelay])))
      #expect(try #require(more[.departmentUtilization]) > (try #require(less[.departmentUtilization])))
    }
  }

  @Test func `where nobody is left the backlog grows by the work that comes`() throws {
    // Half a year and a year, both of whole weeks.
    var delays: [Double] = []
    let ends = try [182, 364].map { days in
      let world = try world { scenario in
        scenario.time.horizonDays = days
        for number in scenario.departments.indices {
          scenario.departments[number].agencyFloor = 0
          scenario.departments[number].countyFloor = 0
        }
      }
      let plan = plan(world) {
        $0.sinkRatio.agency = 1
        $0.sinkRatio.county = 1
      }
      delays.append(try #require(PlanOutlook(world).values(of: plan)[.weightedDelay]))
      return PlanOutlook(world).departments(of: plan)
    }
    // Twice as long, twice the backlog; it waits as long as one officer would need, which is a working day for each officer-day.
    #expect(delays[0] > 100 && delays[1] > 1.5 * delays[0])
    for (half, whole) in zip(ends[0], ends[1]) {
      #expect(half.officers == 0 && half.capacityHours == 0 && half.delay == nil)
      let growth = whole.backlogEnd - half.backlogEnd
      let work = 260 * whole.workHours - 130 * half.workHours
      #expect(abs(growth - work) < 0.01 * work)
      #expect(half.overloadProbability > 0.999)
    }
  }

  @Test func `far below capacity the delay is nearly none`() throws {
    let world = try world { scenario in
      for number in scenario.departments.indices { scenario.departments[number].countyOfficers *= 20 }
    }
    let departments = PlanOutlook(world).departments(of: plan(world))
    #expect(departments.contains { $0.utilization < 0.3 })
    for department in departments where department.utilization < 0.3 {
      #expect(try #require(department.delay) < 0.05 && department.overloadProbability < 1e-6)
    }
  }

  @Test func `a bought shift shortens response, and a street unit less lengthens it`() throws {
    let world = try Self.minimal.get()
    let outlook = PlanOutlook(world)
    let (without, with) = (
      plan(world) { ($0.sinkRatio.agency, $0.streetShare) = (0.4, 0) },
      plan(world) { ($0.sinkRatio.agency, $0.streetShare) = (0.4, 1) }
    )
    #expect(with.unitShiftsPerWeek > 0 && without.unitShiftsPerWeek == 0)
    #expect(outlook.response(of: with).meanFromCall < outlook.response(of: without).meanFromCall)
    let fewer = plan(world) { $0.unitsPerFacility = [UnitCount(group: "street", units: 1)] }
    let base = outlook.response(of: plan(world))
    let left = outlook.response(of: fewer)
    #expect(left.inTime / left.incidents < base.inTime / base.incidents)
    #expect(try #require(left.streetUtilization) > 1.7 * (try #require(base.streetUtilization)))
  }

  @Test func `the number of threads and the order of plans change nothing`() throws {
    let world = try Self.minimal.get()
    let (one, two) = (PlanOutlook(world), PlanOutlook(world, threads: 2))
    let other = plan(world) { ($0.sinkRatio.agency, $0.streetShare) = (0.35, 0.7) }
    two.prepare([other], threads: 2)
    let plans = world.plans + [other]
    let values = plans.map { one.values(of: $0) }
    #expect(plans.reversed().map { two.values(of: $0) } == values.reversed())
  }

  @Test func `mediation takes time in which hazards escalate`() throws {
    let world = try Self.minimal.get()
    let expected = ExpectedDemand(world.scenario).escalationsPerYear.reduce(0, +)
    let prevention = PlanOutlook(world).prevention(of: plan(world))
    #expect(prevention.escalationsByKind.reduce(0, +) > expected)
    #expect(prevention.deskLoads.allSatisfy { $0 > 0 && $0 < 1 })
    // Without any hour for mediation nothing is closed, and in the end all hazards escalate.
    let idle = try self.world {
      $0.community.mediationHoursPerYear = 0
      $0.time.warmUpDays = 2_000
    }
    let none = PlanOutlook(idle).prevention(of: plan(idle))
    for (kind, escalated) in none.escalationsByKind.enumerated() {
      let hazard = idle.scenario.hazardKinds[kind]
      #expect(hazard.mediationHours > 0)
      #expect(abs(escalated - hazard.arrivalsPerYear) < 1e-6 * hazard.arrivalsPerYear)
    }
  }
}
