import DunjingScenario

/// One hour of an average day, over all parts and weekdays.
public struct HourOutlook: Sendable, Equatable {
  /// Units on duty, on average over the weekdays.
  public let units: Double
  /// Dispatches asked for per hour.
  public let arrivalRate: Double
  /// The work offered, in erlangs.
  public let load: Double
  /// The share of time that a unit is busy; nil if in some part all incidents are too many for the units.
  public let workload: Double?
  /// The greatest workload of a unit, as a share of its time.
  public let greatestWorkload: Double?
  /// The mean travel time of a dispatch, in minutes, where there is a steady state.
  public let travelMinutes: Double?
  /// The probability that an incident finds all units busy that may go; it does for sure where these are always busy.
  public let waitingProbability: Double?
  /// The share of incidents reached within the target by the unit sent, by area class.
  public let reached: [AreaClass: Double]
  /// The share of incidents with an idle unit within the target, by area class.
  public let available: [AreaClass: Double]
  /// Units needed in all parts.
  public let unitsNeeded: Int
  /// Parts without a steady state on some weekday.
  public let saturatedParts: Int
  /// The share of dispatches for which nobody on duty has the skills or the area.
  public let unservedShare: Double
}

extension QueueingStudy {
  /// What theory says of each hour of the day, over all parts and weekdays.
  public var hours: [HourOutlook] { (0..<24).map { outlook(hours: [$0]) } }

  /// Returns what theory says of a shift: the mean over its hours, and the units that its busiest hour needs.
  /// - Parameter hours: hours of the day.
  /// - Precondition: there is an hour.
  public func outlook(hours: [Int]) -> HourOutlook {
    precondition(!hours.isEmpty, "a shift has hours")
    let entries = parts.flatMap { part in
      hours.flatMap { hour in
        part.hours[hour].map { (Double($0.weekdays) / 7 / Double(hours.count), $0.result) }
      }
    }
    func sum(_ value: (PartHour) -> Double) -> Double { entries.reduce(0) { $0 + $1.0 * value($1.1) } }
    let rate = sum(\.arrivalRate)
    let isKnown = !entries.contains { $0.1.units > 0 && $0.1.meanWorkload == nil }
    let units = sum { Double($0.units) }
    let unserved = sum(\.unservedRate)
    return HourOutlook(
      units: units, arrivalRate: rate + unserved, load: sum(\.load),
      workload: isKnown && units > 0 ? sum { ($0.meanWorkload ?? 0) * Double($0.units) } / units : nil,
      greatestWorkload: isKnown ? entries.flatMap { $0.1.workloads.values }.max() : nil,
      travelMinutes: travel(entries),
      waitingProbability: waiting(entries),
      reached: shares(entries, \.reached), available: shares(entries, \.available),
      unitsNeeded: parts.reduce(0) { sum, part in sum + (hours.map { part.unitsNeeded[$0] }.max() ?? 0) },
      saturatedParts: parts.count { part in
        hours.contains { part.hours[$0].contains { $0.result.method == .saturated } }
      },
      unservedShare: rate + unserved > 0 ? unserved / (rate + unserved) : 0)
  }

  /// The probability of waiting, over the parts of which it is known.
  private func waiting(_ entries: [(Double, PartHour)]) -> Double? {
    let known = entries.compactMap { weight, hour in
      (hour.waitingProbability ?? (hour.method == .saturated ? 1 : nil)).map {
        (weight * hour.arrivalRate, $0)
      }
    }
    let rate = known.reduce(0) { $0 + $1.0 }
    return rate > 0 ? known.reduce(0) { $0 + $1.0 * $1.1 } / rate : nil
  }

  /// The mean travel time of dispatches where there is a steady state.
  private func travel(_ entries: [(Double, PartHour)]) -> Double? {
    let steady = entries.filter { $0.1.travelMinutes != nil }
    let rate = steady.reduce(0) { $0 + $1.0 * $1.1.arrivalRate }
    guard rate > 0 else { return nil }
    return steady.reduce(0) { $0 + $1.0 * $1.1.arrivalRate * ($1.1.travelMinutes ?? 0) } / rate
  }

  private func shares(
    _ entries: [(Double, PartHour)], _ part: (PartHour) -> [AreaClass: Double]
  ) -> [AreaClass: Double] {
    var shares: [AreaClass: Double] = [:]
    for areaClass in AreaClass.allCases {
      let demand = entries.reduce(0) { $0 + $1.0 * ($1.1.demand[areaClass] ?? 0) }
      guard demand > 0 else { continue }
      shares[areaClass] = entries.reduce(0) { $0 + $1.0 * (part($1.1)[areaClass] ?? 0) } / demand
    }
    return shares
  }
}
