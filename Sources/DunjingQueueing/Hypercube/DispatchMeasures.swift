/// A solution of a hypercube queue, exact or approximate, from which the measures of dispatching follow.
public protocol DispatchMeasures: Sendable {
  /// The share of incidents that are of each atom; they add up to one.
  var incidentShares: [Double] { get }
  /// The units in the order in which each atom wants them.
  var preferences: [[Int]] { get }
  /// Travel times by unit and then by atom, if known.
  var travelTimes: [[Double]]? { get }
  /// The share of dispatches that are of a unit to an atom, by unit and then by atom; they add up to one.
  var dispatchFractions: [[Double]] { get }
  /// The share of time that each unit is busy.
  var workloads: [Double] { get }
  /// The probability that an incident waits, or is lost.
  var waitingProbability: Double { get }
  /// The share of dispatches that are of a unit to an atom after a wait, by unit and then by atom; none with a zero line.
  var delayedDispatchFractions: [[Double]] { get }
  /// The share of incidents that nobody is sent to; none with an infinite line.
  var lostShare: Double { get }
}

extension DispatchMeasures {
  /// The share of dispatches that are not of the atom's first unit; zero where nothing is dispatched.
  public var interAreaFraction: Double {
    guard dispatchFractions.contains(where: { $0.contains { $0 > 0 } }) else { return 0 }
    return 1
      - preferences.enumerated().reduce(0) {
        $1.element.isEmpty ? $0 : $0 + dispatchFractions[$1.element[0]][$1.offset]
      }
  }

  /// The mean travel time of a dispatch, each from the unit's post; nil without travel times.
  public var meanTravelTime: Double? {
    travelTimes.map { times in
      dispatchFractions.indices.reduce(0) { $0 + weighted(times[$1], dispatchFractions[$1]) }
    }
  }

  /// The mean travel time of each unit; nil without travel times or for a unit never sent.
  public var meanTravelTimesByUnit: [Double?] {
    dispatchFractions.indices.map { unit in
      let total = dispatchFractions[unit].reduce(0, +)
      guard let times = travelTimes, total > 0 else { return nil }
      return weighted(times[unit], dispatchFractions[unit]) / total
    }
  }

  /// The mean travel time to each atom; nil without travel times or for an atom without incidents.
  public var meanTravelTimesByAtom: [Double?] {
    guard let times = travelTimes else { return incidentShares.map { _ in nil } }
    var (sums, totals) = (incidentShares.map { _ in 0.0 }, incidentShares.map { _ in 0.0 })
    for (row, fractions) in zip(times, dispatchFractions) {
      for atom in sums.indices {
        sums[atom] += row[atom] * fractions[atom]
        totals[atom] += fractions[atom]
      }
    }
    return zip(sums, totals).map { $1 > 0 ? $0 / $1 : nil }
  }

  /// Returns the share of incidents of each atom that a unit reaches in time: sent at once, and travelling no longer
  /// than the target. Incidents that wait or are lost count as not reached. Nil without travel times or without
  /// incidents.
  ///
  /// Where pairs are sent, the share is of dispatches.
  /// - Parameter targets: the longest travel time that is in time, by atom.
  /// - Precondition: there is a target for each atom.
  public func sharesReached(within targets: [Double]) -> [Double?] {
    precondition(targets.count == incidentShares.count, "every atom has a target")
    guard let times = travelTimes else { return targets.map { _ in nil } }
    let delayed = delayedDispatchFractions
    var reached = targets.map { _ in 0.0 }
    var total = targets.map { _ in 0.0 }
    for (unit, fractions) in dispatchFractions.enumerated() {
      for (atom, fraction) in fractions.enumerated() {
        total[atom] += fraction
        guard times[unit][atom] <= targets[atom] else { continue }
        reached[atom] += max(0, fraction - delayed[unit][atom])
      }
    }
    return zip(reached, total).map { $1 > 0 ? $0 / $1 * (1 - lostShare) : nil }
  }

  /// Returns the share of all incidents that a unit reaches in time; nil without travel times.
  public func shareReached(within targets: [Double]) -> Double? {
    guard travelTimes != nil else { return nil }
    return zip(sharesReached(within: targets), incidentShares).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 }
  }

  private func weighted(_ values: [Double], _ weights: [Double]) -> Double {
    zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
