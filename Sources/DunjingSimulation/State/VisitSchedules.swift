import DunjingScenario
import DunjingWorld

/// The visits of all beats: one schedule for each county, or one for each district of a county whose stations differ.
struct VisitSchedules: Sendable {
  private var schedules: [VisitSchedule] = []
  /// The schedule of each grid.
  private var ofGrid: [Int32]
  /// The first schedule of each county, and whether it has one for each station.
  private var counties: [(first: Int, isDivided: Bool)] = []

  /// The schedules of a treatment in force since a day; before it, others may have been.
  ///
  /// A county goes on by district if its districts differed before.
  init(_ world: World, plan: TreatmentPlan, after earlier: VisitSchedules? = nil, from firstDay: Int = 0) {
    let sentDown = world.scenario.force.sentDown
    let effectiveness = (0...(world.calendar.days - firstDay)).map { sentDown.effectiveness(onDay: $0) }
    for (number, county) in plan.counties.enumerated() {
      let isDivided = county.division != nil || earlier?.counties[number].isDivided == true
      counties.append((schedules.count, isDivided))
      for station in 0..<(isDivided ? world.counties[number].stations.count : 1) {
        schedules.append(
          VisitSchedule(
            own: county.visitsPerBeatDay,
            sentDown: isDivided
              ? county.sentDownVisitsPerBeatDay(ofStation: station) : county.sentDownVisitsPerBeatDay,
            effectiveness: effectiveness, after: earlier?.schedule(number, station), from: firstDay))
      }
    }
    ofGrid = []
    ofGrid = world.grids.map { grid in
      let (first, isDivided) = counties[grid.county]
      return Int32(isDivided ? first + world.stationNumbers[grid.station] : first)
    }
  }

  /// Returns the cumulative visits of the beats in a grid at a time in seconds.
  func visits(inGrid grid: Int, at time: Double) -> Double { schedules[Int(ofGrid[grid])].visits(at: time) }

  /// Returns the time in seconds at which the cumulative visits in a grid reach an amount; infinite if they never do.
  func time(inGrid grid: Int, of amount: Double, after now: Double) -> Double {
    schedules[Int(ofGrid[grid])].time(of: amount, after: now)
  }

  private func schedule(_ county: Int, _ station: Int) -> VisitSchedule {
    let (first, isDivided) = counties[county]
    return schedules[isDivided ? first + station : first]
  }
}
