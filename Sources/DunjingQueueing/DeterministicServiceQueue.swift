import DunjingNumerics

/// A queue M/D/c, exact: Poisson arrivals, a constant service time.
///
/// Source: C. D. Crommelin (1932). The line, seen at intervals of one service time, is a queue served in
/// bulks of c; with a = λD its mean is a / 2(c − a) − (c − 1 + a) / 2 + Σ 1 / (1 − z), over the roots z ≠ 1
/// of zᶜ = exp(a(z − 1)) in the unit disk (A. J. E. M. Janssen & J. S. H. van Leeuwaarden, 2005, "Analytic
/// computation schemes for the discrete-time bulk service queue").
public struct DeterministicServiceQueue: Sendable, Equatable {
  /// The number of arrivals per unit of time.
  public let arrivalRate: Double
  /// The service time, in the unit of time of the arrival rate.
  public let serviceTime: Double
  /// The number of servers.
  public let servers: Int
  /// The mean number waiting; nil if saturated.
  public let meanQueueLength: Double?

  /// Creates a queue.
  /// - Parameters:
  ///   - arrivalRate: arrivals per unit of time.
  ///   - serviceTime: the service time, in the same unit.
  ///   - servers: how many.
  /// - Precondition: `arrivalRate` ≥ 0, `serviceTime` > 0, `servers` > 0.
  /// - Complexity: O(servers).
  public init(arrivalRate: Double, serviceTime: Double, servers: Int) {
    precondition(
      arrivalRate >= 0 && serviceTime > 0 && servers > 0,
      "a queue needs a rate, a time and servers, not \(arrivalRate), \(serviceTime), \(servers)")
    self.arrivalRate = arrivalRate
    self.serviceTime = serviceTime
    self.servers = servers
    meanQueueLength = Self.meanQueueLength(load: arrivalRate * serviceTime, servers: servers)
  }

  /// The load per server: the busy fraction if below one.
  public var utilization: Double { arrivalRate * serviceTime / Double(servers) }

  /// Whether the load reaches or exceeds the number of servers.
  public var isSaturated: Bool { meanQueueLength == nil }

  /// The mean wait before service, in the same unit; nil if saturated.
  public var meanWait: Double? {
    arrivalRate == 0 ? 0 : meanQueueLength.map { $0 / arrivalRate }
  }

  private static func meanQueueLength(load: Double, servers: Int) -> Double? {
    let count = Double(servers)
    guard load < count else { return nil }
    var roots = NeumaierSum([load / (2 * (count - load)), -(count - 1 + load) / 2])
    for index in 1..<max(servers, 1) {
      roots.add(partOfRoot(angle: 2 * Double.pi * Double(index) / count, load: load / count))
    }
    // Rounding may leave a tiny negative number where nobody ever waits.
    return max(0, roots.value)
  }

  /// The real part of 1 / (1 − z) for the root of z = ω exp(ρ(z − 1)), where ω is the unit root at an angle.
  private static func partOfRoot(angle: Double, load: Double) -> Double {
    let (cosine, sine) = (PortableMath.cosine(angle), PortableMath.sine(angle))
    var (x, y) = (0.0, 0.0)
    for step in 0..<200 {
      let radius = PortableMath.exponential(load * (x - 1))
      let (turnCosine, turnSine) = (PortableMath.cosine(load * y), PortableMath.sine(load * y))
      let image = (
        radius * (cosine * turnCosine - sine * turnSine), radius * (sine * turnCosine + cosine * turnSine)
      )
      let (errorX, errorY) = (x - image.0, y - image.1)
      if step < 20 {
        // The map contracts; it leads near the root, where Newton's method takes over.
        (x, y) = image
        continue
      }
      let (slopeX, slopeY) = (1 - load * image.0, -load * image.1)
      let square = slopeX * slopeX + slopeY * slopeY
      let moveX = (errorX * slopeX + errorY * slopeY) / square
      let moveY = (errorY * slopeX - errorX * slopeY) / square
      (x, y) = (x - moveX, y - moveY)
      if moveX.magnitude + moveY.magnitude < 1e-16 { break }
    }
    return (1 - x) / ((1 - x) * (1 - x) + y * y)
  }
}
