import DunjingStatistics

/// An estimate on its way to a precision.
public struct MonitoredEstimate: Sendable, Equatable {
  /// The observations, one for each replication, or for each draw of estimated numbers, that has a value.
  public var tally: Tally
  /// Replications that make an observation.
  public var replicationsPerObservation = 1
  /// What the half width is compared with, in the same unit: the mean itself, or the mean under the baseline.
  public var reference: Double
  /// The confidence level of the interval.
  public var level: Double

  /// Creates an estimate.
  public init(_ tally: Tally, reference: Double, level: Double, replicationsPerObservation: Int = 1) {
    self.tally = tally
    self.replicationsPerObservation = replicationsPerObservation
    self.reference = reference
    self.level = level
  }

  /// The half width as a share of the reference; infinite if there is no interval yet, or no reference.
  public var relativeHalfWidth: Double {
    guard let interval = ConfidenceInterval(tally, level: level) else { return .infinity }
    return interval.halfWidth == 0 ? 0 : interval.halfWidth / reference.magnitude
  }

  /// Returns whether the half width is at most a share of the reference.
  public func isPrecise(_ relative: Double) -> Bool {
    relativeHalfWidth <= relative
  }

  /// Returns how many replications a share probably needs, by the variance so far; at most `limit`.
  public func replications(for relative: Double, limit: Int) -> Int {
    let plan = ReplicationPlan(pilot: tally, level: level)
    let count = plan?.replications(
      halfWidth: relative * reference.magnitude, limit: limit / replicationsPerObservation)
    return count.map { $0 * replicationsPerObservation } ?? limit
  }
}
