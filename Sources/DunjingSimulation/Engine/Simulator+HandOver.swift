import DunjingKernel
import DunjingScenario
import DunjingWorld

// Incidents for which own units are too few are handed over to other forces, where the scenario limits who may wait.
extension Simulator {
  /// Whether an incident that no unit has been sent to finds as many others like it as may wait.
  ///
  /// Incidents that wait for a further unit, or that lost theirs to an urgent one, have been taken on: they neither count
  /// nor are handed over.
  func isBeyondWaitingLimit(_ slot: Int) -> Bool {
    guard let limit = world.scenario.dispatch.waitingLimit, incidents[slot].firstFullOrder < 0
    else { return false }
    let line = world.queue(ofGrid: Int(incidents[slot].grid))
    func countUntouched(_ slots: [Int32]) -> Int { slots.count { incidents[Int($0)].firstFullOrder < 0 } }
    return countUntouched(waiting[line]) + countUntouched(stranded[line]) >= limit
  }

  /// Closes an incident that others will handle; posts that were about to come first stay where they are.
  ///
  /// The case itself remains: the work it begets at headquarters and the incidents that grow from it are not undone.
  mutating func handOver(_ slot: Int) {
    recorder.handedOver(incidents[slot])
    note(.handedOver, incidents[slot])
    for unit in unitsOfQueue(of: slot) where Int(units[unit].incident) == slot { release(unit) }
    close(slot)
  }

  /// Removes an incident that is over.
  mutating func close(_ slot: Int) {
    leaveQueue(slot)
    recorder.ended(incidents[slot])
    recorder.occupancy.closed(receivedAt: incidents[slot].received, at: queue.now)
    incidents.remove(slot)
    ledger.ended += 1
  }
}
