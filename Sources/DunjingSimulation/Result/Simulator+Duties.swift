import DunjingScenario
import DunjingWorld

/// What was asked of places and units within the horizon, and what came of it.
extension Simulator {
  /// Visits that each must-visit point is due: by day (6–22 h) at the interval given, by night at twice the interval.
  var requiredVisits: [Double] {
    let days = Double(world.scenario.time.horizonDays)
    return world.scenario.patrol.points.map { days * (16 / $0.intervalHours + 8 / (2 * $0.intervalHours)) }
  }

  /// Passes that each must-patrol line is due, in the shifts of the units that move.
  var requiredPasses: [Double] {
    let days = Double(world.scenario.time.horizonDays)
    let moving = world.scenario.units.first { $0.movingShare > 0 }
    let shifts = world.scenario.rosters.first { $0.id == moving?.roster }?.shifts.count ?? 1
    return world.scenario.patrol.lines.map { days * $0.passesPerShift * Double(shifts) }
  }

  /// What was done at each place as a share of what is required there, at most 1.
  func rates(_ done: [Int], of required: [Double]) -> [Double] {
    zip(done, required).map { $1 > 0 ? min(1, Double($0) / $1) : 1 }
  }

  /// Busy time as a share of the time on duty, overtime included, by unit; nil for a unit without duty.
  var unitUtilization: [Double?] {
    let duty = DutyHours(world, plan: plan)
    return world.units.indices.map { unit in
      let seconds = duty.measuredHours(of: unit) * 3_600 + recorder.overtimeSeconds[unit]
      return seconds > 0 ? recorder.busySeconds[unit] / seconds : nil
    }
  }
}
