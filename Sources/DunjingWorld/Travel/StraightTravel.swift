import DunjingScenario

/// Travel where no roads are given: along the metric, at one speed.
public struct StraightTravel: Sendable {
  /// Kilometers east, by place.
  public let x: [Double]
  /// Kilometers north, by place.
  public let y: [Double]
  /// Free-flow seconds for a kilometer of the metric, detours included.
  public let secondsPerKilometer: Double
  /// How distance is measured.
  public let metric: Metric

  /// Returns the travel time in seconds at factor 1.
  @inlinable
  public func seconds(from origin: Int, to destination: Int) -> Double {
    metric.distance(x[origin] - x[destination], y[origin] - y[destination]) * secondsPerKilometer
  }
}
