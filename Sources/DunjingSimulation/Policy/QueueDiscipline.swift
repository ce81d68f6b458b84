/// The order in which waiting incidents are served.
///
/// To implement: `precedes`. It has to be a strict order; the engine calls it when an incident joins the queue.
public protocol QueueDiscipline: Sendable {
  /// Returns whether one waiting incident is served before another.
  func precedes(_ left: WaitingIncident, _ right: WaitingIncident) -> Bool
}

/// A waiting incident as a queue discipline sees it.
public struct WaitingIncident: Sendable, Equatable {
  /// Priority, 1 is the most urgent.
  public let priority: Int
  /// When the call was received, in seconds.
  public let received: Double
  /// Its number in the order of calls.
  public let number: Int

  /// Creates a waiting incident, to try a discipline by itself.
  public init(priority: Int, received: Double, number: Int) {
    (self.priority, self.received, self.number) = (priority, received, number)
  }
}

/// Higher priority first; among equals, first come, first served.
public struct PriorityThenFirstCome: QueueDiscipline {
  /// Creates the discipline.
  public init() {}

  /// Returns whether `left` is more urgent, or as urgent and earlier.
  public func precedes(_ left: WaitingIncident, _ right: WaitingIncident) -> Bool {
    left.priority != right.priority ? left.priority < right.priority : left.number < right.number
  }
}
