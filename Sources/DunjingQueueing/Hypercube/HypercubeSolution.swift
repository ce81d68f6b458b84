/// The steady state of a hypercube queue and what follows from it.
public struct HypercubeSolution: Sendable, Equatable {
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
    model.serviceRates.indices.map { unit in
      stateProbabilities.indices.reduce(queueProbability) {
        $1 >> unit & 1 == 1 ? $0 + stateProbabilities[$1] : $0
      }
    }
  }

  /// The probability that a number of units are busy, from none to all, with nobody waiting.
  public var busyCountProbabilities: [Double] {
    var counts = [Double](repeating: 0, count: model.serviceRates.count + 1)
    for (state, probability) in stateProbabilities.enumerated() {
      counts[state.nonzeroBitCount] += probability
    }
    return counts
  }

  /// The share of dispatches that are not of the atom's first unit.
  public var interAreaFraction: Double {
    1 - model.preferences.enumerated().reduce(0) { $0 + dispatchFractions[$1.element[0]][$1.offset] }
  }

  /// The mean travel time of a dispatch, each from the unit's post; nil without travel times.
  public var meanTravelTime: Double? {
    model.travelTimes.map { times in
      model.serviceRates.indices.reduce(0) { $0 + weighted(times[$1], dispatchFractions[$1]) }
    }
  }

  /// The mean travel time of each unit; nil without travel times or for a unit never sent.
  public var meanTravelTimesByUnit: [Double?] {
    model.serviceRates.indices.map { unit in
      let total = dispatchFractions[unit].reduce(0, +)
      guard let times = model.travelTimes, total > 0 else { return nil }
      return weighted(times[unit], dispatchFractions[unit]) / total
    }
  }

  /// The mean travel time to each atom; nil without travel times or for an atom without incidents.
  public var meanTravelTimesByAtom: [Double?] {
    model.arrivalRates.indices.map { atom in
      let fractions = dispatchFractions.map { $0[atom] }
      guard let times = model.travelTimes, fractions.reduce(0, +) > 0 else { return nil }
      return weighted(times.map { $0[atom] }, fractions) / fractions.reduce(0, +)
    }
  }

  private func weighted(_ values: [Double], _ weights: [Double]) -> Double {
    zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
