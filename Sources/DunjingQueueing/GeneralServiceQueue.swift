import DunjingNumerics

/// A queue M/G/c, approximately: Poisson arrivals, several servers, independent service times of any distribution.
///
/// Assumptions: first come, first served, an infinite line. Only the mean and the squared coefficient of variation C² of
/// the service time count, which is why it is an approximation; it is exact for exponential service, and Kimura's for
/// constant service too. Times are in the unit of the arrivals.
public struct GeneralServiceQueue: Sendable, Equatable {
  /// The number of arrivals per unit of time.
  public let arrivalRate: Double
  /// The mean service time, in the unit of time of the arrival rate.
  public let meanService: Double
  /// The squared coefficient of variation of the service time, C².
  public let squaredVariation: Double
  /// The number of servers.
  public let servers: Int

  /// Creates a queue.
  /// - Parameters:
  ///   - arrivalRate: arrivals per unit of time.
  ///   - meanService: the mean service time, in the same unit.
  ///   - squaredVariation: the squared coefficient of variation of the service time.
  ///   - servers: how many.
  /// - Precondition: `arrivalRate` ≥ 0, `meanService` > 0, `squaredVariation` ≥ 0, `servers` > 0.
  public init(arrivalRate: Double, meanService: Double, squaredVariation: Double, servers: Int) {
    precondition(
      arrivalRate >= 0 && meanService > 0 && squaredVariation >= 0 && servers > 0,
      "a queue needs a rate, a time, a variation and servers")
    self.arrivalRate = arrivalRate
    self.meanService = meanService
    self.squaredVariation = squaredVariation
    self.servers = servers
  }

  /// The load per server.
  public var utilization: Double { arrivalRate * meanService / Double(servers) }

  /// Whether the load reaches or exceeds the number of servers.
  public var isSaturated: Bool { utilization >= 1 }

  /// The mean wait by A. O. Allen & A. C. Cunneen (Allen, 1990, "Probability, Statistics, and Queueing Theory", §5.3), for
  /// Poisson arrivals (1 + C²)/2 of the wait of M/M/c; nil if saturated.
  ///
  /// The same as A. M. Lee & P. A. Longton (1959). Exact for one server (Pollaczek and Khinchine).
  public var allenCunneenWait: Double? {
    exponential.meanWait.map { $0 * (1 + squaredVariation) / 2 }
  }

  /// The mean wait by T. Kimura (1986), "A two-moment approximation for the mean waiting time in the GI/G/s queue", between
  /// the exact waits of M/M/c and M/D/c; nil if saturated.
  ///
  /// (1 + C²) W(M) W(D) / (2 C² W(D) + (1 − C²) W(M)). Meant for C² ≤ 1; for more it is used as long as it is positive.
  public var kimuraWait: Double? {
    guard
      let free = exponential.meanWait,
      let constant = DeterministicServiceQueue(
        arrivalRate: arrivalRate, serviceTime: meanService, servers: servers
      ).meanWait
    else { return nil }
    let below = 2 * squaredVariation * constant + (1 - squaredVariation) * free
    guard free > 0 && below > 0 else { return allenCunneenWait }
    return (1 + squaredVariation) * free * constant / below
  }

  private var exponential: MultiServerQueue {
    MultiServerQueue(arrivalRate: arrivalRate, serviceRate: 1 / meanService, servers: servers)
  }
}
