import DunjingKernel
import DunjingScenario
import DunjingWorld

// Urgent incidents take units from less urgent ones.
extension Simulator {
  /// Takes the soonest unit from a less urgent incident, as far as the rules allow.
  mutating func preempt(for slot: Int) {
    let rules = world.scenario.dispatch
    let incident = incidents[slot]
    guard rules.preemption != .never, Int(incident.priority) <= rules.preemptingPriority,
      incident.assigned == 0
    else { return }
    var best: (unit: Int, place: Int, arrival: Double)?
    for unit in unitsOfQueue(of: slot) where isPreemptable(unit, for: incident) {
      let place = placeWhileBusy(unit)
      let arrival =
        queue.now + rules.fixedSeconds
        + travelSeconds(mode: world.units[unit].mode, from: place, to: Int(incident.place))
      if arrival < best?.arrival ?? .infinity { best = (unit, place, arrival) }
    }
    guard let best else { return }
    let victim = Int(units[best.unit].incident)
    if units[best.unit].activity == .enRoute { noteDeparture(of: best.unit) }
    note(.preempted, unit: best.unit, .incident(incident.number))
    interrupt(best.unit)
    endAid(best.unit)
    units[best.unit].origin = Int32(best.place)
    recorder.preempted()
    redirect(best.unit, to: slot, arriving: best.arrival)
    // Another unit may be free that could not have served the urgent incident.
    if giveOrders(victim) { leaveQueue(victim) }
  }

  private func isPreemptable(_ unit: Int, for incident: IncidentState) -> Bool {
    let state = units[unit]
    guard
      state.activity == .enRoute
        || (state.activity == .onScene && world.scenario.dispatch.preemption == .onScene),
      state.isOnDuty, !world.units[unit].isFirstResponderOnly, state.incident >= 0,
      incidents[Int(state.incident)].priority > Int32(world.scenario.dispatch.preemptingPriority)
    else { return false }
    return qualifies(unit, for: incident)
  }

  private func placeWhileBusy(_ unit: Int) -> Int {
    let state = units[unit]
    let destination = Int(incidents[Int(state.incident)].place)
    guard state.activity == .enRoute else { return destination }
    return queue.now < (state.departure + state.arrival) / 2 ? Int(state.origin) : destination
  }

  private mutating func redirect(_ unit: Int, to slot: Int, arriving arrival: Double) {
    units[unit].activity = .enRoute
    units[unit].incident = Int32(slot)
    units[unit].departure = queue.now
    units[unit].arrival = arrival
    units[unit].ticket = schedule(.arrive, unit, at: arrival)
    noteOrder(to: unit, slot)
  }

  /// Takes a unit off its incident; work on scene resumes or starts again later, as the rules say.
  private mutating func interrupt(_ unit: Int) {
    let slot = Int(units[unit].incident)
    let wasOnScene = units[unit].activity == .onScene
    units[unit].ticket = .none
    incidents[slot].assigned -= 1
    if wasOnScene {
      incidents[slot].onScene -= 1
      if incidents[slot].onScene == 0 {
        incidents[slot].clearTicket = .none
        incidents[slot].sceneSeconds =
          world.scenario.dispatch.resumesAfterPreemption
          ? max(0, incidents[slot].sceneEnd - queue.now) : incidents[slot].fullSceneSeconds
        incidents[slot].lead = -1
      } else if Int(incidents[slot].lead) == unit {
        incidents[slot].lead = Int32(unitOnScene(slot, besides: unit) ?? -1)
      }
    }
    joinQueue(slot)
  }

  private func unitOnScene(_ slot: Int, besides other: Int) -> Int? {
    for unit in unitsAtWork(on: slot) where unit != other && isFullOnScene(unit, slot) { return unit }
    return nil
  }

  func isFullOnScene(_ unit: Int, _ slot: Int) -> Bool {
    units[unit].activity == .onScene && Int(units[unit].incident) == slot
      && !world.units[unit].isFirstResponderOnly
  }
}
