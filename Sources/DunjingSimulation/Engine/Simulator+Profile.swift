import DunjingKernel

/// How many events of one kind were played, and how long they took.
public struct EventTally: Sendable, Equatable {
  /// The name of the kind, such as `arrive`.
  public let name: String
  /// Events of the kind, those that nobody expected any more included.
  public internal(set) var count = 0
  /// Nanoseconds on the clock that was given, taking the event from the queue and reading the clock included.
  public internal(set) var nanoseconds: UInt64 = 0
}

extension Simulator {
  /// Plays all events up to and including a time as ``run(until:)`` does, and counts and times them by kind.
  ///
  /// - Parameters:
  ///   - end: The time, in seconds from the start of the run.
  ///   - clock: Nanoseconds that never go back; read once an event. No number of the simulation depends on it.
  /// - Returns: the kinds in the order in which they happen at one instant; the counts add up to the growth of
  ///   ``eventCount``.
  public mutating func runProfiled(until end: Double, clock: () -> UInt64) -> [EventTally] {
    var tallies = EventKind.allCases.map { EventTally(name: "\($0)") }
    var before = clock()
    while let event = queue.next(upTo: end) {
      handle(event)
      let after = clock()
      tallies[Int(event.kind)].count += 1
      tallies[Int(event.kind)].nanoseconds += after - before
      before = after
    }
    return tallies
  }
}
