/// Classes of incidents by priority, where service once begun is not interrupted.
///
/// Assumptions: Poisson arrivals, first come, first served within a class; either c servers with exponential
/// service of one mean, or one server with any service times. The first class is the most urgent. Source: A.
/// Cobham (1954), "Priority assignment in waiting line problems", eqs. 3 and 7: Wₖ = W₀ / ((1 − σₖ₋₁)(1 −
/// σₖ)), σₖ the load per server of classes 1 … k.
public struct CobhamPriorities: Sendable, Equatable {
  /// The mean wait of each class before service, in the unit of time of the rates; nil for classes that are saturated.
  public let meanWaits: [Double?]
  /// The load per server of each class together with all more urgent ones, in erlangs.
  public let cumulativeLoads: [Double]
  /// The arrivals of each class per unit of time.
  public let arrivalRates: [Double]

  /// Creates the queue of `servers` servers with a common service rate.
  /// - Parameters:
  ///   - arrivalRates: arrivals of each class per unit of time.
  ///   - serviceRate: services per server and the same unit of time.
  ///   - servers: how many.
  /// - Precondition: no rate is negative, the service rate and the number of servers are positive.
  public init(arrivalRates: [Double], serviceRate: Double, servers: Int) {
    precondition(
      serviceRate > 0 && servers > 0 && arrivalRates.allSatisfy { $0 >= 0 },
      "priorities need rates and servers")
    let capacity = serviceRate * Double(servers)
    // When a class is saturated, all servers are always busy.
    let busy =
      ErlangC.delayProbability(servers: servers, load: arrivalRates.reduce(0, +) / serviceRate) ?? 1
    self.init(arrivalRates, loads: arrivalRates.map { $0 / capacity }, residual: busy / capacity)
  }

  /// Creates the queue of one server, each class with its own mean and variance of service time.
  /// - Parameters:
  ///   - arrivalRates: arrivals of each class per unit of time.
  ///   - meanServices: the mean service time of each class, in the same unit.
  ///   - serviceVariances: the variances of the service times, in the square of that unit.
  /// - Precondition: the arrays are equally long and no number is negative.
  public init(arrivalRates: [Double], meanServices: [Double], serviceVariances: [Double]) {
    precondition(
      arrivalRates.count == meanServices.count && arrivalRates.count == serviceVariances.count
        && (arrivalRates + meanServices + serviceVariances).allSatisfy { $0 >= 0 },
      "each class needs an arrival rate, a mean and a variance")
    let loads = zip(arrivalRates, meanServices).map { $0 * $1 }
    var free = 1.0
    var residual = 0.0
    for index in loads.indices where loads[index] > 0 {
      // A saturated class gets the time that is left, those after it none.
      let share = min(loads[index], free)
      let square = meanServices[index] * meanServices[index] + serviceVariances[index]
      residual += share * square / (2 * meanServices[index])
      free -= share
    }
    self.init(arrivalRates, loads: loads, residual: residual)
  }

  private init(_ arrivalRates: [Double], loads: [Double], residual: Double) {
    var before = 0.0
    var waits: [Double?] = []
    var sums: [Double] = []
    for load in loads {
      let sum = before + load
      waits.append(sum < 1 ? residual / ((1 - before) * (1 - sum)) : nil)
      sums.append(sum)
      before = sum
    }
    meanWaits = waits
    cumulativeLoads = sums
    self.arrivalRates = arrivalRates
  }

  /// Whether some class is saturated.
  public var isSaturated: Bool { meanWaits.contains { $0 == nil } }

  /// The mean wait over all incidents; nil if some class is saturated.
  public var meanWait: Double? {
    let total = arrivalRates.reduce(0, +)
    guard total > 0 else { return isSaturated ? nil : 0 }
    var sum = 0.0
    for (rate, wait) in zip(arrivalRates, meanWaits) {
      guard let wait else { return nil }
      sum += rate * wait
    }
    return sum / total
  }
}
