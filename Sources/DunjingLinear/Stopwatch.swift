/// Measures how long something takes, by the clock on the wall.
public struct Stopwatch: Sendable {
  private let start = ContinuousClock.now

  /// Starts the watch.
  public init() {}

  /// Seconds since the start.
  public var seconds: Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
