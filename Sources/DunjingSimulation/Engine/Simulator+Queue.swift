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
    if waiting.isEmpty { recorder.waiting.noteEmpty() }
    note(.queued, incidents[slot])
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

  func waitingView(_ slot: Int) -> WaitingIncident {
    WaitingIncident(
      priority: Int(incidents[slot].priority), received: incidents[slot].received,
      number: incidents[slot].number)
  }

  /// Serves the queue now that a unit has become free.
  mutating func serveQueue(with unit: Int) {
    guard !waiting.isEmpty, !world.units[unit].isFirstResponderOnly else { return }
    offer(unit)
    // A policy that looks at all idle units may have waited for one that is of no use itself.
    guard !waiting.isEmpty, units[unit].activity == .idle else { return }
    offerOthers()
  }

  private mutating func offer(_ unit: Int) {
    var index = 0
    while index < waiting.count && units[unit].activity == .idle && units[unit].isOnDuty {
      let slot = Int(waiting[index])
      let incident = incidents[slot]
      if qualifies(unit, for: incident), giveOrders(slot) {
        leaveQueue(at: index)
      } else {
        index += 1
      }
    }
  }

  private mutating func offerOthers() {
    var index = 0
    while index < waiting.count, hasFreeUnit {
      if giveOrders(Int(waiting[index])) {
        leaveQueue(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Whether any unit could be sent that serves the queue.
  private var hasFreeUnit: Bool {
    mutating get {
      for unit in units.indices where isFree(unit) { return true }
      return false
    }
  }

  private mutating func leaveQueue(at index: Int) {
    let slot = Int(waiting.remove(at: index))
    incidents[slot].isWaiting = false
    recorder.occupancy.left(waitingSince: incidents[slot].waitingSince, at: queue.now)
  }

  mutating func leaveQueue(_ slot: Int) {
    guard incidents[slot].isWaiting, let index = waiting.firstIndex(of: Int32(slot)) else { return }
    leaveQueue(at: index)
  }

  /// While incidents wait, looks again when the next unit comes back from other work.
  mutating func scheduleRecheck() {
    guard !waiting.isEmpty else { return }
    var next = Double.infinity
    // Units that only come first never serve the queue.
    for unit in units.indices
    where units[unit].isOnDuty && units[unit].activity == .idle && !world.units[unit].isFirstResponderOnly {
      if !isPresent(unit) { next = min(next, units[unit].awayUntil) }
    }
    guard next < recheckTime else { return }
    recheckTime = max(next, queue.now)
    schedule(.recheck, 0, at: recheckTime)
  }

  mutating func recheckWaiting() {
    if queue.now >= recheckTime { recheckTime = .infinity }
    for unit in units.indices where isFree(unit) {
      serveQueue(with: unit)
      // A unit that stays idle has been offered, as all others, to everyone who waits.
      if units[unit].activity == .idle && !holdsBack { break }
    }
    scheduleRecheck()
  }
}
