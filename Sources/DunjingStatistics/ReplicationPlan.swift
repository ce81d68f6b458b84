import DunjingNumerics

/// How many replications a precision needs, from a pilot of a few.
///
/// Source: A. M. Law (2015), "Simulation Modeling and Analysis", §9.4.1: the smallest n at which the t
/// interval, with the pilot's variance, is narrow enough. A relative error γ of the estimate is asked for as
/// γ / (1 + γ) of it, so that it holds against the true mean.
public struct ReplicationPlan: Sendable, Equatable {
  /// The replications already made.
  public let pilot: Tally
  /// The level of the interval.
  public let level: Double

  /// Creates a plan from a pilot; nil with fewer than two replications.
  public init?(pilot: Tally, level: Double = 0.95) {
    guard pilot.count >= 2, level > 0, level < 1 else { return nil }
    self.pilot = pilot
    self.level = level
  }

  /// Returns the number of replications for a half-width; nil if more than `limit`.
  public func replications(halfWidth: Double, limit: Int = 1_000_000) -> Int? {
    guard let deviation = pilot.standardDeviation else { return nil }
    if deviation == 0 { return pilot.count }
    guard halfWidth > 0, isEnough(limit, halfWidth, deviation) else { return nil }
    var (low, high) = (pilot.count - 1, max(limit, pilot.count))
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isEnough(middle, halfWidth, deviation) { high = middle } else { low = middle }
    }
    return high
  }

  /// Returns the number of replications for a relative error of the mean; nil if more than `limit`.
  public func replications(relativeError: Double, limit: Int = 1_000_000) -> Int? {
    replications(halfWidth: relativeError / (1 + relativeError) * pilot.mean.magnitude, limit: limit)
  }

  private func isEnough(_ count: Int, _ halfWidth: Double, _ deviation: Double) -> Bool {
    guard count >= 2 else { return false }
    let quantile = -SpecialFunctions.studentTQuantile(
      0.5 * (1 - level), degreesOfFreedom: Double(count - 1))
    return quantile * deviation <= halfWidth * Double(count).squareRoot()
  }
}
