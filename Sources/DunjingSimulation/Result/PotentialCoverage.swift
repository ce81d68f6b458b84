import DunjingScenario
import DunjingWorld

/// Demand within the target of a staffed post, whatever the units are doing: potential coverage.
///
/// A place counts with an equal share of its grid's demand. The time is acknowledgement, turnout at the post,
/// free-flow travel and access.
public struct PotentialCoverage: Sendable {
  /// Minutes to each place from the nearest staffed post that may serve it; infinite if there is none.
  public let minutes: [Double]
  /// Share of demand within the target of its grid.
  public let weightedShare: Double

  /// Works out the coverage of a treatment, over all posts that it staffs at any time.
  public init(_ world: World, plan: TreatmentPlan) {
    var minutes = [Double](repeating: .infinity, count: world.geography.placeCount)
    let besideTurnout = world.scenario.dispatch.fixedSeconds
    var covered = 0.0
    for (grid, places) in world.geography.placesOfGrid.enumerated() {
      let compiled = world.grids[grid]
      let units = world.unitsOfDistrict[compiled.station + 1].map(Int.init).filter { plan.duty[$0] != 0 }
      for place in places.map(Int.init) {
        var best = Double.infinity
        for index in units {
          let unit = world.units[index]
          guard unit.mayServe(compiled, at: grid) else { continue }
          let fixed = besideTurnout + unit.turnoutSeconds
          best = min(best, fixed + world.travel[unit.mode].freeFlowSeconds(from: unit.base, to: place))
        }
        minutes[place] = best / 60
        if best <= compiled.targetSeconds { covered += compiled.demandShare / Double(places.count) }
      }
    }
    self.minutes = minutes
    weightedShare = covered
  }
}

/// Hours on duty by the plan.
public struct DutyHours: Sendable {
  private let world: World
  private let plan: TreatmentPlan

  /// Prepares the hours of a treatment.
  public init(_ world: World, plan: TreatmentPlan) {
    self.world = world
    self.plan = plan
  }

  /// Returns the hours a unit is on duty in the measured days.
  public func measuredHours(of unit: Int) -> Double {
    let time = world.scenario.time
    let first = time.warmUpDays + time.settlingDays
    let shifts = world.scenario.rosters[world.units[unit].roster].shifts
    var minutes = 0
    for day in first..<(first + time.horizonDays) {
      let weekday = Int(world.calendar.weekday[day])
      for (index, shift) in shifts.enumerated()
      where plan.duty[unit] >> UInt64(weekday * 8 + index) & 1 == 1 {
        minutes += shift.lengthMinutes
      }
    }
    return Double(minutes) / 60
  }

  /// Returns the units on duty in each hour of the week, counted at half past.
  public func unitsByHourOfWeek() -> [Double] {
    (0..<168).map { hour in
      Double(world.units.indices.filter { isOnDuty($0, hour: hour) }.count)
    }
  }

  /// Returns the units on duty less those away on other work, mean of each hour of the week.
  public func availableUnitsByHourOfWeek() -> [Double] {
    (0..<168).map { hour in
      world.units.indices.reduce(0) { sum, unit in
        isOnDuty(unit, hour: hour) ? sum + 1 - world.units[unit].unavailableShare : sum
      }
    }
  }

  private func isOnDuty(_ unit: Int, hour: Int) -> Bool {
    world.isOnDuty(unit, hourOfWeek: hour, in: plan)
  }
}
