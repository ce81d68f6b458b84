import DunjingNumerics
import DunjingQueueing
import DunjingRandom
import DunjingScenario
import DunjingWorld

/// The backlogs of all departments under a plan: Lindley's recursion by working days, as a reflected Brownian motion.
///
/// A working day brings the cases of seven fifths of a day, a compound Poisson sum of gamma case hours, and a gamma
/// administrative load; drift is work less capacity. The walk starts from the mean to which the warm-up under the baseline
/// has brought it (``ReflectedBrownianMotion/walkMean(at:from:)``). On top of it lies the cycle of the week: cases of the
/// week-end wait until Monday, and the same recursion without any chance gives the backlog that this alone makes.
struct HeadquartersModel: Sendable {
  /// Working days in a year: five of seven.
  static let workdaysPerYear = 365.0 * 5 / 7
  /// Points at which the mean over the measured time is taken.
  private static let points = 16

  private struct Load {
    /// Hours of cases on a calendar day, and their variance.
    var cases = 0.0
    var variance = 0.0
    /// Hours of administration on a working day.
    var fixed = 0.0
  }

  private let world: World
  private let hoursPerOfficerDay: Double
  private let warmUpDays: Double
  private let settlingDays: Double
  private let horizonDays: Double
  private let lastWeekday: Int
  /// The backlog at the implementation in hours, by county and then by department.
  private var start: [[Double]] = []

  init(_ world: World, baseline: PreventionOutlook) {
    self.world = world
    hoursPerOfficerDay = world.scenario.headquarters.productiveHoursPerYear / Self.workdaysPerYear
    let time = world.scenario.time
    let measured = time.warmUpDays + time.settlingDays
    let weekdays = world.calendar.weekday
    func workdays(_ days: Range<Int>) -> Double { Double(days.count { weekdays[$0] < 5 }) }
    warmUpDays = workdays(0..<time.warmUpDays)
    settlingDays = workdays(time.warmUpDays..<measured)
    horizonDays = workdays(measured..<(measured + time.horizonDays))
    lastWeekday = Int(weekdays[measured + time.horizonDays - 1])
    let plan = world.plans[world.baseline]
    start = world.counties.indices.map { county in
      loads(county, baseline.incidents[county]).enumerated().map { department, load in
        let capacity = Double(officers(county, department, plan)) * hoursPerOfficerDay
        return walk(load, capacity).walkMean(at: warmUpDays, from: 0)
      }
    }
  }

  /// The measured working days.
  var workdays: Double { horizonDays }

  /// Hours of an officer on a working day.
  var officerDay: Double { hoursPerOfficerDay }

  /// Officers of a department who are left in a county.
  private func officers(_ county: Int, _ department: Int, _ plan: TreatmentPlan) -> Int {
    let all = world.counties[county].departments[department]
    let taken = plan.counties[county]
    return all.officers - taken.takenFromAgencies[department]
      - taken.takenFromCounty[department] + taken.extraOfficers[department]
  }

  /// The work of the departments of a county.
  private func loads(_ county: Int, _ incidents: [Double]) -> [Load] {
    var loads = world.counties[county].departments.map {
      Load(fixed: $0.fixedHoursPerYear / Self.workdaysPerYear)
    }
    for (kind, perYear) in zip(world.kinds, incidents) {
      var means = loads.map { _ in 0.0 }
      for followUp in kind.followUps {
        means[followUp.department] += followUp.hours.mean
        loads[followUp.department].variance += perYear / 365 * followUp.hours.variance
      }
      for department in loads.indices {
        loads[department].cases += perYear / 365 * means[department]
        loads[department].variance += perYear / 365 * means[department] * means[department]
      }
    }
    return loads
  }

  private func walk(_ load: Load, _ capacity: Double) -> ReflectedBrownianMotion {
    let spread = load.fixed * world.scenario.headquarters.fixedLoadVariation
    return ReflectedBrownianMotion(
      drift: load.cases * 7 / 5 + load.fixed - capacity,
      deviation: (load.variance * 7 / 5 + spread * spread).squareRoot())
  }

  /// The departments of a county.
  /// - Parameter incidents: in a year, by kind.
  func departments(_ county: Int, _ plan: TreatmentPlan, incidents: [Double]) -> [DepartmentOutlook] {
    loads(county, incidents).enumerated().map { department, load in
      outlook(load, county, department, officers(county, department, plan))
    }
  }

  private func outlook(
    _ load: Load, _ county: Int, _ department: Int, _ officers: Int
  ) -> DepartmentOutlook {
    let capacity = Double(officers) * hoursPerOfficerDay
    let walk = walk(load, capacity)
    let start = start[county][department]
    let cycle = Self.cycle(load, drift: walk.drift, capacity: capacity)
    let step = horizonDays / Double(Self.points)
    let mean = (0..<Self.points).reduce(0) {
      $0 + walk.walkMean(at: settlingDays + (Double($1) + 0.5) * step, from: start)
    }
    return DepartmentOutlook(
      county: county, department: department, officers: officers,
      workHours: load.cases * 7 / 5 + load.fixed, capacityHours: capacity, deviation: walk.deviation,
      backlogMean: mean / Double(Self.points) + cycle[..<5].reduce(0, +) / 5,
      backlogEnd: walk.walkMean(at: settlingDays + horizonDays, from: start) + cycle[lastWeekday],
      overloadProbability: overload(walk, load))
  }

  /// The probability that the work of the measured time exceeds what can be done in it.
  private func overload(_ walk: ReflectedBrownianMotion, _ load: Load) -> Double {
    let excess = walk.drift * horizonDays
    let spread = walk.deviation * horizonDays.squareRoot()
    guard spread > 0 else { return excess > 0 ? 1 : 0 }
    return SpecialFunctions.normalCumulative(excess / spread)
  }

  /// The backlog at the end of each weekday that comes of the week alone, from Monday on; of what grows without end, only
  /// what lies above the growth.
  private static func cycle(_ load: Load, drift: Double, capacity: Double) -> [Double] {
    let day = load.cases + load.fixed - capacity - max(0, drift)
    var backlog = 0.0
    var cycle = [Double](repeating: 0, count: 7)
    for round in 0..<21 {
      let weekday = round % 7
      backlog = weekday < 5 ? max(0, backlog + day) : backlog + load.cases
      cycle[weekday] = backlog
    }
    return cycle
  }
}
