import DunjingWorld

/// Which of some units are on duty in each hour of the week under a plan; units of one roster and the same duty are looked up
/// once.
struct DutyTable {
  private struct Key: Hashable {
    var roster: Int
    var duty: UInt64
  }

  private let hours: [[Bool]]
  private let ofUnit: [Int: Int]

  init(_ world: World, _ plan: TreatmentPlan, units: [Int]) {
    var known: [Key: Int] = [:]
    var hours: [[Bool]] = []
    var ofUnit: [Int: Int] = [:]
    for unit in units {
      let key = Key(roster: world.units[unit].roster, duty: plan.duty[unit])
      if known[key] == nil {
        known[key] = hours.count
        hours.append((0..<168).map { world.isOnDuty(unit, hourOfWeek: $0, in: plan) })
      }
      ofUnit[unit] = known[key]
    }
    (self.hours, self.ofUnit) = (hours, ofUnit)
  }

  func isOn(_ unit: Int, hourOfWeek hour: Int) -> Bool { ofUnit[unit].map { hours[$0][hour] } ?? false }

  /// Bit n is set if the n-th of some units is on duty.
  func crew(_ units: [Int], hourOfWeek hour: Int) -> [UInt64] {
    var crew = [UInt64](repeating: 0, count: (units.count + 63) / 64)
    for (number, unit) in units.enumerated() where isOn(unit, hourOfWeek: hour) {
      crew[number / 64] |= 1 << UInt64(number % 64)
    }
    return crew
  }
}
