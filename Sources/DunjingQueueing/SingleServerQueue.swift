/// A queue M/G/1, first come, first served.
///
/// Assumptions: Poisson arrivals, independent service times of any distribution with a variance.
/// Source: F. Pollaczek (1930), A. Khinchine (1932): Wq = λE[S²] / 2(1 − ρ).
public struct SingleServerQueue: Sendable, Equatable {
  /// The number of arrivals per unit of time.
  public let arrivalRate: Double
  /// The mean service time, in the unit of time of the arrival rate.
  public let meanService: Double
  /// The variance of the service time.
  public let serviceVariance: Double

  /// Creates a queue.
  /// - Parameters:
  ///   - arrivalRate: arrivals per unit of time.
  ///   - meanService: the mean service time, in the same unit.
  ///   - serviceVariance: the variance of the service time, in the square of that unit.
  /// - Precondition: no argument is negative.
  public init(arrivalRate: Double, meanService: Double, serviceVariance: Double) {
    precondition(
      arrivalRate >= 0 && meanService >= 0 && serviceVariance >= 0,
      "a queue needs rates and times, not \(arrivalRate), \(meanService), \(serviceVariance)")
    self.arrivalRate = arrivalRate
    self.meanService = meanService
    self.serviceVariance = serviceVariance
  }

  /// The load of the server: the busy fraction if below one.
  public var utilization: Double { arrivalRate * meanService }

  /// Whether the load reaches or exceeds one.
  public var isSaturated: Bool { utilization >= 1 }

  /// The mean wait before service; nil if saturated.
  public var meanWait: Double? {
    if isSaturated { return nil }
    return arrivalRate * (meanService * meanService + serviceVariance) / (2 * (1 - utilization))
  }

  /// The mean number waiting; nil if saturated.
  public var meanQueueLength: Double? { meanWait.map { arrivalRate * $0 } }

  /// The mean time from arrival to the end of service; nil if saturated.
  public var meanTimeInSystem: Double? { meanWait.map { $0 + meanService } }
}
