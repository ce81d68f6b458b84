/// Officers distributed among independent queues M/M/c so that the fewest incidents wait.
///
/// Each further officer goes where it shortens the weighted line most. This is optimal because the mean
/// number waiting is convex in the number of servers (M. E. Dyer & L. G. Proll, 1977, "On the validity of
/// marginal analysis for allocating servers in M/M/c queues"; algorithm of B. L. Fox, 1966).
public struct MarginalAllocation: Sendable, Equatable {
  /// The number of officers at each queue.
  public let servers: [Int]
  /// The weighted sum of the mean numbers waiting.
  public let totalQueueLength: Double

  /// Distributes officers; nil if they are fewer than ``minimumServers(arrivalRates:serviceRates:)``, so
  /// that some queue would be saturated.
  ///
  /// - Parameters:
  ///   - arrivalRates: incidents at each queue in a unit of time.
  ///   - serviceRates: incidents that one officer completes at each queue in the same unit of time.
  ///   - total: how many officers there are.
  ///   - weights: what one waiting incident is worth at each queue; all equal if nil.
  /// - Precondition: the arrays are equally long, service rates positive, other numbers not negative.
  public init?(arrivalRates: [Double], serviceRates: [Double], servers total: Int, weights: [Double]? = nil) {
    let weights = weights ?? [Double](repeating: 1, count: arrivalRates.count)
    precondition(
      serviceRates.count == arrivalRates.count && weights.count == arrivalRates.count
        && weights.allSatisfy { $0 >= 0 },
      "each queue needs an arrival rate, a service rate and a weight")
    var servers = Self.minimumServers(arrivalRates: arrivalRates, serviceRates: serviceRates)
    guard servers.reduce(0, +) <= total, !servers.isEmpty else { return nil }
    func cost(_ queue: Int, _ count: Int) -> Double {
      if arrivalRates[queue] == 0 { return 0 }
      let station = MultiServerQueue(
        arrivalRate: arrivalRates[queue], serviceRate: serviceRates[queue], servers: count)
      return weights[queue] * (station.meanQueueLength ?? .infinity)
    }
    var costs = servers.indices.map { cost($0, servers[$0]) }
    var nextCosts = servers.indices.map { cost($0, servers[$0] + 1) }
    for _ in 0..<(total - servers.reduce(0, +)) {
      var best = 0
      for queue in servers.indices where costs[queue] - nextCosts[queue] > costs[best] - nextCosts[best] {
        best = queue
      }
      servers[best] += 1
      costs[best] = nextCosts[best]
      nextCosts[best] = cost(best, servers[best] + 1)
    }
    self.servers = servers
    totalQueueLength = costs.reduce(0, +)
  }

  /// Returns the least number of officers at each queue without saturation; none where nothing arrives.
  public static func minimumServers(arrivalRates: [Double], serviceRates: [Double]) -> [Int] {
    zip(arrivalRates, serviceRates).map { arrivalRate, serviceRate in
      precondition(arrivalRate >= 0 && serviceRate > 0, "a queue needs rates")
      return arrivalRate == 0 ? 0 : Int((arrivalRate / serviceRate).rounded(.down)) + 1
    }
  }
}
