import DunjingNumerics

/// A queue M/M/c, first come, first served.
///
/// Assumptions: Poisson arrivals, exponential service of one mean, an infinite line. All times are in the
/// unit of the rates. A saturated queue has no steady state: its measures are nil, its ``utilization`` tells
/// by how much.
public struct MultiServerQueue: Sendable, Equatable {
  /// The number of arrivals per unit of time.
  public let arrivalRate: Double
  /// The number of services per server and unit of time.
  public let serviceRate: Double
  /// The number of servers.
  public let servers: Int
  /// The probability of waiting; nil if saturated.
  public let delayProbability: Double?

  /// Creates a queue.
  /// - Parameters:
  ///   - arrivalRate: arrivals per unit of time.
  ///   - serviceRate: services per server and the same unit of time.
  ///   - servers: how many.
  /// - Precondition: `arrivalRate` ≥ 0, `serviceRate` > 0, `servers` ≥ 0.
  public init(arrivalRate: Double, serviceRate: Double, servers: Int) {
    precondition(
      arrivalRate >= 0 && serviceRate > 0 && servers >= 0,
      "a queue needs rates and servers, not \(arrivalRate), \(serviceRate), \(servers)")
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
    self.servers = servers
    delayProbability = ErlangC.delayProbability(servers: servers, load: arrivalRate / serviceRate)
  }

  /// The work offered, in erlangs.
  public var load: Double { arrivalRate / serviceRate }

  /// The load per server: the busy fraction if below one; infinite for a load on no servers.
  public var utilization: Double {
    servers == 0 ? (load == 0 ? 0 : .infinity) : load / Double(servers)
  }

  /// Whether the load reaches or exceeds the number of servers.
  public var isSaturated: Bool { delayProbability == nil }

  /// The rate at which the line empties when all servers are busy.
  private var surplusRate: Double { Double(servers) * serviceRate - arrivalRate }

  /// The mean wait before service, in the unit of time of the rates; nil if saturated.
  public var meanWait: Double? { delayProbability.map { $0 / surplusRate } }

  /// The mean number waiting; nil if saturated.
  public var meanQueueLength: Double? { meanWait.map { arrivalRate * $0 } }

  /// The mean time from arrival to the end of service, in the same unit; nil if saturated.
  public var meanTimeInSystem: Double? { meanWait.map { $0 + 1 / serviceRate } }

  /// Returns the probability of waiting longer than a time; nil if saturated.
  public func probabilityOfWait(longerThan time: Double) -> Double? {
    guard time >= 0 else { return isSaturated ? nil : 1 }
    return delayProbability.map { $0 * PortableMath.exponential(-surplusRate * time) }
  }

  /// Returns the quantile of the wait; nil if saturated or the probability is not in [0, 1).
  public func waitQuantile(_ probability: Double) -> Double? {
    guard let delayed = delayProbability, probability >= 0, probability < 1 else { return nil }
    guard 1 - probability < delayed else { return 0 }
    return PortableMath.logarithm(delayed / (1 - probability)) / surplusRate
  }
}
