import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingWorld

/// A moment of the day at which a shift of a roster begins, or at which nobody takes over.
struct ShiftBoundary: Sendable {
  var roster: Int
  /// The shift that begins; −1 when the posts are left.
  var shift: Int
  var minute: Int
}

// Rosters: who is on duty, handovers and breaks.
extension Simulator {
  mutating func startUnits() {
    for (number, roster) in world.scenario.rosters.enumerated() {
      for (index, shift) in roster.shifts.enumerated() {
        boundaries.append(ShiftBoundary(roster: number, shift: index, minute: shift.startMinute))
        let end = shift.endMinute % 1_440
        if !roster.shifts.contains(where: { $0.startMinute == end }) {
          boundaries.append(ShiftBoundary(roster: number, shift: -1, minute: end))
        }
      }
    }
    for index in boundaries.indices {
      let boundary = boundaries[index]
      let roster = world.scenario.rosters[boundary.roster]
      schedule(
        .shift, index, at: Double(boundary.minute) * 60 + (boundary.minute == 0 ? World.daySeconds : 0))
      if boundary.shift >= 0 && roster.breakMinutes > 0 {
        let half = Double(roster.shifts[boundary.shift].lengthMinutes) * 30
        schedule(.breakStart, index, at: Double(boundary.minute) * 60 + half)
      }
    }
    for unit in units.indices where world.units[unit].unavailableShare > 0 {
      units[unit].isAway = !absences[unit].nextTrial(probability: world.units[unit].unavailableShare)
      units[unit].awayUntil = 0
    }
    updateDuty()
  }

  /// Puts every unit on or off duty as the plan has it now.
  mutating func updateDuty() {
    for roster in world.scenario.rosters.indices {
      let (shift, weekday) = shiftNow(of: roster)
      setDuty(roster: roster, shift: shift, weekday: weekday, handover: 0, isShiftEnd: false)
    }
  }

  /// The shift of a roster that is on now, −1 if none, and the weekday it began on.
  private func shiftNow(of roster: Int) -> (shift: Int, weekday: Int) {
    let day = world.calendar.day(at: queue.now)
    let minute = (queue.now - Double(day) * World.daySeconds) / 60
    for (index, shift) in world.scenario.rosters[roster].shifts.enumerated() {
      let start = Double(shift.startMinute)
      if minute >= start && minute < start + Double(shift.lengthMinutes) {
        return (index, Int(world.calendar.weekday[day]))
      }
      if minute + 1_440 < start + Double(shift.lengthMinutes) {
        return (index, (Int(world.calendar.weekday[day]) + 6) % 7)
      }
    }
    return (-1, 0)
  }

  mutating func changeShift(_ index: Int) {
    let boundary = boundaries[index]
    schedule(.shift, index, at: queue.now + World.daySeconds)
    let weekday = Int(world.calendar.weekday[world.calendar.day(at: queue.now)])
    let handover = world.scenario.rosters[boundary.roster].handoverMinutes * 60
    setDuty(
      roster: boundary.roster, shift: boundary.shift, weekday: weekday, handover: handover, isShiftEnd: true)
  }

  private mutating func setDuty(
    roster: Int, shift: Int, weekday: Int, handover: Double, isShiftEnd: Bool
  ) {
    var joined: [Int] = []
    for unit in units.indices where world.units[unit].roster == roster {
      let isStaffed = shift >= 0 && plan.duty[unit] >> UInt64(weekday * 8 + shift) & 1 == 1
      let isOn = isStaffed && !shocks.isLost(world.units[unit].facility)
      let wasOn = units[unit].isOnDuty
      let changes = isOn != wasOn || (isOn && handover > 0)
      if isShiftEnd && wasOn { startOverrun(unit) }
      if units[unit].activity == .idle && wasOn && changes { endIdlingBriefly(unit) }
      units[unit].isOnDuty = isOn
      if !isOn { board.withdraw(unit) }
      if isOn || wasOn { noteDuty(of: unit, wasOn: wasOn, handsOver: isShiftEnd && handover > 0) }
      if isOn && units[unit].activity == .idle && changes {
        if !wasOn {
          units[unit].origin = Int32(world.units[unit].base)
          units[unit].post = Int32(world.units[unit].post)
        }
        units[unit].owedStanding = handover
        startIdling(unit)
        joined.append(unit)
      } else if isOn {
        // Overrun: the crew finishes its incident first and hands over then.
        units[unit].owedStanding = max(units[unit].owedStanding, handover)
      }
    }
    for unit in joined where waitingCount > 0 && isPresent(unit) {
      serveQueue(with: unit)
    }
    for line in waiting.indices { scheduleRecheck(line) }
  }

  mutating func startBreaks(_ index: Int) {
    let boundary = boundaries[index]
    schedule(.breakStart, index, at: queue.now + World.daySeconds)
    let length = world.scenario.rosters[boundary.roster].breakMinutes * 60
    for unit in units.indices where world.units[unit].roster == boundary.roster && units[unit].isOnDuty {
      units[unit].owedStanding = max(units[unit].owedStanding, length)
      note(.breakDue, unit: unit)
      if units[unit].activity == .idle {
        endIdlingBriefly(unit)
        startIdling(unit)
      }
    }
  }
}
