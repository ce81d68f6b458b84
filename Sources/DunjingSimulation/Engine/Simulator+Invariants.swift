import DunjingKernel
import DunjingScenario
import DunjingWorld

// What has to hold after every event; checked in debug builds and by `runChecked`.
extension Simulator {
  /// What is wrong with the state, or nil.
  var invariantViolation: String? {
    unitViolation ?? incidentViolation ?? queueViolation ?? hazardViolation ?? conservationViolation
  }

  /// Every unit does one thing, with the event that ends it.
  private var unitViolation: String? {
    for unit in units.indices {
      let state = units[unit]
      if world.posts[Int(state.post)].group != world.units[unit].group {
        return "unit \(unit) stands by at a post of another group"
      }
      let works = state.activity == .enRoute || state.activity == .onScene
      if works != (state.incident >= 0) { return "unit \(unit) is free and has an incident, or the reverse" }
      if works && !incidents.isOpen[Int(state.incident)] { return "unit \(unit) works on a closed incident" }
      if board.isIdle(unit) != (state.activity == .idle && state.isOnDuty) {
        return "unit \(unit) is on the board and cannot be sent, or the reverse"
      }
      let isTimed = state.activity == .enRoute || state.activity == .paperwork
      if isTimed != (state.ticket != .none) { return "unit \(unit) waits for no event, or for a stale one" }
      if state.activity == .enRoute && !(state.arrival >= queue.now) {
        return "unit \(unit) is on its way and should have arrived"
      }
    }
    return nil
  }

  /// Every open incident counts its units rightly, and has a lead and an end while somebody works on it.
  private var incidentViolation: String? {
    var assigned = [Int32](repeating: 0, count: incidents.elements.count)
    var onScene = assigned
    for unit in units.indices where units[unit].incident >= 0 && !world.units[unit].isFirstResponderOnly {
      assigned[Int(units[unit].incident)] += 1
      if units[unit].activity == .onScene { onScene[Int(units[unit].incident)] += 1 }
    }
    for slot in incidents.elements.indices where incidents.isOpen[slot] {
      let incident = incidents[slot]
      if assigned[slot] != incident.assigned || onScene[slot] != incident.onScene {
        return "incident \(slot) miscounts its units"
      }
      if incident.assigned > incident.needed { return "incident \(slot) has more units than it needs" }
      let isHandled = incident.lead >= 0 && incident.clearTicket != .none
      if (incident.onScene > 0) != isHandled { return "incident \(slot) is handled by nobody, or never ends" }
      if incident.onScene > 0 && !isFullOnScene(Int(incident.lead), slot) {
        return "the lead of incident \(slot) is elsewhere"
      }
      if incident.firstArrival >= 0 && incident.firstArrival < incident.received {
        return "incident \(slot) was reached before it was called in"
      }
    }
    return nil
  }

  /// Whoever is short of units waits, in the queue and once; and nobody waits for a unit that is there.
  private var queueViolation: String? {
    var waitingCount = 0
    for slot in incidents.elements.indices where incidents.isOpen[slot] {
      let incident = incidents[slot]
      waitingCount += incident.isWaiting ? 1 : 0
      if incident.ready >= 0 && incident.assigned < incident.needed && !incident.isWaiting {
        return "incident \(slot) is short of units and does not wait"
      }
    }
    let queued = [waiting, stranded].joined().joined()
    for slot in queued where !incidents.isOpen[Int(slot)] || !incidents[Int(slot)].isWaiting {
      return "incident \(slot) is in the queue and does not wait"
    }
    let inLine = queued.count
    if waitingCount != inLine || self.waitingCount != inLine {
      return "\(waitingCount) incidents wait, \(inLine) are in the queue, counted as \(self.waitingCount)"
    }
    for slot in stranded.joined() where !incidents[Int(slot)].isStranded || mayBeServed(Int(slot)) {
      return "incident \(slot) is among the stranded, though some unit may be sent to it"
    }
    for slot in waiting.joined() where incidents[Int(slot)].isStranded || !mayBeServed(Int(slot)) {
      return "incident \(slot) stands in line, though no unit may ever be sent to it"
    }
    for line in waiting {
      for (slot, next) in zip(line, line.dropFirst())
      where discipline.precedes(waitingView(Int(next)), waitingView(Int(slot))) {
        return "incident \(next) waits behind incident \(slot), which should come after it"
      }
    }
    let dispatch = world.scenario.dispatch
    guard dispatch.reserveUnits == 0, !holdsBack else { return nil }
    return waiting.joined().first { slot in units.indices.contains { canServe($0, Int(slot)) } }.map {
      "incident \($0) waits for a unit that is there"
    }
  }

  private func canServe(_ unit: Int, _ slot: Int) -> Bool {
    let compiled = world.units[unit]
    // A unit whose absence ends at this very moment is asked by an event that is still to come.
    let isPresent =
      compiled.unavailableShare == 0 || (!units[unit].isAway && units[unit].awayUntil > queue.now)
    guard units[unit].activity == .idle, units[unit].isOnDuty, isPresent, !compiled.isFirstResponderOnly,
      qualifies(unit, for: incidents[slot])
    else { return false }
    // While roads are closed, some places cannot be reached from others.
    let place = position(of: unit, at: queue.now).place
    return travelSeconds(mode: compiled.mode, from: place, to: Int(incidents[slot].place)) < .infinity
  }

  /// Every open hazard waits for something.
  private var hazardViolation: String? {
    hazards.elements.indices.first { hazards.isOpen[$0] && hazards[$0].ticket == .none }.map {
      "hazard \($0) waits for nothing"
    }
  }
}
