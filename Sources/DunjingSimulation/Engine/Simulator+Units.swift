import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingWorld

// A unit's way through an incident and back to standby.
extension Simulator {
  mutating func arrive(_ unit: Int, _ ticket: EventTicket) {
    guard units[unit].ticket == ticket else { return }
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
    for other in units.indices
    where world.units[other].isFirstResponderOnly && units[other].activity == .onScene
      && Int(units[other].incident) == slot
    {
      release(other)
    }
  }

  mutating func clearScene(_ slot: Int, _ ticket: EventTicket) {
    guard incidents[slot].clearTicket == ticket else { return }
    let incident = incidents[slot]
    leaveQueue(slot)
    incidents.remove(slot)
    recorder.cleared(incident, at: queue.now)
    var freed: [Int] = []
    for unit in units.indices where Int(units[unit].incident) == slot && units[unit].activity != .idle {
      if unit == Int(incident.lead) {
        units[unit].activity = .paperwork
        units[unit].incident = -1
        units[unit].origin = incident.place
        let paperwork = world.kinds[Int(incident.kind)].paperworkSeconds
        units[unit].ticket = schedule(.available, unit, at: queue.now + paperwork)
      } else {
        freed.append(unit)
      }
    }
    for unit in freed {
      release(unit, at: units[unit].activity == .enRoute ? nil : Int(incident.place))
    }
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
      scheduleRecheck()
    }
  }

  // MARK: - Standby

  /// Sends an idle unit back: to the route of its post, or to the post itself when it stands or owes a handover
  /// or a break.
  mutating func startIdling(_ unit: Int) {
    let compiled = world.units[unit]
    let owed = units[unit].owedStanding
    let origin = Int(units[unit].origin)
    if owed > 0 { units[unit].post = Int32(compiled.post) }
    units[unit].idleSince = queue.now
    units[unit].owedStanding = 0
    units[unit].standingSeconds = owed
    let post = world.posts[Int(units[unit].post)]
    units[unit].followsRoute = post.route >= 0
    guard post.route >= 0, owed == 0 else {
      units[unit].returnPlace = Int32(post.place)
      units[unit].returnSeconds = travelSeconds(mode: compiled.mode, from: origin, to: post.place)
      units[unit].routeStart = 0
      return
    }
    let route = world.routes[post.route]
    let step = Int(route.rejoinStep[origin])
    units[unit].returnPlace = route.places[step]
    units[unit].returnSeconds = Double(route.rejoinSeconds[origin])
    units[unit].routeStart = Double(step) * PatrolRoute.stepSeconds
  }

  /// Where an idle unit is, computed only when somebody asks, and whether it stands.
  func position(of unit: Int, at time: Double) -> (place: Int, isStanding: Bool) {
    let state = units[unit]
    let elapsed = time - state.idleSince
    guard elapsed >= state.returnSeconds else {
      return (Int(elapsed * 2 < state.returnSeconds ? state.origin : state.returnPlace), false)
    }
    let rest = elapsed - state.returnSeconds - state.standingSeconds
    guard state.followsRoute, rest >= 0 else { return (Int(state.returnPlace), true) }
    let route = world.routes[world.posts[Int(state.post)].route]
    let phase = (state.routeStart + rest).truncatingRemainder(dividingBy: route.cycleSeconds)
    let step = min(Int(phase / PatrolRoute.stepSeconds), route.places.count - 1)
    return (Int(route.places[step]), route.isStanding[step])
  }

  /// Counts the points and lines served since the unit became idle.
  mutating func endIdling(_ unit: Int) {
    let state = units[unit]
    guard state.followsRoute, state.isOnDuty else { return }
    let begin = max(state.idleSince + state.returnSeconds + state.standingSeconds, recorder.start)
    let served = queue.now - begin
    guard served > 0 else { return }
    let offset = state.routeStart + begin - state.idleSince - state.returnSeconds - state.standingSeconds
    let route = world.routes[world.posts[Int(state.post)].route]
    recorder.patrolled(
      visits: route.count(of: route.visitTimes, from: offset, to: offset + served),
      passes: route.count(of: route.passTimes, from: offset, to: offset + served))
  }

  /// Moves a unit's absences on other work up to now; returns whether it can be called.
  mutating func isPresent(_ unit: Int) -> Bool {
    let compiled = world.units[unit]
    guard compiled.unavailableShare > 0 else { return true }
    while units[unit].awayUntil <= queue.now {
      units[unit].isAway.toggle()
      let mean =
        compiled.unavailableMeanSeconds
        * (units[unit].isAway ? 1 : (1 - compiled.unavailableShare) / compiled.unavailableShare)
      units[unit].awayUntil += absences[unit].nextExponential() * mean
    }
    return !units[unit].isAway
  }
}
