import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingWorld

/// The departments of all counties, one county after the other: each a workload that grows with cases and fixed work, and shrinks by its officers' hours.
///
/// A Lindley recursion by working days, outside the event queue: backlog = max(0, backlog + work − capacity).
/// The delay of a case that arrives is backlog / capacity, in working days.
struct HeadquartersState: Sendable {
  /// Working days in a year: five of seven.
  static let workdaysPerYear = 365.0 * 5 / 7

  private(set) var backlog: [Double]
  private var todaysWork: [Double]
  private(set) var capacity: [Double]
  private var isMeasuring = false
  private(set) var workdays = 0
  private(set) var arrivedHours: [Double]
  private(set) var delaySums: [Double]
  /// The sum over working days of each backlog, in hours.
  private(set) var backlogHours: [Double]
  private(set) var backlogSum = 0.0
  /// The backlog of each department of all counties together, day by day.
  private(set) var growth: [BacklogGrowth]
  /// Hours of one officer on a working day.
  let hoursPerOfficerDay: Double

  /// Departments of a county.
  let count: Int

  init(_ world: World) {
    let departments = world.counties.flatMap(\.departments)
    count = world.scenario.departments.count
    backlog = departments.map { _ in 0 }
    todaysWork = backlog
    arrivedHours = backlog
    delaySums = backlog
    backlogHours = backlog
    capacity = backlog
    growth = world.scenario.departments.map { _ in BacklogGrowth(level: 0) }
    hoursPerOfficerDay = world.scenario.headquarters.productiveHoursPerYear / Self.workdaysPerYear
    apply(world.plans[world.baseline], world)
  }

  mutating func apply(_ plan: TreatmentPlan, _ world: World) {
    for (county, compiled) in world.counties.enumerated() {
      let plan = plan.counties[county]
      for (index, department) in compiled.departments.enumerated() {
        let officers =
          department.officers
          - plan.takenFromAgencies[index] - plan.takenFromCounty[index]
        capacity[county * count + index] = Double(officers) * hoursPerOfficerDay
      }
    }
  }

  mutating func startMeasuring() {
    isMeasuring = true
    growth = growth.indices.map { BacklogGrowth(level: total(of: $0)) }
  }

  mutating func add(_ hours: Double, to department: Int, of county: Int) {
    todaysWork[county * count + department] += hours
  }

  /// Closes a day; on working days the officers work.
  mutating func closeDay(weekday: Int, fixedWork: [Double]) {
    let isWorkday = weekday < 5
    if isMeasuring && isWorkday { workdays += 1 }
    for department in backlog.indices {
      let work = todaysWork[department] + (isWorkday ? fixedWork[department] : 0)
      todaysWork[department] = 0
      backlog[department] += work
      if isWorkday { backlog[department] = max(0, backlog[department] - capacity[department]) }
      guard isMeasuring else { continue }
      arrivedHours[department] += work
      guard isWorkday else { continue }
      delaySums[department] += delay(of: department)
      backlogHours[department] += backlog[department]
    }
    if isMeasuring {
      for department in growth.indices { growth[department].closeDay(level: total(of: department)) }
    }
    if isMeasuring && isWorkday { backlogSum += officerDays }
  }

  /// Hours that each department could have worked in the measured time.
  var capacityHours: [Double] { capacity.map { $0 * Double(max(workdays, 1)) } }

  /// The delay of a case that arrives now, in working days; where nobody is left that of one officer, the least that it can be.
  func delay(of department: Int) -> Double {
    backlog[department] / max(capacity[department], hoursPerOfficerDay)
  }

  /// The backlog of all departments, in officer-days.
  var officerDays: Double {
    backlog.reduce(0, +) / hoursPerOfficerDay
  }
}

extension Simulator {
  mutating func closeDay() {
    let day = Int(queue.now / World.daySeconds + 0.5) - 1
    schedule(.day, 0, at: queue.now + World.daySeconds)
    // A closure over the simulator would copy it.
    var fixedWork: [Double] = []
    for county in world.counties.indices {
      for department in world.scenario.departments.indices {
        fixedWork.append(fixedHours(of: department, in: county, day: day))
      }
    }
    headquarters.closeDay(weekday: Int(world.calendar.weekday[day]), fixedWork: fixedWork)
    if recorder.isMeasuring {
      recorder.dayClosed(backlog: headquarters.officerDays, waiting: waiting.indices.map { countInLine($0) })
    }
  }

  /// Work of a department on one day that no incident begets, in hours.
  private func fixedHours(of department: Int, in county: Int, day: Int) -> Double {
    let departments = world.counties[county].departments
    let mean = departments[department].fixedHoursPerYear / HeadquartersState.workdaysPerYear
    let variation = world.scenario.headquarters.fixedLoadVariation
    guard mean > 0, variation > 0 else { return mean }
    var stream = RandomStream(
      seed: seed, replication: replication, purpose: .fixedWork,
      entity: UInt64(county * departments.count + department) << 32 | UInt64(day))
    let shape = 1 / (variation * variation)
    return mean * stream.nextGamma(shape: shape) / shape
  }
}
