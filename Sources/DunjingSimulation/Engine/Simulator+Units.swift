import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingWorld

// A unit's way through an incident.
extension Simulator {
  mutating func arrive(_ unit: Int, _ ticket: EventTicket) {
    guard units[unit].ticket == ticket else { return }
    noteDeparture(of: unit)
    note(.arrived, unit: unit)
    let slot = Int(units[unit].incident)
    units[unit].activity = .onScene
    units[unit].ticket = .none
    if incidents[slot].firstArrival < 0 {
      incidents[slot].firstArrival = queue.now
      recorder.arrived(incidents[slot], departure: units[unit].departure, at: queue.now)
    }
    guard !world.units[unit].isFirstResponderOnly else {
      if incidents[slot].onScene > 0 { release(unit) }
      return
    }
    incidents[slot].onScene += 1
    if incidents[slot].onScene == incidents[slot].needed && !incidents[slot].isComplete {
      incidents[slot].isComplete = true
      note(.complete, incidents[slot])
      recorder.completed(incidents[slot], at: queue.now)
    }
    if incidents[slot].lead < 0 {
      incidents[slot].lead = Int32(unit)
      startScene(slot)
    }
  }

  private mutating func startScene(_ slot: Int) {
    incidents[slot].sceneEnd = queue.now + incidents[slot].sceneSeconds
    incidents[slot].clearTicket = schedule(.clear, slot, at: incidents[slot].sceneEnd)
    guard world.hasFirstResponders else { return }
    for other in unitsOfQueue(of: slot)
    where world.units[other].isFirstResponderOnly && units[other].activity == .onScene
      && Int(units[other].incident) == slot
    {
      release(other)
    }
  }

  mutating func clearScene(_ slot: Int, _ ticket: EventTicket) {
    guard incidents[slot].clearTicket == ticket else { return }
    let incident = incidents[slot]
    let freed = othersAtWork(on: slot)
    note(.cleared, incident)
    close(slot)
    recorder.cleared(incident, at: queue.now)
    startPaperwork(Int(incident.lead), after: incident)
    for unit in freed {
      release(unit, at: units[unit].activity == .enRoute ? nil : Int(incident.place))
    }
  }

  /// The units sent to an incident beside the one that leads.
  private func othersAtWork(on slot: Int) -> [Int] {
    guard incidents[slot].assigned > 1 || world.hasFirstResponders else { return [] }
    let lead = Int(incidents[slot].lead)
    return unitsAtWork(on: slot).filter { Int(units[$0].incident) == slot && $0 != lead }
  }

  private mutating func startPaperwork(_ unit: Int, after incident: IncidentState) {
    units[unit].activity = .paperwork
    units[unit].incident = -1
    units[unit].origin = incident.place
    let paperwork = incident.includesPaperwork ? 0 : world.kinds[Int(incident.kind)].paperworkSeconds
    units[unit].ticket = schedule(.available, unit, at: queue.now + paperwork)
  }

  mutating func becomeAvailable(_ unit: Int, _ ticket: EventTicket) {
    guard units[unit].ticket == ticket else { return }
    release(unit, at: Int(units[unit].origin))
  }

  /// Makes a unit idle where it is, and lets it serve the queue.
  mutating func release(_ unit: Int, at place: Int? = nil) {
    let slot = units[unit].incident
    var here = place ?? Int(units[unit].origin)
    if place == nil && slot >= 0 {
      let destination = Int(incidents[Int(slot)].place)
      let isNear =
        units[unit].activity == .onScene
        || queue.now >= (units[unit].departure + units[unit].arrival) / 2
      here = isNear ? destination : here
    }
    recorder.busy(unit, from: units[unit].busySince, to: queue.now, calendar: world.calendar)
    noteRelease(of: unit)
    endOverrun(unit)
    endAid(unit)
    units[unit].activity = .idle
    units[unit].incident = -1
    units[unit].ticket = .none
    units[unit].origin = Int32(here)
    startIdling(unit)
    guard units[unit].isOnDuty else { return }
    relocate(after: .idle(unit: unit))
    if isPresent(unit) {
      serveQueue(with: unit)
    } else {
      scheduleRecheck(world.queue(ofUnit: unit))
    }
  }

  /// Notes that a crew is still at work when its shift ends.
  mutating func startOverrun(_ unit: Int) {
    if units[unit].activity != .idle && units[unit].overrunSince < 0 { units[unit].overrunSince = queue.now }
  }

  private mutating func endOverrun(_ unit: Int) {
    guard units[unit].overrunSince >= 0 else { return }
    recorder.overran(unit, from: units[unit].overrunSince, to: queue.now, isOffDuty: !units[unit].isOnDuty)
    units[unit].overrunSince = -1
  }
}
