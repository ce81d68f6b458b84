/// How long and how far a solver searches.
public struct SolveOptions: Sendable, Equatable {
  /// The search ends after so many seconds by the clock on the wall; nil: when it is done.
  public var timeLimitSeconds: Double?
  /// A difference between objective and bound at which a solution counts as the best.
  public var absoluteGap: Double
  /// Values to begin with, one for each variable; those of variables that are not integer may be 0. A solver may
  /// ignore them.
  public var start: [Double]?

  /// Creates options; by default the search goes on until the best is proven.
  /// - Precondition: neither limit is negative.
  public init(timeLimitSeconds: Double? = nil, absoluteGap: Double = 0, start: [Double]? = nil) {
    precondition((timeLimitSeconds ?? 0) >= 0 && absoluteGap >= 0, "a limit cannot be negative")
    (self.timeLimitSeconds, self.absoluteGap, self.start) = (timeLimitSeconds, absoluteGap, start)
  }
}
