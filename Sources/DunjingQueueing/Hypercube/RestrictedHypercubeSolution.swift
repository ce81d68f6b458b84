/// The approximate steady state of a restricted hypercube and what follows from it.
public struct RestrictedHypercubeSolution: Sendable, DispatchMeasures {
  /// Rates, lists and service times.
  public let model: ApproximateHypercube
  /// Units with more to do than they can, and always busy with it: where there are none, all have a steady state.
  public let overloads: [RestrictedHypercube.Overload]
  /// The share of time that each unit is busy.
  public let workloads: [Double]
  /// The probability that an incident finds all the units busy that may go, by atom; one where these have an overload.
  public let waitingProbabilities: [Double]
  /// The share of dispatches that are of a unit to an atom, by unit and then by atom; they add up to one, if there are any.
  /// Incidents that wait ever longer are left out.
  public let dispatchFractions: [[Double]]
  /// Those of them that follow a wait.
  public let delayedDispatchFractions: [[Double]]
  /// The mean service time of a dispatch, in the unit of time of the model.
  public let meanServiceTime: Double
  /// The model without overloads.
  private let steady: ApproximateHypercube

  /// - Parameter iteration: the fixed point of what is steady; nil where no incidents are left.
  init(
    _ model: ApproximateHypercube, overloads: [RestrictedHypercube.Overload], steady: ApproximateHypercube,
    _ iteration: RestrictedIteration?
  ) {
    (self.model, self.overloads, self.steady) = (model, overloads, steady)
    var workloads = iteration?.workloads ?? [Double](repeating: 0, count: model.units)
    meanServiceTime =
      steady.arrivalRate > 0 ? workloads.reduce(0, +) / steady.arrivalRate : model.meanServiceTimes[0]
    for unit in overloads.flatMap(\.units) { workloads[unit] = 1 }
    self.workloads = workloads
    let waits = iteration?.waitingProbabilities
    waitingProbabilities = model.arrivalRates.indices.map { atom in
      model.arrivalRates[atom] > 0 && steady.arrivalRates[atom] == 0 ? 1 : waits?[atom] ?? 0
    }
    let none = [[Double]](repeating: model.arrivalRates.map { _ in 0 }, count: model.units)
    delayedDispatchFractions = iteration?.delayedFractions ?? none
    dispatchFractions = zip(iteration?.immediateFractions ?? none, delayedDispatchFractions).map {
      zip($0, $1).map(+)
    }
  }

  /// The share of incidents that are of each atom; they add up to one.
  public var incidentShares: [Double] { model.incidentShares }

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
  /// of the workloads of the units there: no more than the share of time with any idle unit of the list, and no less than
  /// the share of incidents that such a unit is sent to at once. Nil without travel times.
  /// - Precondition: there is a target for each atom.
  /// - Complexity: O(units · atoms + units²).
  public func availableCoverage(within targets: [Double]) -> [Double]? {
    precondition(targets.count == model.arrivalRates.count, "every atom has a target")
    guard let times = model.travelTimes else { return nil }
    let gone = Set(overloads.flatMap(\.units))
    let near = targets.indices.map { atom in
      model.preferences[atom].filter { times[$0][atom] <= targets[atom] && !gone.contains($0) }
    }
    guard steady.arrivalRate > 0 else {
      return near.indices.map { near[$0].isEmpty ? 0 : 1 - waitingProbabilities[$0] }
    }
    let factors = model.factors(load: workloads.reduce(0, +), count: near.map(\.count).max() ?? 0)
    let reached = sharesReached(within: targets)
    return near.indices.map { atom in
      guard !near[atom].isEmpty else { return 0 }
      let product = near[atom].reduce(1) { $0 * workloads[$1] / factors.workload }
      let busy = max(factors.busy[near[atom].count] * product, waitingProbabilities[atom])
      return max(1 - min(1, busy), reached[atom] ?? 0)
    }
  }
}
