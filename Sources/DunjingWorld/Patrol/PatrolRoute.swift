/// A closed route of moving standby (动中备勤): from the base through points and lines, and back to stand.
///
/// The route is a table of places by time, so that the position of a unit is computed only when a dispatch asks.
public struct PatrolRoute: Sendable {
  /// Seconds between two entries of ``places``.
  public static let stepSeconds = 15.0
  /// The place at each step.
  public let places: [Int32]
  /// Whether the unit stands at its base at each step.
  public let isStanding: [Bool]
  /// Times at which a visit of a must-visit point is complete, in seconds from the start, ascending.
  public let visitTimes: [Double]
  /// Times at which a pass of a must-patrol line is complete, ascending.
  public let passTimes: [Double]
  /// For each place of the city, the step of the route that is soonest reached from it.
  public let rejoinStep: [Int32]
  /// Seconds at free flow from each place to that step.
  public let rejoinSeconds: [Float]

  /// Length of one round in seconds.
  @inlinable
  public var cycleSeconds: Double { Double(places.count) * Self.stepSeconds }

  /// Returns how many of the ascending times lie in (from, to], over as many rounds as needed.
  public func count(of times: [Double], from: Double, to: Double) -> Int {
    guard !times.isEmpty, to > from else { return 0 }
    return countBefore(times, to) - countBefore(times, from)
  }

  private func countBefore(_ times: [Double], _ time: Double) -> Int {
    let rounds = (time / cycleSeconds).rounded(.down)
    let rest = time - rounds * cycleSeconds
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= rest { low = middle + 1 } else { high = middle }
    }
    return Int(rounds) * times.count + low
  }
}
