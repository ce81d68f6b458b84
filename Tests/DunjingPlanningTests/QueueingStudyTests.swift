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

  /// What lets all units of the smallest study go everywhere.
  private static let alike = [
    ("area: district", "area: city"), ("skills: [basic], ", "skills: [basic, patrol, traffic], ")
  ]

  @Test func `every part is solved with the units on duty`() throws {
    let world = try world(replacing: Self.alike)
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

  @Test func `the load of a part is its work over what its units can do`() throws {
    func load(_ changes: [(String, String)]) throws -> PartLoad {
      let world = try world(replacing: changes)
      let minutes = [Double](repeating: 0, count: world.geography.placeCount)
      let parts = PartLoad.all(of: world, minutesToPlace: minutes)
      #expect(parts.count == 1)
      return try #require(parts.first)
    }
    let usual = try load([])
    #expect(usual.units.count == 4 && usual.load > 0 && usual.load < 0.9)
    let more = try load([("incidentsPerDay: 10}", "incidentsPerDay: 20}")])
    #expect(more.availableHours == usual.availableHours && more.workHours > 1.5 * usual.workHours)
    let fewer = try load([("unitsPerFacility: 2", "unitsPerFacility: 1")])
    #expect(fewer.workHours == usual.workHours && fewer.load > usual.load)
    #expect(abs(fewer.load * fewer.availableHours - usual.load * usual.availableHours) < 1e-9)
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

  /// The smallest study with lines of its file replaced.
  private func world(replacing changes: [(String, String)]) throws -> World {
    let files = FileManager.default
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/minimal")
    let folder = files.temporaryDirectory.appendingPathComponent("dunjing-\(UUID().uuidString)")
    try files.copyItem(at: source, to: folder)
    defer { try? files.removeItem(at: folder) }
    let path = folder.appendingPathComponent("scenario.yaml")
    var text = try String(contentsOf: path, encoding: .utf8)
    for (old, new) in changes {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    try Data(text.utf8).write(to: path)
    return World(compiling: try ScenarioBundle(path: folder.path).load())
  }

  @Test func `hours with more work than the units can do are saturated, and only they`() throws {
    let world = try world(replacing: Self.alike + [("incidentsPerDay: 10", "incidentsPerDay: 110")])
    let study = QueueingStudy(world, treatment: world.baseline)
    let results = study.parts[0].hours.map { $0[0].result }
    #expect(results.contains { $0.method == .saturated } && results.contains { $0.method == .exact })
    for (hour, outlook) in study.hours.enumerated() {
      let isSaturated = results[hour].method == .saturated
      #expect(isSaturated == (results[hour].utilization >= 1))
      #expect((outlook.workload == nil) == isSaturated && outlook.saturatedParts == (isSaturated ? 1 : 0))
      #expect(!isSaturated || Double(outlook.unitsNeeded) > outlook.units)
      #expect(!isSaturated || outlook.waitingProbability == 1)
    }
  }

  @Test func `incidents wait for the units that may go, however idle the others are`() throws {
    let (free, bound) = (try world(replacing: Self.alike), try world("minimal"))
    let (all, few) = (
      QueueingStudy(free, treatment: free.baseline), QueueingStudy(bound, treatment: bound.baseline)
    )
    for (easy, hard) in zip(all.hours, few.hours) {
      #expect(try #require(hard.waitingProbability) > 2 * (try #require(easy.waitingProbability)))
      #expect(hard.available.allSatisfy { $0.value < easy.available[$0.key] ?? 0 })
    }
    for (_, result) in few.parts[0].hours.joined() {
      let tightest = try #require(result.tightest)
      #expect(result.method == .approximate && tightest.load > 0 && tightest.load < 1)
      // Cars answer some kinds, in their district; street units have to answer the rest of it.
      #expect(tightest.units.contains { bound.scenario.units[bound.units[$0].group].id == "street" })
    }
    #expect(all.parts[0].hours.joined().allSatisfy { $0.result.tightest == nil })
    #expect(
      few.departures.contains { $0.id == "restricted" } && !all.departures.contains { $0.id == "restricted" })
    let busy = try world(replacing: [("incidentsPerDay: 10", "incidentsPerDay: 70")])
    let results = QueueingStudy(busy, treatment: busy.baseline).parts[0].hours.map { $0[0].result }
    let worst = try #require(results.max { $0.utilization < $1.utilization })
    #expect(worst.method == .saturated && worst.utilization == worst.tightest?.load)
    // Those units are always busy; the others serve what is left.
    #expect(try #require(worst.tightest).units.allSatisfy { worst.workloads[$0] == 1 })
    #expect(try #require(worst.waitingProbability) > 0.3)
  }

  @Test func `more units than the exact model takes are approximated, in every hour`() throws {
    let world = try world(
      replacing: Self.alike + [
        ("unitsPerFacility: 2", "unitsPerFacility: 17"), ("incidentsPerDay: 10", "incidentsPerDay: 250"),
        ("count: 18}", "count: 180}")
      ])
    let study = QueueingStudy(world, treatment: world.baseline, threads: 2)
    #expect(study.parts[0].hours.joined().allSatisfy { $0.result.method == .approximate })
    for outlook in study.hours {
      // All the work is done, and by nobody more than all the time.
      let workload = try #require(outlook.workload)
      #expect(abs(workload * outlook.units - outlook.load) < 1e-3 * outlook.load)
      #expect(try #require(outlook.greatestWorkload) < 1)
    }
  }

  @Test func `districts that share no unit are parts, and who has no unit on duty is not served`() throws {
    let world = try world(replacing: [
      ("mode: car, area: city, roster: threeShifts", "mode: car, area: district, roster: evenings"),
      (
        "units:\n",
        """
        rosters:
          - {id: evenings, coversDay: false, shifts: [{id: late, start: "16:00", end: "00:00"}]}
        units:

        """
      )
    ])
    let study = QueueingStudy(world, treatment: world.baseline)
    #expect(study.parts.count == 2)
    #expect(study.parts.map(\.grids).reduce(0, +) == world.grids.count)
    let units = study.parts.flatMap(\.units)
    #expect(Set(units).count == units.count)
    for (hour, outlook) in study.hours.enumerated() where hour < 16 {
      // Cars of stations lack the skills for many kinds.
      #expect(outlook.unservedShare > 0.2 && outlook.unservedShare < 1)
      #expect(outlook.reached.values.allSatisfy { $0 <= 0.8 })
    }
    #expect(study.hours[20].unservedShare < study.hours[10].unservedShare)
    let dispatches = study.hours.reduce(0) { $0 + $1.arrivalRate }
    let demand = ExpectedDemand(world.scenario).incidentsPerYear.reduce(0, +) / 365
    #expect(abs(dispatches - demand * study.unitsPerIncident) < 1e-9 * demand)
  }
}
