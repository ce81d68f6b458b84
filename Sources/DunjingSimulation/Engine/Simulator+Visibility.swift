import DunjingKernel
import DunjingNumerics
import DunjingScenario
import DunjingWorld

// Visibility (见警率): at moments spread evenly over the day it is noted in which grids a unit can be seen, on patrol,
// standing by outside a station, or at an incident. No step of a patrol is an event; a moment costs one look at each unit.
extension Simulator {
  /// Hours between two observations: one in small forces, more in large ones, which are seen in more places at once.
  private var observationHours: Double { max(1, (Double(units.count) / 200).rounded()) }

  /// Begins with the first moment of the measured days.
  mutating func startObserving() {
    var number = Int(queue.now / (observationHours * 3_600))
    while observationTime(number) <= queue.now { number += 1 }
    scheduleObservation(number)
  }

  /// Moments follow multiples of the golden ratio inside their interval, so that they favor no minute of the hour.
  private func observationTime(_ number: Int) -> Double {
    (Double(number) + GoldenRatio.fraction(number)) * observationHours * 3_600
  }

  private mutating func scheduleObservation(_ number: Int) {
    let time = observationTime(number)
    if time <= world.end { schedule(.observe, number, at: time) }
  }

  mutating func observe(_ number: Int) {
    scheduleObservation(number + 1)
    recorder.visibility.begin(hour: world.calendar.hourOfWeek(at: queue.now) % 24)
    for unit in units.indices {
      guard let place = visiblePlace(of: unit) else { continue }
      let grid = Int(world.geography.gridOfPlace[place])
      recorder.visibility.see(grid, demandShare: world.grids[grid].demandShare)
    }
  }

  /// The place where a unit can be seen now; nil off duty, away, inside a station, or on its way to an incident.
  private mutating func visiblePlace(of unit: Int) -> Int? {
    switch units[unit].activity {
    case .onScene: return Int(incidents[Int(units[unit].incident)].place)
    case .enRoute, .paperwork: return nil
    case .idle: break
    }
    guard units[unit].isOnDuty, isPresent(unit) else { return nil }
    let (place, isStanding) = position(of: unit, at: queue.now)
    let isInside = isStanding && world.scenario.facilities[world.units[unit].facility].kind == .station
    return isInside ? nil : place
  }
}
