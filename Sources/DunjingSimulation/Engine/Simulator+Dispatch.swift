import DunjingKernel
import DunjingScenario
import DunjingWorld

// From the order to the departure: which units are sent.
extension Simulator {
  mutating func giveFirstOrders(_ slot: Int) {
    incidents[slot].ready = queue.now
    let soonest = scan(for: slot)
    let origin = world.scenario.targets.clockOrigin == .call ? queue.now - incidents[slot].received : 0
    let target = world.grids[Int(incidents[slot].grid)].targetSeconds
    recorder.available(isWithinTarget: soonest + origin <= target, incidents[slot])
    for ahead in firstResponders {
      send(ahead.unit, to: slot, arriving: queue.now + ahead.expectedSeconds)
    }
    if !giveOrders(slot, isScanned: relocation == nil || firstResponders.isEmpty) {
      preempt(for: slot)
      if plan.treatment.switches.mutualAid { callAid(to: slot) }
      if isBeyondWaitingLimit(slot) {
        handOver(slot)
      } else if incidents[slot].assigned < incidents[slot].needed {
        joinQueue(slot)
      }
    }
  }

  /// Sends units until the incident has all it needs; returns whether it has.
  ///
  /// - Parameter isScanned: whether the candidates of this incident have been listed at this very moment.
  @discardableResult
  mutating func giveOrders(_ slot: Int, isScanned: Bool = false) -> Bool {
    var isScanned = isScanned
    while incidents[slot].assigned < incidents[slot].needed {
      if !isScanned { scan(for: slot) }
      guard !candidates.isEmpty else { return false }
      let state = incidents[slot]
      let incident = Incident(
        kind: Int(state.kind), grid: Int(state.grid), priority: Int(state.priority),
        age: queue.now - state.received, unitsMissing: Int(state.needed - state.assigned))
      let view = StateView(time: queue.now, candidates: candidates, idleCount: idleCount)
      guard case .send(let unit) = policy.dispatch(incident, in: view),
        let choice = candidates.firstIndex(where: { $0.unit == unit })
      else { return false }
      let chosen = candidates.remove(at: choice)
      idleCount -= 1
      send(unit, to: slot, arriving: queue.now + chosen.expectedSeconds)
      // A relocation may have set other units moving; otherwise the list still holds.
      isScanned = relocation == nil
    }
    return true
  }

  /// Whether a unit has the skills that an incident needs, and may be sent to where it is.
  func qualifies(_ unit: Int, for incident: IncidentState) -> Bool {
    let compiled = world.units[unit]
    let skills = world.kinds[Int(incident.kind)].skills
    let grid = Int(incident.grid)
    return plan.skills[unit] & skills == skills && compiled.mayServe(world.grids[grid], at: grid)
  }

  /// Whether a unit could be sent now that does not only come first.
  mutating func isFree(_ unit: Int) -> Bool {
    board.isIdle(unit) && !world.units[unit].isFirstResponderOnly && isPresent(unit)
  }

  /// Travel between two places in the hour that is on now, in seconds.
  func travelSeconds(mode: Int, from: Int, to: Int) -> Double {
    guard let metric else { return travel[mode].freeFlowSeconds(from: from, to: to) * slowness[mode] }
    let (x, y) = (
      world.geography.x[from] - world.geography.x[to], world.geography.y[from] - world.geography.y[to]
    )
    return metric.distance(x, y) * paces[mode] * slowness[mode]
  }

  /// Looks up how slow travel is in an hour, counted from the start of the run.
  mutating func enterHour(_ number: Int) {
    hour = number
    let day = min(number / 24, world.calendar.days)
    let month = Int(world.calendar.month[day])
    for mode in slowness.indices {
      slowness[mode] = world.travel[mode].slowness(month: month, hour: min(23, number - day * 24))
    }
    setSlowness()
  }

  mutating func send(_ unit: Int, to slot: Int, arriving arrival: Double) {
    let place = position(of: unit, at: queue.now)
    endIdling(unit)
    board.withdraw(unit)
    units[unit].activity = .enRoute
    units[unit].incident = Int32(slot)
    units[unit].origin = Int32(place.place)
    units[unit].busySince = queue.now
    // Without any way to go, rounding could put the departure a moment after the arrival.
    units[unit].departure = min(
      arrival,
      queue.now + departureSeconds(of: unit, isStanding: place.isStanding))
    units[unit].arrival = arrival
    units[unit].ticket = schedule(.arrive, unit, at: arrival)
    noteOrder(to: unit, slot)
    relocate(after: .left(unit: unit))
  }

  mutating func noteOrder(to unit: Int, _ slot: Int) {
    note(.ordered, unit: unit, .arrival(units[unit].arrival))
    if incidents[slot].firstOrder < 0 { incidents[slot].firstOrder = queue.now }
    guard !world.units[unit].isFirstResponderOnly else { return }
    incidents[slot].assigned += 1
    recorder.sent(unit, to: incidents[slot])
    if incidents[slot].firstFullOrder < 0 {
      incidents[slot].firstFullOrder = queue.now
      recorder.ordered(incidents[slot], at: queue.now, calendar: world.calendar)
    }
  }
}
