import DunjingScenario
import DunjingWorld

/// The waits at the windows on the measured days of one replication, worked out once for all treatments.
struct WindowOutcome: Sendable {
  private let separate: WindowWaits?
  private let pooled: WindowWaits?

  /// Plays the measured weekdays under the disciplines that some treatment needs; nil without windows or weekdays.
  ///
  /// The visits of a year fall on the weekdays that the measured period has per year of 365 days, evenly.
  init?(_ world: World, seed: UInt64, replication: Int) {
    let days = world.measuredWeekdays
    guard let windows = world.scenario.windows, !days.isEmpty else { return nil }
    let visitsPerResident = windows.visitsPerResidentYear * world.measuredYears / Double(days.count)
    let service = WindowService(
      windows, visitsPerDay: world.residentsByFacility.map { $0 * visitsPerResident })
    let needed = WindowDiscipline.allCases.filter { discipline in
      world.plans.contains { $0.treatment.switches.windowDiscipline == discipline }
    }
    let waits = service.waits(on: days, needed, seed: seed, replication: replication)
    separate = needed.firstIndex(of: .separate).map { waits[$0] }
    pooled = needed.firstIndex(of: .pooled).map { waits[$0] }
  }

  /// The waits under a discipline; nil if no treatment needs it.
  subscript(discipline: WindowDiscipline) -> WindowWaits? {
    discipline == .pooled ? pooled : separate
  }
}

extension Switches {
  /// How visitors queue at the windows.
  var windowDiscipline: WindowDiscipline { oneWindow ? .pooled : .separate }
}

extension World {
  /// The measured days from Monday to Friday.
  fileprivate var measuredWeekdays: [Int] {
    let first = scenario.time.warmUpDays + scenario.time.settlingDays
    return (first..<(first + scenario.time.horizonDays)).filter { calendar.weekday[$0] < 5 }
  }

  /// Residents of the districts, by facility; 0 where it is not a station.
  fileprivate var residentsByFacility: [Double] {
    var residents = [Double](repeating: 0, count: scenario.facilities.count)
    for (grid, definition) in zip(grids, scenario.grids) where grid.station >= 0 {
      residents[grid.station] += definition.population
    }
    return residents
  }
}

extension Simulator {
  /// Adds what visitors of the windows find under the treatment in force; nothing in a scenario without windows.
  func addWindows(to values: inout [Indicator: Double]) {
    guard let waits = windows?[plan.treatment.switches.windowDiscipline] else { return }
    values[.windowWaitMean] = waits.meanMinutes
    values[.windowWaitP90] = waits.p90Minutes
    values[.windowLongWaitShare] = waits.longWaitShare
    values[.windowVisits] = Double(waits.visits) / world.measuredYears
  }
}
