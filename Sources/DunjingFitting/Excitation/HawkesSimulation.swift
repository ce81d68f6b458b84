import DunjingNumerics
import DunjingRandom

/// Draws self-exciting processes by their branching: background events, and the offspring of each.
///
/// Source: A. G. Hawkes & D. Oakes (1974), "A cluster process representation of a self-exciting process".
public struct HawkesSimulation: Sendable {
  /// Background events in a unit of time.
  public var background: Double
  /// Events that one event begets, in the mean; below 1.
  public var branchingRatio: Double
  /// The rate at which excitation fades, per unit of time.
  public var decay: Double
  /// The standard deviation of the distance to each direction, in the unit of the places.
  public var reach: Double
  /// The side to the east of the rectangle over which background events lie evenly, from the origin, in the unit of the
  /// places.
  public var width = 1.0
  /// The side to the north, in the same unit.
  public var height = 1.0

  /// Creates a process.
  /// - Precondition: the branching ratio is below 1.
  public init(background: Double, branchingRatio: Double, decay: Double, reach: Double = 0) {
    precondition(
      branchingRatio >= 0 && branchingRatio < 1, "a branching ratio below 1 keeps the process finite")
    (self.background, self.branchingRatio) = (background, branchingRatio)
    (self.decay, self.reach) = (decay, reach)
  }

  /// Returns the events of an observation that begins at zero with no event before, in order of time.
  /// - Complexity: O(n log n).
  public func events(duration: Double, seed: UInt64, replication: Int = 0) -> [PlacedEvent] {
    var stream = RandomStream(seed: seed, replication: replication, purpose: .selfExcitation)
    var events = (0..<stream.nextPoisson(mean: background * duration)).map { _ in
      PlacedEvent(
        time: duration * stream.nextUnit(), x: width * stream.nextUnit(), y: height * stream.nextUnit())
    }
    var next = 0
    while next < events.count {
      let parent = events[next]
      next += 1
      for _ in 0..<stream.nextPoisson(mean: branchingRatio) {
        let child = PlacedEvent(
          time: parent.time + stream.nextExponential() / decay, x: parent.x + reach * stream.nextNormal(),
          y: parent.y + reach * stream.nextNormal())
        if child.time < duration { events.append(child) }
      }
    }
    return events.sorted { ($0.time, $0.x) < ($1.time, $1.x) }
  }
}
