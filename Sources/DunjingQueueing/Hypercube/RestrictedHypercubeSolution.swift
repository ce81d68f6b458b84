/// The approximate steady state of a restricted hypercube and what follows from it.
public struct RestrictedHypercubeSolution: Sendable, DispatchMeasures {
  /// Rates, lists and service times.
  public let model: ApproximateHypercube
  /// The share of time that each unit is busy.
  public let workloads: [Double]
  /// The probability that an incident finds all the units busy that may go, by atom.
  public let waitingProbabilities: [Double]
  /// The share of dispatches that are of a unit to an atom, by unit and then by atom; they add up to one.
  public let dispatchFractions: [[Double]]
  /// Those of them that follow a wait.
  public let delayedDispatchFractions: [[Double]]
  /// The mean service time of a dispatch, in the unit of time of the model.
  public let meanServiceTime: Double

  /// The share of incidents that are of each atom; they add up to one.
  public var incidentShares: [Double] {
    let total = model.arrivalRate
    return model.arrivalRates.map { total > 0 ? $0 / total : 0 }
  }

  /// The units in the order in which each atom wants them.
  public var preferences: [[Int]] { model.preferences }
  /// Travel times by unit and then by atom, if known.
  public var travelTimes: [[Double]]? { model.travelTimes }
  /// The probability that an incident waits, over all atoms.
  public var waitingProbability: Double {
    zip(waitingProbabilities, incidentShares).reduce(0) { $0 + $1.0 * $1.1 }
  }
  /// Nobody is lost.
  public var lostShare: Double { 0 }

  /// Returns the share of each atom's time with some idle unit on its list within a travel time, from the corrected product
  /// of the workloads of the units there, and no more than the share of time with any idle unit of the list. Nil without
  /// travel times.
  /// - Precondition: there is a target for each atom.
  /// - Complexity: O(lengths of the lists + units²).
  public func availableCoverage(within targets: [Double]) -> [Double]? {
    precondition(targets.count == model.arrivalRates.count, "every atom has a target")
    guard let times = model.travelTimes else { return nil }
    let near = targets.indices.map { atom in preferences[atom].filter { times[$0][atom] <= targets[atom] } }
    guard model.arrivalRate > 0 else { return near.map { $0.isEmpty ? 0 : 1 } }
    let factors = CorrectionFactors(
      units: model.units, load: model.bounded(workloads.reduce(0, +)), line: .infinite,
      count: near.map(\.count).max() ?? 0)
    return near.indices.map { atom in
      guard !near[atom].isEmpty else { return 0 }
      let product = near[atom].reduce(1) { $0 * workloads[$1] / factors.workload }
      return 1 - min(1, max(factors.busy[near[atom].count] * product, waitingProbabilities[atom]))
    }
  }
}
