import DunjingNumerics

/// An interval for a mean, by Student's t distribution.
///
/// Assumption: the observations are independent and nearly normal, as replication means are.
public struct ConfidenceInterval: Sendable, Equatable, Codable {
  /// The point estimate, in the middle of the interval and in the unit of the observations.
  public let mean: Double
  /// Half the width of the interval, in the same unit.
  public let halfWidth: Double
  /// The probability with which such intervals contain the true mean.
  public let level: Double

  /// Creates an interval from its parts.
  public init(mean: Double, halfWidth: Double, level: Double) {
    self.mean = mean
    self.halfWidth = halfWidth
    self.level = level
  }

  /// Creates the interval of tallied observations; nil with fewer than two.
  public init?(_ tally: Tally, level: Double = 0.95) {
    guard let error = tally.standardError else { return nil }
    self.init(
      mean: tally.mean, standardError: error, degreesOfFreedom: Double(tally.count - 1), level: level)
  }

  /// Creates the interval of observations; nil with fewer than two.
  public init?(_ values: [Double], level: Double = 0.95) {
    self.init(Tally(values), level: level)
  }

  /// Creates the interval of an estimate with a standard error.
  public init(mean: Double, standardError: Double, degreesOfFreedom: Double, level: Double = 0.95) {
    // The lower tail is used because it keeps its accuracy at levels near one.
    let quantile = -SpecialFunctions.studentTQuantile(0.5 * (1 - level), degreesOfFreedom: degreesOfFreedom)
    self.init(mean: mean, halfWidth: standardError == 0 ? 0 : quantile * standardError, level: level)
  }

  /// The lower end.
  public var lower: Double { mean - halfWidth }

  /// The upper end.
  public var upper: Double { mean + halfWidth }

  /// The half-width as a share of the mean's magnitude; nil if the mean is zero.
  public var relativeHalfWidth: Double? { mean == 0 ? nil : halfWidth / mean.magnitude }

  /// Returns whether a value lies in the interval.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Returns the interval of the quantity multiplied by a constant.
  public func scaled(by factor: Double) -> ConfidenceInterval {
    ConfidenceInterval(mean: mean * factor, halfWidth: halfWidth * factor.magnitude, level: level)
  }
}
