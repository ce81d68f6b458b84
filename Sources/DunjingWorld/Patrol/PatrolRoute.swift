/// A closed route of moving standby (动中备勤): from the base through points and lines, and back to stand.
///
/// The route is a table of places by time, so that the position of a unit is computed only when a dispatch asks.
public struct PatrolRoute: Sendable {
  /// Seconds between two entries of ``places``.
  public static let stepSeconds = 15.0
  /// The place at each step; never empty.
  public let places: [Int32]
  /// Whether the unit stands at its base at each step.
  public let isStanding: [Bool]
  /// The visits and passes of one round, in the order in which they end.
  public let services: [PatrolService]

  /// Length of one round in seconds.
  @inlinable
  public var cycleSeconds: Double { Double(places.count) * Self.stepSeconds }

  /// Returns the step at a time on the route, which is not negative, over as many rounds as needed.
  /// - Parameter time: seconds since the first round began.
  public func step(at time: Double) -> Int {
    let rounds = Int(time / cycleSeconds)
    let phase = max(0, time - Double(rounds) * cycleSeconds)
    return min(Int(phase / Self.stepSeconds), places.count - 1)
  }

  /// Returns the place at a time on the route.
  /// - Parameter time: seconds since the first round began.
  public func place(at time: Double) -> Int { Int(places[step(at: time)]) }

  /// Calls a function with every service begun and completed between two times, over as many rounds as needed.
  public func forEachService(from: Double, to: Double, _ body: (PatrolDuty) -> Void) {
    guard !services.isEmpty, to > from else { return }
    var round = (from / cycleSeconds).rounded(.down)
    var index = services.firstIndex { $0.end > from - round * cycleSeconds } ?? services.count
    while true {
      if index == services.count {
        (round, index) = (round + 1, 0)
      }
      let service = services[index]
      guard round * cycleSeconds + service.end <= to else { return }
      if round * cycleSeconds + service.start >= from { body(service.duty) }
      index += 1
    }
  }
}

/// A visit or a pass on a route.
public struct PatrolService: Sendable, Equatable {
  /// When it begins, in seconds from the start of the round.
  public let start: Double
  /// When it is complete, in seconds from the start of the round.
  public let end: Double
  /// What it fulfills.
  public let duty: PatrolDuty

  /// Creates a service.
  /// - Parameters:
  ///   - start: when it begins, in seconds from the start of the round.
  ///   - end: when it is complete, in the same seconds.
  ///   - duty: what it fulfills.
  public init(start: Double, end: Double, duty: PatrolDuty) {
    (self.start, self.end, self.duty) = (start, end, duty)
  }
}
