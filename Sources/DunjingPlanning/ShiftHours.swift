import DunjingScenario
import DunjingWorld

/// A shift of a roster that units of a treatment work, with the hours of the day in it.
public struct ShiftHours: Sendable, Equatable {
  /// The id of the roster.
  public let roster: String
  /// The id of the shift.
  public let shift: String
  /// The hours of the day at whose half past it is on, from its first on.
  public let hours: [Int]
}

extension QueueingStudy {
  /// The shifts of the rosters that units of the treatment work, in scenario order.
  public var shifts: [ShiftHours] {
    let duty = world.plans[treatment].duty
    let used = Set(world.units.indices.filter { duty[$0] != 0 }.map { world.units[$0].roster })
    return world.scenario.rosters.indices.filter { used.contains($0) }.flatMap { roster in
      world.scenario.rosters[roster].shifts.map { shift in
        let first = (shift.startMinute + 29) / 60
        let hours = (first..<(first + 24)).filter {
          let minute = $0 * 60 + 30
          return minute >= shift.startMinute && minute < shift.startMinute + shift.lengthMinutes
        }
        return ShiftHours(
          roster: world.scenario.rosters[roster].id, shift: shift.id, hours: hours.map { $0 % 24 })
      }
    }.filter { !$0.hours.isEmpty }
  }
}
