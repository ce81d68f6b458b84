/// Classes of incidents by priority at one server, where a more urgent one interrupts and service is resumed
/// later.
///
/// Assumptions: Poisson arrivals, exponential service with a rate for each class, first come, first served
/// within a class. The first class is the most urgent. Source: L. Kleinrock (1976), "Queueing Systems" II,
/// eq. 3.39: Tₖ = ((1 − σₖ)/μₖ + Σᵢ≤ₖ ρᵢ/μᵢ) / ((1 − σₖ₋₁)(1 − σₖ)).
public struct PreemptivePriorities: Sendable, Equatable {
  /// The mean time from arrival to the end of service of each class; nil for classes that are saturated.
  public let meanTimesInSystem: [Double?]
  /// The load of each class together with all more urgent ones, in erlangs.
  public let cumulativeLoads: [Double]
  /// The services of each class per unit of time.
  public let serviceRates: [Double]

  /// Creates the queue.
  /// - Parameters:
  ///   - arrivalRates: arrivals of each class per unit of time.
  ///   - serviceRates: services of each class per the same unit of time.
  /// - Precondition: the arrays are equally long, arrival rates not negative, service rates positive.
  public init(arrivalRates: [Double], serviceRates: [Double]) {
    precondition(
      arrivalRates.count == serviceRates.count && arrivalRates.allSatisfy { $0 >= 0 }
        && serviceRates.allSatisfy { $0 > 0 },
      "each class needs an arrival rate and a service rate")
    var before = 0.0
    var residual = 0.0
    var times: [Double?] = []
    var sums: [Double] = []
    for (arrivalRate, serviceRate) in zip(arrivalRates, serviceRates) {
      let load = arrivalRate / serviceRate
      let sum = before + load
      residual += load / serviceRate
      let time = ((1 - sum) / serviceRate + residual) / ((1 - before) * (1 - sum))
      times.append(sum < 1 ? time : nil)
      sums.append(sum)
      before = sum
    }
    meanTimesInSystem = times
    cumulativeLoads = sums
    self.serviceRates = serviceRates
  }

  /// The mean time in the system beyond the service itself, before and during interruptions, of each class;
  /// nil for classes that are saturated.
  public var meanWaits: [Double?] {
    zip(meanTimesInSystem, serviceRates).map { time, rate in time.map { $0 - 1 / rate } }
  }
}
