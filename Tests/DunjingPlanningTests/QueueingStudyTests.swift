import DunjingPlanning
import DunjingQueueing
import DunjingScenario
import DunjingWorld
import Foundation
import Testing

@Suite struct QueueingStudyTests {
  private func world(_ name: String) throws -> World {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = package.appendingPathComponent("scenarios").appendingPathComponent(name).path
    return World(compiling: try ScenarioBundle(path: path).load())
  }

  @Test func `the hours of the smallest study add up`() throws {
    let world = try world("minimal")
    let study = QueueingStudy(world, treatment: world.baseline)
    #expect(study.parts.count == 1 && study.parts[0].grids == world.grids.count)
    let demand = ExpectedDemand(world.scenario).incidentsPerYear.reduce(0, +) / 365
    #expect(abs(study.incidentsPerHour.reduce(0, +) - demand) < 1e-9 * demand)
    let dispatches = study.hours.reduce(0) { $0 + $1.arrivalRate }
    #expect(abs(dispatches - demand * study.unitsPerIncident) < 1e-9 * demand)
    for hour in study.hours {
      let workload = try #require(hour.workload)
      // What units do is what arrives, if nobody is turned away.
      #expect(abs(workload * hour.units - hour.load) < 0.01 * hour.load)
      #expect((hour.greatestWorkload ?? 0) >= workload && hour.saturatedParts == 0)
      #expect(Double(hour.unitsNeeded) >= hour.load)
      for (areaClass, share) in hour.reached {
        // An idle unit in reach is sent, unless another is preferred or the line is long.
        #expect(share >= 0 && share <= (hour.available[areaClass] ?? 0) + 1e-12)
      }
    }
  }

  @Test func `every part is solved with the units on duty`() throws {
    let world = try world("minimal")
    let study = QueueingStudy(world, treatment: world.baseline)
    for (hour, results) in study.parts[0].hours.enumerated() {
      #expect(results.reduce(0) { $0 + $1.weekdays } == 7)
      for (_, result) in results {
        #expect(result.method == .exact)
        let plan = world.plans[world.baseline]
        for unit in result.workloads.keys {
          #expect((0..<7).contains { world.isOnDuty(unit, hourOfWeek: $0 * 24 + hour, in: plan) })
        }
      }
    }
  }

  @Test func `the number of threads changes nothing`() throws {
    let world = try world("minimal")
    let last = world.plans.count - 1
    let (one, three) = (
      QueueingStudy(world, treatment: last), QueueingStudy(world, treatment: last, threads: 3)
    )
    #expect(one.hours == three.hours)
    #expect(one.parts.map(\.unitsNeeded) == three.parts.map(\.unitsNeeded))
  }

  @Test func `fewer may wait with more units`() throws {
    let world = try world("minimal")
    let (strict, lax) = (
      QueueingStudy(world, treatment: world.baseline, delayTarget: 0.01),
      QueueingStudy(world, treatment: world.baseline, delayTarget: 0.5)
    )
    #expect(zip(strict.hours, lax.hours).allSatisfy { $0.unitsNeeded >= $1.unitsNeeded })
    #expect(zip(strict.hours, lax.hours).contains { $0.unitsNeeded > $1.unitsNeeded })
  }

  @Test func `shifts cover the day and take the units of their busiest hour`() throws {
    let world = try world("minimal")
    let study = QueueingStudy(world, treatment: world.baseline)
    let shifts = study.shifts
    #expect(Set(shifts.flatMap(\.hours)) == Set(0..<24))
    for shift in shifts {
      let needed = shift.hours.map { study.hours[$0].unitsNeeded }.max()
      #expect(study.outlook(hours: shift.hours).unitsNeeded == needed)
    }
  }

  @Test func `what the model leaves out is said in both languages, once`() throws {
    let world = try world("minimal")
    let departures = QueueingStudy(world, treatment: world.baseline).departures
    let ids = departures.map(\.id)
    #expect(Set(ids).count == ids.count && ids.contains("steadyState") && ids.contains("serviceTimes"))
    #expect(departures.allSatisfy { !$0.text.zh.isEmpty && !$0.text.en.isEmpty })
    #expect(ids.contains("preemption") == (world.scenario.dispatch.preemption != .never))
    #expect(ids.contains("patrolPositions") == world.scenario.units.contains { $0.movingShare > 0 })
  }
}
