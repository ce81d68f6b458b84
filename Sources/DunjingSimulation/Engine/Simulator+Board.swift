import DunjingKernel
import DunjingScenario
import DunjingWorld

// Keeps the board of units that can be sent, and looks through it.
extension Simulator {
  /// Notes that a unit has become idle, or that an idle one has come on duty or goes another way now.
  mutating func noteIdle(_ unit: Int) {
    guard units[unit].isOnDuty else { return board.withdraw(unit) }
    board.offer(unit, delay: .infinity, isSettled: false)
  }

  /// Puts an unsettled unit on the board as it is now.
  private mutating func settle(_ unit: Int) {
    guard isPresent(unit) else { return board.offer(unit, delay: .infinity, isSettled: false) }
    let (place, isStanding) = position(of: unit, at: queue.now)
    board.move(unit, to: place)
    if metric != nil { board.move(unit, toX: world.geography.x[place], world.geography.y[place]) }
    board.offer(
      unit,
      delay: departureSeconds(of: unit, isStanding: isStanding) + world.scenario.dispatch.accessSeconds,
      isSettled: isStanding && !units[unit].followsRoute && world.units[unit].unavailableShare == 0)
  }

  /// Seconds from an order until a unit departs: acknowledgement and turnout.
  func departureSeconds(of unit: Int, isStanding: Bool) -> Double {
    world.scenario.dispatch.acknowledgeSeconds
      + (isStanding ? world.units[unit].turnoutSeconds : world.units[unit].movingTurnoutSeconds)
  }

  /// Lists the units that may be sent, and the posts that come ahead of them.
  ///
  /// - Returns: The seconds until the soonest of them could arrive; infinite if there is none.
  @discardableResult
  mutating func scan(for slot: Int) -> Double {
    candidates.removeAll(keepingCapacity: true)
    firstResponders.removeAll(keepingCapacity: true)
    let incident = incidents[slot]
    let district = world.grids[Int(incident.grid)].station + 1
    var soonest = Double.infinity
    let (x, y) = (world.geography.x[Int(incident.place)], world.geography.y[Int(incident.place)])
    if isOneFleet, let metric { scanFleet(toX: x, y, metric) }
    for index in world.unitsOfDistrict[district].indices {
      let unit = Int(world.unitsOfDistrict[district][index])
      guard board.isIdle(unit) else { continue }
      if let seconds = secondsToArrive(unit, at: incident, x, y) { soonest = min(soonest, seconds) }
    }
    if countsIdle { countIdle(near: slot) }
    return soonest
  }

  /// Lists a unit if it may be sent to an incident, and returns the seconds until it could arrive.
  private mutating func secondsToArrive(
    _ unit: Int, at incident: IncidentState, _ x: Double, _ y: Double
  ) -> Double? {
    let compiled = world.units[unit]
    let grid = Int(incident.grid)
    let skills = world.kinds[Int(incident.kind)].skills
    // The list of the district has left only its grids apart.
    guard plan.skills[unit] & skills == skills, compiled.area != .grid || compiled.grid == grid else {
      return nil
    }
    if !isOneFleet && board.isUnsettled(unit) { settle(unit) }
    let seconds =
      if isOneFleet {
        board.arrival[unit]
      } else if let metric {
        board.arrival(of: unit, atX: x, y, metric: metric, slowness: slowness[compiled.mode])
      } else {
        board.arrival(
          of: unit, at: Int(incident.place), travel[compiled.mode], slowness: slowness[compiled.mode])
      }
    guard seconds < .infinity else { return nil }
    let isOwnDistrict = compiled.station == world.grids[grid].station
    let candidate = DispatchCandidate(
      unit: unit, expectedSeconds: seconds, preferenceSeconds: isOwnDistrict ? compiled.preferenceSeconds : 0,
      isOwnDistrict: isOwnDistrict, idleSince: units[unit].idleSince)
    if compiled.isFirstResponderOnly {
      firstResponders.append(candidate)
    } else {
      candidates.append(candidate)
    }
    return seconds
  }

  /// Works out in one loop when each unit of a fleet that goes anywhere would arrive at a place.
  private mutating func scanFleet(toX x: Double, _ y: Double, _ metric: Metric) {
    for unit in units.indices where board.isUnsettled(unit) { settle(unit) }
    board.scan(toX: x, y, metric: metric)
  }

  /// Counts the idle units that serve the queue of an incident, for policies that ask.
  private mutating func countIdle(near slot: Int) {
    idleCount = 0
    for unit in unitsOfQueue(of: slot) where isFree(unit) { idleCount += 1 }
  }

  /// Sets how fast units go along a metric.
  mutating func setPaces() {
    guard !paces.isEmpty else { return }
    for unit in units.indices { board.setPace(unit, paces[world.units[unit].mode]) }
  }

  /// Sets how slow the units of a fleet are in the hour that is on now.
  mutating func setSlowness() {
    guard isOneFleet else { return }
    for unit in units.indices { board.setSlowness(unit, slowness[world.units[unit].mode]) }
  }
}
