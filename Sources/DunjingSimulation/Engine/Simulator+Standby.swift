import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingWorld

// Idle units: on their way back, standing at a post, or going round.
extension Simulator {
  /// Sends an idle unit back: to its route, where it is by then; to its post, if it stands; and to its own post
  /// first if it owes a handover or a break.
  ///
  /// Routes run by the clock: what a unit misses while it is busy is dropped. So units are at the same places under
  /// every treatment as far as their incidents allow, which keeps paired differences precise.
  mutating func startIdling(_ unit: Int) {
    let owed = units[unit].owedStanding
    if owed > 0 { units[unit].post = Int32(world.units[unit].post) }
    let post = world.posts[Int(units[unit].post)]
    units[unit].idleSince = queue.now
    units[unit].owedStanding = 0
    units[unit].standingSeconds = owed
    units[unit].resumeSeconds = 0
    let route = roadsAreCut ? -1 : route(of: unit)
    units[unit].followsRoute = route >= 0
    noteIdle(unit)
    let origin = Int(units[unit].origin)
    let isAtPostFirst = route < 0 || owed > 0
    let first = isAtPostFirst ? post.place : joiningPlace(unit, from: origin, at: queue.now)
    units[unit].returnPlace = Int32(first)
    units[unit].returnSeconds = travelSeconds(mode: world.units[unit].mode, from: origin, to: first)
    guard route >= 0, owed > 0 else { return }
    let departure = queue.now + units[unit].returnSeconds + owed
    let next = joiningPlace(unit, from: post.place, at: departure)
    units[unit].resumePlace = Int32(next)
    units[unit].resumeSeconds = travelSeconds(mode: world.units[unit].mode, from: post.place, to: next)
  }

  /// Where a unit meets its round when it leaves a place at a time: by one step of iteration on the travel time.
  private func joiningPlace(_ unit: Int, from place: Int, at time: Double) -> Int {
    let route = world.routes[route(of: unit)]
    let time = time + units[unit].routeOffset
    let seconds = travelSeconds(mode: world.units[unit].mode, from: place, to: route.place(at: time))
    // Where every way is closed it goes nowhere.
    return seconds < .infinity ? route.place(at: time + seconds) : place
  }

  /// The index of a unit's patrol route now; −1 where it stands.
  func route(of unit: Int) -> Int {
    world.posts[Int(units[unit].post)].route(isTargeted: plan.treatment.switches.targetedPatrol)
  }

  /// Stops all idle units where they are, so that they can go another way.
  mutating func stopIdling() {
    for unit in units.indices where units[unit].activity == .idle && units[unit].isOnDuty {
      // What is left of a handover or a break is still owed.
      let state = units[unit]
      let elapsed = queue.now - state.idleSince - state.returnSeconds
      let rest = elapsed < 0 ? state.standingSeconds : max(0, state.standingSeconds - elapsed)
      endIdlingBriefly(unit)
      units[unit].owedStanding = max(units[unit].owedStanding, rest)
    }
  }

  /// Sends the units on that were stopped, by the plan and the roads as they are now.
  mutating func resumeIdling() {
    for unit in units.indices {
      units[unit].routeOffset = Self.routeOffset(of: world.units[unit], under: plan, in: world)
      if units[unit].activity == .idle && units[unit].isOnDuty { startIdling(unit) }
    }
  }

  /// Where an idle unit is, computed only when somebody asks, and whether it stands.
  func position(of unit: Int, at time: Double) -> (place: Int, isStanding: Bool) {
    let state = units[unit]
    var rest = time - state.idleSince
    if rest < state.returnSeconds {
      return (Int(rest * 2 < state.returnSeconds ? state.origin : state.returnPlace), false)
    }
    rest -= state.returnSeconds
    guard state.followsRoute, rest >= state.standingSeconds else { return (Int(state.returnPlace), true) }
    rest -= state.standingSeconds
    if rest < state.resumeSeconds {
      return (Int(rest * 2 < state.resumeSeconds ? state.returnPlace : state.resumePlace), false)
    }
    let route = world.routes[route(of: unit)]
    let step = route.step(at: time + state.routeOffset)
    return (Int(route.places[step]), route.isStanding[step])
  }

  /// Counts the points and lines served since a unit became idle.
  mutating func endIdling(_ unit: Int) {
    endPresence(unit)
    let state = units[unit]
    guard recorder.isMeasuring, state.followsRoute, state.isOnDuty else { return }
    let joined = state.idleSince + state.returnSeconds + state.standingSeconds + state.resumeSeconds
    let route = world.routes[route(of: unit)]
    route.forEachService(
      from: max(joined, recorder.start) + state.routeOffset, to: queue.now + state.routeOffset
    ) { recorder.served($0) }
  }

  /// Closes an idle stretch where the unit is, so that another can begin there.
  mutating func endIdlingBriefly(_ unit: Int) {
    let place = position(of: unit, at: queue.now).place
    endIdling(unit)
    units[unit].origin = Int32(place)
    units[unit].idleSince = queue.now
    units[unit].returnSeconds = 0
    units[unit].standingSeconds = 0
    units[unit].resumeSeconds = 0
    units[unit].followsRoute = false
    units[unit].returnPlace = Int32(place)
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
