import DunjingWorld

/// Which units are on duty in each hour of the week under a plan; units of one roster and the same duty are looked up once.
struct DutyTable {
  private struct Key: Hashable {
    var roster: Int
    var duty: UInt64
  }

  private let hours: [[Bool]]
  private let ofUnit: [Int]

  init(_ world: World, _ plan: TreatmentPlan) {
    var known: [Key: Int] = [:]
    var hours: [[Bool]] = []
    ofUnit = world.units.indices.map { unit in
      let key = Key(roster: world.units[unit].roster, duty: plan.duty[unit])
      if let number = known[key] { return number }
      known[key] = hours.count
      hours.append((0..<168).map { world.isOnDuty(unit, hourOfWeek: $0, in: plan) })
      return hours.count - 1
    }
    self.hours = hours
  }

  func isOn(_ unit: Int, hourOfWeek hour: Int) -> Bool { hours[ofUnit[unit]][hour] }

  /// Bit n is set if the n-th of some units is on duty.
  func crew(_ units: [Int], hourOfWeek hour: Int) -> [UInt64] {
    var crew = [UInt64](repeating: 0, count: (units.count + 63) / 64)
    for (number, unit) in units.enumerated() where isOn(unit, hourOfWeek: hour) {
      crew[number / 64] |= 1 << UInt64(number % 64)
    }
    return crew
  }
}
