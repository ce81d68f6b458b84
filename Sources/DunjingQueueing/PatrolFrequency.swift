import DunjingNumerics

/// How often patrol passes a place, and whether somebody sees it.
///
/// Assumptions: N units are busy a share ρ of their time and otherwise drive at speed s along streets of total length D,
/// so that no street is favored and passes of a point are nearly a Poisson process of rate N(1 − ρ)s/D. Source: R. C.
/// Larson (1972), "Urban Police Patrol Analysis", ch. 4. A random walk from crossing to crossing passes far less evenly
/// and is no patrol. Units are free: kilometers and hours, for example.
public struct PatrolFrequency: Sendable, Equatable {
  /// Units on duty.
  public let units: Double
  /// The share of time that a unit is busy with incidents, ρ.
  public let workload: Double
  /// The share of its idle time that a unit is on the move.
  public let movingShare: Double
  /// The speed on patrol, in any units of length and time, such as km/h.
  public let speed: Double
  /// The length of all streets that are patrolled, in the unit of length of the speed.
  public let streetLength: Double

  /// Creates a patrol.
  /// - Parameters:
  ///   - units: units on duty.
  ///   - workload: the share of time that a unit is busy with incidents.
  ///   - movingShare: the share of its idle time that a unit is on the move.
  ///   - speed: the speed on patrol, in any units of length and time, such as km/h.
  ///   - streetLength: the length of all patrolled streets, in the unit of length of the speed.
  /// - Precondition: `units` and `speed` ≥ 0, `streetLength` > 0, shares from 0 to 1.
  public init(units: Double, workload: Double, movingShare: Double = 1, speed: Double, streetLength: Double) {
    precondition(
      units >= 0 && speed >= 0 && streetLength > 0 && (0...1).contains(workload)
        && (0...1).contains(movingShare), "a patrol needs units, a speed, streets and shares")
    self.units = units
    self.workload = workload
    self.movingShare = movingShare
    self.speed = speed
    self.streetLength = streetLength
  }

  /// Passes of a point per unit of time.
  public var passRate: Double { units * (1 - workload) * movingShare * speed / streetLength }

  /// The mean time between passes, in the unit of time of the speed; infinite without patrol.
  public var meanTimeBetweenPasses: Double { passRate > 0 ? 1 / passRate : .infinity }

  /// Returns the probability that a unit passes a point within a time: 1 − exp(−N(1 − ρ)sT/D).
  public func passProbability(within time: Double) -> Double {
    time <= 0 ? 0 : -PortableMath.exponentialMinusOne(-passRate * time)
  }

  /// Returns the probability that patrol meets an event that lasts an exponential time with a mean: rate·m / (1 + rate·m).
  public func interceptionProbability(meanDuration: Double) -> Double {
    guard meanDuration > 0 else { return 0 }
    return passRate * meanDuration / (1 + passRate * meanDuration)
  }

  /// Returns the units for a pass rate; nil if no number reaches it.
  public static func units(
    passRate: Double, workload: Double, movingShare: Double = 1, speed: Double, streetLength: Double
  ) -> Double? {
    let each = PatrolFrequency(
      units: 1, workload: workload, movingShare: movingShare, speed: speed, streetLength: streetLength
    ).passRate
    return each > 0 ? passRate / each : passRate == 0 ? 0 : nil
  }
}
