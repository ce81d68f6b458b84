import DunjingKernel
import DunjingScenario
import DunjingWorld

// From the order to the arrival: choosing units, queueing, preemption.
extension Simulator {
  mutating func giveFirstOrders(_ slot: Int) {
    incidents[slot].ready = queue.now
    recorder.available(isWithinTarget: sendFirstResponders(slot), incidents[slot])
    if !giveOrders(slot) {
      preempt(for: slot)
      if incidents[slot].assigned < incidents[slot].needed { joinQueue(slot) }
    }
  }

  /// Sends units until the incident has all it needs; returns whether it has.
  @discardableResult
  mutating func giveOrders(_ slot: Int) -> Bool {
    while incidents[slot].assigned < incidents[slot].needed {
      let idleCount = collectCandidates(for: slot)
      guard !candidates.isEmpty else { return false }
      let state = incidents[slot]
      let incident = Incident(
        kind: Int(state.kind), grid: Int(state.grid), priority: Int(state.priority),
        age: queue.now - state.received, unitsMissing: Int(state.needed - state.assigned))
      let view = StateView(time: queue.now, candidates: candidates, idleCount: idleCount)
      guard case .send(let unit) = policy.dispatch(incident, in: view),
        let choice = view.candidates.first(where: { $0.unit == unit })
      else { return false }
      send(unit, to: slot, arriving: queue.now + choice.expectedSeconds)
    }
    return true
  }

  /// Lists the units that may be sent; returns the number of idle units in the city.
  private mutating func collectCandidates(for slot: Int) -> Int {
    candidates.removeAll(keepingCapacity: true)
    let incident = incidents[slot]
    let skills = world.kinds[Int(incident.kind)].skills
    let station = world.grids[Int(incident.grid)].station
    var idleCount = 0
    for unit in units.indices where units[unit].activity == .idle && units[unit].isOnDuty {
      let compiled = world.units[unit]
      guard !compiled.isFirstResponderOnly, isPresent(unit) else { continue }
      idleCount += 1
      guard compiled.skills & skills == skills,
        isAllowed(compiled, grid: Int(incident.grid), station: station)
      else { continue }
      candidates.append(
        DispatchCandidate(
          unit: unit, expectedSeconds: expectedSeconds(unit, to: Int(incident.place)),
          preferenceSeconds: compiled.station == station ? compiled.preferenceSeconds : 0,
          isOwnDistrict: compiled.station == station, idleSince: units[unit].idleSince))
    }
    return idleCount
  }

  func isAllowed(_ unit: CompiledUnit, grid: Int, station: Int) -> Bool {
    switch unit.area {
    case .city: true
    case .district: unit.station == station
    case .grid: unit.grid == grid
    }
  }

  /// Acknowledgement, turnout and travel of an idle unit, in seconds.
  func expectedSeconds(_ unit: Int, to place: Int) -> Double {
    let position = position(of: unit, at: queue.now)
    let compiled = world.units[unit]
    return world.scenario.dispatch.acknowledgeSeconds
      + (position.isStanding ? compiled.turnoutSeconds : compiled.movingTurnoutSeconds)
      + travelSeconds(mode: compiled.mode, from: position.place, to: place)
  }

  func travelSeconds(mode: Int, from: Int, to: Int) -> Double {
    let day = world.calendar.day(at: queue.now)
    let hour = min(23, Int((queue.now - Double(day) * World.daySeconds) / 3_600))
    let table = world.travel[mode]
    return table.freeFlowSeconds(from: from, to: to)
      * table.slowness(month: Int(world.calendar.month[day]), hour: hour)
  }

  mutating func send(_ unit: Int, to slot: Int, arriving arrival: Double) {
    let place = position(of: unit, at: queue.now)
    endIdling(unit)
    let compiled = world.units[unit]
    units[unit].activity = .enRoute
    units[unit].incident = Int32(slot)
    units[unit].origin = Int32(place.place)
    units[unit].busySince = queue.now
    units[unit].departure =
      queue.now + world.scenario.dispatch.acknowledgeSeconds
      + (place.isStanding ? compiled.turnoutSeconds : compiled.movingTurnoutSeconds)
    units[unit].arrival = arrival
    units[unit].ticket = schedule(.arrive, unit, at: arrival)
    noteOrder(to: unit, slot)
    relocate(after: .left(unit: unit))
  }

  private mutating func noteOrder(to unit: Int, _ slot: Int) {
    if incidents[slot].firstOrder < 0 { incidents[slot].firstOrder = queue.now }
    guard !world.units[unit].isFirstResponderOnly else { return }
    incidents[slot].assigned += 1
    if incidents[slot].firstFullOrder < 0 {
      incidents[slot].firstFullOrder = queue.now
      recorder.ordered(incidents[slot], at: queue.now)
    }
  }

  /// Sends the post of the grid ahead; returns whether any idle unit would be within the target.
  private mutating func sendFirstResponders(_ slot: Int) -> Bool {
    let incident = incidents[slot]
    let compiled = world.grids[Int(incident.grid)]
    var best = Double.infinity
    for unit in units.indices where units[unit].activity == .idle && units[unit].isOnDuty {
      let candidate = world.units[unit]
      guard
        candidate.skills & world.kinds[Int(incident.kind)].skills == world.kinds[Int(incident.kind)].skills,
        isAllowed(candidate, grid: Int(incident.grid), station: compiled.station), isPresent(unit)
      else { continue }
      let expected = expectedSeconds(unit, to: Int(incident.place))
      best = min(best, expected)
      if candidate.isFirstResponderOnly {
        send(unit, to: slot, arriving: queue.now + expected)
      }
    }
    let origin = world.scenario.targets.clockOrigin == .call ? queue.now - incident.received : 0
    return best + origin <= compiled.targetSeconds
  }

  // MARK: - Waiting

  mutating func joinQueue(_ slot: Int) {
    guard !incidents[slot].isWaiting else { return }
    incidents[slot].isWaiting = true
    let joining = waitingView(slot)
    var low = 0
    var high = waiting.count
    while low < high {
      let middle = (low + high) / 2
      if discipline.precedes(joining, waitingView(Int(waiting[middle]))) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    waiting.insert(Int32(slot), at: low)
    scheduleRecheck()
  }

  private func waitingView(_ slot: Int) -> WaitingIncident {
    WaitingIncident(
      priority: Int(incidents[slot].priority), received: incidents[slot].received,
      number: incidents[slot].number)
  }

  /// Serves the queue with a unit that has just become free.
  mutating func serveQueue(with unit: Int) {
    var index = 0
    while index < waiting.count && units[unit].activity == .idle && units[unit].isOnDuty {
      let slot = Int(waiting[index])
      let incident = incidents[slot]
      let skills = world.kinds[Int(incident.kind)].skills
      let compiled = world.units[unit]
      let station = world.grids[Int(incident.grid)].station
      if compiled.skills & skills == skills
        && isAllowed(compiled, grid: Int(incident.grid), station: station),
        giveOrders(slot)
      {
        incidents[slot].isWaiting = false
        waiting.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  mutating func leaveQueue(_ slot: Int) {
    guard incidents[slot].isWaiting else { return }
    incidents[slot].isWaiting = false
    waiting.removeAll { $0 == Int32(slot) }
  }

  /// While incidents wait, looks again when a unit comes back from other work.
  mutating func scheduleRecheck() {
    guard !waiting.isEmpty && !isRecheckPending else { return }
    var next = Double.infinity
    for unit in units.indices where units[unit].isOnDuty && units[unit].activity == .idle {
      if !isPresent(unit) { next = min(next, units[unit].awayUntil) }
    }
    guard next.isFinite else { return }
    isRecheckPending = true
    schedule(.recheck, 0, at: max(next, queue.now))
  }

  mutating func recheckWaiting() {
    isRecheckPending = false
    for unit in units.indices where units[unit].activity == .idle && units[unit].isOnDuty && isPresent(unit) {
      serveQueue(with: unit)
    }
    scheduleRecheck()
  }

  // MARK: - Preemption

  /// Takes the soonest unit from a less urgent incident, as far as the rules allow.
  mutating func preempt(for slot: Int) {
    let rules = world.scenario.dispatch
    let incident = incidents[slot]
    guard rules.preemption != .never, Int(incident.priority) <= rules.preemptingPriority,
      incident.assigned == 0
    else { return }
    var best: (unit: Int, place: Int, arrival: Double)?
    for unit in units.indices where isPreemptable(unit, for: incident) {
      let place = placeWhileBusy(unit)
      let arrival =
        queue.now + rules.acknowledgeSeconds
        + travelSeconds(mode: world.units[unit].mode, from: place, to: Int(incident.place))
      if arrival < best?.arrival ?? .infinity { best = (unit, place, arrival) }
    }
    guard let best else { return }
    interrupt(best.unit)
    units[best.unit].origin = Int32(best.place)
    recorder.preempted()
    redirect(best.unit, to: slot, arriving: best.arrival)
  }

  private func isPreemptable(_ unit: Int, for incident: IncidentState) -> Bool {
    let compiled = world.units[unit]
    let state = units[unit]
    guard
      state.activity == .enRoute
        || (state.activity == .onScene && world.scenario.dispatch.preemption == .onScene),
      !compiled.isFirstResponderOnly, state.incident >= 0,
      incidents[Int(state.incident)].priority > Int32(world.scenario.dispatch.preemptingPriority)
    else { return false }
    let skills = world.kinds[Int(incident.kind)].skills
    return compiled.skills & skills == skills
      && isAllowed(compiled, grid: Int(incident.grid), station: world.grids[Int(incident.grid)].station)
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
        incidents[slot].lead = Int32(
          units.indices.first { $0 != unit && isFullOnScene($0, slot) } ?? -1)
      }
    }
    joinQueue(slot)
  }

  func isFullOnScene(_ unit: Int, _ slot: Int) -> Bool {
    units[unit].activity == .onScene && Int(units[unit].incident) == slot
      && !world.units[unit].isFirstResponderOnly
  }
}
