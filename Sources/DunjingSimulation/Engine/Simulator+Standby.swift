import DunjingKernel
import DunjingRandom
import DunjingScenario
import DunjingWorld

// Idle units: on their way back, standing at a post, or going round.
extension Simulator {
  /// Sends an idle unit back: to its route, where it left off; to its post, if it stands; and to its own post first
  /// if it owes a handover or a break.
  mutating func startIdling(_ unit: Int) {
    let compiled = world.units[unit]
    let owed = units[unit].owedStanding
    if owed > 0 { units[unit].post = Int32(compiled.post) }
    let post = world.posts[Int(units[unit].post)]
    units[unit].idleSince = queue.now
    units[unit].owedStanding = 0
    units[unit].standingSeconds = owed
    units[unit].resumeSeconds = 0
    units[unit].followsRoute = post.route >= 0
    var first = post.place
    if post.route >= 0 {
      let route = world.routes[post.route]
      units[unit].routePhase.formTruncatingRemainder(dividingBy: route.cycleSeconds)
      let next = route.place(at: units[unit].routePhase)
      if owed > 0 {
        units[unit].resumeSeconds = travelSeconds(mode: compiled.mode, from: post.place, to: next)
      } else {
        first = next
      }
    }
    units[unit].returnPlace = Int32(first)
    units[unit].returnSeconds = travelSeconds(mode: compiled.mode, from: Int(units[unit].origin), to: first)
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
    let route = world.routes[world.posts[Int(state.post)].route]
    guard rest >= state.resumeSeconds else {
      return (
        rest * 2 < state.resumeSeconds ? Int(state.returnPlace) : route.place(at: state.routePhase), false
      )
    }
    let step = route.step(at: state.routePhase + rest - state.resumeSeconds)
    return (Int(route.places[step]), route.isStanding[step])
  }

  /// Remembers how far along its route a unit is, and counts the points and lines served since it became idle.
  mutating func endIdling(_ unit: Int) {
    let state = units[unit]
    guard state.followsRoute, state.isOnDuty else { return }
    let start = state.idleSince + state.returnSeconds + state.standingSeconds + state.resumeSeconds
    guard queue.now > start else { return }
    let route = world.routes[world.posts[Int(state.post)].route]
    let phase = state.routePhase + (queue.now - start)
    if recorder.isMeasuring {
      let measured = state.routePhase + max(0, recorder.start - start)
      route.forEachService(from: measured, to: phase) { recorder.served($0) }
    }
    units[unit].routePhase = phase.truncatingRemainder(dividingBy: route.cycleSeconds)
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
