/// A point of simulated time, in seconds since the start of the run.
///
/// Times are finite and not negative, so that their bit patterns sort as the times do.
@frozen
public struct SimTime: Sendable, Hashable, Comparable {
  /// Seconds since the start of the run.
  public let seconds: Double

  /// Creates a time.
  /// - Precondition: `seconds` is finite and not negative.
  @inlinable
  public init(seconds: Double) {
    precondition(seconds >= 0 && seconds < .infinity, "a simulated time has to be finite and not negative")
    self.seconds = seconds + 0
  }

  /// The start of the run.
  public static let zero = SimTime(seconds: 0)

  /// Returns whether one time is earlier than another.
  @inlinable
  public static func < (left: SimTime, right: SimTime) -> Bool {
    left.seconds < right.seconds
  }
}
