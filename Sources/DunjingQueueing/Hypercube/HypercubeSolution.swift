/// The steady state of a hypercube queue and what follows from it.
public struct HypercubeSolution: Sendable, Equatable, AllBusyMeasures {
  /// The model solved.
  public let model: HypercubeModel
  /// The probability of each set of busy units, nobody waiting; bit n of the index is set if unit n is busy.
  public let stateProbabilities: [Double]
  /// The probability that incidents wait.
  public let queueProbability: Double
  /// The share of dispatches that are of a unit to an atom, by unit and then by atom; they add up to one.
  ///
  /// Incidents that waited are among them: the first unit to become free is unit n with probability μₙ/Σμ.
  public let dispatchFractions: [[Double]]

  /// The probability that all units are busy, with or without a queue: that an incident waits, or is lost.
  public var allBusyProbability: Double {
    stateProbabilities[stateProbabilities.count - 1] + queueProbability
  }

  /// The share of time that each unit is busy.
  public var workloads: [Double] {
    var workloads = model.serviceRates.map { _ in queueProbability }
    for (state, probability) in stateProbabilities.enumerated() {
      var busy = state
      while busy != 0 {
        workloads[busy.trailingZeroBitCount] += probability
        busy &= busy - 1
      }
    }
    return workloads
  }

  /// The probability that a number of units are busy, from none to all, with nobody waiting.
  public var busyCountProbabilities: [Double] {
    var counts = [Double](repeating: 0, count: model.serviceRates.count + 1)
    for (state, probability) in stateProbabilities.enumerated() {
      counts[state.nonzeroBitCount] += probability
    }
    return counts
  }

  /// The share of incidents that are of each atom; they add up to one.
  public var incidentShares: [Double] {
    let total = model.arrivalRate
    return model.arrivalRates.indices.map {
      total > 0 ? (model.arrivalRates[$0] + (model.pairRates?[$0] ?? 0)) / total : 0
    }
  }

  /// The units in the order in which each atom wants them.
  public var preferences: [[Int]] { model.preferences }
  /// Travel times by unit and then by atom, if known.
  public var travelTimes: [[Double]]? { model.travelTimes }

  /// The share of dispatches of each unit after a wait; none with a zero line.
  public var delayedFractions: [Double] {
    model.serviceRates.map { model.line == .infinite ? allBusyProbability * $0 / model.capacity : 0 }
  }

  /// The share of incidents that nobody is sent to; none with an infinite line.
  public var lostShare: Double { model.line == .zero ? allBusyProbability : 0 }

  /// The share of incidents for two units that get one only, as just one is free; nil if none need two.
  public var singleShareOfPairs: Double? {
    model.hasPairs ? busyCountProbabilities[model.serviceRates.count - 1] : nil
  }

  /// Returns the share of each atom's time, or incidents, with some idle unit within a travel time: the coverage that is
  /// available, where the unit that the atom wants first may not be the one. Nil without travel times.
  /// - Precondition: there is a target for each atom.
  /// - Complexity: O(2ᴺ N + N · atoms).
  public func availableCoverage(within targets: [Double]) -> [Double]? {
    precondition(targets.count == model.arrivalRates.count, "every atom has a target")
    guard let times = model.travelTimes else { return nil }
    let allBusy = SupersetSums.of(stateProbabilities)
    return targets.indices.map { atom in
      let near = times.indices.filter { times[$0][atom] <= targets[atom] }
      return near.isEmpty ? 0 : 1 - allBusy[near.reduce(0) { $0 | 1 << $1 }] - queueProbability
    }
  }
}
