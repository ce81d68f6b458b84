import DunjingScenario

extension World {
  /// The share of the week that a unit is on duty by a plan, in whole hours.
  public func dutyShare(of unit: Int, in plan: TreatmentPlan) -> Double {
    Double((0..<168).count { isOnDuty(unit, hourOfWeek: $0, in: plan) }) / 168
  }

  /// Whether a unit is on duty by a plan, at half past an hour of the week (0 … 167, from Monday midnight).
  public func isOnDuty(_ unit: Int, hourOfWeek hour: Int, in plan: TreatmentPlan) -> Bool {
    let minute = hour % 24 * 60 + 30
    let shifts = scenario.rosters[units[unit].roster].shifts
    return shifts.indices.contains { index in
      let shift = shifts[index]
      if minute >= shift.startMinute && minute < shift.startMinute + shift.lengthMinutes {
        return plan.duty[unit] >> UInt64(hour / 24 * 8 + index) & 1 == 1
      }
      let isAfterMidnight = minute + 1_440 < shift.startMinute + shift.lengthMinutes
      return isAfterMidnight && plan.duty[unit] >> UInt64((hour / 24 + 6) % 7 * 8 + index) & 1 == 1
    }
  }
}
