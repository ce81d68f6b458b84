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
    if countInLine(line) == 0 && !recorder.waiting.isEmpty { recorder.waiting[line].noteEmpty() }
    note(.queued, incidents[slot])
    takePlace(slot, in: line)
    waitingCount += 1
    scheduleRecheck(line)
  }

  /// Puts an incident into its line, or among the stranded: a line is looked through often, so that those to whom nobody may
  /// ever come would cost time there.
  private mutating func takePlace(_ slot: Int, in line: Int) {
    incidents[slot].isStranded = !mayBeServed(slot)
    guard !incidents[slot].isStranded else {
      stranded[line].append(Int32(slot))
      return
    }
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
  }

  /// Whether some unit of the plan may be sent to an incident, now or later.
  func mayBeServed(_ slot: Int) -> Bool {
    let grid = Int(incidents[slot].grid)
    return reach.serves(world.grids[grid], at: grid, skills: world.kinds[Int(incidents[slot].kind)].skills)
  }

  /// Tells anew who is stranded, under the plan that is now in force.
  mutating func sortOutStranded() {
    reach = UnitReach(world, plan)
    for line in waiting.indices where countInLine(line) > 0 {
      let all = waiting[line] + stranded[line]
      waiting[line].removeAll(keepingCapacity: true)
      stranded[line].removeAll(keepingCapacity: true)
      for slot in all { takePlace(Int(slot), in: line) }
    }
  }

  /// Incidents that wait in a line, the stranded among them.
  func countInLine(_ line: Int) -> Int { waiting[line].count + stranded[line].count }

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
    guard !waiting[line].isEmpty, !world.units[unit].isFirstResponderOnly else { return }
    offer(unit, to: line)
    // A policy that looks at all idle units may have waited for one that is of no use itself.
    guard !waiting[line].isEmpty, units[unit].activity == .idle else { return }
    offerOthers(to: line)
  }

  private mutating func offer(_ unit: Int, to line: Int) {
    var index = 0
    while index < waiting[line].count && units[unit].activity == .idle && units[unit].isOnDuty {
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
    while index < waiting[line].count, isUnitFree {
      if giveOrders(Int(waiting[line][index])) {
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
    noteLeft(Int(waiting[line].remove(at: index)))
  }

  mutating func leaveQueue(_ slot: Int) {
    guard incidents[slot].isWaiting else { return }
    let line = world.queue(ofGrid: Int(incidents[slot].grid))
    if incidents[slot].isStranded {
      stranded[line].removeAll { $0 == Int32(slot) }
    } else {
      waiting[line].removeAll { $0 == Int32(slot) }
    }
    noteLeft(slot)
  }

  private mutating func noteLeft(_ slot: Int) {
    waitingCount -= 1
    incidents[slot].isWaiting = false
    if !world.shocks.isEmpty { noteRecovery() }
    recorder.occupancy.left(waitingSince: incidents[slot].waitingSince, at: queue.now)
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
