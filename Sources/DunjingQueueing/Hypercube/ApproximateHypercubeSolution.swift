/// The approximate steady state of a hypercube queue and what follows from it.
public struct ApproximateHypercubeSolution: Sendable, AllBusyMeasures {
  /// The model solved.
  public let model: ApproximateHypercube
  /// The share of time that each unit is busy.
  public let workloads: [Double]
  /// The probability that all units are busy, with or without a queue: that an incident waits, or is lost.
  ///
  /// It is that of a queue M/M/N with the same load; with equal service times it is exact.
  public let allBusyProbability: Double
  /// The share of dispatches that are of a unit to an atom, by unit and then by atom; they add up to one.
  public let dispatchFractions: [[Double]]
  /// The mean service time of a dispatch, in the unit of time of the model.
  public let meanServiceTime: Double
  let factors: CorrectionFactors

  /// The share of incidents that are of each atom; they add up to one.
  public var incidentShares: [Double] { model.incidentShares }

  /// The units in the order in which each atom wants them.
  public var preferences: [[Int]] { model.preferences }
  /// Travel times by unit and then by atom, if known.
  public var travelTimes: [[Double]]? { model.travelTimes }

  /// The share of dispatches of each unit after a wait; none with a zero line.
  public var delayedFractions: [Double] {
    let rates = model.meanServiceTimes.map { 1 / $0 }
    let capacity = rates.reduce(0, +)
    return rates.map { model.line == .infinite ? allBusyProbability * $0 / capacity : 0 }
  }

  /// The share of incidents that nobody is sent to; none with an infinite line.
  public var lostShare: Double { model.line == .zero ? allBusyProbability : 0 }

  /// Returns the share of each atom's time with some idle unit within a travel time, from the corrected product of the
  /// workloads of the units there. Nil without travel times.
  /// - Precondition: there is a target for each atom.
  /// - Complexity: O(units · atoms + units²).
  public func availableCoverage(within targets: [Double]) -> [Double]? {
    precondition(targets.count == model.arrivalRates.count, "every atom has a target")
    guard let times = model.travelTimes else { return nil }
    guard model.arrivalRate > 0 else {
      return targets.indices.map { atom in times.contains { $0[atom] <= targets[atom] } ? 1 : 0 }
    }
    var products = targets.map { _ in 1.0 }
    var counts = targets.map { _ in 0 }
    for unit in times.indices {
      let ratio = workloads[unit] / factors.workload
      for atom in targets.indices where times[unit][atom] <= targets[atom] {
        products[atom] *= ratio
        counts[atom] += 1
      }
    }
    let busy = model.factors(load: model.arrivalRate * meanServiceTime, count: counts.max() ?? 0).busy
    return zip(products, counts).map { product, count in count == 0 ? 0 : 1 - min(1, busy[count] * product) }
  }
}
