import DunjingNumerics
import DunjingScenario

/// How the sunk officers of a county who become community officers divide among its stations.
///
/// A weight is the number of officers for each beat of a district relative to an even spread. Whole officers follow weight
/// times beats by largest remainder, ties to the first station.
public struct StationDivision: Sendable, Hashable {
  /// Officers at each station of the county, in the order of ``CompiledCounty/stations``.
  public let officers: [Int]
  /// Visits that they add to each beat of their district in a day at effectiveness 1.
  public private(set) var sentDownVisitsPerBeatDay: [Double]
  /// Officer-hours of mediation in a day that they add in their district.
  public private(set) var mediationHoursPerDay: [Double]

  /// Divides officers; nil where the treatment names no station of the county, or leaves no weight.
  init?(
    _ weights: [String: Double], of officers: Int, among stations: [CompiledStation],
    visitsPerOfficerDay: Double, mediationHoursPerOfficerDay: Double
  ) {
    guard !weights.isEmpty, stations.contains(where: { weights[$0.id] != nil }) else { return nil }
    let parts = stations.map { (weights[$0.id] ?? 1) * $0.beats }
    guard parts.contains(where: { $0 > 0 }) else { return nil }
    let counts = Apportionment.largestRemainder(of: officers, weights: parts)
    self.officers = counts
    sentDownVisitsPerBeatDay = zip(stations, counts).map { station, count in
      count > 0 ? Double(count) * visitsPerOfficerDay / station.beats : 0
    }
    mediationHoursPerDay = counts.map { Double($0) * mediationHoursPerOfficerDay }
  }

  /// Adds visits to every beat, and mediation by the demand of the districts.
  mutating func add(
    visitsPerBeatDay visits: Double, mediationHoursPerDay hours: Double, of stations: [CompiledStation]
  ) {
    for (number, station) in stations.enumerated() {
      sentDownVisitsPerBeatDay[number] += visits
      mediationHoursPerDay[number] += hours * station.demandShare
    }
  }
}

extension SentDownOfficers {
  /// The effectiveness on a day, counted from the implementation day.
  public func effectiveness(onDay day: Int) -> Double {
    let served = rotatesYearly ? day % 365 : day
    let missing = finalEffectiveness - initialEffectiveness
    let decay = learningDays > 0 ? PortableMath.exponential(-(Double(served) + 0.5) / learningDays) : 0
    return finalEffectiveness - missing * decay
  }
}
