/// A solution of a hypercube queue in which every unit may go everywhere: incidents wait, or are lost, only if all are busy.
public protocol AllBusyMeasures: DispatchMeasures {
  /// The probability that all units are busy, with or without a queue: that an incident waits, or is lost.
  var allBusyProbability: Double { get }
  /// The share of dispatches of each unit after a wait; none with a zero line.
  var delayedFractions: [Double] { get }
}

extension AllBusyMeasures {
  /// The probability that an incident waits, or is lost.
  public var waitingProbability: Double { allBusyProbability }

  /// The share of dispatches that are of a unit to an atom after a wait, by unit and then by atom.
  public var delayedDispatchFractions: [[Double]] {
    let shares = incidentShares
    return delayedFractions.map { fraction in shares.map { $0 * fraction } }
  }
}
