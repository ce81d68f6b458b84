import DunjingStatistics

/// How many incidents wait and how many are open, over time, and the same seconds summed incident by incident: the two
/// sides of Little's law (1961), which hold on every sample path and not only in the mean.
///
/// An incident waits while it is in the queue, for a first or a further unit, and is open from the call until it is
/// cleared or handed over.
struct Occupancy: Sendable {
  private(set) var waiting: TimeAverage
  private(set) var open: TimeAverage
  /// The square of the number open.
  private(set) var openSquared: TimeAverage
  private(set) var waitingSeconds = 0.0
  private(set) var openSeconds = 0.0
  private let start: Double

  init(at time: Double = 0, waiting: Int = 0, open: Int = 0) {
    start = time
    self.waiting = TimeAverage(startingAt: time, value: Double(waiting))
    self.open = TimeAverage(startingAt: time, value: Double(open))
    openSquared = TimeAverage(startingAt: time, value: Double(open * open))
  }

  mutating func opened(at time: Double) {
    changeOpen(by: 1, at: time)
  }

  mutating func closed(receivedAt received: Double, at time: Double) {
    changeOpen(by: -1, at: time)
    openSeconds += time - max(received, start)
  }

  mutating func joined(at time: Double) {
    waiting.add(1, at: time)
  }

  mutating func left(waitingSince: Double, at time: Double) {
    waiting.add(-1, at: time)
    waitingSeconds += time - max(waitingSince, start)
  }

  /// Adds the seconds so far of an incident that is still open.
  mutating func count(_ incident: IncidentState, at time: Double) {
    openSeconds += time - max(incident.received, start)
    if incident.isWaiting { waitingSeconds += time - max(incident.waitingSince, start) }
  }

  private mutating func changeOpen(by change: Double, at time: Double) {
    open.add(change, at: time)
    openSquared.update(to: open.value * open.value, at: time)
  }
}
