import DunjingKernel
import DunjingScenario
import DunjingWorld

// Incidents that wait, in the order of the queue discipline.
extension Simulator {
  mutating func joinQueue(_ slot: Int) {
    guard !incidents[slot].isWaiting else { return }
    incidents[slot].isWaiting = true
    incidents[slot].waitingSince = queue.now
    recorder.occupancy.joined(at: queue.now)
    let line = world.queue(ofGrid: Int(incidents[slot].grid))
    if waiting[line].isEmpty && !recorder.waiting.isEmpty { recorder.waiting[line].noteEmpty() }
    note(.queued, incidents[slot])
    let joining = waitingView(slot)
    var low = 0
    var high = waiting[line].count
    while low < high {
      let middle = (low + high) / 2
      if discipline.precedes(joining, waitingView(Int(waiting[line][middle]))) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    waiting[line].insert(Int32(slot), at: low)
    waitingCount += 1
    incidents[slot].isHopeful = mayBeServed(slot)
    if incidents[slot].isHopeful { hopefulCount[line] += 1 }
    scheduleRecheck(line)
  }

  /// Whether some unit of the plan may be sent to an incident, now or later.
  private func mayBeServed(_ slot: Int) -> Bool {
    let grid = Int(incidents[slot].grid)
    return reach.serves(world.grids[grid], at: grid, skills: world.kinds[Int(incidents[slot].kind)].skills)
  }

  /// Counts anew the incidents to which some unit may be sent, under the plan that is now in force.
  mutating func countHopeful() {
    reach = UnitReach(world, plan)
    for line in waiting {
      for slot in line { incidents[Int(slot)].isHopeful = mayBeServed(Int(slot)) }
    }
    hopefulCount = countedHopeful
  }

  /// The incidents of each queue to which some unit may be sent, counted one by one.
  var countedHopeful: [Int] { waiting.map { line in line.count { mayBeServed(Int($0)) } } }

  /// The units that could serve an incident, with or without its skills.
  func unitsOfQueue(of slot: Int) -> [Int] {
    world.unitsOfQueue[world.queue(ofGrid: Int(incidents[slot].grid))]
  }

  func waitingView(_ slot: Int) -> WaitingIncident {
    WaitingIncident(
      priority: Int(incidents[slot].priority), received: incidents[slot].received,
      number: incidents[slot].number)
  }

  /// Serves the queue now that a unit has become free.
  mutating func serveQueue(with unit: Int) {
    let line = world.queue(ofUnit: unit)
    guard hopefulCount[line] > 0, !world.units[unit].isFirstResponderOnly else { return }
    offer(unit, to: line)
    // A policy that looks at all idle units may have waited for one that is of no use itself.
    guard hopefulCount[line] > 0, units[unit].activity == .idle else { return }
    offerOthers(to: line)
  }

  private mutating func offer(_ unit: Int, to line: Int) {
    var index = 0
    while index < waiting[line].count && hopefulCount[line] > 0 && units[unit].activity == .idle
      && units[unit].isOnDuty
    {
      let slot = Int(waiting[line][index])
      let incident = incidents[slot]
      if qualifies(unit, for: incident), giveOrders(slot) {
        leaveQueue(line, at: index)
      } else {
        index += 1
      }
    }
  }

  private mutating func offerOthers(to line: Int) {
    var index = 0
    var isUnitFree = hasFreeUnit(line)
    while index < waiting[line].count, hopefulCount[line] > 0, isUnitFree {
      let slot = Int(waiting[line][index])
      guard incidents[slot].isHopeful else {
        index += 1
        continue
      }
      if giveOrders(slot) {
        leaveQueue(line, at: index)
      } else {
        index += 1
      }
      isUnitFree = hasFreeUnit(line)
    }
  }

  /// Whether any unit could be sent that serves a queue.
  private mutating func hasFreeUnit(_ line: Int) -> Bool {
    for index in world.unitsOfQueue[line].indices where isFree(world.unitsOfQueue[line][index]) {
      return true
    }
    return false
  }

  private mutating func leaveQueue(_ line: Int, at index: Int) {
    let slot = Int(waiting[line].remove(at: index))
    waitingCount -= 1
    if incidents[slot].isHopeful { hopefulCount[line] -= 1 }
    if !world.shocks.isEmpty { noteRecovery() }
    incidents[slot].isWaiting = false
    recorder.occupancy.left(waitingSince: incidents[slot].waitingSince, at: queue.now)
  }

  mutating func leaveQueue(_ slot: Int) {
    guard incidents[slot].isWaiting else { return }
    let line = world.queue(ofGrid: Int(incidents[slot].grid))
    guard let index = waiting[line].firstIndex(of: Int32(slot)) else { return }
    leaveQueue(line, at: index)
  }

  /// While incidents wait, looks again when the next unit comes back from other work.
  mutating func scheduleRecheck(_ line: Int) {
    guard !waiting[line].isEmpty else { return }
    var next = Double.infinity
    for index in world.unitsOfQueue[line].indices {
      let unit = world.unitsOfQueue[line][index]
      // Units that only come first never serve the queue.
      guard units[unit].isOnDuty, units[unit].activity == .idle, !world.units[unit].isFirstResponderOnly
      else { continue }
      if !isPresent(unit) { next = min(next, units[unit].awayUntil) }
    }
    guard next < recheckTime[line] else { return }
    recheckTime[line] = max(next, queue.now)
    schedule(.recheck, line, at: recheckTime[line])
  }

  mutating func recheckWaiting(_ line: Int) {
    if queue.now >= recheckTime[line] { recheckTime[line] = .infinity }
    for index in world.unitsOfQueue[line].indices {
      let unit = world.unitsOfQueue[line][index]
      guard isFree(unit) else { continue }
      serveQueue(with: unit)
      // A unit that stays idle has been offered, as all others, to everyone who waits.
      if units[unit].activity == .idle && !holdsBack { break }
    }
    scheduleRecheck(line)
  }
}
