import DunjingKernel
import DunjingNumerics
import DunjingRandom
import DunjingScenario
import DunjingWorld

// Patrol presence that deters: an incident that would have happened does not, because a patrol is or was there.
//
// After C. S. Koper (1995), "Just enough police presence: Reducing crime and disorderly behavior by optimizing patrol
// time in crime hot spots": what a patrol leaves behind fades. Here with probability effect · exp(−(t − s) / τ), s the
// last time a unit was on patrol in the grid. No patrol is an event: presence is read off the routes, for stretches
// that are over when they end, for those that are on when an incident asks.
extension Simulator {
  /// Whether presence deters a call, of a kind in a grid at this moment. The draw depends on the call alone, so that the
  /// same call meets the same luck under every treatment.
  func isDeterred(kind: Int, grid: Int, entity: UInt64) -> Bool {
    guard let deterrence = world.kinds[kind].deterrence else { return false }
    var stream = RandomStream(seed: seed, replication: replication, purpose: .deterrence, entity: entity)
    let seconds = queue.now - lastPresence(in: grid)
    guard seconds < .infinity else { return false }
    let left = PortableMath.exponential(-seconds / deterrence.fadeSeconds)
    return stream.nextTrial(probability: deterrence.effect * left)
  }

  /// When a unit was last on patrol in a grid, in seconds; minus infinity if none ever was.
  func lastPresence(in grid: Int) -> Double {
    guard let presence = world.presence else { return -.infinity }
    var last = presenceBefore[grid]
    for passes in presence.passesOfGrid[grid] {
      for unit in units.indices
      where units[unit].activity == .idle && route(of: unit) == passes.route {
        last = max(last, lastPresence(of: unit, passes))
      }
    }
    return last
  }

  /// Keeps what a stretch of patrol that ends now leaves behind.
  mutating func endPresence(_ unit: Int) {
    guard let presence = world.presence else { return }
    let route = route(of: unit)
    guard route >= 0 else { return }
    for grid in presence.gridsOfRoute[route] {
      guard let passes = presence.passesOfGrid[Int(grid)].first(where: { $0.route == route }) else {
        continue
      }
      presenceBefore[Int(grid)] = max(presenceBefore[Int(grid)], lastPresence(of: unit, passes))
    }
  }

  /// When an idle unit was last in the grid of some passes, in this stretch of patrol; minus infinity if it was not.
  private func lastPresence(of unit: Int, _ passes: PatrolPresence.Passes) -> Double {
    let state = units[unit]
    guard state.followsRoute, state.isOnDuty else { return -.infinity }
    let joined = state.idleSince + state.returnSeconds + state.standingSeconds + state.resumeSeconds
    // A unit sent on in the moment it came free has not been on patrol.
    guard queue.now > joined else { return -.infinity }
    let last = queue.now - passes.secondsSince(queue.now + state.routeOffset)
    return last >= joined ? last : -.infinity
  }
}
