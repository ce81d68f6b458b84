/// The modified-offered-load approximation of a queue M_t/G/c: at every moment the delay of a steady queue whose load is
/// the mean number that would be in service then if there were always a server.
///
/// Assumptions: those of ``InfiniteServerQueue``. Exact for ample servers; it errs where the load changes fast or the
/// queue is long, for it has no memory of the line. Source: D. L. Jagerman (1975), for the loss system; O. B. Jennings,
/// A. Mandelbaum, W. A. Massey & W. Whitt (1996), "Server staffing to meet time-varying demand", Management Science 42,
/// for delays.
public struct ModifiedOfferedLoad: Sendable, Equatable {
  /// The queue with ample servers.
  public let ample: InfiniteServerQueue
  /// The number of servers.
  public let servers: Int

  /// Creates the approximation.
  /// - Precondition: `servers` > 0.
  public init(_ ample: InfiniteServerQueue, servers: Int) {
    precondition(servers > 0, "an approximation needs servers, not \(servers)")
    self.ample = ample
    self.servers = servers
  }

  /// Returns the probability of waiting at a time; 1 where the load reaches the number of servers.
  public func delayProbability(at time: Double) -> Double {
    ErlangC.delayProbability(servers: servers, load: ample.meanBusy(at: time)) ?? 1
  }

  /// The probability of waiting, averaged over each cell of the arrival rate by Simpson's rule.
  public var delayProbabilityByCell: [Double] {
    let intervals = 16
    return ample.arrivalRates.indices.map { cell in
      var sum = 0.0
      for point in 0...intervals {
        let weight = point == 0 || point == intervals ? 1.0 : point.isMultiple(of: 2) ? 2 : 4
        let time = (Double(cell) + Double(point) / Double(intervals)) * ample.step
        sum += weight * delayProbability(at: time)
      }
      return sum / Double(3 * intervals)
    }
  }
}
