import DunjingKernel
import DunjingWorld

/// A rule of the state that an event has broken: an error of the program, never of a scenario.
public struct InvariantViolation: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public let description: String
  /// The time of the event, in seconds from the start of the run.
  public let time: Double
}

extension Simulator {
  /// Plays all events up to and including a time as ``run(until:)`` does, and checks the whole state after each.
  ///
  /// - Parameters:
  ///   - end: seconds since the start of the warm-up.
  ///   - eventLimit: events after which it stops, for states that might never come to the end.
  /// - Returns: whether the end was reached.
  /// - Throws: The first violation.
  /// - Complexity: each event costs in proportion to the units times the waiting incidents.
  @discardableResult
  public mutating func runChecked(
    until end: Double, eventLimit: Int = .max
  ) throws(InvariantViolation) -> Bool {
    for _ in 0..<eventLimit {
      guard let event = queue.next(upTo: end) else { return true }
      handle(event)
      if let violation = invariantViolation {
        throw InvariantViolation(description: violation, time: queue.now)
      }
    }
    return (queue.nextTime ?? .infinity) > end
  }

  /// What came in less what went out is what there is.
  var conservationViolation: String? {
    let calls = callCounts.reduce(UInt64(nextRecorded), +)
    let due = Int(calls) - ledger.deterred + ledger.occurred + ledger.massEvents - ledger.answered
    if nextNumber != due {
      return "\(nextNumber) incidents were received, \(calls) due, \(ledger.deterred) of them deterred, "
        + "\(ledger.occurred) begotten, \(ledger.massEvents) mass events, and \(ledger.answered) answered by card"
    }
    if nextNumber - ledger.ended != incidents.openCount {
      return "of \(nextNumber) incidents \(ledger.ended) are over and \(incidents.openCount) open"
    }
    if ledger.putOff - ledger.occurred != pending.openCount {
      return
        "of \(ledger.putOff) incidents put off \(ledger.occurred) occurred and \(pending.openCount) are left"
    }
    let arisen = Int(hazardCounts.reduce(0, +))
    if arisen - ledger.averted - ledger.closed - ledger.escalated != hazards.openCount {
      return "\(arisen) hazards arose, \(ledger.closed) were closed and \(ledger.escalated) escalated; "
        + "\(hazards.openCount) are open"
    }
    return nil
  }
}
